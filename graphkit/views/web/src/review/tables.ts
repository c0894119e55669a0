/** Decided rows as the files of a folder of proposals, packed into one; pure. */

import type { Content } from "./content";
import { guarded } from "../save/guarded";
import type { Decisions } from "./decisions";

function cell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const csv = (rows: string[][]): string => rows.map((row) => `${row.map(cell).join(",")}\n`).join("");

/** The files by name. A table that held rows at first is there though all of them were rejected. */
export function files(content: Content, decided: Decisions): Map<string, string> {
  const made = new Map<string, string>();
  const finds: string[][] = [];
  for (const { name, columns } of [...content.tables].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const rows = decided.of(name);
    for (const row of rows) {
      finds.push(...row.finds.map(([source, ...rest]) => [name, decided.key(row), source, ...rest]));
    }
    if (!rows.length && !content.rows.some(({ table }) => table === name)) continue;
    const used = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
    const head = columns.filter((column) => column.required || used.has(column.name)).map((column) => column.name);
    head.push(...[...used].filter((each) => !head.includes(each)).sort());
    made.set(`${name}.csv`, csv([head, ...rows.map(({ cells }) => head.map((column) => cells[column] ?? ""))]));
  }
  made.set("finds.csv", csv([content.beside.finds, ...finds]));
  // Where only a part of the text is here, the folder's own file stays as it is.
  if (content.documents.every(({ whole }) => whole)) {
    const texts = [...content.documents].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id, paragraphs }) => paragraphs.map((each) => [id, ...each]));
    made.set("paragraphs.csv", csv([content.beside.paragraphs, ...texts]));
  }
  const rejected = [...decided.rejected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => [...each]);
  if (rejected.length) made.set("rejected.csv", csv([content.beside.rejected, ...rejected]));
  return made;
}

const SUMS = Uint32Array.from({ length: 256 }, (_, at) => {
  let sum = at;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function numbers(...said: [value: number, bytes: number][]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(said.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)));
}

const TIME = 0x00210000; // 1 January 1980: the same decisions give the same bytes
const UTF_8 = 0x0800;

/** A zip file that holds files as they are, without compression. */
export function zip(texts: Map<string, string>): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let place = 0;
  for (const [file, text] of texts) {
    const name = encoder.encode(file);
    const bytes = encoder.encode(text);
    const about: [number, number][] = [[20, 2], [UTF_8, 2], [0, 2], [TIME, 4], [checksum(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const head = numbers([0x04034b50, 4], ...about);
    parts.push(head, name, bytes);
    directory.push(numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [place, 4]), name);
    place += head.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return [...parts, ...directory, numbers([0x06054b50, 4], [0, 2], [0, 2], [texts.size, 2], [texts.size, 2], [size, 4], [place, 4], [0, 2])];
}
