// @vitest-environment jsdom
import { expect, test } from "vitest";
import { address, element, filled, fold, number } from "../src/state/text";

test.each([
  ["Politechnika  Białostocka ", "politechnika bialostocka"],
  ["STRAẞE", "strasse"],
  ["Đurđevac", "durdevac"],
  ["ﬁrma", "firma"],
  ["İzmir", "izmir"],
])("%s folds to %s", (text, folded) => expect(fold(text)).toBe(folded));

// As Python's `number` says them, whose :.3g takes the even one of two in the middle.
test.each([
  [null, "–"],
  [0, "0"],
  [3, "3"],
  [0.123456, "0,123"],
  [1234.56, "1235"],
  [1000.5, "1000"],
  [20.45, "20,4"],
  [0.3125, "0,312"],
  [2.375, "2,38"],
  [3e-7, "<0,0001"],
  [-0.25, "-0,25"],
  [0.00012345, "0,000123"],
])("%d is shown as %s", (value, shown) => expect(number(value, ",")).toBe(shown));

test("words are put in once", () => {
  expect(filled("{a} of {b} {c}", { a: "{b}", b: 2 })).toBe("{b} of 2 {c}");
});

test("text never becomes markup, and only web addresses become links", () => {
  expect(element("p", {}, "<b>x</b>").innerHTML).toBe("&lt;b&gt;x&lt;/b&gt;");
  expect(address({ text: "javascript:alert(1)", link: true }).tagName).toBe("SPAN");
  expect(address({ text: "https://example.org", link: false }).tagName).toBe("SPAN");
  const link = address({ text: "https://example.org", link: true }) as HTMLAnchorElement;
  expect([link.tagName, link.rel, link.target]).toEqual(["A", "noopener noreferrer", "_blank"]);
});
