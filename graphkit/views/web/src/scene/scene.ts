/** What is drawn now: marks, lines and points with their looks, which any renderer shows alike. */

import type { Ground } from "../state/content";

/** Left, top, right, bottom in units of the picture, y down. */
export type Box = [left: number, top: number, right: number, bottom: number];
export type Point = [x: number, y: number];

/** Nothing is selected, or it belongs to what is, or it does not. */
export type Light = "normal" | "lit" | "dimmed";

/** Colours of the page, light or dark. */
export interface Theme {
  dark: boolean;
  background: string;
  text: string;
  muted: string;
  accent: string;
}

/** An organisation, or a community in an overview. index: into the page's nodes or communities. */
export interface Mark {
  index: number;
  x: number;
  y: number;
  /** The radius, in units of the picture. */
  size: number;
  shape: string;
  color: string;
  edge: string;
  light: Light;
  alpha: number;
  /** Of a community, the colours of the members that are shown, with their shares. */
  shares?: [color: string, share: number][];
}

/**
 * A line: a spoke from an organisation to a point, or between two organisations or communities. Lines
 * of several layers between the same two already stand side by side.
 */
export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** On a map, how far the control point of an arc lies beside the middle; 0 or none for a straight line. */
  bend?: number;
  /** Ends: indices as of marks; `to` is -1 for a spoke. */
  from: number;
  to: number;
  /** The shared groups that it stands for; none in an overview. */
  groups: number[];
  /** In units of the picture; on the screen a line is never thinner than half a pixel. */
  width: number;
  color: string;
  alpha: number;
  /** Lengths drawn and left out in turn, in units of the picture; empty for a whole line. */
  dash: number[];
  /** Into the page's layers; -1 in an overview. */
  layer: number;
  light: Light;
  /** Not known to be in force at the date; all that it stands for is inferred. */
  unknown: boolean;
  inferred: boolean;
  /** Whether it is of the date that the picture is compared with, and no longer there. */
  gone?: boolean;
}

/** A point where the spokes of a shared group meet: a ring of radius `HUB`. */
export interface Hub {
  group: number;
  x: number;
  y: number;
  color: string;
  light: Light;
  alpha: number;
  unknown: boolean;
}

/** A name to be shown if there is room. */
export interface LabelItem {
  x: number;
  y: number;
  /** The radius of what it names. */
  size: number;
  text: string;
  /** A shorter name that nothing else here has; "" for none. */
  short: string;
  /** What is written instead while it is selected or pointed at. */
  asked?: string;
  /** Whether it has no name but while it is selected or pointed at. */
  quiet?: boolean;
  /** Whether it is one of the first by the chosen metric, which are always named. */
  first: boolean;
  /** Whether it is named only from close by: in the strip of those without ties, or a small community. */
  alone: boolean;
  /** Whether it holds one of the network's first connectors. */
  bold: boolean;
  /** Where the layout left room for it: below, above, right, left, or "". */
  side: string;
  kind: "organisation" | "group" | "community" | "note";
  /** Whether the author wants it named whatever the room. */
  always?: boolean;
  /** Whether it is the author's note, which stands in a frame. */
  framed?: boolean;
  /** Of the mark or hub. */
  index: number;
  lit: boolean;
  /** The smaller, the earlier it is placed. */
  order: number;
}

/** A picture. Lines are drawn first, then hubs, then marks; what is lit over what is dimmed. */
export interface Scene {
  /** Two scenes of one key differ in light, colours and `alpha` alone. */
  key: string;
  marks: Mark[];
  lines: Line[];
  hubs: Hub[];
  labels: LabelItem[];
  /** Around all marks and hubs of the picture, hidden ones too, so that hiding moves nothing. */
  bounds: Box;
  /** The words below the strip of those without ties; x, y: its left lower corner. */
  caption: { text: string; x: number; y: number } | null;
  /** The marks with a ring: what an excerpt is about, and what is selected. */
  ringed: number[];
  /** The marks that have ties now and had none at the date that the picture is compared with. */
  fresh?: number[];
  theme: Theme;
  /** What lies below a map. */
  ground?: Ground | null;
}

/** The marks that lines lead to. */
export const tiedIn = ({ lines }: Pick<Scene, "lines">): Set<number> => new Set(lines.flatMap(({ from, to, gone }) => (gone ? [] : to < 0 ? [from] : [from, to])));

export const HUB = 4.5;
