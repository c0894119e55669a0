import { expect, test } from "vitest";
import { NO, UNKNOWN, YES } from "../src/state/dates";
import { membersOf, neighboursOf, visibleOf } from "../src/state/visible";
import { CONTENT, data, state } from "./content";

const network = data();
const seen = (patch = {}) => visibleOf(network, state(patch));

test("without filters all is shown", () => {
  const all = seen();
  expect([...all.nodes]).toEqual([1, 1, 1, 1]);
  expect([...all.groups]).toEqual([YES, YES, YES]);
  expect(all.counts).toEqual({ yes: 6, unknown: 0, no: 0, nodes: 4, absent: 0 });
});

test("at a date facts are in force, not in force or unknown", () => {
  // By hand, in 2013: not yet signed; undated; seen then; maybe since 2010; over since 2012.
  const then = seen({ date: "2013" });
  expect([...then.facts]).toEqual([NO, NO, UNKNOWN, YES, UNKNOWN, NO]);
  expect(then.counts).toEqual({ yes: 1, unknown: 2, no: 3, nodes: 4, absent: 0 });
  expect([...then.memberships]).toEqual([NO, NO, UNKNOWN, YES, YES, NO, NO]);
  expect([...then.groups]).toEqual([NO, YES, NO]);
});

test("an organisation is hidden before its founding and after its end, and stays where either is not known", () => {
  const lives = [["2010-01-01", "2010-12-31", "", ""], ["", "", "2012-06-30", "2012-06-30"], undefined, undefined];
  const aged = data({ ...CONTENT, nodes: CONTENT.nodes.map((node, at) => (lives[at] ? { ...node, lifetime: lives[at] } : node)) });
  const nodesAt = (date: string): number[] => [...visibleOf(aged, state({ date })).nodes];
  expect(nodesAt("2009")).toEqual([0, 1, 1, 1]);
  expect(nodesAt("2010-05")).toEqual([1, 1, 1, 1]);
  expect(nodesAt("2012-07")).toEqual([1, 0, 1, 1]);
  expect(nodesAt("2009/2014")).toEqual([1, 1, 1, 1]);
  expect(nodesAt("")).toEqual([1, 1, 1, 1]);
  expect(visibleOf(aged, state({ date: "2009" })).counts.absent).toBe(1);
});

test("a group is as certain as two of its members", () => {
  expect(seen({ date: "2015" }).groups[0]).toBe(YES);
  expect(seen({ date: "2015", hidden: { kind: new Set(["Cluster"]) } }).groups[0]).toBe(UNKNOWN);
  expect(seen({ date: "2015", hidden: { kind: new Set(["Cluster"]) }, unknown: false }).groups[0]).toBe(NO);
  expect(seen({ date: "2015" }).groups[1]).toBe(UNKNOWN);
});

test("kinds, sectors and layers are hidden", () => {
  expect([...seen({ hidden: { kind: new Set(["Cluster"]) } }).nodes]).toEqual([1, 0, 1, 1]);
  expect([...seen({ hidden: { sector: new Set([""]) } }).nodes]).toEqual([1, 0, 1, 1]);
  expect([...seen({ hidden: { layer: new Set(["declaration"]) } }).groups]).toEqual([NO, YES, YES]);
});

test("neighbours share a group, those with most first", () => {
  expect(neighboursOf(network, seen(), 0)).toEqual([2, 1]);
  expect(neighboursOf(network, seen({ date: "2011" }), 0)).toEqual([2]);
  expect(neighboursOf(network, seen(), 3)).toEqual([]);
  expect(neighboursOf(network, seen({ hidden: { kind: new Set(["Cluster"]) } }), 0)).toEqual([2]);
  expect(membersOf(network, seen(), 1).map(({ node }) => node)).toEqual([1, 2]);
});

test("members whom the date leaves out are told when asked for, hidden ones never", () => {
  const then = seen({ date: "2011", hidden: { kind: new Set(["Cluster"]) } });
  // By hand: of c's signature the date is not known, a's lies ahead, and b is hidden.
  expect(membersOf(network, then, 0).map(({ node }) => node)).toEqual([2]);
  expect(membersOf(network, then, 0, true).map(({ node }) => node)).toEqual([0, 2]);
});
