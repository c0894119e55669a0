/** Scenes made for tests: everything that can be drawn, and a great many marks. */

import { HUB, type Hub, type Light, type Line, type Mark, type Scene, type Theme } from "../src/scene/scene";

const THEME: Theme = { dark: false, background: "#ffffff", text: "#1b1f24", muted: "#6b7280", accent: "#b3005e" };
const SHAPES = ["dot", "square", "diamond", "triangle", "triangleDown", "hexagon", "star"];
const COLOURS = ["#D55E00", "#E69F00", "#0072B2", "#009E73", "#56B4E9", "#CC79A7", "#7F7F7F"];
const DASHES = [[], [6.5, 2.6], [1.82, 2.08], [7.8, 2.6, 1.82, 2.6], [1.2, 4.8]];

/** Every shape in three sizes, every dash in three directions, and hubs; dimmed: as beside a selection. */
export function everything(dimmed: boolean): Scene {
  const light = (at: number): Light => (!dimmed ? "normal" : at % 3 === 1 ? "lit" : "dimmed");
  const marks: Mark[] = [];
  SHAPES.forEach((shape, nth) =>
    [6, 11.37, 20].forEach((size, row) => {
      const at = 3 * nth + row;
      const look = { shape, color: COLOURS[nth]!, edge: "#333333", light: light(at) };
      const alpha = light(at) === "dimmed" ? 0.14 : 1;
      marks.push({ index: at, x: 20 + nth * 60, y: 20 + row * 45, size, alpha, ...look });
    }),
  );
  const lines: Line[] = [];
  const hubs: Hub[] = [];
  DASHES.forEach((dash, nth) =>
    [0, 1, 2].forEach((turn) => {
      const [x1, y1] = [20 + nth * 80, 190 + 40 * turn];
      const angle = [0, 0.35, 1.2][turn]!;
      const at = 3 * nth + turn;
      const lit = light(at) === "lit";
      const group = at;
      const [x2, y2] = [x1 + 64 * Math.cos(angle), y1 + 64 * Math.sin(angle)];
      lines.push({
        x1,
        y1,
        x2,
        y2,
        from: at,
        to: -1,
        groups: [group],
        width: turn === 2 ? 0.5 : lit ? 1.6 : 1.1 + 2 * turn,
        color: lit ? THEME.accent : COLOURS[nth]!,
        alpha: light(at) === "dimmed" ? 0.3 : 1,
        dash,
        layer: 0,
        light: light(at),
        unknown: false,
        inferred: turn === 2,
      });
      const alpha = light(at) === "dimmed" ? 0.3 : 1;
      const color = lit ? THEME.accent : THEME.muted;
      hubs.push({ group, x: x2, y: y2, color, light: light(at), alpha, unknown: nth % 2 === 1 });
    }),
  );
  return { key: "all", marks, lines, hubs, labels: [], bounds: [0, 0, 400, 300], caption: null, ringed: [], theme: THEME };
}

/** A square of so many marks, each tied to the next three. */
export function manyMarks(count: number, dimmed: boolean): Scene {
  const side = Math.ceil(Math.sqrt(count));
  const place = (at: number): [number, number] => [(at % side) * 40, Math.floor(at / side) * 40];
  const light: Light = dimmed ? "dimmed" : "normal";
  const marks = Array.from({ length: count }, (_, index): Mark => {
    const [x, y] = place(index);
    const nth = index % SHAPES.length;
    const look = { shape: SHAPES[nth]!, color: COLOURS[nth]!, edge: "#333333", light };
    return { index, x, y, size: 6 + (index % 15), alpha: dimmed ? 0.14 : 1, ...look };
  });
  const lines = marks.flatMap(({ index: from, x: x1, y: y1 }) =>
    [1, side, side + 1].flatMap((step): Line[] => {
      const to = from + step;
      if (to >= count) return [];
      const [x2, y2] = place(to);
      const dash = DASHES[from % DASHES.length]!;
      const look = { width: 1.1, color: "#5F6872", alpha: dimmed ? 0.3 : 1, dash, light };
      return [{ x1, y1, x2, y2, from, to, groups: [], layer: 0, unknown: false, inferred: false, ...look }];
    }),
  );
  const bounds: Scene["bounds"] = [-HUB, -HUB, side * 40, side * 40];
  return { key: `many ${count}`, marks, lines, hubs: [], labels: [], bounds, caption: null, ringed: [], theme: THEME };
}
