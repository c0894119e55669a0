import { describe, expect, test } from "vitest";
import { bounded, pinched, toPicture, toScreen, wheelFactor, zoomed } from "../src/render/camera";

const WINDOW = { width: 800, height: 600 };
const CAMERA = { x: 100, y: -50, scale: 2 };

test("the camera's place is in the middle of the window, and y goes down in both", () => {
  expect(toScreen(CAMERA, WINDOW, [100, -50])).toEqual([400, 300]);
  expect(toScreen(CAMERA, WINDOW, [110, -40])).toEqual([420, 320]);
});

test("there and back again", () => {
  expect(toPicture(CAMERA, WINDOW, toScreen(CAMERA, WINDOW, [12.5, 7]))).toEqual([12.5, 7]);
});

test("what is under the pointer stays there when one comes nearer", () => {
  const under = toPicture(CAMERA, WINDOW, [650, 80]);
  const nearer = zoomed(CAMERA, WINDOW, 1.5, [650, 80]);
  expect(nearer.scale).toBe(3);
  const [x, y] = toScreen(nearer, WINDOW, under);
  expect(x).toBeCloseTo(650, 9);
  expect(y).toBeCloseTo(80, 9);
});

test("one comes neither so near nor so far that nothing is seen", () => {
  expect(zoomed(CAMERA, WINDOW, 1e9, [0, 0]).scale).toBe(bounded(Infinity));
  expect(zoomed(CAMERA, WINDOW, 0, [0, 0]).scale).toBe(bounded(0));
});

describe("the wheel", () => {
  const turn = (deltaY: number, deltaMode = 0): number => wheelFactor({ deltaY, deltaMode, ctrlKey: false });

  test("leads nearer when turned up, and back when turned down", () => {
    expect(turn(-100)).toBeGreaterThan(1);
    expect(turn(-100) * turn(100)).toBeCloseTo(1, 12);
  });

  test("counts lines as pixels, and never leaps", () => {
    expect(turn(3, 1)).toBe(turn(75));
    expect(turn(-1e6)).toBe(turn(-300));
    expect(turn(1, 2)).toBeGreaterThan(0.5);
  });
});

describe("two fingers", () => {
  test("keep what is under them as they part", () => {
    const was = [[300, 200], [500, 200]] as const;
    const now = [[250, 250], [550, 250]] as const;
    const camera = pinched(CAMERA, WINDOW, was, now);
    expect(camera.scale).toBeCloseTo(3, 12);
    was.forEach((finger, nth) => {
      const [x, y] = toScreen(camera, WINDOW, toPicture(CAMERA, WINDOW, finger));
      expect([x, y].map((value) => Math.round(value * 1e6) / 1e6)).toEqual(now[nth]);
    });
  });

  test("in one place, or one of them gone, do nothing", () => {
    expect(pinched(CAMERA, WINDOW, [[1, 1], [1, 1]], [[0, 0], [9, 9]])).toBe(CAMERA);
    expect(pinched(CAMERA, WINDOW, [[1, 1]], [[0, 0], [9, 9]])).toBe(CAMERA);
  });
});
