import { expect, test } from "vitest";
import { labelBudget, placeLabels, rescaled } from "../src/render/labels";
import { cross, crosses } from "../src/render/places";
import { wrapped, wrappedCommunity, wrappedShort } from "../src/render/wrapping";
import type { LabelItem } from "../src/scene/scene";

/** Every letter is six pixels wide. */
const measure = (text: string): number => 6 * [...text].length;
const item = (x: number, y: number, text: string, more: Partial<LabelItem> = {}): LabelItem => ({
  x, y, size: 6, text, short: "", first: false, bold: false, alone: false, side: "", kind: "organisation", index: x, lit: false, order: 0, ...more,
});
const room = { extent: [-1000, -1000, 1000, 1000] as [number, number, number, number], taken: [], budget: 99, selected: null, hovered: null, litOnly: false, alone: true, lines: [] };

test("names break at blanks and after hyphens, and are cut short", () => {
  expect(wrapped(measure, "Park Naukowo-Technologiczny", 90, 3).lines).toEqual(["Park Naukowo-", "Technologiczny"]);
  expect(wrapped(measure, "Park Naukowo-Technologiczny", 90, 1)).toEqual({ whole: false, lines: ["Park Naukowo-…"] });
});

test("a name without room becomes the short one, and no word is broken", () => {
  // By hand: ten letters a line, and a word of thirteen may make its line wider.
  expect(wrappedShort(measure, "Urząd Marszałkowski Lubuski", "UMWL", 60, 2, 90).lines).toEqual(["UMWL"]);
  expect(wrappedShort(measure, "Urząd Marszałkowski", "UMWL", 60, 2, 90)).toEqual({ whole: true, lines: ["Urząd", "Marszałkowski"] });
  expect(wrapped(measure, "Fundacja Kształcenia", 72, 1).lines).toEqual(["Fundacja…"]);
});

test("the first are named before all others, apart from their marks where there is no other room", () => {
  // By hand: sixty marks at 20 pixels with names 48 wide: there is room for ten of them apart only.
  const crowd = Array.from({ length: 60 }, (_, at) => item((at % 10) * 20, Math.floor(at / 10) * 20, `Nazwa ${10 + at}`, { size: 1, first: at < 10 }));
  const placed = placeLabels(crowd, { ...room, extent: [-200, -150, 380, 300] }, 1, measure, () => []);
  expect(placed.slice(0, 10).map(({ item }) => item.text).sort()).toEqual(crowd.slice(0, 10).map(({ text }) => text));
  const leaders = placed.flatMap(({ leader }) => (leader ? [leader] : []));
  expect(leaders.length).toBeGreaterThan(0);
  for (const [x1, y1, x2, y2] of leaders) for (const { box } of placed) expect(crosses({ x: x1, y: y1 }, x2, y2, box)).toBe(false);
  // Nor does a name or its line touch the mark of another.
  for (const { item: { text }, box, leader } of placed.slice(1, 10)) {
    for (const { x, y } of crowd.filter((other) => other.text !== text)) {
      expect(box[0] < x && x < box[2] && box[1] < y && y < box[3]).toBe(false);
      if (leader) expect(crosses({ x: leader[0], y: leader[1] }, leader[2], leader[3], [x - 1, y - 1, x + 1, y + 1])).toBe(false);
    }
  }
  expect(cross([0, 0, 2, 2], [0, 2, 2, 0])).toBe(true);
  expect(cross([0, 0, 2, 2], [3, 0, 3, 9])).toBe(false);
});

