/** Labels: as many names as fit without touching each other, the most important first. */

import type { Box, LabelItem, Line, Point, Scene } from "../scene/scene";
import { Boxes } from "./boxes";
import { apart, around, beside, cross, crosses, type Place } from "./places";
import { wrapped, wrappedCommunity, wrappedShort } from "./wrapping";

export const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const LABEL = { size: 12, leading: 14, width: 126, improved: 150, allUpTo: 400, few: 48 };
const GROUP_LABEL = { size: 11, leading: 13, width: 150 };
const FORCED_WIDTH = 220;
/** A note in its frame: how wide and how many lines it may be, and how far its edge is, in pixels. */
const NOTE = { width: 190, lines: 14, edge: 5 };
/** The widest line that one long word may make. */
const WIDEST = 170;
const NARROW = 120;

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: string) => number;

/** A label in its place; box, leader and leading in units of the picture. */
export interface Placed extends Place {
  item: LabelItem;
  lines: string[];
  leading: number;
  /** From the edge of its frame to the text; 0 without a frame. */
  edge: number;
  cost: number;
  forced: boolean;
  strong: boolean;
}

/** What labels have to heed. */
export interface Room {
  /** No label leaves it, or it would be cut off. */
  extent: Box;
  /** Already taken by other words. */
  taken: Box[];
  /** How many labels at most. */
  budget: number;
  /** Shown at any price: what is selected, in bold, and what is pointed at. */
  selected: LabelItem | null;
  hovered: LabelItem | null;
  /** Whether only what is lit is named, and whether the strip of those without ties is too. */
  litOnly: boolean;
  alone: boolean;
  /** Lines that the names of communities and notes keep clear of. */
  lines: readonly Line[];
}

/** How many labels to show at most: in a large network few, and more the closer one looks. */
export function labelBudget(count: number, closer: number): number {
  return count <= LABEL.allUpTo ? count : Math.ceil(LABEL.few * Math.max(1, closer * closer));
}

/**
 * Choose places for labels, in the order of the items. unit: a pixel of the screen in units of the
 * picture. The first organisations come before all else: they may cover marks of the rest, or stand
 * apart at the end of a line. Then as many as fit are placed in two lines, and each takes the room
 * that is left. endsOf: where the lines of an item lead, which its label had better not cross.
 */
