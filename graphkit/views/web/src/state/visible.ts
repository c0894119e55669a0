/** What a state shows: which organisations, which memberships and groups, and how certainly. */

import { PAIR, type Data, type Organisation } from "./content";
import { NO, UNKNOWN, YES, parsePeriod, standing, type Period } from "./dates";
import { shownBy } from "./facets";
import type { State } from "./state";

/** By index; memberships, groups and facts are NO (hidden), UNKNOWN or YES. */
export interface Visible {
  /** 1 where no facet hides the organisation, and it may have existed at the date. */
  nodes: Uint8Array;
  /** By date and the facets of groups alone: whether its organisation is hidden is not asked. */
  memberships: Uint8Array;
  /** Whether two members at least are shown; certainly when two memberships are certain. */
  groups: Uint8Array;
  /** Facts at the date; all YES without one. */
  facts: Uint8Array;
  /** absent: organisations that did not exist at the date. */
  counts: { yes: number; unknown: number; no: number; nodes: number; absent: number };
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

/** Whether an organisation may have existed in a period; all did without one. */
export const existed = ({ lifetime }: Organisation, period: Period | null): boolean =>
  !period || !lifetime || standing(lifetime, period) !== NO;

export function visibleOf(data: Data, state: State, facts = standings(data, state.date)): Visible {
  const { groups, memberships } = data;
  const period = state.date ? parsePeriod(state.date) : null;
  const exists = Uint8Array.from(data.nodes, (each) => Number(existed(each, period)));
  const node = shownBy(data, state.hidden, "nodes").map((shown, at) => shown & exists[at]!);
  const groupShown = shownBy(data, state.hidden, "groups");
  const member = new Uint8Array(memberships.length);
  const likely = new Uint32Array(groups.length);
  const certain = new Uint32Array(groups.length);
  memberships.forEach(([organisation, group, stated], at) => {
    if (!groupShown[group]) return;
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
  const total = (ones: Uint8Array): number => ones.reduce((sum, one) => sum + one, 0);
  const counts = { yes: 0, unknown: 0, no: 0, nodes: total(node), absent: exists.length - total(exists) };
  for (const each of facts) {
    if (each === YES) counts.yes += 1;
    else if (each === UNKNOWN) counts.unknown += 1;
    else counts.no += 1;
  }
  return { nodes: node, memberships: member, groups: group, facts, counts };
}

/** How many facts stand behind what is shown. */
export function factsShown(data: Data, visible: Visible): number {
  const shown = new Set<number>();
  data.memberships.forEach(([node, group, facts], at) => {
    if (visible.memberships[at] === NO || !visible.nodes[node] || !visible.groups[group]) return;
    for (const fact of facts) if (visible.facts[fact] !== NO) shown.add(fact);
  });
  return shown.size;
}

/** A member of a group: which, and with which membership. */
export interface Member {
  node: number;
  at: number;
}

/** The members of a group that no facet hides; past: also those whose membership the filters leave out. */
export function membersOf(data: Data, visible: Visible, group: number, past = false): Member[] {
  const members: Member[] = [];
  for (const at of data.ofGroup.of(group)) {
    const node = data.memberships[at]![0];
    if (visible.nodes[node] && (past || visible.memberships[at])) members.push({ node, at });
  }
  return members;
}

/** Whether an organisation shares a group with somebody who is shown. */
export function isTied(data: Data, visible: Visible, node: number): boolean {
  for (const at of data.ofNode.of(node)) if (visible.memberships[at] && visible.groups[data.memberships[at]![1]]) return true;
  return false;
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
