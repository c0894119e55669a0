/** Labels: as many names as fit without touching each other, the most important first. */

import type { Box, LabelItem, Point, Scene } from "../scene/scene";

export const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const LABEL = { size: 12, leading: 14, width: 126, improved: 150, allUpTo: 400, few: 48, sure: 12 };
const GROUP_LABEL = { size: 11, leading: 13, width: 150 };
const FORCED_WIDTH = 220;

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: string) => number;

/** A label in its place; box and leading in units of the picture. */
export interface Placed {
  item: LabelItem;
  lines: string[];
  box: Box;
  leading: number;
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
  /** Shown are these alone; null for all. */
  litOnly: boolean;
}

/** How many labels to show at most: in a large network few, and more the closer one looks. */
export function labelBudget(count: number, closer: number): number {
  return count <= LABEL.allUpTo ? count : Math.ceil(LABEL.few * Math.max(1, closer * closer));
}

/** As much of a name as any label can hold, so that a name of thousands of letters costs no more. */
const MOST_LETTERS = 300;
const clipped = (text: string): string => (text.length <= MOST_LETTERS ? text : `${[...text.slice(0, 2 * MOST_LETTERS)].slice(0, MOST_LETTERS).join("")}…`);

/** Break a name into lines of at most `width`; what does not fit in `most` lines is cut short. */
export function wrapped(measured: (text: string) => number, text: string, width: number, most: number): { whole: boolean; lines: string[] } {
  const lines: string[] = [];
  // A name may break at a blank or after a hyphen.
  for (const part of clipped(text.trim()).split(/(?<=\s)|(?<=\p{L}[-–])(?=\p{L})/u)) {
    const joined = (lines[lines.length - 1] ?? "") + part;
    if (lines.length && measured(joined.trimEnd()) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  const whole = lines.length <= most;
  const shown = lines.slice(0, most);
  return { whole, lines: shown.map((line, nth) => cut(measured, line.trimEnd(), width, !whole && nth === most - 1)) };
}

/** As `wrapped`; the name of a community ends in how many it has, before which it is cut. */
export function wrappedCommunity(measured: (text: string) => number, text: string, width: number, most: number): { whole: boolean; lines: string[] } {
  const all = wrapped(measured, text, width, most);
  const [, name, size] = /^(.*) (\([\d\s.,]+\))$/s.exec(text.trim()) ?? [];
  if (all.whole || name === undefined) return all;
  const letters = [...clipped(name)];
  while (letters.length > 1) {
    letters.pop();
    const shorter = wrapped(measured, `${letters.join("").trimEnd()}… ${size}`, width, most);
    if (shorter.whole) return { whole: false, lines: shorter.lines };
  }
  return all;
}

/** A line no wider than `width`, with an ellipsis where something is left out. */
function cut(measured: (text: string) => number, line: string, width: number, more: boolean): string {
  if (!more && measured(line) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && measured(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Boxes in a grid of cells, so that a new one is compared with those around it alone. */
class Boxes {
  private readonly cells = new Map<number, Box[]>();

  constructor(private readonly cell: number) {}

  private keys([left, top, right, bottom]: Box): number[] {
    const keys: number[] = [];
    const low = Math.floor(top / this.cell);
    const high = Math.floor(bottom / this.cell);
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1) {
      for (let y = low; y <= high; y += 1) keys.push(x * 1e6 + y);
    }
    return keys;
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  remove(box: Box): void {
    for (const key of this.keys(box)) this.cells.set(key, (this.cells.get(key) ?? []).filter((other) => other !== box));
  }

  hits(box: Box, except: Box | null = null): boolean {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart = other[2] <= box[0] || other[0] >= box[2] || other[3] <= box[1] || other[1] >= box[3];
        if (!apart && other !== except) return true;
      }
    }
    return false;
  }
}

/**
 * Choose places for labels, in the order of the items. unit: a pixel of the screen in units of the
 * picture. First as many as fit are placed in two lines, then each takes the room that is left.
 * endsOf: where the lines of an item lead, which its label had better not cross.
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
  const marks = new Map<LabelItem, Box>();
  for (const item of items) {
    const reach = item.size + 2;
    const box: Box = [item.x - reach, item.y - reach, item.x + reach, item.y + reach];
    marks.set(item, box);
    covered.add(box);
  }
  for (const box of room.taken) taken.add(box);
  const free = (option: Placed, own: Box | null = null): boolean =>
    within(option.box, extent) && !taken.hits(option.box, own) && !covered.hits(option.box, marks.get(option.item));
  const first = [selected, hovered].filter((item): item is LabelItem => item !== null);
  const communities = items[0]?.kind === "community";
  const placed: Placed[] = [];
  let nth = -1;
  const place = (item: LabelItem): void => {
    nth += 1;
    const forced = first.includes(item);
    const strong = item === selected;
    const all = options(item, forced ? 5 : communities ? 3 : 2, unit, measure, forced, strong, endsOf(item));
    // In the thick of a large network the first ones would lose to the rim: they may cover marks.
    const sure = nth < LABEL.sure && items.length > LABEL.allUpTo;
    const cover = sure ? all.find((option) => within(option.box, extent) && !taken.hits(option.box)) : undefined;
    const chosen = all.find((option) => free(option)) ?? cover ?? (forced ? all.find(({ box }) => !taken.hits(box)) : undefined);
    if (!chosen) return;
    taken.add(chosen.box);
    placed.push(chosen);
  };
  first.filter((item, at) => first.indexOf(item) === at).forEach(place);
  for (const item of items) {
    if (placed.length >= budget) break;
    if ((!room.litOnly || item.lit) && !first.includes(item)) place(item);
  }
  // Beside a bubble a label would seem to be its neighbour's.
  if (placed.length > LABEL.improved || communities) return placed;
  return placed.map((now) => {
    if (now.forced) return now;
    const all = [4, 3, 2].flatMap((most) => options(now.item, most, unit, measure, false, false, endsOf(now.item)));
    const best = all
      .filter((option) => free(option, now.box))
      .reduce((least, option) => (option.cost < least.cost ? option : least), now);
    taken.remove(now.box);
    taken.add(best.box);
    return best;
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
): Placed[] {
  const form = item.kind === "group" ? GROUP_LABEL : LABEL;
  const font = fontOf(item, 1, strong);
  const measured = (text: string): number => measure(text, font);
  const wrap = item.kind === "community" ? wrappedCommunity : wrapped;
  const { lines, whole } = wrap(measured, item.text, forced ? FORCED_WIDTH : form.width, most);
  const width = Math.max(...lines.map(measured)) * unit;
  const height = lines.length * form.leading * unit;
  return candidates(item, width, height, 3 * unit).map((box, nth) => {
    const crossed = ends.filter(([x, y]) => crosses(item, x, y, box)).length;
    const cost = Math.min(crossed, 3) + (whole ? 0 : 2.5) + 0.3 * nth;
    return { item, lines, box, cost, leading: form.leading * unit, forced, strong };
  });
}

const within = ([left, top, right, bottom]: Box, [west, north, east, south]: Box): boolean =>
  left >= west && top >= north && right <= east && bottom <= south;

/** Whether the line from an item to (x, y) runs through a box (Liang and Barsky's clipping). */
export function crosses(item: { x: number; y: number }, x: number, y: number, [left, top, right, bottom]: Box): boolean {
  const [dx, dy] = [x - item.x, y - item.y];
  let [enter, leave] = [0, 1];
  const sides: [along: number, room: number][] = [
    [-dx, item.x - left],
    [dx, right - item.x],
    [-dy, item.y - top],
    [dy, bottom - item.y],
  ];
  for (const [along, room] of sides) {
    if (along === 0 && room < 0) return false;
    if (along < 0) enter = Math.max(enter, room / along);
    if (along > 0) leave = Math.min(leave, room / along);
  }
  return enter < leave;
}

const SIDES = ["below", "above", "right", "left"];

/** The boxes in which a label may stand; first the one on the side where the layout left room. */
function candidates({ x, y, size, side }: LabelItem, width: number, height: number, gap: number): Box[] {
  const half = width / 2;
  const reach = size * 1.15 + gap;
  const boxes: Box[] = [
    [x - half, y + reach, x + half, y + reach + height],
    [x - half, y - reach - height, x + half, y - reach],
    [x + reach, y - height / 2, x + reach + width, y + height / 2],
    [x - reach - width, y - height / 2, x - reach, y + height / 2],
  ];
  const [first] = SIDES.includes(side) ? boxes.splice(SIDES.indexOf(side), 1) : [];
  return first ? [first, ...boxes] : boxes;
}

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

/** Draw labels with a halo, on a canvas whose units are those of the picture. */
export function paintLabels(ctx: CanvasRenderingContext2D, placed: readonly Placed[], unit: number, colours: { background: string; text: string; muted: string }): void {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5 * unit;
  ctx.strokeStyle = colours.background;
  for (const { item, lines, box, leading, strong } of placed) {
    ctx.font = fontOf(item, unit, strong);
    ctx.fillStyle = item.kind === "group" ? colours.muted : colours.text;
    const middle = (box[0] + box[2]) / 2;
    lines.forEach((line, nth) => {
      const top = box[1] + nth * leading + unit;
      ctx.strokeText(line, middle, top);
      ctx.fillText(line, middle, top);
    });
  }
}
