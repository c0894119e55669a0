/**
 * Facets: the filters by what organisations and groups are, as the content lists them. State, address,
 * visible set, legend, table, downloads and `graphkitView` go through `data.facets` and name none.
 */

import { PAIR, type Data, type Facet, type FacetValue } from "./content";
import { toggled, type Hidden } from "./state";

const NONE: ReadonlySet<string> = new Set();

/** The facets of organisations or of groups. */
export const facetsOf = (data: Data, of: Facet["of"]): Facet[] => data.facets.filter((facet) => facet.of === of);

/** The values of one organisation or group, as indices. */
export function valuesAt(facet: Facet, at: number): readonly number[] {
  const each = facet.each[at] ?? [];
  return typeof each === "number" ? [each] : each;
}

/** The same in words; "" where none is stated. */
export const wordsAt = (facet: Facet, at: number): string =>
  valuesAt(facet, at)
    .map((value) => facet.values[value]!)
    .map(({ value, label }) => (value ? label : ""))
    .join(", ");

/** The values of a facet that are switched off. */
export const hiddenOf = (hidden: Hidden, { name }: Facet): ReadonlySet<string> => hidden[name] ?? NONE;

/**
 * Whether a facet leaves an organisation or a group: it does while one of its values is switched on, and
 * when it has none, because the facet is not about it.
 */
export function shows(facet: Facet, hidden: Hidden, at: number): boolean {
  const off = hiddenOf(hidden, facet);
  const values = valuesAt(facet, at);
  return !off.size || !values.length || values.some((value) => !off.has(facet.values[value]!.value));
}

/** 1 for each organisation or group that every facet leaves. */
export function shownBy(data: Data, hidden: Hidden, of: Facet["of"]): Uint8Array {
  const result = new Uint8Array(data[of].length).fill(1);
  for (const facet of facetsOf(data, of)) {
    if (!hiddenOf(hidden, facet).size) continue;
    for (let at = 0; at < result.length; at += 1) if (!shows(facet, hidden, at)) result[at] = 0;
  }
  return result;
}

/** With a value switched on or off. */
export const switched = (hidden: Hidden, facet: Facet, value: string, off: boolean): Hidden => ({
  ...hidden,
  [facet.name]: toggled(hiddenOf(hidden, facet), value, off),
});

/** With every value of an organisation switched on. */
export function withShown(data: Data, hidden: Hidden, node: number): Hidden {
  let result = hidden;
  for (const facet of facetsOf(data, "nodes")) {
    for (const value of valuesAt(facet, node)) result = switched(result, facet, facet.values[value]!.value, false);
  }
  return result;
}

/** How many organisations, or groups that tie, have each value. */
export function countsOf(data: Data, facet: Facet): number[] {
  const counts = facet.values.map(() => 0);
  facet.each.forEach((_, at) => {
    if (facet.of === "groups" && data.ofGroup.count(at) < PAIR) return;
    for (const value of valuesAt(facet, at)) counts[value]! += 1;
  });
  return counts;
}

/** Of some organisations or groups, how many have each value of a facet, the commonest first. */
export function commonest(facet: Facet, those: Iterable<number>): [value: FacetValue, count: number][] {
  const counts = new Map<number, number>();
  for (const at of those) for (const value of valuesAt(facet, at)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return order.map(([value, count]) => [facet.values[value]!, count]);
}

/** All that is switched off, in the order of the facets. */
export const allHidden = (data: Data, hidden: Hidden): [facet: Facet, value: string][] =>
  data.facets.flatMap((facet) => [...hiddenOf(hidden, facet)].map((value): [Facet, string] => [facet, value]));
