/** A paragraph in pieces: what rows rest on, what the chosen row rests on, and the rest; pure. */

export interface Span {
  start: number;
  end: number;
  row: number;
}

export interface Piece {
  text: string;
  /** The row that rests on it; -1 for none. */
  row: number;
}

/** Where words stand in a text; nowhere for words that it does not have. */
export function spanOf(text: string, quote: string, row: number): Span[] {
  const start = quote ? text.indexOf(quote) : -1;
  return start < 0 ? [] : [{ start, end: start + quote.length, row }];
}

/** The pieces of a text. What the chosen row rests on is one piece; elsewhere the shortest words win. */
export function pieces(text: string, spans: Span[], chosen: number): Piece[] {
  const at: number[] = new Array<number>(text.length).fill(-1);
  const size = (each: Span): number => (each.row === chosen ? -1 : each.end - each.start);
  for (const span of [...spans].sort((a, b) => size(b) - size(a))) at.fill(span.row, span.start, span.end);
  const made: Piece[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    while (end < text.length && at[end] === at[start]) end++;
    made.push({ text: text.slice(start, end), row: at[start]! });
  }
  return made;
}
