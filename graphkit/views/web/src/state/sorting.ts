/** The order of the table's rows: pure. */

import type { Data } from "./content";

/** rank, name, kind, sector, place, or the number of a metric. */
export type Column = "rank" | "name" | "kind" | "sector" | "place" | number;
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
  const texts = order.map((node) => textOf(data, column, node));
  return order.sort((a, b) => {
    const [one, other] = [texts[a]!, texts[b]!];
    if (!one || !other) return Number(!one) - Number(!other) || a - b;
    return sign * collator.compare(one, other) || a - b;
  });
}

export function textOf(data: Data, column: "name" | "kind" | "sector" | "place", node: number): string {
  const { label, kind, sector, places = [] } = data.nodes[node]!;
  if (column === "name") return label;
  if (column === "kind") return data.kinds[kind]!.label;
  if (column === "sector") return data.sectors[sector]?.sector ? data.sectors[sector]!.label : "";
  return places.join(", ");
}
