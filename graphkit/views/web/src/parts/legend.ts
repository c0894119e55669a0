/** The legend: what marks and lines mean, with a switch for each value of each facet. */

import { DOTTED, dashOf } from "../scene/looks";
import { dashed, swatch } from "../scene/marks";
import { makeSides } from "./answers";
import { onCommunities, overviewWords, type Page } from "./page";
import type { Facet, FacetValue, MarkLook } from "../state/content";
import { commonest, countsOf, hiddenOf, switched, valuesAt } from "../state/facets";
import { shownFacets } from "../state/colouring";
import type { State } from "../state/state";
import { byId, capital, element } from "../state/text";

/** What a value looks like in the picture; null where marks and lines do not show it. */
function imageOf({ mark, stroke }: FacetValue): SVGElement | null {
  if (mark) return swatch(mark);
  return stroke ? dashed(dashOf(stroke), stroke.color, stroke.dark) : null;
}

const COMMONEST = 7;

/** Slices have colours alone, so that values of one colour make one entry; the commonest value comes first. */
export function coloursOf(values: FacetValue[]): { mark: MarkLook; text: string }[] {
  const byColour = new Map<string, FacetValue[]>();
  for (const value of values) if (value.mark) byColour.set(value.mark.color, [...(byColour.get(value.mark.color) ?? []), value]);
  return [...byColour.values()].map((alike) => ({ mark: { ...alike[0]!.mark!, shape: "dot" }, text: capital(alike.map(({ label }) => label).join(", ")) }));
}

