/** The page: one state, the parts that show it, and what they may do to it. */

import { compose } from "./composing";
import { read, type Data } from "./content";
import { parsePeriod, standing } from "./dates";
import { makeDownloads } from "./downloads";
import { makeFilters } from "./filters";
import { fromHash, settled, toHash } from "./hash";
import type { Hit } from "./hits";
import { makeKeys } from "./keys";
import { makeLegend } from "./legend";
import { makePanel } from "./panel";
import { makePicture, type Picture } from "./picture";
import type { MakeRenderer, Renderer } from "./renderer";
import type { Scene, Theme } from "./scene";
import { makeSearch } from "./search";
import { NOTHING_SELECTED, initial, makeStore, toggled, type Entry, type State } from "./state";
import { makeTable } from "./table";
import { byId, fold, filled } from "./text";
import { sizesBy } from "./sizes";
import { standings, visibleOf, type Visible } from "./visible";

export interface Page {
  data: Data;
  embedded: boolean;
  picture: Picture;
  renderer: Renderer;
  /** A text of the interface, with words put in. */
  say(name: string, values?: Record<string, string | number>): string;
  state(): State;
  visible(): Visible;
  scene(): Scene;
  /** A scene as it would be with other colours. */
  sceneIn(theme: Theme): Scene;
  set(patch: Partial<State>, entry?: Entry): void;
  subscribe(listener: (now: State, before: State) => void): void;
  selectNode(node: number, focus?: boolean): void;
  selectGroup(group: number, focus?: boolean): void;
  selectCommunity(community: number, focus?: boolean): void;
  open(scene: number | null, focus?: boolean): void;
  clear(focus?: boolean): void;
  reset(): void;
  announce(text: string): void;
}

export const LIGHT: Theme = { dark: false, background: "#ffffff", text: "#1b1f24", muted: "#57606a", accent: "#0a66a8" };

function readTheme(dark: boolean): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { dark, background: colour("background"), text: colour("text"), muted: colour("muted"), accent: colour("accent") };
}

export function start(makeRenderer: MakeRenderer): void {
  const data = read(byId("content")!.textContent ?? "");
  const element = byId("picture")!;
  const renderer = makeRenderer(element);
  const picture = makePicture(element, renderer);
  const page = makePage(data, element, renderer, picture);
  tellTests(page, element);
}

