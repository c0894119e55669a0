// @vitest-environment jsdom
import { expect, test } from "vitest";
import { compose } from "../src/scene/compose";
import { cell, csv, selectionRows } from "../src/save/csv";
import type { Theme } from "../src/scene/scene";
import { lay } from "../src/save/sheet";
import { sheetOf } from "../src/save/svg";
import { LIGHT } from "../src/render/theme";
import { visibleOf } from "../src/state/visible";
import { CONTENT, data, state } from "./content";

test.each([
  ["=1+1", "\"'=1+1\""],
  ["+1", "\"'+1\""],
  ["-1", "\"'-1\""],
  ["@x", "\"'@x\""],
  ["\tx", "\"'\tx\""],
  ["\rx", "\"'\rx\""],
  ['a "b", c', '"a ""b"", c"'],
  ["a\u001b[31m\u009b \u202eb", '"a\\u001b[31m\\u009b \\u202eb"'],
  [-1.5, '"-1.5"'],
  [null, '""'],
])("the cell of %j is %s", (value, text) => expect(cell(value)).toBe(text));

test("a file has its mark and ends every row as spreadsheets want it", () => {
  expect(csv([["a", 1], ["b", null]])).toBe('\ufeff"a","1"\r\n"b",""\r\n');
});

const network = data();
const rows = (patch = {}) => {
  const now = state(patch);
  return selectionRows(network, now, visibleOf(network, now), [0, 1, 2, 3], (name) => name);
};

test("with nothing selected there is a row for each organisation", () => {
  expect(rows()).toHaveLength(5);
  expect(rows()[0]).toEqual(["organisation", "id", "kind", "sector", "place", "Degree", "Constraint"]);
  expect(rows()[4]).toEqual(['Dom, "D"', "d/1", "Company", "business", "", 0, null]);
});

test("of an organisation its facts are given, and its neighbours' in what they share", () => {
  const given = rows({ node: 0 }).slice(1);
  expect(given.map((row) => [row[1], row[7], row[10]])).toEqual([
    ["a", "Deklaracja", "since 2014-11-07"],
    ["a", "umowa", "2010 to 2012"],
    ["c", "Deklaracja", "date unknown"],
    ["c", "umowa", "2010 to 2012"],
    ["b", "Deklaracja", "since 2014-11-07"],
  ]);
  expect(given[0]!.slice(8)).toEqual(["declaration", "partner", "since 2014-11-07", "stated", "", "", "", "", "Protokół (p4, 2014-11) https://example.org/1"]);
  const then = rows({ node: 0, date: "2011" }).slice(1);
  expect(then.map((row) => [row[1], row[7]])).toEqual([["a", "umowa"], ["c", "umowa"]]);
});

test("who is hidden is not in the file of a selection", () => {
  const companies = { hidden: { kind: new Set(["Cluster"]) } };
  expect(rows({ node: 0, ...companies }).slice(1).map((row) => row[1])).toEqual(["a", "a", "c", "c"]);
  expect(rows({ group: 0, ...companies }).slice(1).map((row) => row[1])).toEqual(["a", "c"]);
});

test("a fact says for whom it is stated and who signed", () => {
  const facts = CONTENT.facts.map((fact, at) => (at ? fact : { ...fact, as: "Wydział", by: "b", byName: "Klaster B" }));
  const signed = data({ ...CONTENT, facts });
  const now = state({ node: 0 });
  const [head, first] = selectionRows(signed, now, visibleOf(signed, now), [], (name) => name);
  const said = Object.fromEntries(head!.map((column, at) => [column, first![at]]));
  expect(said).toMatchObject({ as: "Wydział", representedBy: "Klaster B", note: "" });
});

test("no text can become markup in the SVG, and it is well formed", () => {
  const hostile = "</text><script>alert(1)</script>\u0001";
  const nodes = CONTENT.nodes.map((node) => ({ ...node, label: hostile }));
  const full = data({ ...CONTENT, nodes });
  const theme: Theme = { dark: false, background: "#fff", text: "#000", muted: "#555", accent: "#00f" };
  const scene = compose(full, state({ node: 0 }), visibleOf(full, state()), theme);
  const sheet = { theme, title: hostile, subtitle: hostile, language: "pl", legend: [{ text: hostile, hub: true }], authored: [hostile], notes: [hostile], foremost: "Most connected (degree): Uni." };
  const file = sheetOf(scene, sheet, (text) => 6 * text.length);
  const read = new DOMParser().parseFromString(file, "image/svg+xml");
  expect(read.querySelector("parsererror")).toBeNull();
  expect(read.querySelectorAll("script")).toHaveLength(0);
  expect(read.querySelector("title")!.textContent).toBe(hostile.replace("\u0001", ""));
  expect(read.querySelector("desc")!.textContent).toBe(`Most connected (degree): Uni. ${hostile.replace("\u0001", "")}`);
  // Every line, mark and point is there.
  expect(read.querySelectorAll("path:not(.leader, .ring)")).toHaveLength(5 + 4);
  // The selected one has a ring there too.
  expect(read.querySelectorAll(".ring")).toHaveLength(1);
  expect(read.querySelectorAll("circle")).toHaveLength(1 + 1);
});

test("what another program would take for a formula is text there too", () => {
  expect(cell("\n=1+1")).toBe('"\'\n=1+1"');
  expect(cell("＝1+1")).toBe('"\'＝1+1"');
  expect(cell("x;=HYPERLINK(1)")).toBe('"x;\'=HYPERLINK(1)"');
  expect(cell("1990, 5")).toBe('"1990, 5"');
});

test("a file for readers of decimal commas has semicolons", () => {
  expect(csv([["a", 0.5]], ",")).toBe('\ufeff"a";"0,5"\r\n');
});

test("a sheet keeps its words within its width, and apart from the picture", () => {
  const words = "one two three four five six seven eight nine ten";
  const legend = words.split(" ").map((text) => ({ text, hub: true }));
  const measure = (text: string): number => 10 * text.length;
  const sheet = { theme: LIGHT, title: words, subtitle: words, language: "en", legend, authored: [words], notes: [words, words], foremost: "" };
  const laid = lay(sheet, 300, 200, measure);
  expect(laid.title.map(({ text }) => text).join(" ")).toBe(words);
  for (const { text, x } of [...laid.title, ...laid.subtitle, ...laid.authored, ...laid.notes]) expect(x + measure(text)).toBeLessThanOrEqual(280);
  for (const { entry, x } of laid.legend) expect(x + 28 + measure(entry.text)).toBeLessThanOrEqual(280);
  expect(Math.max(...laid.title.map(({ y }) => y))).toBeLessThan(laid.subtitle[0]!.y);
  expect(Math.max(...laid.subtitle.map(({ y }) => y))).toBeLessThan(laid.top);
  expect(Math.min(...laid.legend.map(({ y }) => y))).toBeGreaterThan(laid.top + 200);
  expect(laid.authored[0]!.y).toBeGreaterThan(Math.max(...laid.legend.map(({ y }) => y)));
  expect(Math.min(...laid.notes.map(({ y }) => y))).toBeGreaterThan(Math.max(...laid.authored.map(({ y }) => y)));
  expect(Math.max(...laid.notes.map(({ y }) => y))).toBeLessThan(laid.height);
});
