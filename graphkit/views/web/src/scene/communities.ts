/** The scene of an overview: communities as marks, and the strongest ties between them. */

import type { Data } from "../state/content";
import { NO, UNKNOWN } from "../state/dates";
import { DIMMED_MARK, boxAround, lightOf, lookOf } from "./looks";
import type { LabelItem, Line, Mark, Point, Scene, Theme } from "./scene";
import type { State } from "../state/state";
import type { Visible } from "../state/visible";

/** The communities of the first connectors, up to this rank, are named whatever the room. */
const FIRST = 10;
/** A community with a smaller share of the organisations is named only from close by. */
const SMALL = 0.01;

const known = new WeakMap<Visible, Map<number, number>>();

/** How the ties between communities stand: by `low * count + high`, absent where there is none. */
export function tieStandings(data: Data, visible: Visible): Map<number, number> {
  const before = known.get(visible);
  if (before) return before;
  const standings = new Map<number, number>();
  known.set(visible, standings);
  const count = data.communities.length;
  for (let group = 0; group < data.groups.length; group += 1) {
    if (!visible.groups[group]) continue;
    // By community, the best standing of its members in the group.
    const met = new Map<number, number>();
    for (const at of data.ofGroup.of(group)) {
      const node = data.memberships[at]![0];
      const stands = visible.memberships[at]!;
      const community = data.communityOf[data.sceneOf[node]!] ?? -1;
      if (stands === NO || community < 0 || !visible.nodes[node]) continue;
      met.set(community, Math.max(stands, met.get(community) ?? NO));
    }
    const ends = [...met].sort((a, b) => a[0] - b[0]);
    ends.forEach(([low, one], nth) => {
      for (const [high, other] of ends.slice(nth + 1)) {
        const key = low * count + high;
        standings.set(key, Math.max(Math.min(one, other), standings.get(key) ?? NO));
      }
    });
  }
  return standings;
}

/** How a tie between two communities stands; NO where the filters leave none. */
function standingOf(data: Data, visible: Visible, a: number, b: number): number {
  return tieStandings(data, visible).get(Math.min(a, b) * data.communities.length + Math.max(a, b)) ?? NO;
}

/** The communities tied to one in the overview as it is filtered, those with most ties first. */
export function tiedTo(data: Data, visible: Visible, community: number): { community: number; count: number }[] {
  const found: { community: number; count: number }[] = [];
  for (const [a, b, count] of data.ties) {
    if (a !== community && b !== community) continue;
    if (standingOf(data, visible, a, b) === NO) continue;
    if (a === community) found.push({ community: b, count });
    else found.push({ community: a, count });
  }
  return found.sort((a, b) => b.count - a.count || a.community - b.community);
}

const people = new WeakMap<Visible, Map<string, number>[]>();

/** By community, how many members are shown of each colour. */
function peopled(data: Data, visible: Visible): Map<string, number>[] {
  const before = people.get(visible);
  if (before) return before;
  const result = data.communities.map(() => new Map<string, number>());
  data.sceneOf.forEach((scene, node) => {
    const counts = result[data.communityOf[scene] ?? -1];
    if (!counts || !visible.nodes[node]) return;
    const { color } = data.kindOf[node]!;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  });
  people.set(visible, result);
  return result;
}

/** By community, how many members are shown. */
export const shownIn = (data: Data, visible: Visible): number[] =>
  peopled(data, visible).map((counts) => [...counts.values()].reduce((sum, each) => sum + each, 0));

/** The name of a community with how many members are shown. */
export const communityLabel = (data: Data, visible: Visible, community: number): string =>
  labelFor(data.communities[community]!.label, shownIn(data, visible)[community]!, data.communities[community]!.count);

/** The label of a community; where the filters leave out some of its members, with how many they leave. */
const labelFor = (label: string, shown: number, count: number): string =>
  shown === count ? label : label.replace(/\((\d+)\)$/, `(${shown}/$1)`);

/** What the author notes on members of a community. */
const notesIn = (data: Data, community: number): string[] =>
  data.highlights.filter(({ note, nodes }) => note && nodes.length === 1 && data.communityOf[data.sceneOf[nodes[0]!]!] === community).map(({ note, nodes }) => `${data.nodes[nodes[0]!]!.label}: ${note}`);

export function composeOverview(data: Data, state: State, visible: Visible, theme: Theme, key: string): Scene {
  const { communities, ties, community: look } = data;
  const chosen = state.community;
  const tie = state.tie?.[0] === "communities" ? state.tie.slice(1) : null;
  const kept = tie ? new Set(tie) : chosen === null ? null : new Set([chosen, ...tiedTo(data, visible, chosen).map((each) => each.community)]);
  const shown = peopled(data, visible);
  const marks: Mark[] = [];
  const labels: LabelItem[] = [];
  const order = communities
    .map((_, at) => at)
    .sort((a, b) => communities[a]!.best - communities[b]!.best || communities[b]!.size - communities[a]!.size || a - b);
  const small = SMALL * communities.reduce((sum, { count }) => sum + count, 0);
  const placeOf = new Map(order.map((at, place) => [at, place]));
  communities.forEach(({ x, y, size: whole, label, side, count, best }, index) => {
    const counts = shown[index]!;
    const members = [...counts.values()].reduce((sum, each) => sum + each, 0);
    if (!members) return;
    const size = whole * Math.sqrt(members / count);
    const shares = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([color, each]): [string, number] => [color, each / members]);
    const light = lightOf(!kept, !!kept?.has(index));
    const { shape = "dot", color = theme.muted, edge = theme.text } = look ?? {};
    marks.push({ index, x, y, size, shape, color, edge, light, alpha: light === "dimmed" ? DIMMED_MARK : 1, shares });
    const noted = notesIn(data, index);
    const connects = best <= FIRST;
    const first = connects || data.foremost.some((node) => data.communityOf[data.sceneOf[node]!] === index);
    const text = [labelFor(label, members, count), ...noted].join(". ");
    labels.push({ x, y, size, text, short: "", framed: noted.length > 0, first, bold: connects, alone: !first && count < small, side, kind: "community", index, lit: light === "lit", order: placeOf.get(index)! });
  });
  const strongest = Math.max(1, ...ties.map(([, , count]) => count));
  const lines: Line[] = [];
  for (const [from, to, count] of ties) {
    const stands = standingOf(data, visible, from, to);
    if (stands === NO) continue;
    const light = lightOf(!kept, tie ? tie.includes(from) && tie.includes(to) : from === chosen || to === chosen);
    lines.push({
      x1: communities[from]!.x,
      y1: communities[from]!.y,
      x2: communities[to]!.x,
      y2: communities[to]!.y,
      from,
      to,
      groups: [],
      layer: -1,
      ...lookOf(undefined, theme, 3 * Math.sqrt(count / strongest), light, stands === UNKNOWN, false),
    });
  }
  labels.sort((a, b) => Number(b.lit) - Number(a.lit) || a.order - b.order);
  const points = communities.map(({ x, y }): Point => [x, y]);
  return { key, marks, lines, hubs: [], labels, bounds: boxAround(points), caption: null, ringed: [...data.highlights.flatMap(({ nodes }) => nodes.map((node) => data.communityOf[data.sceneOf[node]!]!)), ...(chosen === null ? [] : [chosen])], theme };
}
