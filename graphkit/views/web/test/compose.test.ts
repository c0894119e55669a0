import { crowded } from "../src/scene/looks";
import { expect, test } from "vitest";
import { tiedTo } from "../src/scene/communities";
import { compose } from "../src/scene/compose";
import { DOTTED } from "../src/scene/looks";
import type { Theme } from "../src/scene/scene";
import { radii } from "../src/state/sizes";
import { visibleOf } from "../src/state/visible";
import { CONTENT, OVERVIEW, data, state } from "./content";

const theme: Theme = { dark: false, background: "#fff", text: "#000", muted: "#555", accent: "#00f" };
const drawn = (patch = {}, content = CONTENT) => {
  const network = data(content);
  const now = state(patch);
  return compose(network, now, visibleOf(network, now), theme);
};

test("spokes lead to points, lines join two", () => {
  const scene = drawn();
  expect(scene.marks.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(scene.lines.map(({ from, to, layer }) => [from, to, layer])).toEqual([
    [0, -1, 1],
    [1, -1, 1],
    [2, -1, 1],
    [2, 1, 0],
    [0, 2, 2],
  ]);
  expect(scene.hubs.map(({ x, y }) => [x, y])).toEqual([[40, 40]]);
  expect(scene.bounds).toEqual([0, 0, 100, 300]);
  expect(scene.caption).toMatchObject({ text: "1 has no ties here" });
});

test("what all facts infer is thinner", () => {
  const { lines } = drawn();
  expect(lines.map(({ inferred }) => inferred)).toEqual([false, true, false, false, false]);
  expect(lines[1]!.width).toBeLessThan(lines[0]!.width);
});

test("a date takes ties away and dots what is not known, but leaves organisations", () => {
  const scene = drawn({ date: "2013" });
  expect(scene.marks).toHaveLength(4);
  expect(scene.lines.map(({ from, to, unknown }) => [from, to, unknown])).toEqual([[2, 1, false]]);
  const later = drawn({ date: "2015" });
  expect(later.lines.map(({ unknown }) => unknown)).toEqual([false, false, true, true]);
  expect(later.lines[2]!.dash).toBe(DOTTED);
  expect(later.lines[2]!.alpha).toBe(1);
  expect(drawn({ date: "2015", unknown: false }).lines).toHaveLength(2);
});

test("a selection lights what it is tied to and dims the rest", () => {
  const { marks, lines, hubs } = drawn({ node: 1 });
  expect(marks.map(({ light }) => light)).toEqual(["lit", "lit", "lit", "dimmed"]);
  // In the light ties keep the colours of their layers.
  expect(lines.map(({ color }) => color)).toEqual(drawn().lines.map(({ color }) => color));
  expect(lines.map(({ light }) => light)).toEqual(["lit", "lit", "lit", "lit", "dimmed"]);
  expect(hubs[0]!.light).toBe("lit");
  expect(drawn({ node: 1 }).key).toBe(drawn().key);
  expect(drawn({ hidden: { layer: new Set(["tie"]) } }).key).not.toBe(drawn().key);
});

test("lines of two layers between the same two run side by side", () => {
  const scene = { ...CONTENT.scenes[0]!, lines: [[0, 1, [1], 0], [1, 0, [1], 2]] as [number, number, number[], number][] };
  const { lines } = drawn({}, { ...CONTENT, scenes: [{ ...scene, groups: [] }] });
  // From (0, 0) to (100, 0): two steps of four, half a step to either side.
  expect(lines.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2])).toEqual([
    [0, -2, 100, -2],
    [100, 2, 0, 2],
  ]);
});

test("a line is as wide as what it stands for weighs", () => {
  const groups = CONTENT.groups.map((group, at) => ({ ...group, weight: at === 2 ? 3 : group.weight }));
  const wide = drawn({}, { ...CONTENT, groups }).lines[4]!;
  // By hand, as Python has it: half a line and half of one for each of three groups.
  expect(wide.width / drawn().lines[4]!.width).toBeCloseTo(2);
  const widest = CONTENT.groups.map((group) => ({ ...group, weight: 9 }));
  expect(drawn({}, { ...CONTENT, groups: widest }).lines[4]!.width / drawn().lines[4]!.width).toBeCloseTo(3);
});

test("areas grow with a metric, from radius 6 to 20, as in Python", () => {
  // By hand: halfway between 36 and 400 is 218, whose root is 14.76.
  expect([...radii([0, 1, 2, null], "highest")]).toEqual([6, 14.76, 20, 6]);
  expect([...radii([0.5, 1, 0.75, null], "lowest")]).toEqual([20, 6, 14.76, 6]);
  expect([...radii([1, 2], "highest")]).toEqual([14.76, 20]);
  expect([...radii([0, 0], "highest")]).toEqual([6, 6]);
  expect([...radii([null], "highest")]).toEqual([6]);
});

test("an overview shows communities, and its ties as far as facts stand for them", () => {
  const scene = drawn({}, OVERVIEW);
  expect(scene.marks.map(({ index, size }) => [index, size])).toEqual([[0, 40], [1, 28]]);
  expect(scene.lines).toMatchObject([{ from: 0, to: 1, unknown: false, layer: -1 }]);
  // By hand, in 2015: c's signature is undated and its membership may have ended.
  expect(drawn({ date: "2015" }, OVERVIEW).lines).toMatchObject([{ unknown: true }]);
  expect(drawn({ date: "2015", unknown: false }, OVERVIEW).lines).toEqual([]);
  expect(drawn({ date: "2011" }, OVERVIEW).lines).toMatchObject([{ unknown: false }]);
  expect(drawn({ open: 2 }, OVERVIEW).marks.map(({ index }) => index)).toEqual([3]);
  expect(drawn({ community: 1 }, OVERVIEW).marks.map(({ light }) => light)).toEqual(["lit", "lit"]);
});

test("filters reach those tied to a selected community", () => {
  const overview = data(OVERVIEW);
  const tied = (patch = {}) => tiedTo(overview, visibleOf(overview, state(patch)), 0);
  expect(tied()).toEqual([{ community: 1, count: 3 }]);
  // By hand: c is the only company of the other community, and all its ties are of these layers.
  expect(tied({ hidden: { kind: new Set(["Company"]) } })).toEqual([]);
  expect(tied({ hidden: { layer: new Set(["declaration", "membership", "tie"]) } })).toEqual([]);
  expect(tied({ date: "2015" })).toHaveLength(1);
  expect(tied({ date: "2015", unknown: false })).toEqual([]);
  const scene = drawn({ community: 1, date: "2015", unknown: false }, OVERVIEW);
  expect(scene.marks.map(({ light }) => light)).toEqual(["dimmed", "lit"]);
});

test("many lines keep less of their colour, and never none", () => {
  expect([100, 1500, 6000, 1e6].map(crowded)).toEqual([1, 1, 0.5, 0.3]);
});