test("only the very first and those asked for cover a mark, and no name hangs below the strip of isolates", () => {
  // By hand: "Drugi" is 30 wide and 14 high; a ring of marks around it leaves no gap for a name or a line.
  const ring = Array.from({ length: 12 }, (_, nth) => item(100 + 22 * Math.cos((nth * Math.PI) / 6), 22 * Math.sin((nth * Math.PI) / 6), "", { quiet: true }));
  const named = (more: Partial<LabelItem>): string[] =>
    placeLabels([item(-200, 0, "Pierwszy", { first: true }), item(100, 0, "Drugi", { first: true, ...more }), ...ring], room, 1, measure, () => []).map((each) => each.item.text);
  expect(named({})).toEqual(["Pierwszy"]);
  expect(named({ always: true })).toEqual(["Pierwszy", "Drugi"]);
  // The same holds among the bubbles of communities.
  const bubbles = [item(-200, 0, "1. Alfa (9)", { first: true }), item(100, 0, "2. Beta (8)", { first: true }), ...ring].map((each) => ({ ...each, kind: "community" as const }));
  expect(placeLabels(bubbles, room, 1, measure, () => []).map((each) => each.item.text)).toEqual(["1. Alfa (9)"]);
  // By hand: the strip begins at 34 - 6 = 28; below its mark the name would end at 10 + 9.9 + 14 = 33.9.
  const [above] = placeLabels([item(0, 10, "Pierwszy", { first: true, side: "below" }), item(90, 34, "Samotny", { alone: true })], room, 1, measure, () => []);
  expect(above!.box[3]).toBeLessThan(10);
});

test("while one of the first has no room, nobody else is named", () => {
  const items = [item(0, 0, "A", { first: true }), item(2, 2, "Nazwa za szeroka", { first: true }), item(200, 0, "B")];
  const names = (right: number): string[] => placeLabels(items, { ...room, extent: [-40, -40, right, 40] }, 1, measure, () => []).map((each) => each.item.text);
  expect(names(40)).toEqual(["A"]);
  expect(names(300)).toEqual(["A", "Nazwa za szeroka", "B"]);
});

test("the very first is named even where its name has no room", () => {
  const names = placeLabels([item(0, 0, "Nazwa za szeroka", { first: true })], { ...room, extent: [-5, -5, 5, 5] }, 1, measure, () => []);
  expect(names.map((each) => each.item.text)).toEqual(["Nazwa za szeroka"]);
});

test("the name of a community is cut before its size", () => {
  // By hand: two lines of ten letters hold "Politech" with its ellipsis, and the size.
  const { lines, whole } = wrappedCommunity(measure, "Politechnika Białostocka (1204)", 60, 2);
  expect(lines[lines.length - 1]).toContain("(1204)");
  expect(lines.join(" ")).toContain("…");
  expect(lines.length).toBeLessThanOrEqual(2);
  expect(whole).toBe(false);
  expect(wrappedCommunity(measure, "KOM (9)", 60, 2)).toEqual({ whole: true, lines: ["KOM (9)"] });
});

test("a label stands on the side where the layout left room", () => {
  const [below] = placeLabels([item(0, 0, "abc")], room, 1, measure, () => []);
  // By hand: three letters are 18 wide; below by 6 * 1.15 + 3.
  expect(below!.box.map((edge) => Number(edge.toFixed(6)))).toEqual([-9, 9.9, 9, 23.9]);
  const [right] = placeLabels([item(0, 0, "abc", { side: "right" })], room, 1, measure, () => []);
  expect(right!.box[0]).toBeCloseTo(9.9);
});

test("no two labels overlap, and the first come first", () => {
  const crowd = Array.from({ length: 40 }, (_, at) => item((at % 8) * 30, Math.floor(at / 8) * 30, `Nazwa ${at}`));
  const placed = placeLabels(crowd, room, 1, measure, () => []);
  expect(placed.length).toBeGreaterThan(5);
  expect(placed[0]!.item).toBe(crowd[0]);
  placed.forEach(({ box: [left, top, right, bottom] }, at) => {
    for (const { box } of placed.slice(0, at)) {
      expect(box[2] <= left || box[0] >= right || box[3] <= top || box[1] >= bottom).toBe(true);
    }
  });
});

test("what is selected is named at any price, and of a selection what is lit alone", () => {
  const crowd = [item(0, 0, "One"), item(2, 2, "Two"), item(4, 4, "Three", { lit: true })];
  const names = (patch: object) => placeLabels(crowd, { ...room, ...patch }, 1, measure, () => []).map((each) => each.item.text);
  expect(names({ selected: crowd[1] })[0]).toBe("Two");
  expect(names({ litOnly: true })).toEqual(["Three"]);
});

