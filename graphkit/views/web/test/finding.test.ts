import { expect, test } from "vitest";
import { makeFinder, matchOf } from "../src/state/finding";
import { hitAt, towards } from "../src/render/hits";
import { sortedRows } from "../src/state/sorting";
import type { Mark, Scene } from "../src/scene/scene";
import { data } from "./content";

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

test("the start of a name is better than the start of a word, and that than its middle", () => {
  expect(["lodz alfa", "abc lodz", "xlodz", "other\nlodz", "lo other dz"].map((keys) => matchOf(keys, "lodz"))).toEqual([0, 1, 2, 1, null]);
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
  const scene = { marks: [mark(1, 0, 0, 20), mark(2, 100, 0, 2)], hubs: [hub] } as unknown as Scene;
  expect(hitAt(scene, 15, 0, 1)).toEqual({ mark: 1 });
  expect(hitAt(scene, 108, 0, 1)).toEqual({ mark: 2 });
  expect(hitAt(scene, 205, 0, 1)).toEqual({ group: 7 });
  expect(hitAt(scene, 60, 0, 1)).toBeNull();
});
