/** The page: the document with what rows rest on, the rows, and the one that is decided on. */

import { byId, element, filled, handOver } from "../state/text";
import { MOST, type Content, type Row } from "./content";
import { Decisions, type Decision } from "./decisions";
import { DocumentPane } from "./document";
import { Form } from "./form";
import { Memory } from "./memory";
import { files, zip } from "./tables";

interface Taken {
  decision: Decision;
  source: string;
}

type Shown = "open" | "decided" | "all";

export class ReviewPage {
  decided: Decisions;
  rows: Row[] = [];
  chosen: Row | null = null;
  private taken: Taken[] = [];
  private shown: Shown = "open";
  private readonly memory: Memory;
  private readonly list = byId("rows")!;
  private readonly pane: DocumentPane;
  private readonly form: Form;

  constructor(readonly content: Content) {
    this.decided = new Decisions(content);
    this.memory = new Memory(content);
    this.pane = new DocumentPane(this);
    this.form = new Form(this);
  }

  say = (name: string, values: Record<string, string | number> = {}): string => filled(this.content.texts[name], values, this.content);

  start(): void {
    for (const decision of this.memory.read()) this.apply(decision);
    const show = byId("show") as HTMLSelectElement;
    show.addEventListener("change", () => {
      this.shown = show.value as Shown;
      this.chosen = null;
      this.draw();
    });
    byId("undo")!.addEventListener("click", () => this.undo());
    byId("download")!.addEventListener("click", () => this.download());
    this.list.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("click", (event) => {
      const at = (event.target as HTMLElement).closest<HTMLElement>("[role=option]")?.dataset.at;
      if (at !== undefined) this.choose(this.rows[Number(at)]!);
    });
    this.draw();
    this.list.focus();
    if (!this.memory.keeps) this.announce(this.say("keepsNothing"));
  }

  /** Take a decision on the chosen row, and go on to the next. */
  decide(decision: Decision): boolean {
    const behind = this.rows.slice(this.rows.indexOf(this.chosen!) + (decision[0] === "change" ? 0 : 1));
    const name = this.label(this.chosen!);
    if (!this.apply(decision)) return false;
    const left = new Set(this.decided.rows.values());
    this.chosen = behind.find((row) => left.has(row) && (this.shown !== "open" || this.decided.isOpen(row))) ?? null;
    this.draw();
    this.announce(this.say(decision[0] === "accept" ? decision[3] : decision[0], { name }));
    this.keep();
    return true;
  }

  choose(row: Row): void {
    this.chosen = row;
    this.draw();
  }

  /** The row as a person would say it: names in the place of ids. */
  label(row: Row): string {
    const said = this.decided.table(row.table).key.map((column) => this.nameOf(row, column)).filter(Boolean);
    if (["organisations", "places"].includes(row.table)) return row.cells.name ?? said[0] ?? "";
    if (["declarations", "collaborations"].includes(row.table)) return row.cells.title ?? said[0] ?? "";
    const more = [row.cells.role, row.cells.unit].filter(Boolean).join(", ");
    return said.join(" → ") + (more ? ` (${more})` : "");
  }

  /** A cell of a row, with the name of what it refers to. */
  nameOf(row: Row, column: string): string {
    const said = row.cells[column] ?? "";
    const tables = this.decided.table(row.table).columns.find(({ name }) => name === column)?.refers ?? [];
    const names = said.split("|").map((id) => {
      const found = tables.map((table) => this.decided.row(table, id)).find(Boolean);
      return found?.cells.name ?? found?.cells.title ?? id;
    });
    return names.join(", ");
  }

  announce(text: string): void {
    byId("notice")!.textContent = text;
  }

  focusRows(): void {
    this.list.focus();
  }

  private apply(decision: Decision): boolean {
    const source = this.decided.row(decision[1], decision[2])?.finds[0]?.[0] ?? "";
    if (!this.decided.take(decision)) return false;
    this.taken.push({ decision, source });
    return true;
  }

  private keep(): void {
    this.memory.write(this.taken);
    if (!this.memory.keeps) this.announce(this.say("keepsNothing"));
  }

  private undo(): void {
    const last = this.taken.pop();
    if (!last) return this.announce(this.say("undoNothing"));
    this.decided = new Decisions(this.content);
    const before = this.taken;
    this.taken = [];
    for (const { decision } of before) this.apply(decision);
    this.chosen = this.decided.row(last.decision[1], last.decision[2]) ?? null;
    this.draw();
    this.announce(this.say("undone", { name: this.chosen ? this.label(this.chosen) : last.decision[2] }));
    this.keep();
  }

  private download(): void {
    const file = `${this.content.name}.zip`;
    handOver(new Blob(zip(files(this.content, this.decided)), { type: "application/zip" }), file);
    this.announce(this.say("saved", { name: file }));
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = this.chosen ? this.rows.indexOf(this.chosen) : -1;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: this.rows.length - 1, l: at + 1 };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const to = steps[key];
    if (to !== undefined) {
      const row = this.rows[Math.min(Math.max(to, 0), this.rows.length - 1)];
      if (row) this.choose(row);
    } else if (key === "u") this.undo();
    else if (key === "d") this.download();
    else if (!this.form.press(key)) return;
    event.preventDefault();
  }

  private draw(): void {
    const all = this.content.tables.filter(({ name }) => name !== "sources").flatMap(({ name }) => this.decided.of(name));
    const open = all.filter((row) => this.decided.isOpen(row)).length;
    this.rows = this.shown === "all" ? all : all.filter((row) => this.decided.isOpen(row) === (this.shown === "open"));
    if (this.chosen && !this.rows.includes(this.chosen)) this.chosen = null;
    this.chosen ??= this.rows[0] ?? null;
    byId("counts")!.textContent = this.say("counts", { open, accepted: all.length - open, rejected: this.decided.rejected.size });
    this.drawRows();
    this.form.draw();
    this.pane.draw();
  }

  private drawRows(): void {
    const at = this.chosen ? this.rows.indexOf(this.chosen) : 0;
    const first = Math.max(0, Math.min(at - MOST / 2, this.rows.length - MOST));
    const shown = this.rows.slice(first, first + MOST).map((row, nth) => {
      const status = this.decided.isOpen(row) ? "" : this.say(`status-${row.cells.status}`);
      const chosen = row === this.chosen;
      const about = [this.say(`table-${row.table}`), status].filter(Boolean).join(" · ");
      const place = { "aria-posinset": String(first + nth + 1), "aria-setsize": String(this.rows.length) };
      return element("div", { role: "option", id: `row-${first + nth}`, "data-at": String(first + nth), "aria-selected": String(chosen), ...place }, element("span", {}, this.label(row)), element("small", {}, about));
    });
    this.list.replaceChildren(...shown);
    byId("empty")!.hidden = this.rows.length > 0;
    if (this.chosen) this.list.setAttribute("aria-activedescendant", `row-${at}`);
    else this.list.removeAttribute("aria-activedescendant");
    byId(`row-${at}`)?.scrollIntoView({ block: "nearest" });
  }
}
