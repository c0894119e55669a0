import { describe, expect, test } from "vitest";
import { corners } from "../src/scene/marks";
import { distance, outlineOf } from "../src/render/outline";

const SHAPES = ["square", "diamond", "triangle", "triangleDown", "hexagon", "star"];

describe.each(SHAPES)("the outline of a %s", (shape) => {
  const outline = outlineOf(shape);
  const points = corners(shape);

  test("goes through its corners and the middles of its sides", () => {
    points.forEach(([x, y], at) => {
      const [nx, ny] = points[(at + 1) % points.length]!;
      expect(distance(outline, x, y)).toBeCloseTo(0, 12);
      expect(distance(outline, (x + nx) / 2, (y + ny) / 2)).toBeCloseTo(0, 12);
    });
  });

  test("has its middle inside, and what is a little beyond a side outside", () => {
    expect(distance(outline, 1e-9, 0)).toBeLessThan(-0.5);
    points.forEach(([x, y], at) => {
      const [nx, ny] = points[(at + 1) % points.length]!;
      const [dx, dy] = [nx - x, ny - y];
      const long = Math.hypot(dx, dy);
      // The corners go round clockwise with y down, so that outside is to the left of a side.
      const middle: [number, number] = [(x + nx) / 2 + (0.01 * dy) / long, (y + ny) / 2 - (0.01 * dx) / long];
      expect(distance(outline, ...middle)).toBeCloseTo(0.01, 12);
    });
  });
});

test("a dot, and a shape that nobody knows, is a circle", () => {
  for (const shape of ["dot", "pentagram"]) {
    expect(outlineOf(shape).tips).toBe(0);
    expect(distance(outlineOf(shape), 3, 4)).toBe(4);
  }
});

test("tips are counted as one sees them", () => {
  expect(SHAPES.map((shape) => outlineOf(shape).tips)).toEqual([4, 4, 3, 3, 6, 5]);
});
