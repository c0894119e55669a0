import { expect, test } from "vitest";

test("the toolchain runs", () => {
  expect(typeof structuredClone).toBe("function");
});
