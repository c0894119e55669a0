/** The page as its parts see it: its data, its state now, and what they may do to it. */

import type { Data } from "../state/content";
import type { Picture } from "../render/picture";
import type { Renderer } from "../render/renderer";
import type { Changes } from "../scene/changes";
import type { Scene, Theme } from "../scene/scene";
import type { Entry, State, Tie } from "../state/state";
import { namesOf } from "../state/ties";
import type { Visible } from "../state/visible";

export interface Page {
  data: Data;
  embedded: boolean;
  picture: Picture;
  renderer: Renderer;
  /** A text of the interface, with words put in. */
  say(name: string, values?: Record<string, string | number>): string;
  state(): State;
  visible(): Visible;
  scene(): Scene;
  /** A scene as it would be with other colours. */
  sceneIn(theme: Theme): Scene;
  /** The scene at the date that the picture is compared with; null where it is not. */
  sceneBefore(theme?: Theme): Scene | null;
  /** What came and went since that date. */
  changes(): Changes | null;
  set(patch: Partial<State>, entry?: Entry): void;
  selectNode(node: number, focus?: boolean): void;
  selectGroup(group: number, focus?: boolean): void;
  selectCommunity(community: number, focus?: boolean): void;
  selectTie(tie: Tie, focus?: boolean): void;
  open(scene: number | null, focus?: boolean): void;
  clear(focus?: boolean): void;
  reset(): void;
  announce(text: string): void;
}

/** Whether the picture is of communities now. */
export const onCommunities = (page: Page): boolean => page.data.overview && page.state().open === null;

/** What the marks of communities mean. */
export function overviewWords(page: Page): string {
  return page.say("overviewSize", { facet: page.data.colours.label });
}

/** The rank of an organisation by the metric that sizes now, in words. */
export function rankWords(page: Page, node: number, metric = page.state().size): string {
  const column = page.data.metrics.findIndex(({ name }) => name === metric);
  const rank = page.data.nodes[node]!.ranks[column] ?? null;
  return rank === null ? "" : page.say("rankOf", { rank, count: page.data.ranked });
}

/** What is selected, in words; "" for nothing. */
export function selectedWords(page: Page): string {
  const { node, group, community, tie } = page.state();
  const { nodes, groups, communities } = page.data;
  if (node !== null) return [nodes[node]!.label, rankWords(page, node)].filter(Boolean).join(", ");
  if (group !== null) return groups[group]!.name;
  if (tie) return namesOf(page.data, tie).join(" – ");
  return community === null ? "" : communities[community]!.label;
}
