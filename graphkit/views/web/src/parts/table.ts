/** The table of all organisations and their ranks: the picture's text alternative. Built when opened. */

import type { Page } from "./page";
import { attributes } from "../state/attributes";
import { sortedRows, type Column, type Direction } from "../state/sorting";
import type { State } from "../state/state";
import { button, byId, element, number } from "../state/text";

const AT_ONCE = 200;

export function makeTable(page: Page) {
  const { data, say } = page;
  const details = byId("table") as HTMLDetailsElement;
  const by = data.metrics.findIndex(({ name }) => name === data.by);
  const stated = attributes(data);
  let sorted: Column = data.metrics.length ? "rank" : "name";
  let direction: Direction = "ascending";
  let rows: number[] = [];
  let shown = 0;
  let built = false;
  const heads = new Map<Column, HTMLElement>();
  const body = element("tbody");
  const more = button("", () => grow(true), "more");

  const row = (node: number): HTMLElement => {
    const { label, values, ranks } = data.nodes[node]!;
    const name = button(label, () => page.selectNode(node, true), "pick");
    const cell = (text: string): HTMLElement => element("td", {}, text);
    return element(
      "tr",
      { "data-node": String(node) },
      ...(data.metrics.length ? [cell(String(ranks[by] ?? "–"))] : []),
      element("th", { scope: "row" }, name),
      ...stated.map(({ text }) => cell(text(node))),
      ...values.map((value) => cell(number(value, data.decimal))),
    );
  };
  const mark = (each: Element): void => {
    const node = Number((each as HTMLElement).dataset.node);
    const hidden = !page.visible().nodes[node];
    each.classList.toggle("past", hidden);
    each.querySelector(".hidden-mark")?.remove();
    if (hidden) each.querySelector("th")!.append(element("small", { class: "hidden-mark" }, ` ${say("hiddenMark")}`));
    if (page.state().node === node) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  };
  const grow = (asked: boolean): void => {
    const start = shown;
    const made = rows.slice(shown, shown + AT_ONCE).map(row);
    made.forEach(mark);
    body.append(...made);
    shown += made.length;
    more.textContent = say("more", { count: rows.length - shown });
    more.hidden = shown >= rows.length;
    if (asked) body.children[start]?.querySelector("button")?.focus();
  };
  const sort = (column: Column): void => {
    // Of numbers the largest first; of names and ranks the first.
    const first: Direction = typeof column === "number" ? "descending" : "ascending";
    direction = column !== sorted ? first : direction === "ascending" ? "descending" : "ascending";
    sorted = column;
    fill();
    const head = heads.get(column)!.textContent ?? "";
    page.announce(say(direction === "ascending" ? "sortedUp" : "sortedDown", { column: head }));
  };
  const fill = (): void => {
    rows = sortedRows(data, sorted, direction);
    shown = 0;
    body.replaceChildren();
    for (const [column, head] of heads) {
      if (column === sorted) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    }
    grow(false);
  };
  const build = (): void => {
    built = true;
    const head = element("tr");
    const columns: [Column, string][] = [
      ...(data.metrics.length ? [["rank", say("rank")] as [Column, string]] : []),
      ["name", say("organisation")],
      ...stated.map(({ name, label }): [Column, string] => [name, label]),
      ...data.metrics.map(({ label }, at): [Column, string] => [at, label]),
    ];
    for (const [column, label] of columns) {
      const th = element("th", { scope: "col" }, button(label, () => sort(column), "sort"));
      heads.set(column, th);
      head.append(th);
    }
    const table = element("table", {}, element("thead", {}, head), body);
    table.setAttribute("aria-label", say("table"));
    byId("rows")!.append(table, more);
    fill();
  };

  const opened = (): void => {
    if (details.open && !built) build();
    else if (built) [...body.children].forEach(mark);
  };
  details.open = false;
  details.addEventListener("toggle", opened);

  return {
    update(now: State, before: State | null): void {
      if (!built || !before) return;
      if (now.node !== before.node || now.hidden !== before.hidden || now.date !== before.date) [...body.children].forEach(mark);
    },
  };
}
