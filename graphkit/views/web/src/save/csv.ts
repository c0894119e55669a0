/** The selection as CSV, for spreadsheets: pure. */

import type { Data } from "../state/content";
import { attributes } from "../state/attributes";
import { facetsOf, wordsAt } from "../state/facets";
import type { State } from "../state/state";
import { NO } from "../state/dates";
import { guarded } from "./guarded";
import { sharedBy } from "../state/ties";
import { membersOf, neighboursOf, type Visible } from "../state/visible";

type Cell = string | number | null;

/** Control characters but tabs and line ends, and overrides of the writing direction, as escapes. */
const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A cell in quotation marks, with what a spreadsheet would run or hide made harmless. */
export function cell(value: Cell, decimal = "."): string {
  if (value === null) return '""';
  if (typeof value === "number") return `"${String(value).replace(".", decimal)}"`;
  const safe = guarded(visible(value));
  return `"${safe.replace(/"/g, '""')}"`;
}

/**
 * Rows as a file: UTF-8 with its mark, CRLF, every cell quoted. Where numbers have a decimal comma,
 * spreadsheets part cells by semicolons.
 */
export function csv(rows: Cell[][], decimal = "."): string {
  const between = decimal === "," ? ";" : ",";
  const lines = rows.map((row) => row.map((each) => cell(each, decimal)).join(between));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

type Say = (name: string) => string;

/**
 * What is selected as rows: of an organisation one for each fact of it, and of its neighbours one for
 * each fact in what they share with it; of a group its members' facts; else one for each organisation
 * that is shown. shown: those in the picture or the community.
 */
export function selectionRows(data: Data, state: State, visible: Visible, shown: number[], say: Say): Cell[][] {
  const stated = attributes(data);
  const groupFacets = facetsOf(data, "groups");
  const head = [
    ...["organisation", "id"].map(say),
    ...stated.map(({ label }) => label),
    ...data.metrics.map(({ label }) => label),
  ];
  const about = (node: number): Cell[] => {
    const { label, id, values } = data.nodes[node]!;
    return [label, id, ...stated.map(({ text }) => text(node)), ...data.metrics.map((_, at) => values[at] ?? null)];
  };
  if (state.node === null && state.group === null && (!state.tie || state.tie[0] === "communities")) return [head, ...shown.map(about)];
  const factHead = ["role", "when", "status", "standing", "as", "representedBy", "note", "source"].map(say);
  const rows: Cell[][] = [[...head, say("group"), ...groupFacets.map(({ label }) => label), ...factHead]];
  const add = (node: number, at: number): void => {
    const [, group, facts] = data.memberships[at]!;
    const where = [data.groups[group]!.name, ...groupFacets.map((facet) => wordsAt(facet, group))];
    if (!facts.length) rows.push([...about(node), ...where, ...factHead.map(() => "")]);
    for (const fact of facts) rows.push([...about(node), ...where, ...factCells(data, state, visible, fact, say)]);
  };
  if (state.group !== null) {
    for (const { node, at } of membersOf(data, visible, state.group)) add(node, at);
    return rows;
  }
  if (state.tie) {
    const [kind, first, second] = state.tie;
    const inGroup = [...data.ofNode.of(first)].filter((at) => data.memberships[at]![1] === second);
    const both = kind === "part" ? inGroup : sharedBy(data, visible, first, second).flatMap(({ standing, memberships }) => (standing === NO ? [] : memberships));
    for (const at of both) add(data.memberships[at]![0], at);
    return rows;
  }
  const own = new Set<number>();
  for (const at of data.ofNode.of(state.node!)) {
    if (!visible.memberships[at]) continue;
    own.add(data.memberships[at]![1]);
    add(state.node!, at);
  }
  for (const node of neighboursOf(data, visible, state.node!)) {
    for (const at of data.ofNode.of(node)) {
      if (visible.memberships[at] && own.has(data.memberships[at]![1])) add(node, at);
    }
  }
  return rows;
}

function factCells(data: Data, state: State, visible: Visible, index: number, say: Say): Cell[] {
  const fact = data.facts[index]!;
  const standing = state.date ? say(`standing${visible.facts[index]}`).replace("{date}", state.date) : (fact.standing ?? "");
  const sources = (fact.sources ?? []).map(([source, locator]) => {
    const { title, published, text } = data.sources[source]!;
    const rest = [locator, published].filter(Boolean).join(", ");
    return [rest ? `${title} (${rest})` : title, text].filter(Boolean).join(" ");
  });
  const status = fact.status ? (data.statuses[fact.status] ?? fact.status) : (data.statuses.stated ?? "");
  const by = fact.byName ?? fact.by ?? "";
  return [fact.role ?? "", fact.when, status, standing, fact.as ?? "", by, fact.note ?? "", sources.join(" | ")];
}
