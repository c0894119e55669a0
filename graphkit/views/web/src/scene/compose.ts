/** Making the scene of a state: which marks, lines and points there are, and in what light. */

import type { Data, SceneContent } from "../state/content";
import { NO, UNKNOWN, YES } from "../state/dates";
import { bendOf } from "./arcs";
import { composeOverview } from "./communities";
import { DIMMED_LINE, DIMMED_MARK, boxAround, crowded, lightOf, lookOf } from "./looks";
import { HUB, tiedIn, type Box, type Hub, type LabelItem, type Line, type Mark, type Point, type Scene, type Theme } from "./scene";
import { hiddenOf } from "../state/facets";
import { sceneMoved } from "../state/moving";
import { sizesBy } from "../state/sizes";
import type { State } from "../state/state";
import { filled } from "../state/text";
import { sharedBy } from "../state/ties";
import { membersOf, neighboursOf, type Visible } from "../state/visible";

const ASIDE = 4;

/** What a selection keeps in the light; null keeps all. */
export interface Kept {
  nodes: Set<number>;
  groups: Set<number>;
  /** Whether only lines whose ends are all kept stay in the light. */
  strict: boolean;
}

/** What is selected, its neighbours and what it shares with them. */
export function keptBy(data: Data, state: State, visible: Visible): Kept | null {
  if (state.node !== null) {
    const groups = new Set<number>();
    for (const at of data.ofNode.of(state.node)) if (visible.memberships[at]) groups.add(data.memberships[at]![1]);
    return { nodes: new Set([state.node, ...neighboursOf(data, visible, state.node)]), groups, strict: false };
  }
  if (state.tie) {
    const [kind, first, second] = state.tie;
    if (kind === "part") return { nodes: new Set([first]), groups: new Set([second]), strict: true };
    const shared = sharedBy(data, visible, first, second).filter(({ standing }) => standing !== NO);
    return { nodes: new Set([first, second]), groups: new Set(shared.map(({ group }) => group)), strict: true };
  }
  if (state.group === null) return null;
  const nodes = new Set<number>();
  for (const { node } of membersOf(data, visible, state.group)) nodes.add(node);
  return { nodes, groups: new Set([state.group]), strict: false };
}

/** All that decides which marks and lines there are, but not their light. */
function keyOf(data: Data, { open, hidden, date, unknown, size, colour, moved }: State): string {
  const sets = data.facets.map((facet) => [...hiddenOf(hidden, facet)].sort());
  return JSON.stringify([open, sets, date, unknown, size, colour, moved]);
}

export function compose(data: Data, state: State, visible: Visible, theme: Theme): Scene {
  const scene = data.overview && state.open === null ? null : data.scenes[state.open ?? 0];
  const key = keyOf(data, state);
  if (!scene) return composeOverview(data, state, visible, theme, key);
  const shape = shapeOf(data, sceneMoved(scene, state.moved));
  const kept = keptBy(data, state, visible);
  const marks = marksOf(data, state, visible, shape, kept);
  const { lines, drawn } = linesOf(data, visible, shape, kept, theme);
  const hubs = hubsOf(shape, kept, theme, drawn);
  return {
    key,
    marks,
    lines,
    hubs,
    labels: [...labelsOf(data, state, shape, marks, hubs, lines), ...notesOnChains(data, shape, marks), ...noteOnPicture(state, shape)],
    bounds: data.ground ? data.ground.frame : shape.bounds,
    ground: data.ground,
    caption: captionOf(data, shape, marks, lines),
    ringed: [...data.subjects, ...pointedOut(data), ...(state.node === null ? [] : [state.node])],
    theme,
  };
}

