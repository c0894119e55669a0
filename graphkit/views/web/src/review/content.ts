/** What the review page shows, as `graphkit propose` writes it. */

import type { Counting } from "../state/text";

/** How many rows and paragraphs are in the page at a time. */
export const MOST = 200;

export interface Column {
  name: string;
  required: boolean;
  /** The tables whose rows it names. */
  refers: string[];
  /** The words that it may hold; none where it may hold any. */
  choices: string[];
}

export interface Table {
  name: string;
  /** The cells by which its rows are told apart. */
  key: string[];
  columns: Column[];
}

/** The words on which a row rests: source, locator, words, confidence and rule. */
export type Find = [source: string, locator: string, quote: string, sure: string, rule: string];

export interface Row {
  table: string;
  cells: Record<string, string>;
  finds: Find[];
}

export type Paragraph = [locator: string, kind: string, text: string];

export interface Source {
  id: string;
  title: string;
  sha256: string;
  language: string;
  /** Whether all of its paragraphs are here. */
  whole: boolean;
  paragraphs: Paragraph[];
}

/** The checksum of a document, and the table and key of a row that was rejected in it. */
export type Rejection = [sha256: string, table: string, key: string];

export interface Content extends Counting {
  /** The name of the folder. */
  name: string;
  /** In the order in which their rows are decided on. */
  tables: Table[];
  documents: Source[];
  rows: Row[];
  rejected: Rejection[];
  /** The columns of the files beside the tables. */
  beside: { paragraphs: string[]; finds: string[]; rejected: string[] };
  texts: Record<string, string>;
}
