/** Why two are tied: what they share, and the memberships by which they do. Pure. */

import type { Data } from "./content";
import { NO, YES } from "./dates";
import type { Tie } from "./state";
import { membersOf, type Visible } from "./visible";

/** A group that ties two organisations. */
export interface Shared {
  group: number;
  /** The memberships by which it does; an organisation that is the group needs none. */
  memberships: number[];
  /** NO where the filters leave the tie out. */
  standing: number;
}

const known = new WeakMap<Data, Map<number, number>>();

/** By group, the organisation that it is. */
export function anchorsOf(data: Data): Map<number, number> {
  let anchors = known.get(data);
  if (!anchors) {
    const groups = data.scenes.flatMap((scene) => scene.groups);
    anchors = new Map(groups.flatMap(([group, anchor]) => (anchor === null ? [] : [[group, anchor] as const])));
    known.set(data, anchors);
  }
  return anchors;
}

/** What two organisations share: what the filters leave comes first. */
export function sharedBy(data: Data, visible: Visible, first: number, second: number): Shared[] {
  const anchors = anchorsOf(data);
  const ends = [first, second].map((node) => {
    const groups = new Map<number, number | null>();
    for (const [group, anchor] of anchors) if (anchor === node) groups.set(group, null);
    for (const at of data.ofNode.of(node)) if (!groups.has(data.memberships[at]![1])) groups.set(data.memberships[at]![1], at);
    return groups;
  });
  const shared: Shared[] = [];
  for (const [group, one] of ends[0]!) {
    const other = ends[1]!.get(group);
    if (other === undefined) continue;
    const memberships = [one, other].filter((at) => at !== null);
    const stands = memberships.map((at): number => visible.memberships[at]!);
    shared.push({ group, memberships, standing: visible.groups[group] ? Math.min(YES, ...stands) : NO });
  }
  return shared.sort((a, b) => Number(a.standing === NO) - Number(b.standing === NO) || a.group - b.group);
}

/** What ties two communities now: the shared groups, and the organisations in most of them, each with a count. */
export interface Between {
  /** With how many pairs of organisations each ties. */
  groups: [group: number, pairs: number][];
  /** With how many of the groups each is in. */
  organisations: [node: number, groups: number][];
}

export function betweenCommunities(data: Data, visible: Visible, first: number, second: number): Between {
  const groups: Between["groups"] = [];
  const counts = new Map<number, number>();
  for (let group = 0; group < data.groups.length; group += 1) {
    if (!visible.groups[group]) continue;
    const sides = new Map<number, number[]>([[first, []], [second, []]]);
    for (const { node } of membersOf(data, visible, group)) sides.get(data.communityOf[data.sceneOf[node]!] ?? -1)?.push(node);
    const [one, other] = [sides.get(first)!, sides.get(second)!];
    if (!one.length || !other.length) continue;
    groups.push([group, one.length * other.length]);
    for (const node of [...one, ...other]) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  const most = (a: [number, number], b: [number, number]): number => b[1] - a[1] || a[0] - b[0];
  return { groups: groups.sort(most), organisations: [...counts].sort(most) };
}

/** The names of the two, the first one first. */
export function namesOf(data: Data, [kind, first, second]: Tie): [string, string] {
  if (kind === "communities") return [data.communities[first]!.label, data.communities[second]!.label];
  return [data.nodes[first]!.label, kind === "part" ? data.groups[second]!.name : data.nodes[second]!.label];
}
