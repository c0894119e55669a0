import { expect, test } from "vitest";
import { yearAfter } from "../src/parts/playing";
import { changesBetween } from "../src/scene/changes";
import { compose } from "../src/scene/compose";
import { tiedIn } from "../src/scene/scene";
import { fromHash, toHash } from "../src/state/hash";
import { initial } from "../src/state/state";
import { visibleOf } from "../src/state/visible";
import { data, state as stateWith } from "./content";
import { LIGHT } from "../src/render/theme";

const DATA = data();
const at = (date: string) => {
  const state = stateWith({ date, unknown: false });
  return compose(DATA, state, visibleOf(DATA, state), LIGHT);
};

test("what is new has a ring and thicker lines, what is gone is empty and grey", () => {
  // By hand: a, b and c signed in November 2014.
  const [before, now] = [at("2013"), at("2014-11-07")];
  const forth = changesBetween(before, now);
  expect(forth.scene.fresh!.length).toBe(forth.changes.organisations.fresh);
  expect(forth.changes.lines.fresh).toBeGreaterThan(0);
  const back = changesBetween(now, before);
  // What came one way goes the other way.
  expect(back.changes.organisations.gone).toBe(forth.changes.organisations.fresh);
  expect(back.changes.lines.gone).toBe(forth.changes.lines.fresh);
  expect(back.scene.lines.filter(({ gone }) => gone).length).toBe(back.changes.lines.gone);
  for (const node of forth.scene.fresh!) {
    expect(back.scene.marks.find(({ index }) => index === node)!.color).toBe(LIGHT.background);
  }
  // Grey lines tie nobody.
  expect([...tiedIn(back.scene)].sort()).toEqual([...tiedIn(before)].sort());
  // Every line ends at a mark and a point that are drawn, or WebGL could not draw it.
  const marks = new Set(back.scene.marks.map(({ index }) => index));
  const hubs = new Set(back.scene.hubs.map(({ group }) => group));
  for (const { from, to, groups } of back.scene.lines) {
    expect(marks.has(from)).toBe(true);
    expect(to < 0 ? hubs.has(groups[0]!) : marks.has(to)).toBe(true);
  }
});

test("nothing changes between a date and itself", () => {
  const now = at("2014-11-07");
  const { scene, changes } = changesBetween(now, now);
  expect(changes.organisations).toEqual({ now: tiedIn(now).size, fresh: 0, gone: 0 });
  expect(scene.lines).toEqual(now.lines);
});

test("the date that a picture is compared with is in the address", () => {
  const state = { ...initial(DATA.by), date: "2014", against: "2011-05" };
  expect(toHash(state, DATA)).toBe("date=2014&compare=2011-05");
  expect(fromHash("date=2014&compare=2011-05", DATA).state.against).toBe("2011-05");
  expect(fromHash("compare=soon", DATA)).toMatchObject({ state: { against: "" }, unknown: ["soon"] });
});

test("playing goes from year to year and begins again after the last", () => {
  const years = ["2010", "2011", "2014"];
  expect(yearAfter(years, "")).toBe("2010");
  expect(yearAfter(years, "2010")).toBe("2011");
  expect(yearAfter(years, "2012-05")).toBe("2014");
  expect(yearAfter(years, "2014")).toBe("2010");
});
