/** A document as numbered paragraphs, in which the words that rows rest on are marked. */

import { byId, element } from "../state/text";
import { MOST, type Paragraph, type Row, type Source } from "./content";
import { pieces, spanOf, type Span } from "./marking";
import type { ReviewPage } from "./page";

export class DocumentPane {
  private readonly text = byId("text")!;
  private readonly select = byId("document") as HTMLSelectElement;
  private shown: Source | undefined;
  /** The paragraph that is shown first. */
  private first = 0;
  private rows: Row[] = [];

  constructor(private readonly page: ReviewPage) {
    const { documents } = page.content;
    this.select.replaceChildren(...documents.map(({ id, title }) => element("option", { value: id }, title || id)));
    this.select.addEventListener("change", () => this.show(documents.find(({ id }) => id === this.select.value), 0));
    this.text.addEventListener("click", (event) => {
      const at = (event.target as HTMLElement).closest<HTMLElement>("mark")?.dataset.row;
      if (at !== undefined) this.page.choose(this.rows[Number(at)]!);
    });
    byId("earlier")!.addEventListener("click", () => this.show(this.shown, this.first - MOST));
    byId("later")!.addEventListener("click", () => this.show(this.shown, this.first + MOST));
  }

  /** Show where the chosen row stands. */
  draw(): void {
    const [source, locator] = this.page.chosen?.finds[0] ?? [];
    const document = this.page.content.documents.find(({ id }) => id === source) ?? this.shown ?? this.page.content.documents[0];
    const at = document?.paragraphs.findIndex(([each]) => each === locator || each.startsWith(`${locator}.`)) ?? -1;
    const isIn = document === this.shown && at >= this.first && at < this.first + MOST;
    this.show(document, isIn || at < 0 ? this.first : at - MOST / 2);
    const chosen = this.text.querySelector(".chosen") ?? (at < 0 ? null : byId(`at-${document!.paragraphs[at]![0]}`));
    chosen?.scrollIntoView({ block: "center" });
  }

  private show(document: Source | undefined, first: number): void {
    const paragraphs = document?.paragraphs ?? [];
    this.shown = document;
    this.first = Math.max(0, Math.min(first, paragraphs.length - MOST));
    this.select.value = document?.id ?? "";
    this.text.lang = document?.language ?? "";
    const found = this.findsIn(document?.id ?? "");
    const part = paragraphs.slice(this.first, this.first + MOST);
    this.text.replaceChildren(...part.map((each) => this.paragraph(each, found.get(each[0]) ?? [])));
    byId("earlier")!.hidden = this.first === 0;
    byId("later")!.hidden = this.first + MOST >= paragraphs.length;
    byId("cut")!.hidden = document?.whole ?? true;
  }

  /** The words that rows rest on, by paragraph. */
  private findsIn(source: string): Map<string, [quote: string, row: number][]> {
    const found = new Map<string, [string, number][]>();
    this.rows = [...this.page.decided.rows.values()];
    this.rows.forEach(({ finds }, row) => {
      for (const [of, locator, quote] of finds) {
        if (of !== source) continue;
        if (!found.has(locator)) found.set(locator, []);
        found.get(locator)!.push([quote, row]);
      }
    });
    return found;
  }

  private paragraph([locator, kind, text]: Paragraph, found: [string, number][]): HTMLElement {
    const chosen = this.page.chosen ? this.rows.indexOf(this.page.chosen) : -1;
    const spans: Span[] = found.flatMap(([quote, row]) => spanOf(text, quote, row));
    const parts = pieces(text, spans, chosen).map(({ text, row }) =>
      row < 0 ? text : element("mark", { "data-row": String(row), ...(row === chosen ? { class: "chosen" } : {}) }, text),
    );
    return element("p", { id: `at-${locator}`, class: kind }, element("small", {}, locator), " ", ...parts);
  }
}
