/**
 * The three answers to "was this in force then?": yes, no and unknown. The same rules as Python's
 * `graphkit.network.in_force`, where they are derived; days are ISO texts, which compare as days do.
 */

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Standing = typeof NO | typeof UNKNOWN | typeof YES;

export interface Period {
  text: string;
  first: string;
  last: string;
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const two = (value: number): string => String(value).padStart(2, "0");

function monthDays(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The first and last day of a year, a month or a day; null for what is none. */
export function parseDate(text: string): [first: string, last: string] | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  if (Number(year) < 1) return null;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (Number(month) < 1 || Number(month) > 12) return null;
  const days = monthDays(Number(year), Number(month));
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${two(days)}`];
  if (Number(day) < 1 || Number(day) > days) return null;
  return [text, text];
}

/** A date, or two joined by a slash: `2014-11-10`, `2014`, `2010/2014`; null for what is neither. */
export function parsePeriod(text: string): Period | null {
  const parts = text.trim().split("/");
  const begin = parseDate(parts[0] ?? "");
  const end = parseDate(parts[parts.length - 1] ?? "");
  if (parts.length > 2 || !begin || !end || end[1] < begin[0]) return null;
  return { text: text.trim(), first: begin[0], last: end[1] };
}

const BEFORE_ALL = "";
const AFTER_ALL = "~";
const least = (...days: string[]): string => days.reduce((a, b) => (b < a ? b : a));
const most = (...days: string[]): string => days.reduce((a, b) => (b > a ? b : a));

/**
 * A fact's standing in a period: was it in force on any of its days? bounds: as in the content, where
 * they lie within the lifetimes of the organisations. The same of an organisation's own lifetime.
 */
export function standing(bounds: string[] | undefined, { first, last }: Period): Standing {
  const [startFrom, startTo, endFrom, endTo, observedFrom, observedTo] = bounds ?? [];
  const end = endTo || AFTER_ALL;
  const start = startFrom || BEFORE_ALL;
  // A lifetime may leave a fact no day at all.
  if (most(start, first) > least(end, last)) return NO;
  const begunBy = least(startTo || AFTER_ALL, observedTo || AFTER_ALL, end);
  const lastingTo = most(endFrom || BEFORE_ALL, observedFrom || BEFORE_ALL, start);
  return begunBy <= last && lastingTo >= first ? YES : UNKNOWN;
}

/** More stops than this nobody can choose among by hand: then months are close enough. */
const MOST_STOPS = 240;
const FOREVER = "9999-12-31";

/** A first and a last day as somebody would write them: a year, a month, or the first day. */
function written(first: string, last: string): string {
  if (first.endsWith("-01-01") && last.endsWith("-12-31")) return first.slice(0, 4);
  const month = first.slice(0, 7);
  return month === last.slice(0, 7) && parseDate(month)?.join() === [first, last].join() ? month : first;
}

/** The year, month or day that follows one. */
function next(text: string): string {
  const [year, month, day] = text.split("-").map(Number) as [number, number?, number?];
  const shown = String(year).padStart(4, "0");
  if (month === undefined) return String(year + 1).padStart(4, "0");
  if (day !== undefined && day < monthDays(year, month)) return `${shown}-${two(month)}-${two(day + 1)}`;
  const after = month < 12 ? `${shown}-${two(month + 1)}` : `${String(year + 1).padStart(4, "0")}-01`;
  return day === undefined ? after : `${after}-01`;
}

/**
 * The dates worth stopping at: where all facts have years alone, every year; else each date on which a
 * fact begins, has ended or was seen, as precisely as it is stated; by months where that are too many.
 */
export function stopsOf(bounds: readonly string[][], years: readonly [number, number] | null): string[] {
  if (!years) return [];
  const [first, last] = years;
  const found = new Set<string>();
  for (const [startFrom = "", startTo = "", endFrom = "", endTo = "", seenFrom = "", seenTo = ""] of bounds) {
    if (startFrom) found.add(written(startFrom, startTo));
    if (endTo && endTo < FOREVER) found.add(next(written(endFrom || endTo, endTo)));
    if (seenFrom) found.add(written(seenFrom, seenTo)).add(next(written(seenFrom, seenTo)));
  }
  if ([...found].every((text) => text.length === 4)) return Array.from({ length: last - first + 1 }, (_, nth) => String(first + nth).padStart(4, "0"));
  const stops = found.size > MOST_STOPS ? [...new Set([...found].map((text) => text.slice(0, 7)))] : [...found];
  return stops.filter((text) => Number(text.slice(0, 4)) >= first && Number(text.slice(0, 4)) <= last).sort();
}
