/** Text: folding for the search, numbers as readers want them, elements that show data as text alone. */

import type { Address } from "./content";

const LETTERS: Record<string, string> = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss" };

/** A text without case, accents and needless blanks: what the search compares. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøđħŧıß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .trim()
    .split(/\s+/)
    .join(" ");
}

/** What follows a number, by term of the glossary: for 1, for few and for many, as its language needs. */
export interface Counting {
  language: string;
  counted: Record<string, string[]>;
}

/** A number and what it counts, as Python's `glossary.counted` has it. */
export function counted(count: number, form: string, { language, counted }: Counting): string {
  const forms = counted[form] ?? [];
  const rule = new Intl.PluralRules(language).select(count);
  return `${count} ${forms[rule === "one" ? 0 : rule === "few" ? 1 : forms.length - 1] ?? ""}`;
}

/** A text with words put in for its {names} and {count:terms}; what is put in is not looked at again. */
export function filled(text: string | undefined, values: Record<string, string | number>, counting: Counting): string {
  return (text ?? "").replace(/\{(\w+)(?::([\w.]+))?\}/g, (whole, name: string, form: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    return form === undefined ? String(value) : counted(Number(value), form, counting);
  });
}

const LEAST = 0.0001;
const NO_VALUE = "–";

/** A metric's value: three digits that count, whole numbers whole, as Python's `words.number` has it. */
export function number(value: number | null | undefined, decimal: string): string {
  if (value === null || value === undefined) return NO_VALUE;
  if (Number.isInteger(value)) return String(value);
  if (value > 0 && value < LEAST) return `<${LEAST}`.replace(".", decimal);
  const size = Math.abs(value);
  const digits = size >= 1000 ? String(Math.floor(size)).length : 3;
  return String(rounded(value, digits)).replace(".", decimal);
}

/** Rounded to significant digits; a value half way between two goes to the even one. */
function rounded(value: number, digits: number): number {
  const [mantissa, exponent] = Math.abs(value).toExponential(60).split("e") as [string, string];
  const letters = mantissa.replace(".", "");
  const up = Number(Math.abs(value).toExponential(digits - 1));
  const tie = /^50*$/.test(letters.slice(digits));
  const even = Number(letters[digits - 1]) % 2 === 0;
  const down = Number(`${letters[0]}.${letters.slice(1, digits)}e${exponent}`);
  return Math.sign(value) * (tie && even ? down : up);
}

/** The text with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Child = Node | string | null;
type Attributes = Record<string, string>;

/** An element with a class, attributes and children; a string becomes text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== null && child !== "") made.append(child);
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => void, className = ""): HTMLButtonElement {
  const made = element("button", className ? { type: "button", class: className } : { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

/** A web address as a link that tells the site nothing; any other address as text. */
export function address({ text, link }: Address, shown = text): HTMLElement {
  if (!link || !/^https?:\/\//i.test(text)) return element("span", {}, shown);
  return element("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, shown);
}

/** An element of the page by its id. */
export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** Give the reader a file, as a link that is clicked would. */
export function handOver(blob: Blob, name: string): void {
  const link = element("a", { download: name });
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
