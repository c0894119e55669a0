/** Radii of marks: areas grow with a metric, as in Python's `views.building`. */

import type { Data } from "./content";

export const SMALLEST = 6;
export const LARGEST = 20;
/** Of all marks where nothing is ranked. */
export const ALIKE = 9;

/** A radius for each value: the best is the largest, no value the smallest. */
export function radii(values: (number | null)[], best: "highest" | "lowest"): Float64Array {
  const result = new Float64Array(values.length).fill(SMALLEST);
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most === -Infinity) return result;
  const [from, to] = best === "lowest" ? [most, least] : [Math.min(0, least), most];
  const reach = to - from;
  if (!reach) return result;
  values.forEach((value, at) => {
    if (value === null) return;
    const share = (value - from) / reach;
    result[at] = Number(Math.sqrt(SMALLEST ** 2 + share * (LARGEST ** 2 - SMALLEST ** 2)).toFixed(2));
  });
  return result;
}

const known = new WeakMap<Data, Map<string, Float64Array>>();

/** The radius of each organisation by a metric. */
export function sizesBy(data: Data, metric: string): Float64Array {
  const byName = known.get(data) ?? new Map<string, Float64Array>();
  known.set(data, byName);
  let sizes = byName.get(metric);
  if (!sizes) {
    const column = data.metrics.findIndex(({ name }) => name === metric);
    const values = data.nodes.map((node) => node.values[column] ?? null);
    sizes = column < 0 ? new Float64Array(values.length).fill(ALIKE) : radii(values, data.metrics[column]?.best ?? "highest");
    byName.set(metric, sizes);
  }
  return sizes;
}
