// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import type { Page } from "../src/parts/page";
import { makeTable } from "../src/parts/table";
import { visibleOf } from "../src/state/visible";
import { data, state } from "./content";

const network = data();
const IDS = ["a", "b", "c", "d/1"];
let chosen: number[] = [];
let said = "";

/** What the table uses of the page. */
const page = {
  data: network,
  say: (name: string, values: object = {}) => [name, ...Object.values(values)].join(" "),
  announce: (text: string) => (said = text),
  state: () => state(),
  visible: () => visibleOf(network, state()),
  selectNode: (node: number) => chosen.push(node),
} as unknown as Page;

beforeEach(() => {
  chosen = [];
  document.body.innerHTML = '<details id="table"><div id="rows"></div></details>';
  makeTable(page);
  const details = document.querySelector("details")!;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
});

const rows = (): string[] => [...document.querySelectorAll<HTMLElement>("tbody tr")].map((row) => IDS[Number(row.dataset.node)]!);
const header = (column: string): HTMLElement => [...document.querySelectorAll("th")].find(({ textContent }) => textContent === column)!;
const click = (column: string): void => header(column).querySelector("button")!.click();

test("rows come by rank, once", () => {
  expect(rows()).toEqual(IDS);
  document.querySelector("details")!.dispatchEvent(new Event("toggle"));
  expect(rows()).toEqual(IDS);
});

// By hand: names as Polish has them, numbers from the largest, and whoever has no value last either way.
test.each([
  ["organisation", "ascending", ["c", "a", "d/1", "b"], ["b", "d/1", "a", "c"]],
  ["kind", "ascending", ["b", "a", "c", "d/1"], ["a", "c", "d/1", "b"]],
  ["sector", "ascending", ["a", "c", "d/1", "b"], ["a", "c", "d/1", "b"]],
  ["place", "ascending", ["a", "b", "c", "d/1"], ["a", "b", "c", "d/1"]],
  ["Degree", "descending", ["a", "b", "c", "d/1"], ["d/1", "a", "b", "c"]],
  ["Constraint", "descending", ["b", "c", "a", "d/1"], ["a", "b", "c", "d/1"]],
])("%s sorts first %s, then the other way", (column, first, once, twice) => {
  click(column);
  expect(rows()).toEqual(once);
  expect(header(column).getAttribute("aria-sort")).toBe(first);
  expect(said).toMatch(first === "ascending" ? /^sortedUp/ : /^sortedDown/);
  click(column);
  expect(rows()).toEqual(twice);
  expect(header(column).getAttribute("aria-sort")).toBe(first === "ascending" ? "descending" : "ascending");
  expect(document.querySelectorAll("[aria-sort]")).toHaveLength(1);
});

test("what is sorted by rank at first turns round", () => {
  click("rank");
  expect(rows()).toEqual(["d/1", "a", "b", "c"]);
  expect(header("rank").getAttribute("aria-sort")).toBe("descending");
});

test("a name in the table selects whose row it is in", () => {
  click("organisation");
  document.querySelector<HTMLElement>("tbody tr:nth-child(3) button")!.click();
  expect(chosen).toEqual([3]);
});
