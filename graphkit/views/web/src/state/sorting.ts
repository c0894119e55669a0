/** The order of the table's rows: pure. */

import { attributes } from "./attributes";
import type { Data } from "./content";

/** "rank", "name", the name of an attribute, or the number of a metric. */
export type Column = string | number;
export type Direction = "ascending" | "descending";

/** Organisations in the order of a column; those without a value come last either way. */
export function sortedRows(data: Data, column: Column, direction: Direction): number[] {
  const order = data.nodes.map((_, at) => at);
  const sign = direction === "ascending" ? 1 : -1;
  const byNumber = (value: (node: number) => number | null): number[] => {
    const values = order.map(value);
    return order.sort((a, b) => {
      const [one, other] = [values[a]!, values[b]!];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
      return sign * (one - other) || a - b;
    });
  };
  if (column === "rank") {
    const by = data.metrics.findIndex(({ name }) => name === data.by);
    return byNumber((node) => data.nodes[node]!.ranks[by] ?? null);
  }
  if (typeof column === "number") return byNumber((node) => data.nodes[node]!.values[column] ?? null);
  const collator = new Intl.Collator(data.language, { numeric: true });
  const text = attributes(data).find(({ name }) => name === column)?.text ?? ((node: number) => data.nodes[node]!.label);
  const texts = order.map(text);
  return order.sort((a, b) => {
    const [one, other] = [texts[a]!, texts[b]!];
    if (!one || !other) return Number(!one) - Number(!other) || a - b;
    return sign * collator.compare(one, other) || a - b;
  });
}
