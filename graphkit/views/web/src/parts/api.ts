/** `window.graphkitView`: what other scripts and tests may read of the page. It changes nothing. */

import type { Box } from "../scene/scene";
import { parsePeriod, standing } from "../state/dates";
import { countsOf, hiddenOf } from "../state/facets";
import { onCommunities, type Page } from "./page";
import type { Story } from "./story";
import { sceneMoved } from "../state/moving";
import { sizesBy } from "../state/sizes";
import { fold } from "../state/text";

export function makeApi(page: Page, element: HTMLElement, story: Story): void {
  const { data, renderer, picture } = page;
  const frame = (): DOMRect => element.getBoundingClientRect();
  const idOf = (mark: number): string => {
    if (!onCommunities(page)) return data.nodes[mark]!.id;
    return data.nodes[firstOf(page, mark)]!.id;
  };
  /** Where the mark of an organisation is or, while it is hidden, would be. */
  const placeOf = (id: string): { x: number; y: number } | null => {
    if (onCommunities(page)) return data.communities.find((_, at) => idOf(at) === id) ?? null;
    const node = data.nodeIndex.get(id);
    if (node === undefined || (data.overview && data.sceneOf[node] !== page.state().open)) return null;
    const [, x, y] = sceneMoved(data.scenes[data.sceneOf[node]!]!, page.state().moved).nodes[data.placeOf[node]!]!;
    return { x, y };
  };
  const inPage = (px: number, py: number): [x: number, y: number] => {
    const [x, y] = renderer.toScreen(px, py);
    return [x + frame().left, y + frame().top];
  };
  const api = {
    ready: true,
    fold,
    /** The standing of bounds in a date or period; null when that is none. */
    standing(bounds: string[], text: string) {
      const period = parsePeriod(text);
      return period && standing(bounds, period);
    },
    get nodes() {
      const { open } = page.state();
      if (onCommunities(page)) return data.communities.map((_, at) => idOf(at));
      return data.scenes[open ?? 0]!.nodes.map(([node]) => data.nodes[node]!.id);
    },
    get visible() {
      return page.scene().marks.map(({ index }) => idOf(index));
    },
    get selected() {
      const { node, community } = page.state();
      return node !== null ? data.nodes[node]!.id : community !== null ? idOf(community) : null;
    },
    get selectedGroup() {
      const { group } = page.state();
      return group === null ? null : data.groups[group]!.key;
    },
    /** The line that is selected: what it joins, by id or key; communities by their leading members. */
    get selectedTie() {
      const { tie } = page.state();
      if (!tie) return null;
      const [kind, first, second] = tie;
      return { kind, ends: [idOf(first), kind === "part" ? data.groups[second]!.key : idOf(second)] };
    },
    get state() {
      const now = page.state();
      const hidden = Object.fromEntries(data.facets.map((facet) => [facet.name, [...hiddenOf(now.hidden, facet)]]));
      return { ...now, hidden };
    },
    /** The filters with their values, how often each occurs, and whether it is switched on. */
    get facets() {
      const { hidden } = page.state();
      return data.facets.map((facet) => {
        const counts = countsOf(data, facet);
        const values = facet.values.map(({ value, label }, at) => ({ value, label, count: counts[at]!, on: !hiddenOf(hidden, facet).has(value) }));
        return { name: facet.name, label: facet.label, of: facet.of, values };
      });
    },
    /** The steps of the story, and the number of the one that is shown. */
    get story() {
      return { steps: story.steps(), at: story.at() };
    },
    /** By id, who has ties now and had none at the date that the picture is compared with, and the reverse. */
    get changes() {
      const changes = page.changes();
      return changes && { fresh: changes.fresh.map(idOf), gone: changes.gone.map(idOf) };
    },
    get scene() {
      const { marks, lines, hubs } = page.scene();
      return {
        marks: marks.length,
        lines: lines.length,
        hubs: hubs.length,
        unknownLines: lines.filter(({ unknown }) => unknown).length,
        lit: marks.filter(({ light }) => light === "lit").map(({ index }) => idOf(index)),
        dimmed: marks.filter(({ light }) => light === "dimmed").map(({ index }) => idOf(index)),
      };
    },
    /** Lines as drawn: ends by id (null for a point), their middle in pixels of the page, layer, width, dash. */
    get lines() {
      return page.scene().lines.map((line) => ({
        from: idOf(line.from),
        to: line.to < 0 ? null : idOf(line.to),
        groups: line.groups.map((group) => data.groups[group]!.key),
        middle: inPage((line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2),
        layer: data.layers[line.layer]?.layer ?? "",
        width: line.width,
        dash: line.dash,
        color: line.color,
        light: line.light,
        unknown: line.unknown,
        inferred: line.inferred,
      }));
    },
    get sizes() {
      const sizes = sizesBy(data, page.state().size);
      return Object.fromEntries(data.nodes.map(({ id }, at) => [id, sizes[at]]));
    },
    get facts() {
      return { ...page.visible().counts, standings: [...page.visible().facts] };
    },
    get camera() {
      return renderer.camera();
    },
    /** Labels as drawn: text, box, and the line to one that stands apart, in pixels of the page. */
    get labels() {
      const { left, top } = frame();
      return picture.labels().placed.map(({ item, lines, box, leader }) => {
        const inWindow = ([x1, y1, x2, y2]: Box): Box => {
          const [low, high] = [renderer.toScreen(x1, y1), renderer.toScreen(x2, y2)];
          return [low[0] + left, low[1] + top, high[0] + left, high[1] + top];
        };
        return { text: item.text, lines, box: inWindow(box), leader: leader && inWindow(leader) };
      });
    },
    /** The same in pixels of the page; null where it has none now. */
    position(id: string) {
      const place = placeOf(id);
      if (!place) return null;
      const [x, y] = inPage(place.x, place.y);
      return { x, y };
    },
  };
  (window as unknown as { graphkitView: unknown }).graphkitView = Object.freeze(api);
}

/** The member by which others call a community. */
const firstOf = (page: Page, community: number): number => page.data.communities[community]!.leader;