function makePage(data: Data, element: HTMLElement, renderer: Renderer, picture: Picture): Page {
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  let theme = readTheme(darkness.matches);
  const store = makeStore(initial(data.by));
  let facts = standings(data, "");
  let visible = visibleOf(data, store.get(), facts);
  let scene = compose(data, store.get(), visible, theme);
  const announcement = byId("announcement")!;
  let focusPanel = false;

  const page: Page = {
    data,
    embedded: document.body.classList.contains("embedded"),
    picture,
    renderer,
    say: (name, values = {}) => filled(data.texts[name], values),
    state: store.get,
    visible: () => visible,
    scene: () => scene,
    sceneIn: (other) => compose(data, store.get(), visible, other),
    set(patch, entry = "replace") {
      store.set(settled({ ...store.get(), ...patch }, data), entry);
    },
    subscribe: store.subscribe,
    selectNode(node, focus = false) {
      const { kind, sector } = data.nodes[node]!;
      const { hiddenKinds, hiddenSectors } = store.get();
      // What is asked for by name is shown, though its kind was switched off.
      const shown = visible.nodes[node]
        ? {}
        : {
            hiddenKinds: toggled(hiddenKinds, data.kinds[kind]!.kind, false),
            hiddenSectors: toggled(hiddenSectors, data.sectors[sector]?.sector ?? "", false),
          };
      choose({ ...NOTHING_SELECTED, node, ...shown }, focus);
    },
    selectGroup: (group, focus = false) => choose({ ...NOTHING_SELECTED, group }, focus),
    selectCommunity: (community, focus = false) => choose({ ...NOTHING_SELECTED, open: null, community }, focus),
    open: (open, focus = false) => choose({ ...NOTHING_SELECTED, open }, focus),
    clear: (focus = false) => choose({ ...NOTHING_SELECTED }, focus),
    reset() {
      page.set({ ...initial(data.by) }, "push");
      picture.fit(true);
      page.announce(page.say("wasReset"));
    },
    announce(text) {
      announcement.textContent = text;
    },
  };

  const choose = (patch: Partial<State>, focus: boolean): void => {
    focusPanel = focus;
    page.set(patch, "push");
    if (focus) (byId("details")!.querySelector("h2") ?? element).focus();
    focusPanel = false;
  };

  const panel = makePanel(page);
  const parts = [panel, makeLegend(page), makeFilters(page), makeTable(page)];
  makeSearch(page);
  makeKeys(page, element);
  makeDownloads(page);
  makeButtons(page);

  const history = makeHistory(page, store.get);
  store.subscribe((now, before, entry) => {
    if (now.date !== before.date) facts = standings(data, now.date);
    const filters: (keyof State)[] = ["hiddenKinds", "hiddenSectors", "hiddenLayers", "date", "unknown"];
    if (filters.some((name) => now[name] !== before[name])) visible = visibleOf(data, now, facts);
    if (now.node !== null && !visible.nodes[now.node]) {
      // A selected organisation that is hidden is let go.
      page.set({ ...NOTHING_SELECTED }, entry);
      return;
    }
    scene = compose(data, now, visible, theme);
    picture.show(scene);
    picture.select(hitOf(now));
    if (now.open !== before.open) picture.fit();
    const selected = selectedWords(page);
    if (now.node !== before.node || now.group !== before.group || now.community !== before.community) {
      if (!focusPanel) page.announce(selected || page.say("nothingSelected"));
      else page.announce(selected);
    } else if (now.open !== before.open) page.announce(placeWords(page));
    for (const part of parts) part.update(now, before);
    revealSelected(page);
    history.write(entry);
  });

  const recolour = (): void => {
    theme = readTheme(darkness.matches);
    scene = compose(data, store.get(), visible, theme);
    picture.show(scene);
  };
  darkness.addEventListener("change", recolour);
  picture.onPick((hit) => {
    if (!hit) page.clear();
    else if ("group" in hit) page.selectGroup(hit.group);
    else if (!onCommunities(page)) page.selectNode(hit.mark);
    else if (page.state().community === hit.mark) page.open(data.communities[hit.mark]!.scene);
    else page.selectCommunity(hit.mark);
  });

  picture.show(scene);
  picture.fit();
  for (const part of parts) part.update(store.get(), null);
  history.readAtStart();
  return page;
}

/** Whether the picture is of communities now. */
export const onCommunities = (page: Page): boolean => page.data.overview && page.state().open === null;

function hitOf({ node, group, community }: State): Hit {
  if (group !== null) return { group };
  const mark = node ?? community;
  return mark === null ? null : { mark };
}

function revealSelected(page: Page): void {
  const { node, group, community } = page.state();
  const scene = page.scene();
  const place =
    group !== null
      ? (scene.hubs.find((hub) => hub.group === group) ?? scene.marks.find(({ light }) => light === "lit"))
      : scene.marks.find(({ index }) => index === (node ?? community));
  if (place && (node ?? group ?? community) !== null) page.picture.reveal(place.x, place.y);
}

/** The rank of an organisation by the metric that sizes now, in words. */
export function rankWords(page: Page, node: number, metric = page.state().size): string {
  const column = page.data.metrics.findIndex(({ name }) => name === metric);
  const rank = page.data.nodes[node]!.ranks[column] ?? null;
  return rank === null ? "" : page.say("rankOf", { rank, count: page.data.ranked });
}

function selectedWords(page: Page): string {
  const { node, group, community } = page.state();
  const { nodes, groups, communities } = page.data;
  if (node !== null) return [nodes[node]!.label, rankWords(page, node)].filter(Boolean).join(", ");
  if (group !== null) return groups[group]!.name;
  return community === null ? "" : communities[community]!.label;
}

