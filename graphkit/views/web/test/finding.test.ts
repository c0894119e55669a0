import { expect, test } from "vitest";
import { makeFinder, matchOf, type Found } from "../src/state/finding";
import { hitAt, towards } from "../src/render/hits";
import { sortedRows } from "../src/state/sorting";
import type { Mark, Scene } from "../src/scene/scene";
import { CONTENT, data } from "./content";

const network = data();
const find = makeFinder(network);

test("names, aliases, places and groups are found without case and accents", () => {
  expect(find("abc lodz")).toEqual([{ node: 0 }]);
  expect(find("ALFA")).toEqual([{ node: 0 }]);
  expect(find("suwalki")).toEqual([{ node: 0 }]);
  expect(find("DEKLARACJA")).toEqual([{ group: 0 }]);
  // A group that is an organisation is found as that alone.
  expect(find("klaster b")).toEqual([{ node: 1 }]);
  expect(find("  ")).toEqual([]);
  expect(find("xyzzy")).toEqual([]);
});

// As people type them, with their accents or without, whole or by another name.
const NAMES = ["Politechnika Białostocka", "Urząd Miejski w Suwałkach", "Żółw i Gęś sp. z o.o.", "Park Białystok"];
const polish = data({ ...CONTENT, nodes: CONTENT.nodes.map((node, at) => ({ ...node, label: NAMES[at]!, stated: { aliases: at ? [] : ["PB"] } })) });

test.each([
  ["bialystok", [3]],
  ["BIAŁYSTOK", [3]],
  ["bialost", [0]],
  ["zolw i ges", [2]],
  ["ŻÓŁW", [2]],
  ["pb", [0]],
  ["suwalki", []],
  ["suwalkach", [1]],
  // Words in any order; where one is a word's start before where it is inside one.
  ["ges  zol", [2]],
  ["i", [2, 0, 1, 3]],
])("%s finds %j", (typed, found) => expect(makeFinder(polish)(typed)).toEqual(found.map((node) => ({ node }))));

test("the first dozen are found, organisations before groups that match as well", () => {
  const nodes = Array.from({ length: 20 }, (_, at) => ({ ...CONTENT.nodes[at % 4]!, id: `n${at}`, label: `Klaster ${at}` }));
  const scene = { ...CONTENT.scenes[0]!, nodes: nodes.map((_, at): [number, number, number, string] => [at, at, 0, ""]) };
  const groups = CONTENT.groups.map((group) => ({ ...group, name: "Klaster" }));
  const many = (count: number): Found[] => makeFinder(data({ ...CONTENT, nodes: nodes.slice(0, count), groups, scenes: [{ ...scene, nodes: scene.nodes.slice(0, count) }] }))("klaster");
  expect(many(20)).toEqual(Array.from({ length: 12 }, (_, node) => ({ node })));
  expect(many(4)).toEqual([{ node: 0 }, { node: 1 }, { node: 2 }, { node: 3 }, { group: 0 }, { group: 2 }]);
});

test("an exact alias comes first, then the rank", () => {
  // By hand: the first by rank is called PBX, the second has the alias PB; both names start with it.
  const nodes = CONTENT.nodes.map((node, at) => ({ ...node, label: ["PBX", "Politechnika"][at] ?? node.label, stated: { aliases: at === 1 ? ["PB"] : [] } }));
  expect(makeFinder(data({ ...CONTENT, nodes }))("pb").slice(0, 2)).toEqual([{ node: 1 }, { node: 0 }]);
});

test("the start of a name is better than the start of a word, and that than its middle", () => {
  expect(["lodz alfa", "abc lodz", "xlodz", "other\nlodz", "lo other dz"].map((keys) => matchOf(keys, "lodz"))).toEqual([0, 1, 2, -1, null]);
  expect(matchOf("lodz and abc", "abc lodz")).toBe(4);
});

test("rows sort by any column, those without a value last either way", () => {
  expect(sortedRows(network, "rank", "ascending")).toEqual([0, 1, 2, 3]);
  expect(sortedRows(network, 1, "descending")).toEqual([1, 2, 0, 3]);
  expect(sortedRows(network, 1, "ascending")).toEqual([0, 1, 2, 3]);
  // In Polish ą comes after a and before b; signs come first.
  expect(sortedRows(network, "name", "ascending")).toEqual([2, 0, 3, 1]);
  expect(sortedRows(network, "place", "descending")).toEqual([0, 1, 2, 3]);
  expect(sortedRows(network, "sector", "ascending")).toEqual([0, 2, 3, 1]);
});

const mark = (index: number, x: number, y: number, size = 6): Mark => ({
  index, x, y, size, shape: "dot", color: "", edge: "", light: "normal", alpha: 1,
});

test("an arrow picks what lies most in its direction, and nothing beyond sixty degrees", () => {
  const marks = [mark(1, 100, 10), mark(2, 50, 40), mark(3, -10, 100)];
  expect(towards({ x: 0, y: 0 }, [1, 0], marks)!.index).toBe(1);
  expect(towards({ x: 0, y: 0 }, [0, 1], marks)!.index).toBe(3);
  expect(towards({ x: 0, y: 0 }, [0, -1], marks)).toBeNull();
  expect(towards({ x: 0, y: 0 }, [-1, 0], marks)).toBeNull();
  expect(towards({ x: 0, y: 0 }, [1, 0], [mark(1, 90, 0), mark(2, 20, 0)])!.index).toBe(2);
});

test("a click meets the mark under it, small ones a little beside it", () => {
  const hub = { group: 7, x: 200, y: 0, color: "", light: "normal", alpha: 1, unknown: false } as const;
  const scene = { marks: [mark(1, 0, 0, 20), mark(2, 100, 0, 2)], hubs: [hub], lines: [] } as unknown as Scene;
  expect(hitAt(scene, 15, 0, 1)).toEqual({ mark: 1 });
  expect(hitAt(scene, 108, 0, 1)).toEqual({ mark: 2 });
  expect(hitAt(scene, 205, 0, 1)).toEqual({ group: 7 });
  expect(hitAt(scene, 60, 0, 1)).toBeNull();
});

test("a click beside all marks meets the nearest line within five pixels, where hundreds cross a lit one", () => {
  const line = (from: number, to: number, x2: number, y2: number, light = "normal"): object => ({
    x1: 0, y1: 0, x2, y2, from, to, groups: [7], width: 1, layer: 0, light,
  });
  const drawn = (lines: object[]): Scene => ({ marks: [mark(1, 0, 0)], hubs: [], lines }) as unknown as Scene;
  const two = drawn([line(1, -1, 100, 0), line(1, 2, 100, 20)]);
  expect(hitAt(two, 80, 4, 1)).toEqual({ tie: ["part", 1, 7] });
  expect(hitAt(two, 80, 13, 1)).toEqual({ tie: ["pair", 1, 2] });
  expect(hitAt(two, 80, 6, 1)).toBeNull();
  expect(hitAt(two, 80, 6, 2)).toEqual({ tie: ["part", 1, 7] });
  expect(hitAt(two, 120, 0, 1)).toBeNull();
  expect(hitAt(two, 2, 0, 1)).toEqual({ mark: 1 });
  const crowd = drawn([...Array.from({ length: 2000 }, () => line(1, 2, 100, 20, "dimmed")), line(3, 2, 100, 26, "lit")]);
  expect(hitAt(crowd, 80, 17, 1)).toEqual({ tie: ["pair", 3, 2] });
});
