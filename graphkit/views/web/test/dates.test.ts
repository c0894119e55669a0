import { describe, expect, test } from "vitest";
import { NO, UNKNOWN, YES, parseDate, parsePeriod, standing } from "../src/state/dates";

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

describe("standing", () => {
  const since2010 = ["2010-01-01", "2010-12-31", "", "", "", ""];
  const open = ["2010-01-01", "2010-12-31", "9999-12-31", "9999-12-31", "", ""];
  const closed = ["2010-01-01", "2010-12-31", "2012-01-01", "2012-12-31", "", ""];
  const seen = ["", "", "", "", "2013-01-01", "2013-12-31"];
  const startedAndSeen = ["2010-01-01", "2010-12-31", "", "", "2013-01-01", "2013-12-31"];
  const ended = ["", "", "2012-01-01", "2012-12-31", "", ""];
  test.each([
    [undefined, "2014", UNKNOWN],
    [since2010, "2009", NO],
    // It started on some day of 2010: in force on one of the year's days, but not surely in May.
    [since2010, "2010", YES],
    [since2010, "2010-05", UNKNOWN],
    [since2010, "2011", UNKNOWN],
    [open, "2011", YES],
    [open, "2099", YES],
    [open, "2009/2010-01", UNKNOWN],
    [closed, "2011", YES],
    [closed, "2012", YES],
    [closed, "2012-06", UNKNOWN],
    [closed, "2013", NO],
    [closed, "2009/2014", YES],
    [seen, "2013", YES],
    // Seen at some time of the year stands for every day of it.
    [seen, "2013-06", YES],
    [seen, "2012", UNKNOWN],
    [startedAndSeen, "2012", YES],
    [startedAndSeen, "2013-06", YES],
    [startedAndSeen, "2014", UNKNOWN],
    [ended, "2013", NO],
    [ended, "2012", YES],
    [ended, "2011", UNKNOWN],
  ])("of %j in %s is %i", (bounds, period, answer) => {
    expect(standing(bounds, parsePeriod(period)!)).toBe(answer);
  });
});
