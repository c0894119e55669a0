/** Where a label may stand: beside its mark, or apart from it at the end of a thin line. */

import type { Box, LabelItem, Point } from "../scene/scene";

/** A place; leader: the line from the mark to a label that stands apart. */
export interface Place {
  box: Box;
  leader: [x1: number, y1: number, x2: number, y2: number] | null;
  /** How far from its mark, in pixels. */
  away: number;
}

const SIDES = ["below", "above", "right", "left"];
const DISTANCES = [18, 32, 50, 74, 104, 140, 184, 236, 300];
const DIRECTIONS = Array.from({ length: 24 }, (_, nth): Point => [Math.cos((nth * Math.PI) / 12), Math.sin((nth * Math.PI) / 12)]);

/** The boxes beside a mark; first the one on the side where the layout left room, last those at a slant. */
export function beside({ x, y, size, side }: LabelItem, width: number, height: number, gap: number, slants: boolean): Place[] {
  const half = width / 2;
  const reach = size * 1.15 + gap;
  const boxes: Box[] = [
    [x - half, y + reach, x + half, y + reach + height],
    [x - half, y - reach - height, x + half, y - reach],
    [x + reach, y - height / 2, x + reach + width, y + height / 2],
    [x - reach - width, y - height / 2, x - reach, y + height / 2],
  ];
  const [first] = SIDES.includes(side) ? boxes.splice(SIDES.indexOf(side), 1) : [];
  if (first) boxes.unshift(first);
  const slant = size * 0.8 + gap / 2;
  if (slants) {
    boxes.push(
      [x + slant, y + slant, x + slant + width, y + slant + height],
      [x - slant - width, y + slant, x - slant, y + slant + height],
      [x + slant, y - slant - height, x + slant + width, y - slant],
      [x - slant - width, y - slant - height, x - slant, y - slant],
    );
  }
  return boxes.map((box) => ({ box, leader: null, away: 0 }));
}

const TURNS = 24;

/** The boxes that touch a round mark, all the way around it; first the sides in their order. */
export function around({ x, y, size, side }: LabelItem, width: number, height: number, gap: number): Place[] {
  const start = [0.25, 0.75, 0, 0.5][SIDES.indexOf(side)] ?? 0.25;
  const order = Array.from({ length: TURNS }, (_, nth) => start + ((nth % 2 ? 1 : -1) * Math.ceil(nth / 2)) / TURNS);
  return order.map((turn): Place => {
    const [across, down] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
    // As near as the box may come in this direction.
    let [near, far] = [0, size + gap + Math.hypot(width, height)];
    for (let halving = 0; halving < 20; halving += 1) {
      const middle = (near + far) / 2;
      const beyond = Math.hypot(Math.max(0, Math.abs(across * middle) - width / 2), Math.max(0, Math.abs(down * middle) - height / 2));
      if (beyond < size + gap) near = middle;
      else far = middle;
    }
    const [cx, cy] = [x + across * far, y + down * far];
    return { box: [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2], leader: null, away: 0 };
  });
}

/** The boxes around a mark, ever farther away, each with its line. */
export function apart({ x, y, size }: LabelItem, width: number, height: number, unit: number): Place[] {
  return DISTANCES.flatMap((away) =>
    DIRECTIONS.map(([across, down]): Place => {
      const reach = size + away * unit;
      const [cx, cy] = [x + across * (reach + width / 2), y + down * (reach + height / 2)];
      const box: Box = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
      const end: Point = [Math.min(Math.max(x, box[0]), box[2]), Math.min(Math.max(y, box[1]), box[3])];
      const long = Math.hypot(end[0] - x, end[1] - y) || 1;
      const from = (size + unit) / long;
      return { box, leader: [x + (end[0] - x) * from, y + (end[1] - y) * from, end[0], end[1]], away };
    }),
  );
}

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

type Segment = [number, number, number, number];

/** Whether two lines cross. */
export function cross([a, b, c, d]: Segment, [e, f, g, h]: Segment): boolean {
  const side = (x: number, y: number, u: number, v: number, p: number, q: number): number => (u - x) * (q - y) - (v - y) * (p - x);
  return side(a, b, c, d, e, f) * side(a, b, c, d, g, h) < 0 && side(e, f, g, h, a, b) * side(e, f, g, h, c, d) < 0;
}
