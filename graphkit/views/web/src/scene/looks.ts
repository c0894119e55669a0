/** How what is drawn looks in each light, and when it is not certain. */

import type { Stroke } from "../state/content";
import type { Box, Light, Line, Point, Theme } from "./scene";

export const DIMMED_MARK = 0.14;
export const DIMMED_LINE = 0.3;
/** What is not known to be in force is dotted whatever its layer; its dots are larger than a line is wide, or they would be lost. */
export const DOTTED = [1.6, 4.4];
const DOT = 1.5;

const THIN = 0.45;
const CROWD = 1500;
const FAINTEST = 0.3;
const DASH_UNIT = 1.3;

/** all: nothing is selected. */
export const lightOf = (all: boolean, lit: boolean): Light => (all ? "normal" : lit ? "lit" : "dimmed");

/** How much of their colour that many lines keep: where thousands cross, marks must be seen between them. */
export const crowded = (lines: number): number => Math.max(FAINTEST, Math.min(1, Math.sqrt(CROWD / lines)));

const dashes = new WeakMap<Stroke, number[]>();

/** The dash of a layer in units of the picture. */
export function dashOf(stroke: Stroke | undefined): number[] {
  if (!stroke) return [];
  const dash = dashes.get(stroke) ?? stroke.dash.map((part) => part * DASH_UNIT);
  dashes.set(stroke, dash);
  return dash;
}

type Look = Pick<Line, "color" | "width" | "alpha" | "dash" | "light" | "unknown" | "inferred">;

/** A line of a layer, or of none, in a light; inferred: all that it stands for is. */
export function lookOf(stroke: Stroke | undefined, theme: Theme, width: number, light: Light, unknown: boolean, inferred: boolean): Look {
  const color = !stroke ? theme.muted : theme.dark ? stroke.dark : stroke.color;
  return {
    color,
    width: width * (light === "lit" ? 1.6 : 1.1) * (inferred ? THIN : 1) * (unknown ? DOT : 1),
    alpha: (light === "dimmed" ? DIMMED_LINE : 1),
    dash: unknown ? DOTTED : dashOf(stroke),
    light,
    unknown,
    inferred,
  };
}

/** The box around points; around the origin when there are none. */
export function boxAround(points: Iterable<Point>): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box[0] === Infinity ? [0, 0, 0, 0] : box;
}