/** A line between two as it never changes: where it runs, and the memberships behind each group. */
interface Between {
  from: number;
  to: number;
  groups: number[];
  layer: number;
  ends: [from: number, to: number][];
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What of a picture stays the same whatever is chosen. */
interface Shape {
  scene: SceneContent;
  x: Map<number, number>;
  y: Map<number, number>;
  between: Between[];
  bounds: Box;
  /** Groups with a point and how many members they have, in the order of their labels. */
  groupOrder: Map<number, number>;
  nodeOrders: Map<string, Map<number, number>>;
}

const shapes = new WeakMap<SceneContent, Shape>();

function shapeOf(data: Data, scene: SceneContent): Shape {
  const known = shapes.get(scene);
  if (known) return known;
  const x = new Map(scene.nodes.map((each) => [each[0], each[1]]));
  const y = new Map(scene.nodes.map((each) => [each[0], each[2]]));
  const points: Point[] = scene.nodes.map((each) => [each[1], each[2]]);
  const withPoint = scene.groups.filter((each) => each[2] !== null && each[3] !== null);
  for (const each of withPoint) points.push([each[2]!, each[3]!]);
  const order = [...withPoint].sort((a, b) => data.ofGroup.count(b[0]) - data.ofGroup.count(a[0]) || a[0] - b[0]);
  const shape: Shape = {
    scene,
    x,
    y,
    between: betweenOf(data, scene, x, y),
    bounds: boxAround(points),
    groupOrder: new Map(order.map((each, place) => [each[0], 3 * place + 2.5])),
    nodeOrders: new Map(),
  };
  shapes.set(scene, shape);
  return shape;
}

const allPairs = new WeakMap<Data, Map<number, number>>();

/** The membership of an organisation in a group; -1 where it has none, as a group that it is itself. */
function membership(data: Data, node: number, group: number): number {
  let pairs = allPairs.get(data);
  if (!pairs) {
    pairs = new Map(data.memberships.map((each, at) => [each[0] * data.groups.length + each[1], at]));
    allPairs.set(data, pairs);
  }
  return pairs.get(node * data.groups.length + group) ?? -1;
}

/** Lines of several layers between the same two are moved aside, always to the same side. */
function betweenOf(data: Data, scene: SceneContent, x: Map<number, number>, y: Map<number, number>): Between[] {
  const bundles = new Map<number, Between[]>();
  const all = scene.lines.map(([from, to, groups, layer]): Between => {
    const line: Between = {
      from,
      to,
      groups,
      layer,
      ends: groups.map((group) => [membership(data, from, group), membership(data, to, group)]),
      x1: x.get(from) ?? 0,
      y1: y.get(from) ?? 0,
      x2: x.get(to) ?? 0,
      y2: y.get(to) ?? 0,
    };
    const pair = Math.min(from, to) * data.nodes.length + Math.max(from, to);
    const beside = bundles.get(pair);
    if (beside) beside.push(line);
    else bundles.set(pair, [line]);
    return line;
  });
  for (const beside of bundles.values()) {
    if (beside.length === 1) continue;
    beside.forEach((line, nth) => {
      const turned = line.from > line.to ? -1 : 1;
      const [dx, dy] = [turned * (line.x2 - line.x1), turned * (line.y2 - line.y1)];
      const steps = ((nth - (beside.length - 1) / 2) * ASIDE) / (Math.hypot(dx, dy) || 1);
      line.x1 -= dy * steps;
      line.x2 -= dy * steps;
      line.y1 += dx * steps;
      line.y2 += dx * steps;
    });
  }
  return all;
}

function marksOf(data: Data, state: State, visible: Visible, { scene }: Shape, kept: Kept | null): Mark[] {
  const sizes = sizesBy(data, state.size);
  const marks: Mark[] = [];
  for (const [index, x, y] of scene.nodes) {
    if (!visible.nodes[index]) continue;
    const { shape, color, edge } = data.kindOf[index]!;
    const light = lightOf(!kept, !!kept?.nodes.has(index));
    const alpha = light === "dimmed" ? DIMMED_MARK : 1;
    marks.push({ index, x, y, size: sizes[index]!, shape, color, edge, light, alpha });
  }
  return marks;
}

/** The width of a line between two by the weight of what they share, 1 for one group; as Python has it. */
const widthOf = (weight: number): number => Math.min(0.5 + 0.5 * weight, 3);

/** Spokes and lines between two; drawn: by group with spokes, the best standing among them. */
function linesOf(data: Data, visible: Visible, shape: Shape, kept: Kept | null, theme: Theme) {
  const lines: Line[] = [];
  const drawn = new Map<number, number>();
  for (const [group, , px, py] of shape.scene.groups) {
    if (px === null || py === null || !visible.groups[group]) continue;
    const light = lightOf(!kept, !!kept?.groups.has(group));
    const layer = data.layerOf[group]!;
    for (const at of data.ofGroup.of(group)) {
      const from = data.memberships[at]![0];
      const x1 = shape.x.get(from);
      const stands = visible.memberships[at]!;
      if (x1 === undefined || !visible.nodes[from] || stands === NO) continue;
      const own = kept?.strict && !kept.nodes.has(from) ? "dimmed" : light;
      const look = lookOf(data.layers[layer], theme, 1, own, stands === UNKNOWN, !!data.inferred[at]);
      if (onChain(data, [from], [group])) look.width *= CHAIN;
      lines.push({ x1, y1: shape.y.get(from)!, x2: px, y2: py, from, to: -1, groups: [group], layer, ...look });
      drawn.set(group, visible.groups[group]!);
    }
  }
  for (const line of shape.between) {
    if (!visible.nodes[line.from] || !visible.nodes[line.to]) continue;
    const groups: number[] = [];
    let weight = 0;
    let unknown = true;
    let inferred = true;
    line.groups.forEach((group, nth) => {
      const [one, other] = line.ends[nth]!;
      const standing = (at: number): number => (at < 0 ? YES : visible.memberships[at]!);
      const stands = Math.min(standing(one), standing(other));
      if (stands === NO) return;
      groups.push(group);
      weight += data.groups[group]!.weight;
      if (stands === YES) unknown = false;
      if (!(one >= 0 && data.inferred[one]) && !(other >= 0 && data.inferred[other])) inferred = false;
    });
    if (!groups.length) continue;
    const ends = !kept?.strict || (kept.nodes.has(line.from) && kept.nodes.has(line.to));
    const light = lightOf(!kept, ends && groups.some((group) => kept?.groups.has(group)));
    const look = lookOf(data.layers[line.layer], theme, widthOf(weight), light, unknown, inferred);
    const { from, to, layer, x1, y1, x2, y2 } = line;
    if (onChain(data, [from, to], groups)) look.width *= CHAIN;
    lines.push({ x1, y1, x2, y2, from, to, groups, layer, ...look });
  }
  if (data.ground) for (const line of lines) line.bend = bendOf(line);
  const faint = crowded(lines.length);
  if (faint < 1) for (const line of lines) if (line.light === "normal" && !onChain(data, line.to < 0 ? [line.from] : [line.from, line.to], line.groups)) line.alpha *= faint;
  return { lines, drawn };
}

function hubsOf(shape: Shape, kept: Kept | null, theme: Theme, drawn: Map<number, number>): Hub[] {
  const hubs: Hub[] = [];
  for (const [group, , x, y] of shape.scene.groups) {
    const stands = drawn.get(group);
    if (stands === undefined || x === null || y === null) continue;
    const light = lightOf(!kept, !!kept?.groups.has(group));
    hubs.push({
      group,
      x,
      y,
      color: light === "lit" ? theme.text : theme.muted,
      light,
      alpha: light === "dimmed" ? DIMMED_LINE : 1,
      unknown: stands === UNKNOWN,
    });
  }
  return hubs;
}

/** How far a ring reaches beyond its mark. */
const RING = 4;

/** How many organisations are named whatever the room. */
const FIRST = 10;

/** What is written beside a mark. */
function written(data: Data, state: State, node: number): Pick<LabelItem, "text" | "short" | "asked"> {
  const { label, short = "", written: instead, ranks } = data.nodes[node]!;
  if (data.labels !== "ranks") return instead ? { text: instead, short: "" } : { text: label, short };
  const rank = String(ranks[data.metrics.findIndex(({ name }) => name === state.size)] ?? "–");
  return { text: rank, short: "", asked: `${rank} ${label}` };
}

/**
 * The order of labels: what is lit, the first by the chosen metric that have ties here, the rest of
 * those, after every third a group, and last those without ties.
 */
function labelsOf(data: Data, state: State, shape: Shape, marks: Mark[], hubs: Hub[], lines: Line[]): LabelItem[] {
  let order = shape.nodeOrders.get(state.size);
  if (!order) {
    const column = data.metrics.findIndex(({ name }) => name === state.size);
    const rank = (node: number): number => data.nodes[node]!.ranks[column] ?? Infinity;
    const sorted = shape.scene.nodes
      .map(([node]) => node)
      .sort((a, b) => compared(rank(a), rank(b)) || data.ofNode.count(b) - data.ofNode.count(a) || a - b);
    order = new Map(sorted.map((node, place) => [node, place]));
    shape.nodeOrders.set(state.size, order);
  }
  const tied = tiedIn({ lines });
  const sides = new Map(shape.scene.nodes.map((each) => [each[0], each[3]]));
  const groupSides = new Map(shape.scene.groups.map((each) => [each[0], each[4]]));
  const items = marks.map(({ index, x, y, size, light }): LabelItem => {
    const words = written(data, state, index);
    const ring = index === state.node || data.subjects.includes(index) || data.foremost.includes(index) ? RING : 0;
    const note = [notesOn(data, [index]), state.notes[data.nodes[index]!.id]].filter(Boolean).join("; ");
    const late = !tied.size || tied.has(index) ? 0 : data.nodes.length;
    return {
      x,
      y,
      size: size + ring,
      ...words,
      ...(note && { text: `${words.asked ?? words.text}: ${note}`, short: "", framed: true }),
      first: false,
      bold: false,
      alone: late > 0 && !data.foremost.includes(index) && shape.scene.isolates !== null && y > shape.scene.isolates,
      side: sides.get(index) ?? "",
      kind: "organisation",
      index,
      lit: light === "lit",
      order: late + order.get(index)!,
    };
  });
  const earlier = (a: LabelItem, b: LabelItem): number => Number(b.lit) - Number(a.lit) || a.order - b.order;
  for (const item of items.sort(earlier).slice(0, FIRST)) item.first = !tied.size || tied.has(item.index);
  for (const item of items) {
    item.always = data.foremost.includes(item.index) || !!state.notes[data.nodes[item.index]!.id];
    if (item.always || data.subjects.includes(item.index)) item.first = true;
  }
  // A rank says nothing without its key, which has the first.
  if (data.labels === "ranks") for (const item of items) item.quiet = !item.first;
  for (const { group, x, y, light } of hubs) {
    const { name, short = "" } = data.groups[group]!;
    items.push({
      x,
      y,
      size: HUB,
      text: name,
      short,
      first: false,
      bold: false,
      alone: false,
      side: groupSides.get(group) ?? "",
      kind: "group",
      index: group,
      lit: light === "lit",
      order: shape.groupOrder.get(group)!,
    });
  }
  return items.sort((a, b) => Number(!!b.framed) - Number(!!a.framed) || earlier(a, b));
}

/** How thick a line on a chain that is pointed out is, in the thickness of its own; as Python has it. */
const CHAIN = 2.6;

const pointedOut = (data: Data): number[] => data.highlights.flatMap(({ nodes }) => nodes);

/** Whether a line between some, that stands for some groups, is on a chain that is pointed out. */
function onChain(data: Data, ends: number[], groups: number[]): boolean {
  return data.highlights.some(({ ties }) => ties.some(([group, nodes]) => groups.includes(group) && ends.every((end) => nodes.includes(end))));
}

/** The author's notes on organisations, but not on chains. */
export function notesOn(data: Data, nodes: number[]): string {
  return data.highlights.filter(({ note, nodes: on }) => note && on.length === 1 && nodes.includes(on[0]!)).map(({ note }) => note).join("; ");
}

/** The note that a reader of the page has put on the picture: above it, at its left. */
function noteOnPicture({ notes }: State, { bounds: [x, y] }: Shape): LabelItem[] {
  const text = notes[""];
  if (!text) return [];
  return [{ x, y, size: 0, text, short: "", first: true, always: true, bold: false, alone: false, side: "", kind: "note", framed: true, index: -1_000_000, lit: true, order: -1 }];
}

/** The author's notes on chains of which all are shown. */
function notesOnChains(data: Data, { scene }: Shape, marks: Mark[]): LabelItem[] {
  const shown = new Set(marks.map(({ index }) => index));
  const items: LabelItem[] = [];
  data.highlights.forEach(({ nodes, note, at }, nth) => {
    if (!at || !note || data.scenes[0] !== scene || !nodes.every((node) => shown.has(node))) return;
    items.push({ x: at[0], y: at[1], size: 0, text: note, short: "", first: true, always: true, bold: false, alone: false, side: "", kind: "note", framed: true, index: -1 - nth, lit: true, order: -1 });
  });
  return items;
}

const compared = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The words below the strip of those without ties: how many of them are shown. */
function captionOf(data: Data, { scene }: Shape, marks: Mark[], lines: Line[]): Scene["caption"] {
  const { isolates } = scene;
  if (isolates === null) return null;
  const tied = tiedIn({ lines });
  const apart = marks.filter(({ y }) => y > isolates);
  if (!apart.length || apart.length === scene.nodes.length) return null;
  const [left, , , bottom] = boxAround(apart.map(({ x, y, size }): Point => [x - size, y + size]));
  const count = marks.filter(({ index }) => !tied.has(index)).length;
  return { text: filled(data.texts.isolates, { count }, data), x: left, y: bottom };
}
