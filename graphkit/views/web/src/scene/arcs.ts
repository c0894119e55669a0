/** The arcs of a map: ties bend to the north, as `bend_of` in Python has it. */

import type { Line, Point } from "./scene";

const BEND = 0.2;
const STEPS = 12;

type Ends = Pick<Line, "x1" | "y1" | "x2" | "y2">;

export function bendOf({ x1, y1, x2, y2 }: Ends): number {
  const east = x2 > x1 || (x2 === x1 && y2 >= y1);
  return (east ? 1 : -1) * BEND * Math.hypot(x2 - x1, y2 - y1);
}

/** The control point of a line that bends. */
export function controlOf({ x1, y1, x2, y2, bend = 0 }: Ends & Pick<Line, "bend">): Point {
  const long = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(x1 + x2) / 2 + ((y2 - y1) / long) * bend, (y1 + y2) / 2 - ((x2 - x1) / long) * bend];
}

/** The points that a line goes through: its ends, and some between if it bends. */
export function pointsOf(line: Ends & Pick<Line, "bend">): Point[] {
  const { x1, y1, x2, y2, bend } = line;
  if (!bend) return [[x1, y1], [x2, y2]];
  const [cx, cy] = controlOf(line);
  return Array.from({ length: STEPS + 1 }, (_, step): Point => {
    const t = step / STEPS;
    return [(1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2];
  });
}
