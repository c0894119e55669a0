/** The scene of an overview: communities as marks, and the strongest ties between them. */

import type { Data } from "../state/content";
import { NO, UNKNOWN } from "../state/dates";
import { DIMMED_MARK, boxAround, lightOf, lookOf } from "./looks";
import type { LabelItem, Line, Mark, Point, Scene, Theme } from "./scene";
import type { State } from "../state/state";
import type { Visible } from "../state/visible";

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

/** Which communities have a member that is shown. */
function peopled(data: Data, visible: Visible): Uint8Array {
  const result = new Uint8Array(data.communities.length);
  data.sceneOf.forEach((scene, node) => {
    const community = data.communityOf[scene] ?? -1;
    if (community >= 0 && visible.nodes[node]) result[community] = 1;
  });
  return result;
}

export function composeOverview(data: Data, state: State, visible: Visible, theme: Theme, key: string): Scene {
  const { communities, ties, community: look } = data;
  const chosen = state.community;
  const kept = chosen === null ? null : new Set([chosen, ...tiedTo(data, visible, chosen).map((each) => each.community)]);
  const shown = peopled(data, visible);
  const marks: Mark[] = [];
  const labels: LabelItem[] = [];
  const order = communities
    .map((_, at) => at)
    .sort((a, b) => communities[b]!.size - communities[a]!.size || a - b);
  const placeOf = new Map(order.map((at, place) => [at, place]));
  communities.forEach(({ x, y, size, label, side }, index) => {
    if (!shown[index]) return;
    const light = lightOf(!kept, !!kept?.has(index));
    const { shape = "dot", color = theme.muted, edge = theme.text } = look ?? {};
    marks.push({ index, x, y, size, shape, color, edge, light, alpha: light === "dimmed" ? DIMMED_MARK : 1 });
    labels.push({ x, y, size, text: label, short: "", first: false, alone: false, side, kind: "community", index, lit: light === "lit", order: placeOf.get(index)! });
  });
  const strongest = Math.max(1, ...ties.map(([, , count]) => count));
  const lines: Line[] = [];
  for (const [from, to, count] of ties) {
    const stands = standingOf(data, visible, from, to);
    if (stands === NO) continue;
    const light = lightOf(chosen === null, from === chosen || to === chosen);
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
  return { key, marks, lines, hubs: [], labels, bounds: boxAround(points), caption: null, ringed: chosen === null ? [] : [chosen], theme };
}
