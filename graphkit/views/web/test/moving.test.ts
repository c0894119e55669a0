import { expect, test } from "vitest";
import { compose } from "../src/scene/compose";
import { LIGHT } from "../src/render/theme";
import { NOTHING_MOVED, positionFile, sceneMoved, type Moved } from "../src/state/moving";
import { visibleOf } from "../src/state/visible";
import { data, state } from "./content";

const DATA = data();
const MOVED: Moved = { "node 0": [1.5, -2], "group 0": [40, 41] };

test("a mark that is moved takes its lines and its name with it", () => {
  const now = state({ moved: MOVED });
  const scene = compose(DATA, now, visibleOf(DATA, now), LIGHT);
  expect(scene.marks.find(({ index }) => index === 0)).toMatchObject({ x: 1.5, y: -2 });
  const ends = scene.lines.flatMap(({ from, to, x1, y1, x2, y2 }) => [...(from === 0 ? [[x1, y1]] : []), ...(to === 0 ? [[x2, y2]] : [])]);
  expect(ends.length).toBeGreaterThan(1);
  for (const end of ends) expect(end).toEqual([1.5, -2]);
  expect(scene.labels.find(({ kind, index }) => kind === "organisation" && index === 0)).toMatchObject({ x: 1.5, y: -2 });
});

test("the same moves give the same scene, and none give the scene itself", () => {
  const [scene] = DATA.scenes;
  expect(sceneMoved(scene!, MOVED)).toBe(sceneMoved(scene!, MOVED));
  expect(sceneMoved(scene!, NOTHING_MOVED)).toBe(scene);
});

test("the position file has one position per line, those without ties apart", () => {
  const text = positionFile(DATA, MOVED);
  const file = JSON.parse(text);
  // By hand: d is in no group; a, b and c are.
  expect(Object.keys(file)).toEqual(["graphkit", "organisations", "isolates", "groups", "communities"]);
  expect(Object.keys(file.organisations)).toEqual(["a", "b", "c"]);
  expect(Object.keys(file.isolates)).toEqual(["d/1"]);
  expect(file.organisations.a).toEqual([1.5, -2]);
  expect(file.communities).toEqual({});
  expect(text.split("\n").filter((line) => line.startsWith("  ")).length).toBe(4 + Object.keys(file.groups).length);
});
