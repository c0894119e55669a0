/** A story: views that an author has saved, each with a title and a sentence. What a file states is not trusted. */

import type { Notes } from "./state";

/** What of the picture was seen: its middle, and how much of it across and down, in units of the picture. */
export interface Seen {
  x: number;
  y: number;
  across: number;
  down: number;
}

export interface Step {
  title: string;
  text: string;
  /** The state, as in an address. */
  view: string;
  /** null for the whole picture. */
  seen: Seen | null;
  /** Notes by the id of an organisation; "" is on the picture. */
  notes: Notes;
}

const LONGEST_NOTE = 300;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2000;
const LONGEST_VIEW = 20_000;
const MOST = 200;

/** A text on one line, of a length that the page has room for, without what turns the writing direction around. */
export const line = (text: unknown, most: number): string => (typeof text === "string" ? text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim().slice(0, most) : "");

function seenIn(stated: unknown): Seen | null {
  if (typeof stated !== "object" || stated === null) return null;
  const { x, y, across, down } = stated as Record<string, unknown>;
  const numbers = [x, y, across, down];
  if (!numbers.every((each) => typeof each === "number" && Number.isFinite(each) && Math.abs(each) < 1e7)) return null;
  if ((across as number) <= 0 || (down as number) <= 0) return null;
  return { x, y, across, down } as Seen;
}

/** The notes that are texts. */
function notesIn(stated: unknown): Notes {
  if (typeof stated !== "object" || stated === null) return {};
  const kept = Object.entries(stated).map(([id, text]): [string, string] => [id, line(text, LONGEST_NOTE)]);
  return Object.fromEntries(kept.filter(([, text]) => text).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

/** Notes with another one on an organisation, or on the picture; without it if the text is empty. */
export const withNote = (notes: Notes, id: string, text: string): Notes => notesIn({ ...notes, [id]: text });

/** A step as it is kept: with nothing that does not belong to it. */
export function stepOf(stated: unknown): Step | null {
  if (typeof stated !== "object" || stated === null) return null;
  const { title, text, view, seen, notes } = stated as Record<string, unknown>;
  const named = line(title, LONGEST_TITLE);
  if (!named) return null;
  return { title: named, text: line(text, LONGEST_TEXT), view: typeof view === "string" ? view.slice(0, LONGEST_VIEW) : "", seen: seenIn(seen), notes: notesIn(notes) };
}

/** The steps that a page states; what is not a step is passed over. */
export function readStory(json: string): Step[] {
  let stated: unknown;
  try {
    stated = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(stated)) return [];
  return stated.slice(0, MOST).map(stepOf).filter((step) => step !== null);
}

/** The same as JSON that can stand in a script element: the same steps give the same text. */
export function writeStory(steps: readonly Step[]): string {
  const kept = steps.map(({ title, text, view, seen, notes }) => ({ title, text, view, seen: seen && { x: seen.x, y: seen.y, across: seen.across, down: seen.down }, notes: notesIn(notes) }));
  return JSON.stringify(kept).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A step in another place of the story. */
export function movedStep(steps: readonly Step[], from: number, to: number): Step[] {
  const rest = steps.filter((_, at) => at !== from);
  return [...rest.slice(0, to), steps[from]!, ...rest.slice(to)];
}
