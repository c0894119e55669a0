/** Names in lines: broken at blanks and after hyphens, never inside a word that has room on a line. */

/** As much of a name as any label can hold, and of a word as any line can, so that thousands of letters cost no more. */
const MOST_LETTERS = 300;
const clipped = (text: string): string => (text.length <= MOST_LETTERS ? text : `${[...text.slice(0, 2 * MOST_LETTERS)].slice(0, MOST_LETTERS).join("")}…`);

type Measured = (text: string) => number;

export interface Wrapped {
  whole: boolean;
  lines: string[];
}

/**
 * Break a name into lines of at most `width`, or of its longest word if that is at most `widest`; what
 * does not fit in `most` lines is left out. With no such limit a text of any length keeps all its words.
 */
export function wrapped(measured: Measured, text: string, width: number, most: number, widest = width): Wrapped {
  const said = most === Infinity ? text.trim() : clipped(text.trim());
  const parts = said.split(/(?<=\s)|(?<=\p{L}[-–])(?=\p{L})/u).map(clipped);
  const room = Math.max(width, ...parts.map((part) => measured(part.trimEnd())).filter((each) => each <= widest));
  const lines: string[] = [];
  for (const part of parts) {
    const joined = (lines[lines.length - 1] ?? "") + part;
    if (lines.length && measured(joined.trimEnd()) <= room) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  const whole = lines.length <= most;
  const shown = lines.slice(0, most);
  return { whole, lines: shown.map((line, nth) => cut(measured, line.trimEnd(), room, !whole && nth === most - 1)) };
}

/** As `wrapped`; what does not fit becomes the short name, whatever lines that takes. */
export function wrappedShort(measured: Measured, text: string, short: string, width: number, most: number, widest: number): Wrapped {
  const full = wrapped(measured, text, width, most, widest);
  if (full.whole || !short) return full;
  return { whole: false, lines: wrapped(measured, short, width, Infinity, widest).lines };
}

/**
 * As `wrapped`, for a community: each of several names on a line of its own, and at the end how many it
 * has, before which names are cut.
 */
export function wrappedCommunity(measured: Measured, text: string, width: number, most: number): Wrapped {
  const [, names, size] = /^(.*) (\([\d\s.,/]+\))$/s.exec(text.trim()) ?? [];
  if (names === undefined || size === undefined) return wrapped(measured, text, width, most);
  const parts = names.split(/, (?=\d+\. )/);
  const shown = parts.map((part) => wrapped(measured, part, width, parts.length === 1 ? most - 1 : 1));
  const lines = shown.flatMap((part) => part.lines);
  const last = `${lines[lines.length - 1]} ${size}`;
  if (measured(last) <= width) lines[lines.length - 1] = last;
  else lines.push(size);
  return { whole: shown.every(({ whole }) => whole), lines };
}

/** A line no wider than `width`, with an ellipsis where something is left out. */
function cut(measured: Measured, line: string, width: number, more: boolean): string {
  if (!more && measured(line) <= width) return line;
  // Whole words first: only a word that is alone on its line is broken.
  let words = line;
  while (measured(`${words}…`) > width && /\s/.test(words)) words = words.replace(/\s+\S*$/, "");
  const letters = [...words];
  while (letters.length > 1 && measured(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").replace(/[\s…]+$/, "")}…`;
}
