// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { bothSides, makeSides } from "../src/parts/answers";
import type { Page } from "../src/parts/page";
import type { Pieces } from "../src/parts/why";
import { SIDES, sayingOf, sideOf, sidesIn, withSide } from "../src/state/answers";
import type { Content, Facet } from "../src/state/content";
import { NO, YES } from "../src/state/dates";
import { switched } from "../src/state/facets";
import { sharedBy } from "../src/state/ties";
import { element } from "../src/state/text";
import { visibleOf } from "../src/state/visible";
import { CONTENT, data, state } from "./content";

/** The tie of a and c is made by answers: a is in contact weekly, c was not asked; b said never of a. */
const layer = CONTENT.facets.find(({ name }) => name === "layer")!;
const LAYER: Facet = { ...layer, values: layer.values.map((each) => (each.value === "tie" ? { ...each, value: "rating", label: "answer" } : each)) };
const SURVEY: Content = {
  ...CONTENT,
  facets: CONTENT.facets.map((facet) => (facet === layer ? LAYER : facet)),
  answers: { words: ["contact: weekly (3)", "contact: never (0)"], said: [[0, 2, 0], [1, 0, 1]], silent: [2, 3] },
};
const network = data(SURVEY);

test("a switch hides the layers of the other side and nothing else", () => {
  const facet = sidesIn(network)!;
  const hidden = switched({}, CONTENT.facets[0]!, "Cluster", true);
  const found = SIDES.map((side) => withSide(facet, hidden, side));
  expect(found.map((each) => [...each["layer"]!])).toEqual([[], ["rating"], ["membership", "declaration"]]);
  expect(found.map((each) => [...each["kind"]!])).toEqual([["Cluster"], ["Cluster"], ["Cluster"]]);
  expect(found.map((each) => sideOf(facet, each))).toEqual(SIDES);
  // Of the groups, the first two are of documents; b, the cluster, is hidden, so that c is alone in the second.
  expect(found.map((each) => [...visibleOf(network, state({ hidden: each })).groups])).toEqual([[YES, NO, YES], [YES, NO, NO], [NO, NO, YES]]);
  expect(sideOf(facet, switched({}, facet, "membership", true))).toBe(null);
});

test("there is nothing to switch without answers or without documents", () => {
  expect(sidesIn(data(CONTENT))).toBe(null);
  expect(sidesIn(data({ ...SURVEY, answers: null }))).toBe(null);
  const alone: Facet = { ...LAYER, values: LAYER.values.filter(({ value }) => value === "rating"), each: [0, 0, 0] };
  expect(sidesIn(data({ ...SURVEY, facets: SURVEY.facets.map((each) => (each === LAYER ? alone : each)) }))).toBe(null);
});

test("what one says of another is its answer, nothing, or that it did not answer", () => {
  expect(sayingOf(network, 0, 2)).toEqual({ word: "answerSaid", answer: "contact: weekly (3)" });
  expect(sayingOf(network, 0, 1)).toEqual({ word: "answerNone" });
  expect(sayingOf(network, 2, 0)).toEqual({ word: "answerSilent" });
});

const say = (name: string, values: Record<string, string | number> = {}): string => [name, ...Object.values(values)].join(" ").trim();
const pieces = {
  section: (title: string, ...children: (Node | string | null)[]) => element("section", {}, element("h3", {}, title), ...children),
  quiet: (text: string) => element("p", {}, text),
} as unknown as Pieces;
let page: Page;
const set = vi.fn();
beforeEach(() => {
  set.mockClear();
  page = { data: network, say, set, state: () => state({}), visible: () => visibleOf(network, state({})) } as unknown as Page;
});

test("buttons say which side is shown, and switch", () => {
  const { buttons, update } = makeSides(page)!;
  const made = [...buttons.querySelectorAll("button")];
  expect(made.map(({ textContent }) => textContent)).toEqual(["SideBoth", "SideDocuments", "SideAnswers"]);
  update(state({ hidden: { layer: new Set(["rating"]) } }));
  expect(made.map((each) => each.getAttribute("aria-pressed"))).toEqual(["false", "true", "false"]);
  made[2]!.click();
  expect([...set.mock.calls[0]![0].hidden.layer]).toEqual(["membership", "declaration"]);
});

test("documents and answers of a pair stand side by side", () => {
  const said = (first: number, second: number): string[] => {
    const shared = sharedBy(network, page.visible(), first, second);
    const made = bothSides(page, pieces, [first, second], shared, ({ group }) => element("div", {}, network.groups[group]!.name));
    return [...made.children].map((each) => [...each.children].map(({ textContent }) => textContent).join("|"));
  };
  // Both signed the declaration; a's answer ties them, and c did not answer.
  expect(said(0, 2)).toEqual(["SideDocuments|Deklaracja", "SideAnswers|umowa|answerSilent =cmd() Ąbc Łódź"]);
  // b answered never, which ties nobody, and a answered nothing about b.
  expect(said(0, 1)).toEqual(["SideDocuments|Deklaracja", "SideAnswers|answerNone Ąbc Łódź Klaster B|answerSaid Klaster B Ąbc Łódź contact: never (0)"]);
  expect(said(0, 3)[0]).toBe("SideDocuments|documentsNone");
});
