/** Finding organisations and groups by what is typed: pure ranking of names. */

import { textsOf } from "./attributes";
import { PAIR, type Data } from "./content";
import { fold } from "./text";

const MOST_RESULTS = 12;
/** Groups come after organisations that match as well. */
const LATE = 8;

export type Found = { node: number } | { group: number };

interface Entry {
  found: Found;
  /** Folded names, the first one its own, joined by line ends. */
  keys: string;
  late: number;
}

/** How well keys match a query: lower is better, -1 is exactly, null is not at all. */
export function matchOf(keys: string, query: string): number | null {
  for (const word of query.split(" ")) if (!keys.includes(word)) return null;
  let best = 4;
  keys.split("\n").forEach((key, nth) => {
    const at = key.indexOf(query);
    if (at < 0) return;
    const found = at === 0 ? 0 : key[at - 1] === " " ? 1 : 2;
    best = Math.min(best, key === query ? -1 : found + (nth ? 1 : 0));
  });
  return best;
}

/** A search over everything that has a name; names are folded when something is first asked. */
export function makeFinder(data: Data): (text: string) => Found[] {
  let entries: Entry[] | null = null;
  const all = (): Entry[] => {
    const anchored = new Set(data.scenes.flatMap(({ groups }) => groups.filter((each) => each[1] !== null).map(([group]) => group)));
    const nodes = data.nodes.map(
      ({ label, id }, node): Entry => ({
        found: { node },
        keys: [label, ...textsOf(data, node, "aliases"), ...textsOf(data, node, "place"), id].map(fold).join("\n"),
        late: 0,
      }),
    );
    data.groups.forEach(({ name }, group) => {
      if (data.ofGroup.count(group) >= PAIR && !anchored.has(group)) nodes.push({ found: { group }, keys: fold(name), late: LATE });
    });
    return nodes;
  };
  return (text) => {
    const query = fold(text);
    if (!query) return [];
    entries ??= all();
    const hits: { entry: Entry; order: number; match: number }[] = [];
    entries.forEach((entry, order) => {
      const match = matchOf(entry.keys, query);
      if (match !== null) hits.push({ entry, order, match: match + entry.late });
    });
    hits.sort((a, b) => a.match - b.match || a.order - b.order);
    return hits.slice(0, MOST_RESULTS).map(({ entry }) => entry.found);
  };
}