export function makeLegend(page: Page) {
  const { data, say } = page;
  const boxes: [box: HTMLInputElement, facet: Facet, value: string][] = [];
  const counters: [span: HTMLElement, facet: Facet, at: number, all: number][] = [];
  const key = byId("key")!;
  const below = data.legend === "below";
  const most = below ? Infinity : COMMONEST;

  const toggle = (facet: Facet, value: FacetValue, at: number, count: number): HTMLElement => {
    const box = element("input", { type: "checkbox" });
    box.checked = true;
    boxes.push([box, facet, value.value]);
    box.addEventListener("change", () => page.set({ hidden: switched(page.state().hidden, facet, value.value, !box.checked) }, "push"));
    const counted = element("span", { class: "count" }, String(count));
    counters.push([counted, facet, at, count]);
    return element("label", {}, box, imageOf(value), element("span", {}, capital(value.label)), counted);
  };
  const sides = makeSides(page);
  let parts: HTMLElement[] = [];
  const build = (): void => {
    for (const part of parts) part.remove();
    [parts, boxes.length, counters.length] = [[], 0, 0];
    const rest = document.createDocumentFragment();
    for (const facet of shownFacets(data)) {
      const images = facet.values.some(({ mark, stroke }) => mark || stroke);
      // What marks and lines mean is said in any case and first; a single value of another facet says nothing.
      if (facet.values.length < (images ? 1 : 2)) continue;
      const counts = countsOf(data, facet);
      const switches = element("div", { id: `facet-${facet.name}`, class: "switches", role: "group", "aria-label": facet.label });
      const filters = data.facets.includes(facet);
      const entry = (value: FacetValue, at: number): HTMLElement =>
        element("span", { class: "entry" }, imageOf(value), element("span", {}, capital(value.label)), element("span", { class: "count" }, String(counts[at]!)));
      switches.append(...facet.values.map((value, at) => (filters ? toggle(facet, value, at, counts[at]!) : entry(value, at))));
      const part = element("div", {}, element("h3", {}, facet.label), facet.name === "layer" && sides ? sides.buttons : null, switches);
      parts.push(part);
      if (images) key.before(part);
      else rest.append(part);
    }
    key.after(rest);
  };
  build();

  const hasHubs = data.scenes.some(({ groups }) => groups.some((group) => group[2] !== null));
  const inferred = data.inferred.includes(1);
  const line = (name: string, text: string): HTMLElement => element("li", { class: name }, element("span", {}, text));

  const explain = (): void => {
    const communities = onCommunities(page);
    const metric = data.metrics.find(({ name }) => name === page.state().size);
    const entries: HTMLElement[] = [];
    if (communities && data.community) {
      const item = line("", data.community.label);
      item.prepend(swatch(data.community));
      entries.push(item);
    }
    if (communities || metric) entries.push(line("size", communities ? overviewWords(page) : (metric?.size ?? "")));
    if (!communities && hasHubs) entries.push(line("hub", say("shared")));
    if (data.ground) entries.push(line("together", say("together")));
    if (communities) entries.push(line("spoke", say("overviewTie")));
    else if (data.links === "pairs" || data.scenes.some(({ lines }) => lines.length)) entries.push(line("spoke", say("pair")));
    if (data.highlights.length) entries.push(line("pointed-out", say("pointedOut")));
    if (!communities && data.highlights.some(({ ties }) => ties.length)) entries.push(line("thick", say("pointedOutChain")));
    if (inferred && !communities) entries.push(line("inferred", say("inferredLine")));
    if (page.state().date && page.state().unknown) {
      const item = line("unknown", say("unknownLine"));
      item.prepend(dashed(DOTTED, "currentColor"));
      entries.push(item);
    }
    if (page.changes()) for (const name of ["fresh", "stayed", "gone"]) entries.push(line(`change ${name}`, say(`change-${name}`)));
    key.replaceChildren(...entries);
  };

  /** The commonest of what is drawn in a few lines, while the legend itself is closed. */
  const strip = (): void => {
    const scene = page.scene();
    const communities = onCommunities(page);
    const nodes = communities ? data.nodes.map((_, node) => node).filter((node) => page.visible().nodes[node]) : scene.marks.map(({ index }) => index);
    const drawn = { nodes, groups: scene.lines.flatMap(({ groups }) => groups) };
    const entries: HTMLElement[] = [];
    for (const facet of shownFacets(data).filter(({ values }) => values.some((value) => imageOf(value)))) {
      const order = commonest(facet, drawn[facet.of]).map(([value]) => value);
      if (communities && facet.of === "nodes") {
        const slices = coloursOf(order);
        for (const { mark, text } of slices.slice(0, most)) entries.push(element("li", {}, swatch(mark), text));
        if (slices.length > most) entries.push(element("li", {}, "…"));
        continue;
      }
      for (const value of order.slice(0, most)) entries.push(element("li", {}, imageOf(value), capital(value.label)));
      if (order.length > most) entries.push(element("li", {}, "…"));
    }
    if (communities) entries.push(element("li", {}, overviewWords(page)));
    // Below the picture it is the legend itself, and whole.
    if (below && !communities) for (const item of byId("key")!.children) entries.push(item.cloneNode(true) as HTMLElement);
    byId("strip")!.replaceChildren(...entries);
  };

  /** How many of each value are shown, and of how many where the filters leave out some. */
  const recount = (): void => {
    const visible = page.visible();
    for (const facet of data.facets) {
      const shown = facet.values.map(() => 0);
      facet.each.forEach((_, at) => {
        if (visible[facet.of][at]) for (const value of valuesAt(facet, at)) shown[value]! += 1;
      });
      for (const [span, its, at, all] of counters) {
        if (its !== facet) continue;
        const count = shown[at]! < all && filtered() ? `${shown[at]!}/${all}` : String(all);
        // Written again, the same count would make the browser lay out the whole legend again.
        if (span.textContent !== count) span.textContent = count;
      }
    }
  };
  const filtered = (): boolean => !!page.state().date || data.facets.some((facet) => hiddenOf(page.state().hidden, facet).size);

  return {
    update(now: State, before: State | null): void {
      if (before && now.colour !== before.colour) build();
      recount();
      sides?.update(now);
      for (const [box, facet, value] of boxes) box.checked = !hiddenOf(now.hidden, facet).has(value);
      if (!before || now.size !== before.size || now.colour !== before.colour || now.open !== before.open || now.date !== before.date || now.against !== before.against || now.unknown !== before.unknown) explain();
      strip();
    },
  };
}
