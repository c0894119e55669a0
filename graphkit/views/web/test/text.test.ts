// @vitest-environment jsdom
import { expect, test } from "vitest";
import { address, counted, element, filled, fold, number } from "../src/state/text";

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
  const counting = { language: "en", counted: { fact: ["fact", "facts"] } };
  expect(filled("{a} of {b} {c}", { a: "{b}", b: 2 }, counting)).toBe("{b} of 2 {c}");
  expect(filled("{a:fact}, {b:fact}", { a: 1, b: 2 }, counting)).toBe("1 fact, 2 facts");
});

test("text never becomes markup, and only web addresses become links", () => {
  expect(element("p", {}, "<b>x</b>").innerHTML).toBe("&lt;b&gt;x&lt;/b&gt;");
  expect(address({ text: "javascript:alert(1)", link: true }).tagName).toBe("SPAN");
  expect(address({ text: "https://example.org", link: false }).tagName).toBe("SPAN");
  const link = address({ text: "https://example.org", link: true }) as HTMLAnchorElement;
  expect([link.tagName, link.rel, link.target]).toEqual(["A", "noopener noreferrer", "_blank"]);
});

test("Polish words after numbers are those that CLDR says, as in Python", () => {
  // The table of tests/test_glossary.py.
  const counting = { language: "pl", counted: { fact: ["fakt", "fakty", "faktów"] } };
  const said = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 112].map((count) => counted(count, "fact", counting).split(" ")[1]);
  expect(said.join(" ")).toBe("faktów fakt fakty fakty faktów faktów faktów faktów faktów fakty faktów faktów faktów");
});
