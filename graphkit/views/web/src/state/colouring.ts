/** What colour and shape of marks can stand for: the facets of organisations, and their places. */

import { textsOf } from "./attributes";
import type { Data, Facet, MarkLook } from "./content";
import { facetsOf, valuesAt } from "./facets";

const PLACE = "place";

/**
 * Each organisation in one category, that of all its values; the categories sorted as Python sorts them,
 * so that a figure drawn with `--colour` has the same marks.
 */
function categorised(data: Data, name: string, label: string, of: (node: number) => [value: string, label: string]): Facet | null {
  const found = data.nodes.map((_, node) => of(node));
  const labels = new Map(found);
  const stated = [...labels.keys()].filter(Boolean).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (!stated.length || stated.length > data.palette.length) return null;
  const values = stated.map((value, at) => ({ value, label: labels.get(value)!, mark: data.palette[at]! }));
  if (labels.has("")) values.push({ value: "", label: data.texts["notStated"] ?? "", mark: data.unstated });
  const index = new Map(values.map(({ value }, at) => [value, at]));
  return { name, label, of: "nodes", values, each: found.map(([value]) => index.get(value)!) };
}

const menus = new WeakMap<Data, Facet[]>();

/** What marks can stand for, with the marks of each category: first what the page was drawn with. */
export function colourings(data: Data): Facet[] {
  const known = menus.get(data);
  if (known) return known;
  const drawn = data.facets.find(({ name }) => name === data.marked)!;
  const menu = [{ ...drawn, values: drawn.values.map((value) => ({ ...value })) }];
  for (const facet of facetsOf(data, "nodes")) {
    if (facet.name === data.marked) continue;
    const made = categorised(data, facet.name, facet.label, (node) => {
      const values = valuesAt(facet, node).map((at) => facet.values[at]!).filter(({ value }) => value);
      return [values.map(({ value }) => value).join(", "), values.map(({ label }) => label).join(", ")];
    });
    if (!made) continue;
    if (facet.name === "kind") for (const value of made.values) value.mark = data.kinds[value.value] ?? value.mark!;
    menu.push(made);
  }
  const column = data.columns.find(({ name }) => name === PLACE);
  if (column && !menu.some(({ name }) => name === PLACE)) {
    const places = categorised(data, PLACE, column.label, (node) => {
      const text = textsOf(data, node, PLACE).join(", ");
      return [text, text];
    });
    if (places) menu.push(places);
  }
  menus.set(data, menu);
  return menu;
}

/** The facet that has the marks, and those that are filters. */
export const shownFacets = (data: Data): Facet[] => (data.facets.includes(data.colours) ? data.facets : [data.colours, ...data.facets]);

/** Let the marks stand for something else. */
export function colourBy(data: Data, name: string): void {
  const chosen = colourings(data).find((each) => each.name === name);
  if (!chosen) return;
  const filter = data.facets.find((facet) => facet.name === name);
  for (const facet of facetsOf(data, "nodes")) for (const value of facet.values) delete value.mark;
  const marks = new Map(chosen.values.map(({ value, mark }) => [value, mark]));
  // A filter of which organisations have several values has fewer of them than there are categories.
  const same = filter && filter.values.length === chosen.values.length && filter.values.every(({ value }) => marks.has(value));
  if (same) for (const value of filter.values) value.mark = marks.get(value.value);
  data.colours = same ? filter : chosen;
  const look = (node: number): MarkLook => chosen.values[chosen.each[node] as number]!.mark!;
  data.kindOf = data.kindOf.map(({ label }, node) => {
    const { shape, color, edge } = look(node);
    return { label, shape, color, edge };
  });
}
