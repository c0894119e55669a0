/** Colours and dashes as the graphics card takes them. */

export type Bytes = readonly [red: number, green: number, blue: number];

const known = new Map<string, Bytes>();

/** The parts of a CSS colour, 0 to 255; one that is not written in hexadecimal the browser has to explain. */
export function bytesOf(color: string): Bytes {
  let bytes = known.get(color);
  if (!bytes) known.set(color, (bytes = hexadecimal(color) ?? painted(color)));
  return bytes;
}

function hexadecimal(color: string): Bytes | null {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color.trim());
  if (!digits) return null;
  const long = digits[2] ?? [...digits[1]!].map((digit) => digit + digit).join("");
  const value = parseInt(long, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function painted(color: string): Bytes {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const ctx = canvas.getContext("2d");
  if (!ctx) return [0, 0, 0];
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

export type Pattern = readonly [on: number, off: number, on: number, off: number];

const WHOLE: Pattern = [0, 0, 0, 0];

/** A dash of up to four lengths as four; an odd number of them is repeated, as on a canvas. */
export function patternOf(dash: readonly number[]): Pattern {
  if (!dash.length) return WHOLE;
  const all = dash.length % 2 ? [...dash, ...dash] : dash;
  const [a = 0, b = 0, c = 0, d = 0] = all;
  return a + b + c + d > 0 ? [a, b, c, d] : WHOLE;
}
