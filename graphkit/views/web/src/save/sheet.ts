/** What stands around a saved picture: its title above it, its legend and what it rests on below. Pure layout. */

import { FONT, type Measure } from "../render/labels";
import { wrapped } from "../render/wrapping";
import type { Theme } from "../scene/scene";

const MARGIN = 20;
const ROW = 20;
const TITLE = { font: `600 18px ${FONT}`, leading: 24 };
const SUBTITLE = { font: `14px ${FONT}`, leading: 19 };
const AUTHORED = { font: `13px ${FONT}`, leading: 18 };
const LEGEND = { font: `13px ${FONT}`, mark: 28, gap: 22 };
const NOTE = { font: `11px ${FONT}`, leading: 16 };

/** An entry of the legend: a mark, a line or a point, and what it means. */
export interface LegendEntry {
  text: string;
  mark?: { shape: string; color: string; edge: string };
  line?: { color: string; dash: number[]; width: number };
  hub?: boolean;
  /** Whether a ring is around the mark, or stands for it where there is none. */
  ring?: boolean;
}

export interface Sheet {
  theme: Theme;
  title: string;
  subtitle: string;
  language: string;
  legend: LegendEntry[];
  /** What the author writes below the picture. */
  authored: string[];
  /** What the picture rests on, and what is filtered. */
  notes: string[];
  /** Who comes first of those shown, for readers who do not see the picture. */
  foremost: string;
}

/** A row of text; y: its baseline. */
export interface Row {
  text: string;
  x: number;
  y: number;
}

/** top: where the picture begins; x, y of an entry: its left top corner. */
export interface Laid {
  title: Row[];
  subtitle: Row[];
  top: number;
  legend: { entry: LegendEntry; x: number; y: number }[];
  authored: Row[];
  notes: Row[];
  height: number;
}

/** Lay a sheet out around a picture of a width and a height. */
export function lay(sheet: Sheet, width: number, drawn: number, measure: Measure): Laid {
  const room = width - 2 * MARGIN;
  const rows = (said: string, font: string): string[] => wrapped((text) => measure(text, font), said, room, Infinity).lines;
  const title = rows(sheet.title, TITLE.font).map((text, nth): Row => ({ text, x: MARGIN, y: 28 + nth * TITLE.leading }));
  const headed = 20 + Math.max(1, title.length) * TITLE.leading;
  const subtitle = (sheet.subtitle ? rows(sheet.subtitle, SUBTITLE.font) : []).map((text, nth): Row => ({ text, x: MARGIN, y: headed + 10 + nth * SUBTITLE.leading }));
  const top = headed + subtitle.length * SUBTITLE.leading;
  const legend: Laid["legend"] = [];
  let [x, y] = [MARGIN, top + drawn + 8];
  for (const entry of sheet.legend) {
    const long = measure(entry.text, LEGEND.font) + LEGEND.mark;
    if (x > MARGIN && x + long > MARGIN + room) [x, y] = [MARGIN, y + ROW];
    legend.push({ entry, x, y });
    x += long + LEGEND.gap;
  }
  const under = legend.length ? y + ROW : top + drawn;
  const authored = sheet.authored
    .flatMap((text) => rows(text, AUTHORED.font))
    .map((text, nth): Row => ({ text, x: MARGIN, y: under + 22 + nth * AUTHORED.leading }));
  const below = under + (authored.length ? authored.length * AUTHORED.leading + 6 : 0);
  const notes = sheet.notes
    .flatMap((note) => rows(note, NOTE.font))
    .map((text, nth): Row => ({ text, x: MARGIN, y: below + 24 + nth * NOTE.leading }));
  return { title, subtitle, top, legend, authored, notes, height: below + notes.length * NOTE.leading + 28 };
}
