/** Search: suggestions while typing, by name, alias, place or shared group. */

import { textsOf } from "../state/attributes";
import { makeFinder, type Found } from "../state/finding";
import { swatch } from "../scene/marks";
import type { Page } from "./page";
import { byId, element, fold } from "../state/text";

export function makeSearch(page: Page): void {
  const { data, say } = page;
  // A page in the frame of another has no search.
  const box = byId("search") as HTMLInputElement | null;
  const results = byId("results");
  if (!box || !results) return;
  const find = makeFinder(data);
  let hits: Found[] = [];
  let active = -1;

  const item = (found: Found, nth: number): HTMLElement => {
    const made = element("li", { id: `result-${nth}`, role: "option", "aria-selected": "false" });
    if ("node" in found) {
      const { label } = data.nodes[found.node]!;
      const kind = data.kindOf[found.node]!;
      made.dataset.node = String(found.node);
      const scene = data.overview ? data.scenes[data.sceneOf[found.node]!]?.title : "";
      const rest = [kind.label, ...textsOf(data, found.node, "place"), scene].filter(Boolean).join(" · ");
      made.append(swatch(kind), element("span", {}, label), element("small", {}, rest));
    } else {
      const { name } = data.groups[found.group]!;
      made.append(element("span", {}, name), element("small", {}, data.layers[data.layerOf[found.group]!]?.label ?? ""));
    }
    // The box keeps its focus, without which the list would close before the click is one.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => choose(nth));
    return made;
  };
  const show = (): void => {
    hits = find(box.value);
    active = -1;
    const asked = fold(box.value) !== "";
    results.replaceChildren(...hits.map(item));
    if (asked && !hits.length) {
      const none = element("li", { class: "quiet", role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("nothing"));
      results.append(none);
    }
    if (asked) page.announce(hits.length ? say("found", { count: hits.length }) : say("nothing"));
    results.hidden = !asked;
    box.setAttribute("aria-expanded", String(asked));
    box.removeAttribute("aria-activedescendant");
  };
  const close = (): void => {
    results.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const step = (by: number): void => {
    if (!hits.length) return;
    active = (active + by + hits.length) % hits.length;
    [...results.children].forEach((each, nth) => each.setAttribute("aria-selected", String(nth === active)));
    results.children[active]?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", `result-${active}`);
  };
  const choose = (nth: number): void => {
    const found = hits[nth];
    if (!found) return;
    close();
    if ("node" in found) page.selectNode(found.node);
    else page.selectGroup(found.group);
  };

  box.addEventListener("input", show);
  box.addEventListener("focus", () => box.value && show());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.hidden) show();
      step(event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1);
    } else if (event.key === "Enter") {
      choose(Math.max(active, 0));
    } else if (event.key === "Escape") {
      close();
    }
  });
}
