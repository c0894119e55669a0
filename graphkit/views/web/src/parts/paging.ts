/** Long lists: their first items, and more when asked. */

import { button, element } from "../state/text";

const AT_ONCE = 200;

/** Fill a list with items as they are asked for; more: the words of the button by how many are left. */
export function paged<Item>(
  list: HTMLElement,
  items: ArrayLike<Item>,
  item: (each: Item) => HTMLElement,
  more: (count: number) => string,
): HTMLElement {
  let shown = 0;
  const grow = (): void => {
    const start = shown;
    const end = Math.min(items.length, shown + AT_ONCE);
    for (; shown < end; shown += 1) list.append(item(items[shown]!));
    asked.textContent = more(items.length - shown);
    asked.hidden = shown >= items.length;
    if (start) list.children[start]?.querySelector("button")?.focus();
  };
  const asked = button("", grow, "more");
  grow();
  return items.length > AT_ONCE ? element("div", {}, list, asked) : list;
}
