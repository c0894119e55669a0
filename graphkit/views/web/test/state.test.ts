import { expect, test } from "vitest";
import { fromHash, settled, toHash } from "../src/state/hash";
import { initial, makeStore, toggled } from "../src/state/state";
import { CONTENT, OVERVIEW, data, state } from "./content";

const network = data();
const overview = data(OVERVIEW);

test("the first state has no hash", () => {
  expect(toHash(initial("degree"), network)).toBe("");
  expect(fromHash("#", network)).toEqual({ state: initial("degree"), unknown: [], concealed: [] });
});

test("a state is said as whoever links to it would write it", () => {
  expect(toHash(state({ node: 0, date: "2014-11" }), network)).toBe("org=a&date=2014-11");
  expect(toHash(state({ node: 3 }), network)).toBe("org=d/1");
  expect(toHash(state({ group: 0, unknown: false, size: "constraint" }), network)).toBe(
    "group=declaration%20d&unknown=no&size=constraint",
  );
  const hidden = state({ hidden: { kind: new Set(["Company"]), sector: new Set([""]), layer: new Set(["tie"]) } });
  expect(toHash(hidden, network)).toBe("hide=kind:Company,sector:,layer:tie");
});

test.each([
  state({ node: 3, date: "2010/2014", unknown: false }),
  state({ group: 1, size: "constraint", hidden: { kind: new Set(["Cluster"]), sector: new Set([""]) } }),
  state({ tie: ["pair", 3, 0], date: "2014" }),
  state({ tie: ["part", 1, 0] }),
])("a hash gives the state back", (before) => {
  expect(fromHash(`#${toHash(before, network)}`, network)).toEqual({ state: before, unknown: [], concealed: [] });
});

test("an address may name an organisation by an alias that only one has", () => {
  const named = (...aliases: string[][]) => data({ ...CONTENT, nodes: CONTENT.nodes.map((node, at) => ({ ...node, stated: { aliases: aliases[at] ?? [] } })) });
  expect(fromHash("#org=kom", named([], ["KOM"])).state.node).toBe(1);
  expect(fromHash("#org=kom", named(["KOM"], ["KOM"])).unknown).toEqual(["kom"]);
});

test("what names nothing here is told", () => {
  expect(fromHash("#org=nobody&date=2014-13&size=beauty&hide=kind:Ghost", network).unknown).toEqual([
    "nobody",
    "2014-13",
    "beauty",
    "kind:Ghost",
  ]);
  expect(fromHash("#org=%E0%A4%A", network).unknown).toEqual(["%E0%A4%A"]);
});

test("an address that selects an organisation and hides it says whom", () => {
  const hidden = "hide=kind:Cluster";
  expect(fromHash(`#org=b&${hidden}`, network)).toMatchObject({ state: { node: null }, concealed: ["Klaster B"] });
  expect(fromHash(`#pair=a,b&${hidden}`, network)).toMatchObject({ state: { tie: null }, concealed: ["Klaster B"] });
  expect(fromHash(`#org=a&${hidden}`, network).concealed).toEqual([]);
  expect(fromHash("#pair=a,a&part=a,b", network).unknown).toEqual(["a,a", "a,b"]);
  expect(fromHash("#communities=1,2", overview).state.tie).toEqual(["communities", 0, 1]);
});

test("an organisation opens the community that it is in", () => {
  expect(fromHash("#org=c", overview).state).toMatchObject({ node: 2, open: 1 });
  expect(toHash(state({ node: 2, open: 1 }), overview)).toBe("org=c");
  expect(fromHash("#community=3", overview).state).toMatchObject({ node: null, open: 2 });
  expect(fromHash("#select=2", overview).state).toMatchObject({ community: 1, open: null });
  expect(fromHash("#community=4", overview).unknown).toEqual(["4"]);
});

test("a group is shown in the open community if it has a member there", () => {
  expect(settled(state({ group: 1, open: 1 }), overview).open).toBe(1);
  expect(settled(state({ group: 1, open: 2 }), overview).open).toBe(0);
});

test("what is hidden is not selected", () => {
  expect(settled(state({ node: 1, hidden: { kind: new Set(["Cluster"]) } }), network).node).toBeNull();
  expect(settled(state({ node: 1, hidden: { sector: new Set([""]) } }), network).node).toBeNull();
  expect(settled(state({ node: 1, hidden: { sector: new Set(["business"]) } }), network).node).toBe(1);
  const aged = data({ ...CONTENT, nodes: CONTENT.nodes.map((node) => ({ ...node, lifetime: ["2010-01-01", "2010-12-31", "", ""] })) });
  expect(settled(state({ node: 1, date: "2009" }), aged).node).toBeNull();
  expect(settled(state({ node: 1, date: "2010" }), aged).node).toBe(1);
});

test("a store tells of changes alone", () => {
  const store = makeStore(initial("degree"));
  const heard: [string, string][] = [];
  store.subscribe((now, before, entry) => heard.push([`${before.date}>${now.date}`, entry]));
  store.set({ date: "2014" }, "push");
  store.set({ date: "2014" });
  expect(heard).toEqual([[">2014", "push"]]);
  expect(Object.isFrozen(store.get())).toBe(true);
});

test("a set is not changed, but another one made", () => {
  const one = new Set(["a"]);
  expect([...toggled(one, "b", true)]).toEqual(["a", "b"]);
  expect([...toggled(one, "a", false)]).toEqual([]);
  expect([...one]).toEqual(["a"]);
});
