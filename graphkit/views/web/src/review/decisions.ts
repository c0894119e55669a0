/** Decisions on proposed rows, as `graphkit.documents.review` takes them; pure. */

import type { Content, Rejection, Row, Table } from "./content";

export type Decision =
  | ["accept", table: string, key: string, status: "stated" | "inferred"]
  | ["reject", table: string, key: string]
  | ["change", table: string, key: string, column: string, value: string]
  | ["same", table: string, key: string, other: string];

const PROPOSED = "proposed";
/** What a person may not change: what a row is, and what it rests on. */
const FIXED = ["id", "status", "source"];

const together = (...parts: string[]): string => parts.join("\u0000");
const unique = (texts: string[]): string => [...new Set(texts.filter(Boolean))].join("|");
const split = (text: string | undefined): string[] => (text ?? "").split("|");

export class Decisions {
  readonly rows = new Map<string, Row>();
  readonly rejected = new Map<string, Rejection>();
  private readonly tables: Map<string, Table>;

  constructor(content: Content) {
    this.tables = new Map(content.tables.map((table) => [table.name, table]));
    for (const { table, cells, finds } of content.rows) this.put({ table, cells: { ...cells }, finds: [...finds] });
    for (const each of content.rejected) this.rejected.set(together(...each), each);
  }

  table = (name: string): Table => this.tables.get(name)!;
  key = (row: Row): string => this.table(row.table).key.map((name) => row.cells[name] ?? "").join(">");
  row = (table: string, key: string): Row | undefined => this.rows.get(together(table, key));
  isOpen = (row: Row): boolean => row.cells.status === PROPOSED;

  /** The rows of a table, in the order of their keys. */
  of(table: string): Row[] {
    const found = [...this.rows.values()].filter((row) => row.table === table).map((row) => ({ key: this.key(row), row }));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
  }

  /** The columns of a row that a person may change. */
  changeable = (row: Row): string[] => this.table(row.table).columns.map(({ name }) => name).filter((name) => !FIXED.includes(name));

  /** Take a decision. False where there is nothing to decide any more. */
  take(decision: Decision): boolean {
    const row = this.row(decision[1], decision[2]);
    if (!row) return false;
    if (decision[0] === "accept") this.accept(row, decision[3]);
    else if (decision[0] === "reject") this.reject(row);
    else if (decision[0] === "change") return this.change(row, decision[3], decision[4]);
    else return this.same(row, decision[3]);
    return true;
  }

  /** Accept a row, and what it names. */
  private accept(row: Row, status: string): void {
    if (this.isOpen(row)) row.cells.status = status;
    for (const key of this.refers(row)) {
      const named = this.rows.get(key);
      if (named && this.isOpen(named)) this.accept(named, "stated");
    }
  }

  /** Reject a row, and the rows that cannot be without it. */
  private reject(row: Row): void {
    const key = together(row.table, this.key(row));
    if (!this.rows.delete(key)) return;
    for (const sha256 of new Set(row.finds.map(([source]) => this.checksum(source)))) {
      const said: Rejection = [sha256, row.table, this.key(row)];
      if (sha256) this.rejected.set(together(...said), said);
    }
    if (this.table(row.table).key[0] !== "id") return;
    const id = row.cells.id!;
    for (const other of [...this.rows.values()]) {
      if (![...this.refers(other)].includes(key)) continue;
      const needed = this.table(other.table).columns.filter(({ required, refers }) => required && refers.includes(row.table));
      if (needed.some(({ name }) => other.cells[name] === id)) this.reject(other);
      else this.replace(other, row.table, id, "");
    }
  }

  private change(row: Row, column: string, value: string): boolean {
    if (!this.changeable(row).includes(column)) return false;
    this.remove(row);
    if (value.trim()) row.cells[column] = value.trim();
    else delete row.cells[column];
    this.put(row);
    return true;
  }

  /** The organisation of a row is another, named by its id; it may be one of the store. */
  private same(row: Row, other: string): boolean {
    const old = row.cells.id!;
    if (row.table !== "organisations" || !other || other === old) return false;
    this.remove(row);
    const stays = this.row(row.table, other);
    if (!stays) {
      Object.assign(row.cells, { id: other, status: "stated" });
      this.put(row);
    } else {
      const names = [...split(stays.cells.aliases), row.cells.name ?? "", ...split(row.cells.aliases)];
      stays.cells.aliases = unique(names.filter((name) => name !== stays.cells.name));
      stays.cells.source = unique([...split(stays.cells.source), ...split(row.cells.source)]);
      join(stays, row);
    }
    for (const each of [...this.rows.values()]) {
      if ([...this.refers(each)].includes(together(row.table, old))) this.replace(each, row.table, old, other);
    }
    return true;
  }

  /** Name another row in the place of one; the row goes if it then ties one to itself. */
  private replace(row: Row, table: string, old: string, other: string): void {
    this.remove(row);
    for (const { name, refers } of this.table(row.table).columns) {
      if (!refers.includes(table) || row.cells[name] === undefined) continue;
      const said = unique(split(row.cells[name]).map((each) => (each === old ? other : each)));
      if (said) row.cells[name] = said;
      else delete row.cells[name];
    }
    if (row.table === "memberships" && row.cells.member === row.cells.group) return;
    const held = this.row(row.table, this.key(row));
    if (held) join(held, row);
    else this.put(row);
  }

  /** The rows that a row names. */
  *refers(row: Row): Generator<string> {
    for (const { name, refers } of this.table(row.table).columns) {
      if (name === "source" || row.cells[name] === undefined) continue;
      for (const id of split(row.cells[name])) for (const table of refers) yield together(table, id);
    }
  }

  private checksum = (source: string): string => this.row("sources", source)?.cells.sha256 ?? "";
  private put = (row: Row): void => void this.rows.set(together(row.table, this.key(row)), row);
  private remove = (row: Row): void => void this.rows.delete(together(row.table, this.key(row)));
}

/** Add the words on which another row rests. */
function join(stays: Row, row: Row): void {
  const held = new Set(stays.finds.map((find) => together(...find)));
  stays.finds.push(...row.finds.filter((find) => !held.has(together(...find))));
}
