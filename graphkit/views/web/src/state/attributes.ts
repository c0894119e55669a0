/** What is stated of organisations, in words: the columns that table and downloads have besides metrics. */

import type { Address, Data } from "./content";
import { facetsOf, wordsAt } from "./facets";

export interface Attribute {
  name: string;
  label: string;
  text(node: number): string;
}

/** What is stated of an organisation in a column. */
export const statedOf = (data: Data, node: number, column: string): (string | Address)[] => data.nodes[node]!.stated?.[column] ?? [];

/** The same as texts. */
export const textsOf = (data: Data, node: number, column: string): string[] =>
  statedOf(data, node, column).map((each) => (typeof each === "string" ? each : each.text));

/** The facets of organisations, then the columns of the table that are not facets. */
export function attributes(data: Data): Attribute[] {
  const facets = facetsOf(data, "nodes");
  const known = new Set(facets.map(({ name }) => name));
  return [
    ...facets.map((facet): Attribute => ({ name: facet.name, label: facet.label, text: (node) => wordsAt(facet, node) })),
    ...data.columns
      .filter(({ name, table }) => table && !known.has(name))
      .map(({ name, label }): Attribute => ({ name, label, text: (node) => textsOf(data, node, name).join(", ") })),
  ];
}