function placeWords(page: Page): string {
  const { open } = page.state();
  return open === null ? page.say("allCommunities") : page.data.scenes[open]!.title;
}

function makeButtons(page: Page): void {
  const acts: Record<string, () => void> = {
    fit: () => page.picture.fit(true),
    "zoom-in": () => page.picture.zoom(1.4),
    "zoom-out": () => page.picture.zoom(1 / 1.4),
    reset: () => page.reset(),
  };
  for (const [id, act] of Object.entries(acts)) byId(id)?.addEventListener("click", act);
}

/** The address says the state, so that it can be sent to others, and the back button works. */
function makeHistory(page: Page, state: () => State) {
  let written = toHash(state(), page.data);
  const apply = (entry: Entry): void => {
    const hash = location.hash.replace(/^#/, "");
    if (hash === written) return;
    const { state: wanted, unknown } = fromHash(hash, page.data);
    if (unknown.length) {
      page.announce(page.say("notFound", { names: unknown.join(", ") }));
      byId("notice")!.textContent = page.say("notFound", { names: unknown.join(", ") });
      return;
    }
    written = hash;
    page.set({ ...wanted }, entry);
  };
  addEventListener("hashchange", () => apply("none"));
  addEventListener("popstate", () => apply("none"));
  return {
    readAtStart: () => apply("none"),
    write(entry: Entry) {
      byId("notice")!.textContent = "";
      const hash = toHash(state(), page.data);
      if (entry === "none") {
        written = location.hash.replace(/^#/, "");
        return;
      }
      if (hash === written) return;
      written = hash;
      const address = `${location.href.split("#")[0]}${hash ? `#${hash}` : "#"}`;
      try {
        if (entry === "push") history.pushState(null, "", address);
        else history.replaceState(null, "", address);
      } catch {
        // In a frame without an origin the address cannot be written; the page works without.
      }
    },
  };
}

/** What tests and scripts may read. */
function tellTests(page: Page, element: HTMLElement): void {
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
    const [, x, y] = data.scenes[data.sceneOf[node]!]!.nodes[data.placeOf[node]!]!;
    return { x, y };
  };
  const told = {
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
    get state() {
      const now = page.state();
      const sets = { hiddenKinds: [...now.hiddenKinds], hiddenSectors: [...now.hiddenSectors], hiddenLayers: [...now.hiddenLayers] };
      return { ...now, ...sets };
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
    /** Lines as drawn: ends by id (null for a point), layer, width, dash. */
    get lines() {
      return page.scene().lines.map((line) => ({
        from: idOf(line.from),
        to: line.to < 0 ? null : idOf(line.to),
        groups: line.groups.map((group) => data.groups[group]!.key),
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
    /** Labels as drawn: text and box in pixels of the page. */
    get labels() {
      const { left, top } = frame();
      return picture.labels().placed.map(({ item, lines, box }) => {
        const low = renderer.toScreen(box[0], box[1]);
        const high = renderer.toScreen(box[2], box[3]);
        return { text: item.text, lines, box: [low[0] + left, low[1] + top, high[0] + left, high[1] + top] };
      });
    },
    /** The same in pixels of the page; null where it has none now. */
    position(id: string) {
      const place = placeOf(id);
      if (!place) return null;
      const [x, y] = renderer.toScreen(place.x, place.y);
      return { x: x + frame().left, y: y + frame().top };
    },
  };
  (window as unknown as { graphkitView: unknown }).graphkitView = Object.freeze(told);
}

/** The first member of a community, by which tests call it. */
function firstOf(page: Page, community: number): number {
  const { scene, label } = page.data.communities[community]!;
  const members = page.data.scenes[scene]!.nodes.map(([node]) => node);
  return members.find((node) => label.startsWith(`${page.data.nodes[node]!.label} (`)) ?? members[0]!;
}
