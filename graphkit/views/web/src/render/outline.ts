/**
 * Outlines as a shader takes them: every mark is a circle or a star, of which a regular polygon is one
 * whose inner corners lie on the sides. One formula gives the distance to all of them.
 */

import { corners } from "../scene/marks";

/** The outline of a mark of radius 1. */
export interface Outline {
  /** How many; none for a circle. */
  tips: number;
  /** How far the tips are from the middle, and, in reaches, the corners between them. */
  reach: number;
  inner: number;
  /** The direction of the first tip. */
  turn: number;
}

const CIRCLE: Outline = { tips: 0, reach: 1, inner: 1, turn: 0 };
const known = new Map<string, Outline>();

/** The outline of a mark's shape, read off its corners. */
export function outlineOf(shape: string): Outline {
  let outline = known.get(shape);
  if (!outline) known.set(shape, (outline = measured(shape)));
  return outline;
}

function measured(shape: string): Outline {
  const points = corners(shape);
  const [first, second] = points;
  if (!first || !second) return CIRCLE;
  const reach = Math.hypot(...first);
  const turn = Math.atan2(first[1], first[0]);
  const inner = Math.hypot(...second) / reach;
  if (inner < 1 - 1e-9) return { tips: points.length / 2, reach, inner, turn };
  return { tips: points.length, reach, inner: Math.cos(Math.PI / points.length), turn };
}

/**
 * The distance of a point to an outline of radius 1, negative inside; beyond a tip it is that to the
 * sides prolonged, so that strokes are mitred as a canvas does it. The shader of marks says the same.
 */
export function distance({ tips, reach, inner, turn }: Outline, x: number, y: number): number {
  const long = Math.hypot(x, y);
  if (!tips) return long - reach;
  const wedge = (2 * Math.PI) / tips;
  const angle = Math.atan2(y, x) - turn + wedge / 2;
  const folded = Math.abs(angle - wedge * Math.floor(angle / wedge) - wedge / 2);
  const [bx, by] = [reach * inner * Math.cos(wedge / 2), reach * inner * Math.sin(wedge / 2)];
  const side = Math.hypot(by, reach - bx);
  return ((long * Math.cos(folded) - reach) * by + long * Math.sin(folded) * (reach - bx)) / side;
}