export function placeLabels(
  items: readonly LabelItem[],
  room: Room,
  unit: number,
  measure: Measure,
  endsOf: (item: LabelItem) => readonly Point[],
): Placed[] {
  const { extent, budget, selected, hovered } = room;
  const taken = new Boxes(140 * unit);
  const covered = new Boxes(140 * unit);
  const kept = new Boxes(140 * unit);
  /** Where the strip of those without ties begins: a name below it seems to be of one of those. */
  const strip = Math.min(...items.filter(({ alone, kind }) => alone && kind === "organisation").map(({ y, size }) => y - size));
  const marks = new Map<LabelItem, Box>();
  for (const item of items) {
    const reach = item.size + 2;
    const box: Box = [item.x - reach, item.y - reach, item.x + reach, item.y + reach];
    marks.set(item, box);
    covered.add(box);
    if (item.first) kept.add(box);
  }
  for (const box of room.taken) taken.add(box);
  const allowed = (option: Placed, own: Box | null = null): boolean => within(option.box, extent) && !taken.hits(option.box, own);
  const free = (option: Placed, own: Box | null = null): boolean => allowed(option, own) && !covered.hits(option.box, marks.get(option.item));
  const forced = [selected, hovered].filter((item): item is LabelItem => item !== null);
  const communities = items[0]?.kind === "community";
  // The plate of a community's name would hide the mark.
  const hiding = (communities ? 2 : 1) * COVERED;
  const placed: Placed[] = [];
  /** The line of each label in boxes, which others keep clear of. */
  const lineBoxes = new Map<Placed, Box[]>();
  const lineOf = (label: Placed): Box[] => {
    let boxes = lineBoxes.get(label);
    if (!boxes) lineBoxes.set(label, (boxes = label.leader ? along(label.leader, 6 * unit) : []));
    return boxes;
  };
  const put = (chosen: Placed | undefined): void => {
    if (!chosen) return;
    taken.add(chosen.box);
    for (const box of lineOf(chosen)) taken.add(box);
    placed.push(chosen);
  };
  const place = (item: LabelItem): void => {
    const asked = forced.includes(item);
    const all = options(item, asked ? 5 : communities ? 3 : 2, unit, measure, asked, item.bold || item === selected, endsOf(item));
    put(firstFree(all) ?? (asked ? all.find(({ box }) => !taken.hits(box)) : undefined));
  };
  const crossings = ({ box }: Placed): number => room.lines.filter(({ x1, y1, x2, y2 }) => crosses({ x: x1, y: y1 }, x2, y2, box)).length;
  /** The first free place, and of a community's name the one that fewest lines cross. */
  const firstFree = (all: Placed[]): Placed | undefined => {
    if (!communities) return all.find((option) => free(option));
    const possible = all.filter((option) => free(option));
    return possible.reduce<Placed | undefined>((least, option) => (least && crossings(least) <= crossings(option) ? least : option), undefined);
  };
  /** Where no place is free, that in the window which hides least. */
  const leastCovering = (item: LabelItem, near: Placed[], ends: readonly Point[]): Placed | undefined => {
    const all = [...near, ...options(item, 3, unit, measure, false, item.bold, ends, true)];
    const hidden = ({ box }: Placed): number => 4 * taken.count(box) + 2 * kept.count(box, marks.get(item)) + covered.count(box, marks.get(item));
    return all.filter(({ box }) => within(box, extent)).reduce<Placed | undefined>((least, option) => (least && hidden(least) <= hidden(option) ? least : option), undefined) ?? near[0];
  };
  /** The very first, those the author asks for, and notes are there even where all room is taken. */
  const sought = (item: LabelItem): boolean => item === top || !!item.always || !!item.framed;
  const nearOf = once((item, ends) => [2, 3, 4].flatMap((most) => options(item, most, unit, measure, false, item.bold, ends)));
  const farOf = once((item, ends) => [2, 3].flatMap((most) => options(item, most, unit, measure, false, item.bold, ends, true)));
  // Where most go unnamed marks are specks, and the first would have no room but over some of them.
  const crowded = items.length > LABEL.allUpTo;
  /** One of the first: where it costs least. Others than those sought cover no mark, and lead their line through none. */
  const placeFirst = (item: LabelItem): void => {
    const ends = endsOf(item);
    const near = nearOf(item, ends);
    const own = marks.get(item);
    let best: Placed | undefined;
    const consider = (option: Placed): void => {
      if (best && option.cost + (option.leader ? LEADER + option.away / 60 : 0) >= best.cost) return;
      if (!allowed(option) || kept.hits(option.box, own)) return;
      const hides = covered.count(option.box, own) + (option.leader ? along(option.leader, 3 * unit).filter((box) => covered.hits(box, own)).length : 0);
      if (hides && !sought(item) && !crowded) return;
      let cost = option.cost + hiding * (item.framed ? NOTED : 1) * hides + (!item.alone && option.box[3] > strip ? STRIP : 0);
      if (communities) cost += CROSSED * crossings(option);
      else if (item.framed) cost += LEADER * crossings(option);
      const { leader } = option;
      if (leader) {
        const [x, y, u, v] = leader;
        if ([...room.taken, ...placed.map(({ box }) => box)].some((box) => crosses({ x, y }, u, v, box))) return;
        // Among the ties between communities a leader would look like one of them.
        cost += (communities ? 3 : 1) * LEADER + option.away / 60 + LEADER * placed.filter(({ leader: other }) => other && cross(leader, other)).length;
      }
      if (!best || cost < best.cost) best = { ...option, cost };
    };
    near.forEach(consider);
    if (!best || best.cost > LEADER) farOf(item, ends).forEach(consider);
    // In a small window a community's name takes more lines rather than none.
    if (!best && communities) for (const away of [false, true]) options(item, 4, unit, measure, false, item.bold, ends, away, NARROW).forEach(consider);
    put(best ?? (sought(item) ? leastCovering(item, near, ends) : undefined));
  };
  forced.filter((item, at) => forced.indexOf(item) === at).forEach(place);
  const wanted = items.filter((item) => (!room.litOnly || item.lit) && (room.alone || !item.alone) && !item.quiet && !forced.includes(item));
  const top = wanted.find(({ first, framed }) => first && !framed);
  const firsts = wanted.filter(({ first }) => first);
  const asked = placed.length;
  /** Place the first in an order; those that have no room. */
  const placeAll = (order: readonly LabelItem[]): LabelItem[] => {
    for (const label of placed.splice(asked)) for (const box of [label.box, ...lineOf(label)]) taken.remove(box);
    order.forEach(placeFirst);
    const named = new Set(placed.map(({ item }) => item));
    return firsts.filter((item) => !named.has(item));
  };
  // Those without room are tried before the others, and of the orders that which names most holds.
  let [order, best] = [firsts, firsts];
  let missed = placeAll(order);
  let fewest = missed.length;
  for (let tries = 0; missed.length && tries < TRIES; tries += 1) {
    order = [...missed, ...order.filter((item) => !missed.includes(item))];
    missed = placeAll(order);
    if (missed.length < fewest) [best, fewest] = [order, missed.length];
  }
  if (best !== order) missed = placeAll(best);
  const sure = placed.length;
  // While one of the first has no room, nobody else is named.
  const roomLeft = !missed.length;
  for (const item of roomLeft ? wanted : []) {
    if (placed.length >= budget) break;
    if (!item.first) place(item);
  }
  // Beside a bubble a label would seem to be its neighbour's.
  if (placed.length > LABEL.improved || communities) return placed;
  return placed.map((now, at) => {
    if (at < sure) return now;
    const all = [4, 3, 2].flatMap((most) => options(now.item, most, unit, measure, false, false, endsOf(now.item)));
    const best = all
      .filter((option) => free(option, now.box))
      .reduce((least, option) => (option.cost < least.cost ? option : least), now);
    taken.remove(now.box);
    taken.add(best.box);
    return best;
  });
}

