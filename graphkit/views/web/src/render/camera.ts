/** How a camera looks at the picture: pure arithmetic between the picture and the window it is seen in. */

import type { Camera } from "./renderer";

export interface Window {
  width: number;
  height: number;
}

export type Place = readonly [x: number, y: number];

/** Where a point of the picture is in the window, in pixels from its top left corner. */
export function toScreen({ x, y, scale }: Camera, { width, height }: Window, [px, py]: Place): [number, number] {
  return [width / 2 + (px - x) * scale, height / 2 + (py - y) * scale];
}

/** The point of the picture that is at a place in the window. */
export function toPicture({ x, y, scale }: Camera, { width, height }: Window, [sx, sy]: Place): [number, number] {
  return [x + (sx - width / 2) / scale, y + (sy - height / 2) / scale];
}

/** The camera that shows at `now` what this one shows at `was`, nearer by a factor. */
export function zoomed(camera: Camera, window: Window, factor: number, was: Place, now: Place = was): Camera {
  const [px, py] = toPicture(camera, window, was);
  const scale = bounded(camera.scale * factor);
  return { x: px - (now[0] - window.width / 2) / scale, y: py - (now[1] - window.height / 2) / scale, scale };
}

/** A scale at which there is still something to see. */
export const bounded = (scale: number): number => Math.min(40, Math.max(0.0005, scale));

/** How much nearer a turn of the wheel leads, whatever unit the browser counts it in. */
export function wheelFactor(turn: Pick<WheelEvent, "deltaY" | "deltaMode" | "ctrlKey">): number {
  const { deltaY, deltaMode, ctrlKey } = turn;
  // Lines and pages in pixels; a pinch on a touchpad comes as a small turn with the control key.
  const pixels = deltaY * ([1, 25, 500][deltaMode] ?? 1) * (ctrlKey ? 6 : 1);
  return 2 ** (-Math.max(-300, Math.min(300, pixels)) * 0.0025);
}

/** What two fingers that moved do: the points under them stay under them, but for a turn. */
export function pinched(camera: Camera, window: Window, was: readonly Place[], now: readonly Place[]): Camera {
  const [a, b] = was;
  const [c, d] = now;
  if (!a || !b || !c || !d) return camera;
  const apart = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (!apart) return camera;
  const middle = (one: Place, other: Place): Place => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
  return zoomed(camera, window, Math.hypot(d[0] - c[0], d[1] - c[1]) / apart, middle(a, b), middle(c, d));
}