test("more labels are shown the closer one looks", () => {
  expect(labelBudget(400, 1)).toBe(400);
  expect(labelBudget(401, 1)).toBe(48);
  expect(labelBudget(401, 2)).toBe(192);
});

test("a line crosses a box or does not", () => {
  expect(crosses({ x: 0, y: 0 }, 10, 10, [4, 4, 6, 6])).toBe(true);
  expect(crosses({ x: 0, y: 0 }, 10, 0, [4, 4, 6, 6])).toBe(false);
  expect(crosses({ x: 0, y: 0 }, 3, 3, [4, 4, 6, 6])).toBe(false);
});

test("a name of thousands of letters costs no more than a long one", () => {
  let measured = 0;
  const counting = (text: string): number => {
    measured += 1;
    return 6 * text.length;
  };
  const { lines, whole } = wrapped(counting, "x".repeat(20_000), 120, 2);
  expect(whole).toBe(true);
  expect(lines[0]!.endsWith("…")).toBe(true);
  expect(measured).toBeLessThan(400);
});

test("the name of a community stands where no line crosses it, all around its mark", () => {
  const at = item(0, 0, "1. Alfa (9)", { kind: "community", size: 20, side: "below", first: true });
  const line = (x2: number, y2: number) => ({ x1: 0, y1: 0, x2, y2 }) as never;
  const lines = [line(0, 300), line(0, -300), line(300, 0), line(-300, 0)];
  const [placed] = placeLabels([at], { ...room, lines }, 1, measure, () => []);
  // By hand: lines lead right, left, up and down, and between them is room; no leader is needed.
  expect(placed!.leader).toBeNull();
  for (const { x1, y1, x2, y2 } of lines as { x1: number; y1: number; x2: number; y2: number }[]) {
    expect(crosses({ x: x1, y: y1 }, x2, y2, placed!.box)).toBe(false);
  }
});

test("while the camera moves a name stays as large and as far from its mark on the screen", () => {
  const [below] = placeLabels([item(0, 0, "abcd", { side: "below" })], room, 1, measure, () => []);
  // By hand: twice as close a pixel is half a unit. The name began 6 * 1.15 + 3 = 9.9 below the middle, 3.9
  // from the edge of a mark of radius 6, and was 24 wide and 14 high.
  const [nearer] = rescaled([below!], 0.5, 0.5);
  const edges = ({ box }: { box: readonly number[] }): number[] => box.map((edge) => Number(edge.toFixed(6)));
  expect(edges(below!)).toEqual([-12, 9.9, 12, 23.9]);
  expect(edges(nearer!)).toEqual([-6, 7.95, 6, 14.95]);
  expect(nearer!.leading).toBe(7);
  // A name apart, 20 from the edge, keeps its line from one unit beyond the mark, now half, to the name.
  const apart = { ...below!, box: [26, -7, 50, 7] as [number, number, number, number], leader: [7, 0, 26, 0] as [number, number, number, number] };
  expect(rescaled([apart], 0.5, 0.5)[0]).toMatchObject({ box: [16, -3.5, 28, 3.5], leader: [6.5, 0, 16, 0] });
});

test("a note's frame stands apart rather than over a mark", () => {
  // By hand: beside its mark the frame would hide the mark on that side, at 22 pixels; between the marks
  // of the ring there is room for a line.
  const ring = Array.from({ length: 6 }, (_, nth) => item(22 * Math.cos((nth * Math.PI) / 3), 22 * Math.sin((nth * Math.PI) / 3), "", { quiet: true, size: 2 }));
  const [placed] = placeLabels([item(0, 0, "Nota", { first: true, always: true, framed: true, side: "right" }), ...ring], room, 1, measure, () => []);
  expect(placed!.leader).not.toBeNull();
  const [left, top, right, bottom] = placed!.box;
  for (const { x, y } of ring) expect(left < x && x < right && top < y && y < bottom).toBe(false);
});
