// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { makeLegend } from "../src/parts/legend";
import type { Page } from "../src/parts/page";
import { csv, selectionRows } from "../src/save/csv";
import { attributes } from "../src/state/attributes";
import type { Facet } from "../src/state/content";
import { NO, YES } from "../src/state/dates";
import { allHidden, countsOf, hiddenOf, switched, withShown } from "../src/state/facets";
import { fromHash, settled, toHash } from "../src/state/hash";
import { sortedRows } from "../src/state/sorting";
import type { State } from "../src/state/state";
import { visibleOf } from "../src/state/visible";
import { CONTENT, data, state } from "./content";

/** By hand: a is in both regions, b in the north, c in the south, and of d/1 nothing is stated. */
const REGION: Facet = {
  name: "region",
  label: "Region",
  of: "nodes",
  values: [
    { value: "north", label: "north" },
    { value: "a:b,c", label: "south" },
    { value: "", label: "not stated" },
  ],
  each: [[0, 1], 0, 1, 2],
};
/** The declaration and the tie are open to all, the cluster is not. */
const ACCESS: Facet = {
  name: "access",
  label: "Access",
  of: "groups",
  values: [
    { value: "open", label: "open to all" },
    { value: "closed", label: "closed" },
  ],
  each: [0, 1, 0],
};
const network = data({ ...CONTENT, facets: [...CONTENT.facets, REGION, ACCESS] });
const hiding = (...values: [Facet, string][]): State =>
  state({ hidden: values.reduce((hidden, [facet, value]) => switched(hidden, facet, value, true), state().hidden) });

test("an organisation is shown while one of its values is", () => {
  const shown = (...values: string[]) => [...visibleOf(network, hiding(...values.map((value): [Facet, string] => [REGION, value]))).nodes];
  expect(shown()).toEqual([1, 1, 1, 1]);
  expect(shown("north")).toEqual([1, 0, 1, 1]);
  expect(shown("north", "a:b,c")).toEqual([0, 0, 0, 1]);
  expect(shown("")).toEqual([1, 1, 1, 0]);
});

test("a facet of groups hides what they tie and nobody", () => {
  const seen = visibleOf(network, hiding([ACCESS, "open"]));
  expect([...seen.nodes]).toEqual([1, 1, 1, 1]);
  expect([...seen.groups]).toEqual([NO, YES, NO]);
});

test("a facet leaves groups alone that it is not about", () => {
  const values = ["lends to", "owns"].map((value) => ({ value, label: value }));
  const kinds: Facet = { name: "tieKind", label: "Kind of tie", of: "groups", values, each: [[], [], 0] };
  const ties = data({ ...CONTENT, facets: [...CONTENT.facets, kinds] });
  expect([...visibleOf(ties, hiding([kinds, "lends to"])).groups]).toEqual([YES, YES, NO]);
  expect([...visibleOf(ties, hiding([kinds, "owns"])).groups]).toEqual([YES, YES, YES]);
  expect(countsOf(ties, kinds)).toEqual([1, 0]);
});

test("facets hide together", () => {
  const now = hiding([REGION, "north"], [CONTENT.facets[0]!, "Company"], [ACCESS, "closed"]);
  expect([...visibleOf(network, now).nodes]).toEqual([0, 0, 0, 0]);
  expect(allHidden(network, now.hidden).map(([{ name }, value]) => [name, value])).toEqual([
    ["kind", "Company"],
    ["region", "north"],
    ["access", "closed"],
  ]);
});

test("the address has every facet, whatever letters its values hold", () => {
  const now = hiding([REGION, "a:b,c"], [REGION, ""], [ACCESS, "open"]);
  const hash = toHash(now, network);
  expect(hash).toBe("hide=region:a%3Ab%2Cc,region:,access:open");
  expect(fromHash(hash, network)).toEqual({ state: now, unknown: [], concealed: [] });
  expect(fromHash("hide=region:west,__proto__:x,constructor:y", network)).toEqual({
    state: state(),
    unknown: ["region:west", "__proto__:x", "constructor:y"],
    concealed: [],
  });
});

test("who is hidden by any facet is not selected, and is shown with all its values when asked for", () => {
  const now = hiding([REGION, "north"], [REGION, "a:b,c"]);
  expect(settled({ ...now, node: 0 }, network).node).toBeNull();
  const hidden = withShown(network, now.hidden, 0);
  expect([...hiddenOf(hidden, REGION)]).toEqual([]);
  expect(settled({ ...now, hidden, node: 0 }, network).node).toBe(0);
});

test("values are counted, of groups those that tie", () => {
  expect(countsOf(network, REGION)).toEqual([2, 2, 1]);
  expect(countsOf(network, ACCESS)).toEqual([2, 1]);
  const alone = data({ ...CONTENT, memberships: CONTENT.memberships.slice(0, 4) });
  // By hand: without the others b alone is in its cluster, and nobody is in the tie.
  expect(countsOf(alone, alone.facets[2]!)).toEqual([0, 1, 0]);
});

test("table and file have a column for it, which sorts", () => {
  expect(attributes(network).map(({ label }) => label)).toEqual(["kind", "sector", "Region", "place"]);
  expect(sortedRows(network, "region", "ascending")).toEqual([1, 0, 2, 3]);
  const now = state({ group: 1 });
  const rows = selectionRows(network, now, visibleOf(network, now), [], (name) => name);
  const named = rows.slice(1).map((row) => Object.fromEntries(rows[0]!.map((head, at) => [head, row[at]])));
  expect(named.map(({ id, Region, Access }) => [id, Region, Access])).toEqual([
    ["b", "north", "closed"],
    ["c", "south", "closed"],
    ["c", "south", "closed"],
  ]);
  expect(csv(rows)).toContain('"Region"');
});

let now = state();
const page = {
  data: network,
  say: (name: string) => name,
  state: () => now,
  visible: () => visibleOf(network, now),
  changes: () => null,
  scene: () => ({ marks: [{ index: 0 }], lines: [{ groups: [0] }] }),
  set: (patch: Partial<State>) => (now = { ...now, ...patch }),
} as unknown as Page;

beforeEach(() => {
  now = state();
  document.body.innerHTML = '<details id="legend"><summary>Legend</summary><ul id="key"></ul></details><ul id="strip"></ul>';
});

test("the legend has a switch for each value, those of marks and lines before the key", () => {
  const legend = makeLegend(page);
  const parts = [...document.getElementById("legend")!.children].map((part) => part.querySelector("h3")?.textContent ?? part.id);
  expect(parts).toEqual(["", "kind", "layer", "key", "sector", "Region", "Access"]);
  const box = document.querySelector<HTMLInputElement>("#facet-region label:nth-child(2) input")!;
  expect(box.parentElement!.textContent).toBe("South2");
  box.click();
  expect([...hiddenOf(now.hidden, REGION)]).toEqual(["a:b,c"]);
  now = state();
  legend.update(now, null);
  expect(box.checked).toBe(true);
  // By hand: one mark and one line are drawn.
  expect(document.getElementById("strip")!.children).toHaveLength(2);
});

test("a single value is in the legend only where it explains marks or lines", () => {
  const one = CONTENT.facets.map((facet) => ({ ...facet, values: facet.values.slice(0, 1), each: facet.each.map(() => 0) }));
  makeLegend({ ...page, data: data({ ...CONTENT, facets: one }) });
  expect([...document.querySelectorAll("h3")].map(({ textContent }) => textContent)).toEqual(["kind", "layer"]);
});