const COVERED = 1.6;
/** So many times more it costs to hide a mark behind the frame of a note. */
const NOTED = 4;
const LEADER = 1.6;
const STRIP = 6;
/** How often another order of the first is tried. */
const TRIES = 3;
const CROSSED = 0.6;
/** How far the plate under a community's name hides the lines beneath it. */
export const PLATE = 0.85;

type Ways = (item: LabelItem, ends: readonly Point[]) => Placed[];

/** The ways to write an item, worked out once however often it is placed. */
function once(ways: Ways): Ways {
  const known = new Map<LabelItem, Placed[]>();
  return (item, ends) => {
    let found = known.get(item);
    if (!found) known.set(item, (found = ways(item, ends)));
    return found;
  };
}

/** Small boxes along a line, which labels placed later keep clear of. */
function along([x1, y1, x2, y2]: NonNullable<Place["leader"]>, step: number): Box[] {
  const count = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / step);
  return Array.from({ length: count }, (_, nth): Box => {
    const [x, y] = [x1 + ((x2 - x1) * (nth + 0.5)) / count, y1 + ((y2 - y1) * (nth + 0.5)) / count];
    return [x - step / 4, y - step / 4, x + step / 4, y + step / 4];
  });
}

/** The ways to write a label: its places in order, each with what speaks against it as a cost. */
function options(
  item: LabelItem,
  most: number,
  unit: number,
  measure: Measure,
  forced: boolean,
  strong: boolean,
  ends: readonly Point[],
  away = false,
  widest = WIDEST,
): Placed[] {
  const form = item.kind === "group" ? GROUP_LABEL : LABEL;
  const font = fontOf(item, 1, strong);
  const measured = (text: string): number => measure(text, font);
  const edge = item.framed ? NOTE.edge * unit : 0;
  const { lines, whole } = item.framed
    ? wrapped(measured, item.text, NOTE.width, NOTE.lines)
    : forced
    ? wrapped(measured, item.asked ?? item.text, FORCED_WIDTH, most)
    : item.kind === "community"
      ? wrappedCommunity(measured, item.text, widest, most)
      : wrappedShort(measured, item.text, item.short, form.width, most, WIDEST);
  const width = Math.max(...lines.map(measured)) * unit + 2 * edge;
  const height = lines.length * form.leading * unit + 2 * edge;
  const places = away ? apart(item, width, height, unit) : item.kind === "community" ? around(item, width, height, 3 * unit) : beside(item, width, height, 3 * unit, item.first);
  return places.map((place, nth) => {
    const crossed = ends.filter(([x, y]) => crosses(item, x, y, place.box)).length;
    const later = item.kind === "community" ? 0.02 : 0.3;
    const cost = (item.kind === "community" ? 0 : Math.min(crossed, 3)) + (whole ? 0 : 2.5) + (away ? 0 : later * nth);
    return { item, lines, ...place, cost, leading: form.leading * unit, edge, forced, strong };
  });
}

