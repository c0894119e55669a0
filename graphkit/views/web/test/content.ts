/** A network by hand: a, b and c sign a declaration in 2014; b is a cluster that c is in; a and c have a tie. */

import { resolve, type Content, type Data } from "../src/state/content";
import { initial, type State } from "../src/state/state";

export const CONTENT: Content = {
  overview: false,
  by: "degree",
  ranked: 4,
  links: "spokes",
  marked: "kind",
  palette: ["#111111", "#222222"].map((color) => ({ shape: "dot", color, edge: "#000000" })),
  unstated: { shape: "dot", color: "#333333", edge: "#000000" },
  kinds: {},
  facets: [
    {
      name: "kind",
      label: "kind",
      of: "nodes",
      values: [
        { value: "Company", label: "Company", mark: { shape: "square", color: "#56B4E9", edge: "#2A78A6" } },
        { value: "Cluster", label: "Cluster", mark: { shape: "dot", color: "#D55E00", edge: "#8F3F00" } },
      ],
      each: [0, 1, 0, 0],
    },
    {
      name: "sector",
      label: "sector",
      of: "nodes",
      values: [
        { value: "business", label: "business" },
        { value: "", label: "not stated" },
      ],
      each: [0, 1, 0, 0],
    },
    {
      name: "layer",
      label: "layer",
      of: "groups",
      values: [
        { value: "membership", label: "membership", stroke: { color: "#5F6872", dark: "#A2ADB8", dash: [] } },
        { value: "declaration", label: "declaration", stroke: { color: "#0072B2", dark: "#56B4E9", dash: [5, 2] } },
        { value: "tie", label: "direct tie", stroke: { color: "#B34700", dark: "#F08A4B", dash: [6, 2, 1.4, 2] } },
      ],
      each: [1, 0, 2],
    },
  ],
  columns: [
    { name: "aliases", label: "aliases", table: false },
    { name: "place", label: "place", table: true },
  ],
  metrics: [
    { name: "degree", label: "Degree", best: "highest", size: "Size: degree", first: "Most connected (degree)" },
    { name: "constraint", label: "Constraint", best: "lowest", size: "Size: constraint", first: "Lowest constraint" },
  ],
  nodes: [
    { id: "a", label: "Ąbc Łódź", values: [2, 0.5], ranks: [1, 1], stated: { aliases: ["Alfa"], place: ["Suwałki"] } },
    { id: "b", label: "Klaster B", values: [2, 1], ranks: [1, 2] },
    { id: "c", label: "=cmd()", values: [2, 1], ranks: [1, 2] },
    { id: "d/1", label: "Dom, \"D\"", values: [0, null], ranks: [4, null] },
  ],
  groups: [
    { key: "declaration d", name: "Deklaracja", weight: 1 },
    { key: "membership b", name: "Klaster B", weight: 1 },
    { key: "tie t", name: "umowa", weight: 1 },
  ],
  memberships: [
    [0, 0, [0]],
    [1, 0, [1]],
    [2, 0, [2]],
    [1, 1, []],
    [2, 1, [3, 4]],
    [0, 2, [5]],
    [2, 2, [5]],
  ],
  facts: [
    { when: "since 2014-11-07", role: "partner", bounds: 0, sources: [[0, "p4"]] },
    { when: "since 2014-11-07", bounds: 0, status: "inferred" },
    { when: "date unknown" },
    { when: "seen 2013", bounds: 1 },
    { when: "from 2010", bounds: 2 },
    { when: "2010 to 2012", bounds: 3 },
  ],
  bounds: [
    ["2014-11-07", "2014-11-07", "9999-12-31", "9999-12-31", "", ""],
    ["", "", "", "", "2013-01-01", "2013-12-31"],
    ["2010-01-01", "2010-12-31", "", "", "", ""],
    ["2010-01-01", "2010-12-31", "2012-01-01", "2012-12-31", "", ""],
  ],
  sources: [{ title: "Protokół", published: "2014-11", text: "https://example.org/1", link: true }],
  answers: null,
  ground: null,
  scenes: [
    {
      title: "",
      nodes: [
        [0, 0, 0, "below"],
        [1, 100, 0, ""],
        [2, 0, 100, ""],
        [3, 0, 300, ""],
      ],
      groups: [
        [0, null, 40, 40, ""],
        [1, 1, null, null, ""],
      ],
      lines: [
        [2, 1, [1], 0],
        [0, 2, [2], 2],
      ],
      isolates: 280,
    },
  ],
  communities: [],
  ties: [],
  found: 0,
  community: null,
  years: [2010, 2014],
  subjects: [],
  theme: "auto",
  labels: "names",
  legend: "auto",
  foremost: [],
  highlights: [],
  subtitle: "",
  authored: [],
  texts: { isolates: "{count:isolate} here" },
  counted: { isolate: ["has no ties", "have no ties"] },
  statuses: { inferred: "inferred", stated: "stated" },
  members: { membership: "Members", declaration: "Signatories", tie: "Organisations" },
  language: "pl",
  decimal: ",",
};

/** The same as an overview: a and b are one community, c another; d is in neither. */
const scene = (nodes: number[]): Content["scenes"][number] => ({
  title: nodes.join(),
  nodes: nodes.map((node) => [node, node * 10, 0, ""]),
  groups: [],
  lines: [],
  isolates: null,
});
export const OVERVIEW: Content = {
  ...CONTENT,
  overview: true,
  scenes: [scene([0, 1]), scene([2]), scene([3])],
  communities: [
    { scene: 0, label: "a (2)", x: 0, y: 0, size: 40, side: "", count: 2, leader: 0, best: 1 },
    { scene: 1, label: "c (1)", x: 100, y: 0, size: 28, side: "", count: 1, leader: 2, best: 3 },
  ],
  ties: [[0, 1, 3]],
  found: 2,
  community: { label: "Community", shape: "dot", color: "#A9BCCB", edge: "#4A6275" },
};

export const data = (content: Content = CONTENT): Data => resolve(content);
export const state = (patch: Partial<State> = {}): State => ({ ...initial("degree"), ...patch });
