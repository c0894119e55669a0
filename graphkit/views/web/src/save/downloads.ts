/** Files made in the page: the window as PNG with its legend, the whole picture as SVG, the selection as CSV. */

import { csv, selectionRows } from "./csv";
import { DOTTED, dashOf } from "../scene/looks";
import { commonest, valuesAt } from "../state/facets";
import { onCommunities, overviewWords, selectedWords, type Page } from "../parts/page";
import { paintSheet, paintWindow } from "./png";
import type { LegendEntry, Sheet } from "./sheet";
import { sheetOf } from "./svg";
import { coloursOf } from "../parts/legend";
import { shownFacets } from "../state/colouring";
import { positionFile } from "../state/moving";
import { byId, capital, fold, handOver } from "../state/text";
import { isTied } from "../state/visible";
import { themeOfFiles } from "../render/theme";

export function makeDownloads(page: Page): void {
  const acts: Record<string, () => void> = {
    png: () => savePng(page),
    svg: () => save(page, new Blob([sheetOf(page.sceneIn(themeOfFiles(page.data)), sheetFor(page), page.picture.measure)], { type: "image/svg+xml" }), "svg"),
    positions: () => save(page, new Blob([positionFile(page.data, page.state().moved)], { type: "application/json" }), "positions.json"),
    csv: () => save(page, new Blob([csvOf(page)], { type: "text/csv;charset=utf-8" }), "csv"),
  };
  for (const [id, act] of Object.entries(acts)) byId(id)?.addEventListener("click", act);
  makePrinting(page);
}

export function save(page: Page, blob: Blob, ending: string): void {
  const name = fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "network";
  const file = `${name}.${ending}`;
  handOver(blob, file);
  page.announce(page.say("saved", { name: file }));
}

function savePng(page: Page): void {
  const canvas = document.createElement("canvas");
  paintSheet(page, sheetFor(page), canvas);
  canvas.toBlob((blob) => blob && save(page, blob, "png"), "image/png");
}

/** Paper gets a picture of its own, on white and as wide as the paper is. */
function makePrinting(page: Page): void {
  const canvas = document.createElement("canvas");
  canvas.id = "print";
  canvas.setAttribute("aria-hidden", "true");
  byId("stage")!.append(canvas);
  addEventListener("beforeprint", () => paintWindow(page, canvas));
}

/** Title, legend and notes of the picture as it is. */
function sheetFor(page: Page): Sheet {
  const notes = [[...document.querySelectorAll("#provenance span")].map((each) => each.textContent).filter(Boolean).join(" · ")];
  const filtered = byId("counts")!.textContent ?? "";
  if (filtered) notes.push(filtered);
  const { against } = page.state();
  if (page.changes()) notes.push(page.say("comparedWith", { date: against }));
  const selected = selectedWords(page);
  if (selected) notes.push(page.say("selectedNow", { name: selected }));
  if (page.scene().marks.some(({ light }) => light === "dimmed")) notes.push(page.say("dimmedNow"));
  const { open } = page.state();
  const part = open === null ? "" : page.data.scenes[open]!.title;
  const title = [document.title, part].filter(Boolean).join(" – ");
  return { theme: themeOfFiles(page.data), title, subtitle: page.data.subtitle, language: page.data.language, legend: page.data.legend === "none" ? [] : legendOf(page), authored: [...keyOf(page), ...page.data.authored], notes, foremost: foremostOf(page) };
}

/** The first three by the metric of the sizes, of those shown that have ties, in words. */
function foremostOf(page: Page): string {
  const { data } = page;
  const { open, size } = page.state();
  const column = data.metrics.findIndex(({ name }) => name === size);
  if (column < 0) return "";
  const rank = (node: number): number => data.nodes[node]!.ranks[column] ?? Infinity;
  const ranked = data.nodes
    .map((_, node) => node)
    .filter((node) => page.visible().nodes[node] && rank(node) < Infinity && isTied(data, page.visible(), node))
    .filter((node) => open === null || data.sceneOf[node] === open)
    .sort((a, b) => rank(a) - rank(b) || a - b);
  const names = ranked.slice(0, 3).map((node) => data.nodes[node]!.label);
  return names.length ? `${data.metrics[column]!.first}: ${names.join(", ")}.` : "";
}

