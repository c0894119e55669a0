import { expect, test } from "vitest";
import questions from "../../../../tests/date_questions.json";
import { UNKNOWN, parseDate, parsePeriod, standing, stopsOf } from "../src/state/dates";

test.each([
  ["2014", ["2014-01-01", "2014-12-31"]],
  ["2014-02", ["2014-02-01", "2014-02-28"]],
  ["2012-02", ["2012-02-01", "2012-02-29"]],
  ["1900-02", ["1900-02-01", "1900-02-28"]],
  ["2000-02", ["2000-02-01", "2000-02-29"]],
  ["2014-11", ["2014-11-01", "2014-11-30"]],
  ["2014-11-07", ["2014-11-07", "2014-11-07"]],
])("%s has its first and last day", (text, days) => {
  expect(parseDate(text)).toEqual(days);
});

test.each(["", "14", "2014-13", "2014-00", "2014-2", "2014-02-29", "2014-11-31", "0000", "٢٠١٤", "2014/2013", "2010/2011/2012", "2014-11-07T00"])(
  "%s is no period",
  (text) => expect(parsePeriod(text)).toBeNull(),
);

test("a period runs from the first day of its first date to the last of its last", () => {
  expect(parsePeriod(" 2010-05/2014 ")).toEqual({ text: "2010-05/2014", first: "2010-05-01", last: "2014-12-31" });
});

// The cases that Python and the query library answer too.
const ANSWERS = ["not in force", "unknown", "in force"];
const FOREVER = "9999-12-31";

/** The bounds that a fact's dates give, as the content has them. */
function boundsOf({ start, end, observed }: { start?: string; end?: string; observed?: string }): string[] {
  return [start, end, observed].flatMap((text) => (text === ".." ? [FOREVER, FOREVER] : text ? parseDate(text)! : ["", ""]));
}

test.each(questions.filter(({ fact }) => fact))("%j", ({ fact, period, answer, cut }) => {
  // Python cuts the bounds to the lifetimes of the organisations before it writes them.
  expect(ANSWERS[standing(cut ?? boundsOf(fact!), parsePeriod(period!)!)]).toBe(answer);
});

test("what has no bounds is unknown", () => {
  expect(standing(undefined, parsePeriod("2014")!)).toBe(UNKNOWN);
});

test("the slider stops at every year where facts have years, else where something changes", () => {
  const years = [{ start: "2010", end: "2012" }, { start: "2013", observed: "2014" }].map(boundsOf);
  expect(stopsOf(years, [2010, 2014])).toEqual(["2010", "2011", "2012", "2013", "2014"]);
  // By hand: 2012 ends with its year, June on the 1st of July, the 28th of February 2012 before the 29th.
  const finer = [
    { start: "2010", end: "2012" },
    { start: "2010-05", end: "2012-06" },
    { start: "2011-12-31", end: "2012-02-28" },
    { start: "2014-11-07", end: ".." },
    { observed: "2013-12-31" },
    {},
  ].map(boundsOf);
  expect(stopsOf(finer, [2010, 2014])).toEqual([
    "2010", "2010-05", "2011-12-31", "2012-02-29", "2012-07", "2013", "2013-12-31", "2014-01-01", "2014-11-07",
  ]);
  expect(stopsOf([], null)).toEqual([]);
});

test("many days become their months", () => {
  const days = Array.from({ length: 300 }, (_, nth) => boundsOf({ start: `20${10 + (nth % 10)}-0${1 + (Math.floor(nth / 10) % 3)}-${10 + Math.floor(nth / 30)}` }));
  expect(stopsOf(days, [2010, 2019])).toHaveLength(30);
});
