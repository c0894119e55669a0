/** The whole picture as an SVG file, built as elements so that no text can become markup. */

import { FONT, PLATE, endsIn, labelBudget, placeLabels, type Measure, type Placed } from "../render/labels";
import { groundColours } from "../render/paint";
import { controlOf } from "../scene/arcs";
import { SPACE, pathOf } from "../scene/marks";
import { PAD, captionBox } from "../render/picture";
import { HUB, type Box, type Scene } from "../scene/scene";
import { lay, type LegendEntry, type Sheet } from "./sheet";

type Attributes = Record<string, string | number>;
const shown = (value: number): string => String(Number(value.toFixed(2)));

/** Letters that no XML may hold are left out. */
const allowed = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

function make(name: string, attributes: Attributes = {}, ...children: (Element | string)[]): Element {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === "number" ? shown(value) : allowed(value));
  for (const child of children) made.append(typeof child === "string" ? allowed(child) : child);
  return made;
}

/** Draw a scene with its title, legend and notes. */
export function sheetOf(scene: Scene, sheet: Sheet, measure: Measure): string {
  const extent = scene.bounds.map((edge, side) => edge + (side < 2 ? -1 : 1) * PAD[side]!) as Box;
  const caption = captionBox(scene, 1, measure);
  const budget = labelBudget(scene.labels.length, Math.max(1, (extent[2] - extent[0]) / 1000));
  const room = { extent, taken: caption ? [caption.box] : [], budget, selected: null, hovered: null, litOnly: false, alone: false, lines: scene.labels.some(({ kind, framed }) => kind === "community" || framed) ? scene.lines : [] };
  const placed = placeLabels(scene.labels, room, 1, measure, endsIn(scene));
  const width = Math.max(extent[2] - extent[0], 480);
  const { title, subtitle, top, legend, authored, notes, height } = lay(sheet, width, extent[3] - extent[1], measure);
  const root = make("svg", {
    viewBox: `0 0 ${shown(width)} ${shown(height)}`,
    width,
    height,
    "font-family": FONT.replace(/"/g, "'"),
    lang: sheet.language,
    role: "img",
  });
  root.append(make("title", {}, sheet.title));
  root.append(make("desc", {}, [sheet.foremost, ...sheet.notes].filter(Boolean).join(" ")));
  root.append(make("rect", { width, height, fill: scene.theme.background }));
  for (const row of title) root.append(text(row.text, row.x, row.y, { "font-size": 18, "font-weight": 600, fill: scene.theme.text }));
  for (const row of subtitle) root.append(text(row.text, row.x, row.y, { "font-size": 14, fill: scene.theme.muted }));
  const shift = (width - (extent[2] - extent[0])) / 2;
  const picture = make("g", { transform: `translate(${shown(shift - extent[0])} ${shown(top - extent[1])})` });
  addPicture(picture, scene, placed);
  if (caption) picture.append(text(caption.text, caption.box[0], caption.box[3] - 3, { "font-size": 12, fill: scene.theme.muted }));
  root.append(picture);
  for (const { entry, x, y } of legend) addEntry(root, entry, x, y, scene);
  for (const row of authored) root.append(text(row.text, row.x, row.y, { "font-size": 13, fill: scene.theme.text }));
  for (const row of notes) root.append(text(row.text, row.x, row.y, { "font-size": 11, fill: scene.theme.muted }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

const text = (content: string, x: number, y: number, attributes: Attributes): Element => make("text", { x, y, ...attributes }, content);

function addPicture(picture: Element, scene: Scene, placed: Placed[]): void {
  const lines = make("g", { fill: "none" });
  for (const drawn of scene.lines) {
    const { x1, y1, x2, y2, width, color, alpha, dash, bend } = drawn;
    const to = bend ? `Q${controlOf(drawn).map(shown).join(" ")} ` : "L";
    const line = make("path", { d: `M${shown(x1)} ${shown(y1)}${to}${shown(x2)} ${shown(y2)}`, stroke: color, "stroke-width": width });
    if (alpha < 1) line.setAttribute("stroke-opacity", shown(alpha));
    if (dash.length) line.setAttribute("stroke-dasharray", dash.map(shown).join(" "));
    lines.append(line);
  }
  const hubs = make("g", { fill: scene.theme.background, "stroke-width": 1.6 });
  for (const { x, y, color, alpha } of scene.hubs) hubs.append(make("circle", { cx: x, cy: y, r: HUB, stroke: color, "stroke-opacity": alpha }));
  const marks = make("g", { "stroke-width": 1.2 });
  for (const { shape, x, y, size, color, edge, alpha } of scene.marks) {
    marks.append(make("path", { d: pathOf(shape, x, y, size), fill: color, stroke: edge, opacity: alpha }));
  }
  for (const { x, y, size, shares = [], alpha } of scene.marks) {
    let turn = -Math.PI / 2;
    for (const [color, share] of shares) {
      const [from, to] = [turn, turn + 2 * Math.PI * share];
      const at = (angle: number): string => `${shown(x + size * Math.cos(angle))} ${shown(y + size * Math.sin(angle))}`;
      const d = `M${shown(x)} ${shown(y)}L${at(from)}A${shown(size)} ${shown(size)} 0 ${share > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
      marks.append(share < 1 ? make("path", { d, fill: color, stroke: scene.theme.background, opacity: alpha }) : make("circle", { cx: x, cy: y, r: size, fill: color, opacity: alpha }));
      turn = to;
    }
  }
  const rings = make("g", { fill: "none", stroke: scene.theme.text, "stroke-width": 2.5 });
  for (const { index, shape, x, y, size } of scene.marks) {
    if (scene.ringed.includes(index)) rings.append(make("path", { class: "ring", d: pathOf(shape, x, y, size + 4) }));
  }
  for (const { index, shape, x, y, size } of scene.marks) {
    if (scene.fresh?.includes(index)) rings.append(make("path", { class: "fresh", d: pathOf(shape, x, y, size + 3), "stroke-width": 1.2 }));
  }
  const leaders = make("g", { stroke: scene.theme.muted, "stroke-width": 1 });
  for (const { leader } of placed) if (leader) leaders.append(make("path", { class: "leader", d: `M${shown(leader[0])} ${shown(leader[1])}L${shown(leader[2])} ${shown(leader[3])}` }));
  const plates = make("g", { fill: scene.theme.background, "fill-opacity": PLATE });
  for (const { item, box: [left, upper, right, lower] } of placed) {
    if (item.kind === "community") plates.append(make("rect", { x: left, y: upper, width: right - left, height: lower - upper }));
  }
  const names = make("g", { "text-anchor": "middle", stroke: scene.theme.background, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" });
  const frames = make("g", { fill: scene.theme.background, stroke: scene.theme.text });
  for (const { edge, box } of placed) if (edge) frames.append(make("rect", { class: "note", x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] }));
  for (const { item, lines: rows, box, leading, edge } of placed) {
    const group = item.kind === "group";
    const look: Attributes = { "font-size": group ? 11 : 12, fill: group ? scene.theme.muted : scene.theme.text };
    if (item.bold) look["font-weight"] = 600;
    if (group) look["font-style"] = "italic";
    rows.forEach((row, nth) => names.append(text(row, (box[0] + box[2]) / 2, box[1] + edge + nth * leading + 11, look)));
  }
  if (scene.ground) picture.append(...groundOf(scene));
  picture.append(lines, hubs, plates, marks, rings, leaders, frames, names);
}

/** What lies below a map. */
function groundOf(scene: Scene): Element[] {
  const [sea, land, border] = groundColours(scene);
  const [x, y, right, bottom] = scene.ground!.frame;
  const d = scene.ground!.land.map((outline) => `M${outline.map(shown).join(" ")}Z`).join("");
  return [
    make("rect", { class: "sea", x, y, width: right - x, height: bottom - y, fill: sea, stroke: border }),
    make("path", { class: "land", d, fill: land, stroke: border, "stroke-width": 0.6 }),
  ];
}

function addEntry(legend: Element, entry: LegendEntry, x: number, y: number, scene: Scene): void {
  if (entry.mark) {
    const { shape, color, edge } = entry.mark;
    legend.append(make("path", { d: pathOf(shape, x + 10, y + 8, 6), fill: color, stroke: edge }));
    if (entry.ring) legend.append(make("path", { d: pathOf(shape, x + 10, y + 8, 9), fill: "none", stroke: edge }));
  } else if (entry.line) {
    const { color, dash, width } = entry.line;
    const line = make("path", { d: `M${shown(x)} ${shown(y + 8)}h22`, stroke: color, "stroke-width": width });
    if (dash.length) line.setAttribute("stroke-dasharray", dash.map(shown).join(" "));
    legend.append(line);
  } else if (entry.hub) {
    legend.append(make("circle", { cx: x + 10, cy: y + 8, r: HUB, fill: scene.theme.background, stroke: scene.theme.muted, "stroke-width": 1.6 }));
  }
  if (entry.ring && !entry.mark) legend.append(make("circle", { cx: x + 10, cy: y + 8, r: 6.5, fill: "none", stroke: scene.theme.text, "stroke-width": 2.5 }));
  const plain = !entry.mark && !entry.line && !entry.hub && !entry.ring;
  legend.append(text(entry.text, x + (plain ? 0 : 28), y + 12, { "font-size": 13, fill: scene.theme.text }));
}