/** What of the legend the picture holds. */
function legendOf(page: Page): LegendEntry[] {
  const { data, say } = page;
  const theme = themeOfFiles(page.data);
  const scene = page.sceneIn(theme);
  if (onCommunities(page)) {
    const line = { color: theme.muted, dash: [], width: 2 };
    const shown = data.nodes.map((_, node) => node).filter((node) => page.visible().nodes[node]);
    return [...coloursOf(commonest(data.colours, shown).map(([value]) => value)), { text: overviewWords(page), mark: data.community ?? undefined }, { text: say("overviewTie"), line }];
  }
  const drawn = { nodes: scene.marks.map(({ index }) => index), groups: scene.lines.flatMap(({ groups }) => groups) };
  const entries: LegendEntry[] = [];
  for (const facet of shownFacets(data)) {
    const present = new Set(drawn[facet.of].flatMap((at) => valuesAt(facet, at)));
    facet.values.forEach(({ label, mark, stroke }, at) => {
      if (!present.has(at)) return;
      if (mark) entries.push({ text: capital(label), mark });
      else if (stroke) entries.push({ text: capital(label), line: { color: theme.dark ? stroke.dark : stroke.color, dash: dashOf(stroke), width: 1.6 } });
    });
  }
  if (page.data.ground) entries.push({ text: say("together") });
  if (scene.hubs.length) entries.push({ text: say("shared"), hub: true });
  if (scene.lines.some(({ inferred }) => inferred)) {
    entries.push({ text: say("inferredLine"), line: { color: theme.muted, dash: [], width: 0.7 } });
  }
  if (scene.lines.some(({ unknown }) => unknown)) {
    entries.push({ text: say("unknownLine"), line: { color: theme.muted, dash: DOTTED, width: 1.6 } });
  }
  if (page.changes()) {
    const grey = { shape: "dot", color: "#9ba7b4", edge: "#4d4d4d" };
    entries.push({ text: say("change-fresh"), mark: grey, ring: true });
    entries.push({ text: say("change-gone"), mark: { ...grey, color: scene.theme.background, edge: scene.theme.muted } });
  }
  if (data.highlights.length) entries.push({ text: say("pointedOut"), ring: true });
  if (data.highlights.some(({ ties }) => ties.length)) entries.push({ text: say("pointedOutChain"), line: { color: theme.muted, dash: [], width: 4 } });
  const metric = data.metrics.find(({ name }) => name === page.state().size);
  if (metric) entries.push({ text: metric.size });
  return entries;
}

/** Whose the ranks are that stand beside marks; nothing where names do. */
function keyOf(page: Page): string[] {
  if (page.data.labels !== "ranks" || onCommunities(page)) return [];
  const named = page.scene().labels.filter(({ kind, quiet }) => kind === "organisation" && !quiet).sort((a, b) => a.order - b.order);
  return [named.map(({ asked, text }) => asked ?? text).join(" · ")];
}

function csvOf(page: Page): string {
  const { data } = page;
  const state = page.state();
  const visible = page.visible();
  let shown = page.scene().marks.map(({ index }) => index);
  if (onCommunities(page)) {
    const scene = state.community === null ? null : data.communities[state.community]!.scene;
    shown = data.nodes.map((_, node) => node).filter((node) => visible.nodes[node] && (scene === null || data.sceneOf[node] === scene));
  }
  shown.sort((a, b) => a - b);
  return csv(selectionRows(data, state, visible, shown, (name) => page.say(name)), data.decimal);
}
