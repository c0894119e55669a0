/** The row that is decided on: its cells, its words, and what can be done with it. */

import { byId, element } from "../state/text";
import type { Row } from "./content";
import type { ReviewPage } from "./page";

type Act = (row: Row, key: string) => void;

export class Form {
  private readonly acts: Map<string, Act>;
  private asked: "change" | "same" | null = null;
  private readonly column = byId("column") as HTMLSelectElement;
  private readonly value = byId("value") as HTMLInputElement;
  private readonly other = byId("other") as HTMLInputElement;

  constructor(private readonly page: ReviewPage) {
    this.acts = new Map<string, Act>(Object.entries<Act>({
      a: (row, key) => page.decide(["accept", row.table, key, "stated"]),
      i: (row, key) => page.decide(["accept", row.table, key, "inferred"]),
      r: (row, key) => page.decide(["reject", row.table, key]),
      c: () => this.ask("change"),
      s: (row) => row.table === "organisations" && this.ask("same"),
    }));
    for (const act of document.querySelectorAll<HTMLElement>("#acts [data-key]")) {
      act.addEventListener("click", () => this.press(act.dataset.key!));
    }
    this.column.addEventListener("change", () => this.fill());
    byId("change")!.addEventListener("submit", (event) => this.submit(event, () => this.changed()));
    byId("same")!.addEventListener("submit", (event) => this.submit(event, () => this.joined()));
    for (const form of ["change", "same"]) {
      byId(form)!.addEventListener("keydown", (event) => event.key === "Escape" && this.done());
    }
  }

  /** Do what a key stands for. False where it stands for nothing. */
  press(key: string): boolean {
    const act = this.acts.get(key);
    const row = this.page.chosen;
    if (act && row) act(row, this.page.decided.key(row));
    return act !== undefined;
  }

  draw(): void {
    const { chosen: row, decided } = this.page;
    byId("row")!.hidden = row === null;
    this.asked = null;
    byId("change")!.hidden = byId("same")!.hidden = true;
    if (!row) return;
    byId("what")!.textContent = `${this.page.say(`table-${row.table}`)}: ${this.page.label(row)}`;
    byId("act-same")!.hidden = row.table !== "organisations";
    const order = decided.table(row.table).columns.map(({ name }) => name);
    const names = [...new Set([...order, ...Object.keys(row.cells)])].filter((name) => row.cells[name] && name !== "status" && name !== "source");
    byId("cells")!.replaceChildren(
      ...names.flatMap((name) => {
        const value = row.cells[name]!;
        const named = this.page.nameOf(row, name);
        return [element("dt", {}, name), element("dd", {}, value, named === value ? null : element("small", {}, ` ${named}`))];
      }),
    );
    const shown = row.finds.slice(0, 20).map(([source, locator, quote, sure, rule]) =>
      element("li", {}, element("q", {}, quote), element("small", {}, ` ${source}:${locator} (${rule}, ${sure})`)),
    );
    if (row.finds.length > shown.length) shown.push(element("li", {}, this.page.say("moreFinds", { count: row.finds.length - shown.length })));
    byId("finds")!.replaceChildren(...shown);
    this.column.replaceChildren(...decided.changeable(row).map((name) => element("option", { value: name }, name)));
  }

  private ask(form: "change" | "same"): void {
    this.asked = form;
    byId("change")!.hidden = form !== "change";
    byId("same")!.hidden = form !== "same";
    if (form === "change") {
      this.fill();
      this.column.focus();
    } else {
      const others = this.page.decided.of("organisations").filter((row) => row !== this.page.chosen);
      byId("others")!.replaceChildren(...others.slice(0, 2000).map(({ cells }) => element("option", { value: cells.id! }, cells.name ?? "")));
      this.other.value = "";
      this.other.focus();
    }
  }

  /** Show what the cell holds, and the words that it may hold. */
  private fill(): void {
    const row = this.page.chosen!;
    const column = this.page.decided.table(row.table).columns.find(({ name }) => name === this.column.value);
    this.value.value = row.cells[this.column.value] ?? "";
    const named = (column?.refers ?? []).flatMap((table) => this.page.decided.of(table)).slice(0, 2000);
    const words = [...(column?.choices ?? []).map((word) => [word, ""]), ...named.map(({ cells }) => [cells.id ?? "", cells.name ?? cells.title ?? ""])];
    byId("words")!.replaceChildren(...words.map(([word, label]) => element("option", { value: word! }, label!)));
  }

  private submit(event: Event, act: () => boolean): void {
    event.preventDefault();
    if (act()) this.page.focusRows();
  }

  private changed(): boolean {
    const row = this.page.chosen!;
    const column = this.column.value;
    const { required } = this.page.decided.table(row.table).columns.find(({ name }) => name === column)!;
    if (required && !this.value.value.trim()) {
      this.page.announce(this.page.say("needed", { name: column }));
      return false;
    }
    return this.page.decide(["change", row.table, this.page.decided.key(row), column, this.value.value]);
  }

  /** The other organisation is named by its id, or by its name. */
  private joined(): boolean {
    const row = this.page.chosen!;
    const said = this.other.value.trim();
    const other = this.page.decided.of("organisations").find(({ cells }) => cells.name === said)?.cells.id ?? said;
    const done = !/[\s|]/.test(other) && this.page.decide(["same", row.table, this.page.decided.key(row), other]);
    if (!done) this.page.announce(this.page.say("noOther"));
    return done;
  }

  private done(): void {
    if (this.asked) this.draw();
    this.page.focusRows();
  }
}
