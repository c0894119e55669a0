/** The legend: what marks and lines mean, with switches by kind, sector and layer. */

import { DOTTED, dashOf } from "../scene/looks";
import { dashed, swatch } from "../scene/marks";
import { onCommunities, type Page } from "./page";
import { toggled, type State } from "../state/state";
import { byId, capital, element } from "../state/text";
import { PAIR } from "../state/visible";

type Hidden = "hiddenKinds" | "hiddenSectors" | "hiddenLayers";

export function makeLegend(page: Page) {
  const { data, say } = page;
  const boxes: [box: HTMLInputElement, set: Hidden, word: string][] = [];

  const toggle = (place: string, set: Hidden, word: string, label: string, count: number, image: SVGElement | null): void => {
    const box = element("input", { type: "checkbox" });
    box.checked = true;
    boxes.push([box, set, word]);
    box.addEventListener("change", () => page.set({ [set]: toggled(page.state()[set], word, !box.checked) }, "push"));
    const counted = element("span", { class: "count" }, String(count));
    byId(place)!.append(element("label", {}, box, image, element("span", {}, label), counted));
  };

  for (const kind of data.kinds) toggle("kinds", "hiddenKinds", kind.kind, kind.label, kind.count, swatch(kind));
  for (const { sector, label, count } of data.sectors) toggle("sectors", "hiddenSectors", sector, capital(label), count, null);
  const counts = data.layers.map(() => 0);
  data.groups.forEach(({ layer }, group) => (counts[layer]! += Number(data.ofGroup.count(group) >= PAIR)));
  data.layers.forEach((layer, at) => toggle("layers", "hiddenLayers", layer.layer, capital(layer.label), counts[at]!, dashed(dashOf(layer), layer.color, layer.dark)));
  // Kinds and layers are the key to marks and lines; one sector alone says nothing.
  for (const [place, entries, least] of [["kinds", data.kinds, 1], ["sectors", data.sectors, 2], ["layers", data.layers, 1]] as const) {
    byId(place)!.parentElement!.hidden = entries.length < least;
  }

  const hasHubs = data.scenes.some(({ groups }) => groups.some((group) => group[2] !== null));
  const inferred = data.inferred.includes(1);
  const key = byId("key")!;
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
    entries.push(line("size", communities ? say("overviewSize") : (metric?.size ?? "")));
    if (!communities && hasHubs) entries.push(line("hub", say("shared")));
    if (communities) entries.push(line("spoke", say("overviewTie")));
    else if (data.links === "pairs" || data.scenes.some(({ lines }) => lines.length)) entries.push(line("spoke", say("pair")));
    if (inferred && !communities) entries.push(line("inferred", say("inferredLine")));
    if (page.state().date && page.state().unknown) {
      const item = line("unknown", say("unknownLine"));
      item.prepend(dashed(DOTTED, "currentColor"));
      entries.push(item);
    }
    key.replaceChildren(...entries);
  };

  return {
    update(now: State, before: State | null): void {
      for (const [box, set, word] of boxes) box.checked = !now[set].has(word);
      if (!before || now.size !== before.size || now.open !== before.open || now.date !== before.date || now.unknown !== before.unknown) explain();
    },
  };
}
