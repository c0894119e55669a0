/** Facts with their sources, as lists. Every word from data is put in as text. */

import { NO } from "../state/dates";
import type { Page } from "./page";
import { paged } from "./paging";
import { address, element } from "../state/text";

/** Makes lists of facts by their indices. */
export function makeFacts(page: Page): (facts: number[]) => HTMLElement {
  const { data, say } = page;

  /** One fact: role, dates and status, then what else is stated, then its sources. */
  const factItem = (index: number): HTMLElement => {
    const fact = data.facts[index]!;
    const stands = page.visible().facts[index]!;
    const { date } = page.state();
    const first = element("div", {}, [fact.role, fact.when].filter(Boolean).join(" · "));
    if (fact.status) first.append(" ", element("span", { class: "status" }, data.statuses[fact.status] ?? fact.status));
    const item = element("li", { class: stands === NO ? "fact past" : "fact" }, first);
    if (date) item.append(element("div", { class: "quiet" }, say(`standing${stands}`, { date })));
    else if (fact.standing) item.append(element("div", { class: "quiet" }, fact.standing));
    if (fact.as) item.append(element("div", {}, `${say("as")}: ${fact.as}`));
    if (fact.by) item.append(element("div", {}, `${say("representedBy")}: ${fact.byName ?? fact.by}`));
    if (fact.note) item.append(element("div", { class: "note" }, fact.note));
    for (const line of fact.own ?? []) item.append(element("div", {}, line));
    item.append(sourceList(fact.sources ?? []));
    return item;
  };
  const sourceList = (cited: [source: number, locator: string][]): HTMLElement => {
    if (!cited.length) return element("div", { class: "source" }, say("noSource"));
    const list = element("ul", { class: "sources" });
    for (const [index, locator] of cited) {
      const source = data.sources[index]!;
      const item = element("li", { class: "source" }, address(source, source.title));
      const rest = [locator, source.published].filter(Boolean).join(", ");
      if (rest) item.append(` (${rest})`);
      // The address as text too: it is what paper keeps.
      if (source.text) item.append(" ", element("span", { class: "address" }, source.text));
      list.append(item);
    }
    return list;
  };
  const more = (count: number): string => say("more", { count });
  return (facts) => paged(element("ul", { class: "facts" }), facts, factItem, more);
}