/** Labels at another scale: on the screen each is as large, and as far from the edge of its mark, as before. */
export function rescaled(placed: readonly Placed[], unit: number, factor: number): Placed[] {
  return placed.map((label) => {
    const { x, y, size } = label.item;
    const [left, top, right, bottom] = label.box;
    const [across, down] = [(right - left) * factor, (bottom - top) * factor];
    // The place of the label that is nearest to the middle of its mark keeps its direction.
    const near: Point = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
    const long = Math.hypot(near[0] - x, near[1] - y);
    const reach = long > size ? (size + (long - size) * factor) / long : factor;
    const at: Point = [x + (near[0] - x) * reach, y + (near[1] - y) * reach];
    const [west, north] = [at[0] - (near[0] - left) * factor, at[1] - (near[1] - top) * factor];
    const from = (size + unit) / (long * reach || 1);
    const leader: Placed["leader"] = label.leader && [x + (at[0] - x) * from, y + (at[1] - y) * from, ...at];
    return { ...label, box: [west, north, west + across, north + down], leader, leading: label.leading * factor, edge: label.edge * factor };
  });
}

const within = ([left, top, right, bottom]: Box, [west, north, east, south]: Box): boolean =>
  left >= west && top >= north && right <= east && bottom <= south;

/** The font of a label; unit: how large a pixel is. */
export function fontOf(item: LabelItem, unit: number, strong: boolean): string {
  const { size } = item.kind === "group" ? GROUP_LABEL : LABEL;
  return `${item.kind === "group" ? "italic " : ""}${strong ? "600 " : ""}${size * unit}px ${FONT}`;
}

/** Where the lines of each mark and hub lead. */
export function endsIn(scene: Scene): (item: LabelItem) => readonly Point[] {
  const marks = new Map<number, Point[]>();
  const groups = new Map<number, Point[]>();
  const add = (ends: Map<number, Point[]>, index: number, point: Point): void => {
    const known = ends.get(index);
    if (known) known.push(point);
    else ends.set(index, [point]);
  };
  for (const line of scene.lines) {
    add(marks, line.from, [line.x2, line.y2]);
    if (line.to >= 0) add(marks, line.to, [line.x1, line.y1]);
    else add(groups, line.groups[0]!, [line.x1, line.y1]);
  }
  return (item) => (item.kind === "group" ? groups : marks).get(item.index) ?? [];
}

/** Under the names of communities, which lines would make hard to read; drawn over lines and below marks. */
export function paintPlates(ctx: CanvasRenderingContext2D, placed: readonly Placed[], background: string): void {
  ctx.fillStyle = background;
  ctx.globalAlpha = PLATE;
  for (const { item, box: [left, top, right, bottom] } of placed) if (item.kind === "community") ctx.fillRect(left, top, right - left, bottom - top);
  ctx.globalAlpha = 1;
}

/** Draw labels with a halo, on a canvas whose units are those of the picture. */
export function paintLabels(ctx: CanvasRenderingContext2D, placed: readonly Placed[], unit: number, colours: { background: string; text: string; muted: string }): void {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = unit;
  ctx.strokeStyle = colours.muted;
  ctx.beginPath();
  for (const { leader } of placed) {
    if (!leader) continue;
    ctx.moveTo(leader[0], leader[1]);
    ctx.lineTo(leader[2], leader[3]);
  }
  ctx.stroke();
  // Among the ties between communities a dot tells a leader from them.
  ctx.fillStyle = colours.text;
  for (const { item, leader } of placed) {
    if (!leader || item.kind !== "community") continue;
    ctx.beginPath();
    ctx.arc(leader[0], leader[1], 3 * unit, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.strokeStyle = colours.text;
  ctx.fillStyle = colours.background;
  for (const { edge, box } of placed) {
    if (!edge) continue;
    const rectangle = [box[0], box[1], box[2] - box[0], box[3] - box[1]] as const;
    ctx.fillRect(...rectangle);
    ctx.strokeRect(...rectangle);
  }
  ctx.lineWidth = 3.5 * unit;
  ctx.strokeStyle = colours.background;
  for (const { item, lines, box, leading, edge, strong } of placed) {
    ctx.font = fontOf(item, unit, strong);
    ctx.fillStyle = item.kind === "group" ? colours.muted : colours.text;
    const middle = (box[0] + box[2]) / 2;
    lines.forEach((line, nth) => {
      const top = box[1] + edge + nth * leading + unit;
      ctx.strokeText(line, middle, top);
      ctx.fillText(line, middle, top);
    });
  }
}
