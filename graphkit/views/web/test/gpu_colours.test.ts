import { expect, test } from "vitest";
import { bytesOf, patternOf } from "../src/render/gpu_colours";

test("colours in hexadecimal are read as CSS reads them", () => {
  expect(bytesOf("#D55E00")).toEqual([213, 94, 0]);
  expect(bytesOf(" #fa0 ")).toEqual([255, 170, 0]);
});

test("a dash is four lengths, and an odd one goes round twice", () => {
  expect(patternOf([6.5, 2.6])).toEqual([6.5, 2.6, 0, 0]);
  expect(patternOf([6, 2, 1.4, 2])).toEqual([6, 2, 1.4, 2]);
  expect(patternOf([3])).toEqual([3, 3, 0, 0]);
});

test("no dash is a whole line", () => {
  for (const none of [[], [0, 0]]) expect(patternOf(none)).toEqual([0, 0, 0, 0]);
});
