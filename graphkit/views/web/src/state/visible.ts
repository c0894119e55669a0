/** What a state shows: which organisations, which memberships and groups, and how certainly. */

import type { Data } from "./content";
import { NO, UNKNOWN, YES, parsePeriod, standing } from "./dates";
import type { State } from "./state";

/** A group ties organisations when it has so many members. */
export const PAIR = 2;

/** By index; memberships, groups and facts are NO (hidden), UNKNOWN or YES. */
export interface Visible {
  /** 1 where the kind and sector of an organisation are shown. */
  nodes: Uint8Array;
  /** By date and layer alone: whether its organisation is hidden is not asked. */
  memberships: Uint8Array;
  /** Whether two members at least are shown; certainly when two memberships are certain. */
  groups: Uint8Array;
  /** Facts at the date; all YES without one. */
  facts: Uint8Array;
  counts: { yes: number; unknown: number; no: number; nodes: number };
}

/** The standing of every fact at a date; all are in force at none. */
export function standings(data: Data, date: string): Uint8Array {
  const period = date ? parsePeriod(date) : null;
  const result = new Uint8Array(data.facts.length).fill(YES);
  if (!period) return result;
  const undated = standing(undefined, period);
  const byBounds = data.bounds.map((bounds) => standing(bounds, period));
  data.facts.forEach(({ bounds }, at) => (result[at] = bounds === undefined ? undated : byBounds[bounds]!));
  return result;
}

export function visibleOf(data: Data, state: State, facts = standings(data, state.date)): Visible {
  const { nodes, groups, memberships } = data;
  const kindShown = data.kinds.map(({ kind }) => !state.hiddenKinds.has(kind));
  const sectorShown = data.sectors.map(({ sector }) => !state.hiddenSectors.has(sector));
  const layerShown = data.layers.map(({ layer }) => !state.hiddenLayers.has(layer));
  const node = new Uint8Array(nodes.length);
  let shown = 0;
  nodes.forEach(({ kind, sector }, at) => {
    if (kindShown[kind] === false || sectorShown[sector] === false) return;
    node[at] = 1;
    shown += 1;
  });
  const member = new Uint8Array(memberships.length);
  const likely = new Uint32Array(groups.length);
  const certain = new Uint32Array(groups.length);
  memberships.forEach(([organisation, group, stated], at) => {
    if (layerShown[groups[group]!.layer] === false) return;
    let best: number = stated.length ? NO : YES;
    for (const fact of stated) best = Math.max(best, facts[fact]!);
    if (best === UNKNOWN && !state.unknown) best = NO;
    member[at] = best;
    if (best === NO || !node[organisation]) return;
    likely[group]! += 1;
    if (best === YES) certain[group]! += 1;
  });
  const group = new Uint8Array(groups.length);
  for (let at = 0; at < group.length; at += 1) {
    group[at] = certain[at]! >= PAIR ? YES : likely[at]! >= PAIR ? UNKNOWN : NO;
  }
  const counts = { yes: 0, unknown: 0, no: 0, nodes: shown };
  for (const each of facts) {
    if (each === YES) counts.yes += 1;
    else if (each === UNKNOWN) counts.unknown += 1;
    else counts.no += 1;
  }
  return { nodes: node, memberships: member, groups: group, facts, counts };
}

/** A member of a group: which, and with which membership. */
export interface Member {
  node: number;
  at: number;
}

/** The members of a group whose kind and sector are shown; past: those too whom date and layer leave out. */
export function membersOf(data: Data, visible: Visible, group: number, past = false): Member[] {
  const members: Member[] = [];
  for (const at of data.ofGroup.of(group)) {
    const node = data.memberships[at]![0];
    if (visible.nodes[node] && (past || visible.memberships[at])) members.push({ node, at });
  }
  return members;
}

/** Those shown who share a group with an organisation, those with most shared groups first. */
export function neighboursOf(data: Data, visible: Visible, node: number): number[] {
  const shared = new Map<number, number>();
  for (const at of data.ofNode.of(node)) {
    if (!visible.memberships[at]) continue;
    for (const member of membersOf(data, visible, data.memberships[at]![1])) {
      if (member.node !== node) shared.set(member.node, (shared.get(member.node) ?? 0) + 1);
    }
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([each]) => each);
}
