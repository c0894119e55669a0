/** Starting the page: its state, the parts that show it, and how they hear of each other. */

import { makeBeside } from "./parts/beside";
import { changesBetween, type Changes } from "./scene/changes";
import { compose } from "./scene/compose";
import { read, type Data } from "./state/content";
import { parsePeriod } from "./state/dates";
import { colourBy } from "./state/colouring";
import { makeDownloads } from "./save/downloads";
import { makeFilters } from "./parts/filters";
import { withShown } from "./state/facets";
import { settled } from "./state/hash";
import { makeHistory } from "./parts/history";
import { linesOfTie, type Hit } from "./render/hits";
import { makeKeys } from "./parts/keys";
import { makeLegend } from "./parts/legend";
import { makePanel } from "./parts/panel";
import { onCommunities, selectedWords, type Page } from "./parts/page";
import { makePicture, type Picture } from "./render/picture";
import type { MakeRenderer, Renderer } from "./render/renderer";
import type { Scene, Theme } from "./scene/scene";
import { makeSheet } from "./parts/sheet";
import { makeMoving } from "./parts/moving";
import { makePlaying } from "./parts/playing";
import { makePointing } from "./parts/pointing";
import { makeSearch } from "./parts/search";
import { NOTHING_SELECTED, authored, initial, makeStore, type State } from "./state/state";
import { makeStory } from "./parts/story";
import { makeStoryFile, sourceOf } from "./save/story_file";
import { makeTable } from "./parts/table";
import { byId, filled } from "./state/text";
import { isDark, readTheme } from "./render/theme";
import { makeApi } from "./parts/api";
import { existed, standings, visibleOf } from "./state/visible";

export function start(makeRenderer: MakeRenderer): void {
  const source = sourceOf(document);
  const data = read(byId("content")!.textContent ?? "");
  const element = byId("picture")!;
  const renderer = makeRenderer(element);
  const picture = makePicture(element, renderer, document.body.classList.contains("embedded"));
  const page = makePage(data, element, renderer, picture);
  const story = makeStory(page);
  makeStoryFile(page, story, source);
  makeApi(page, element, story);
  story.begin();
}

function makePage(data: Data, element: HTMLElement, renderer: Renderer, picture: Picture): Page {
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  let theme = readTheme(isDark(data, darkness.matches));
  const store = makeStore(initial(data.by));
  let facts = standings(data, "");
  let visible = visibleOf(data, store.get(), facts);
  let visibleBefore = visible;
  let changes: Changes | null = null;
  const sceneBefore = (now: State, other: Theme): Scene | null =>
    now.against && !(data.overview && now.open === null) ? compose(data, { ...now, date: now.against }, visibleBefore, other) : null;
  const composed = (now: State, other: Theme): Scene => {
    const before = sceneBefore(now, other);
    const scene = compose(data, now, visible, other);
    if (!before) changes = null;
    else {
      const found = changesBetween(before, scene);
      changes = found.changes;
      return found.scene;
    }
    return scene;
  };
  let scene = composed(store.get(), theme);
  const announcement = byId("announcement")!;
  let focusPanel = false;

  const page: Page = {
    data,
    embedded: document.body.classList.contains("embedded"),
    picture,
    renderer,
    say: (name, values = {}) => filled(data.texts[name], values, data),
    state: store.get,
    visible: () => visible,
    scene: () => scene,
    sceneIn: (other) => composed(store.get(), other),
    sceneBefore: (other = theme) => sceneBefore(store.get(), other),
    changes: () => changes,
    set(patch, entry = "replace") {
      const { node } = store.get();
      const name = node === null ? selectedWords(page) : data.nodes[node]!.label;
      store.set(settled({ ...store.get(), ...patch }, data), entry);
      // Every change clears the notice, so this is said last.
      if (!name || "node" in patch || selectedWords(page)) return;
      byId("notice")!.textContent = page.say("selectionHidden", { name });
    },
    selectNode(node, focus = false) {
      // What is asked for by name is shown, though its kind was switched off or it did not exist at the date.
      const { hidden, date } = store.get();
      const there = existed(data.nodes[node]!, parsePeriod(date)) ? {} : { date: "" };
      const shown = visible.nodes[node] ? {} : { hidden: withShown(data, hidden, node), ...there };
      choose({ ...NOTHING_SELECTED, node, ...shown }, focus);
    },
    selectGroup: (group, focus = false) => choose({ ...NOTHING_SELECTED, group }, focus),
    selectTie: (tie, focus = false) => choose({ ...NOTHING_SELECTED, tie, ...(tie[0] === "communities" ? { open: null } : {}) }, focus),
    selectCommunity: (community, focus = false) => choose({ ...NOTHING_SELECTED, open: null, community }, focus),
    open: (open, focus = false) => choose({ ...NOTHING_SELECTED, open }, focus),
    clear: (focus = false) => choose({ ...NOTHING_SELECTED }, focus),
    reset() {
      page.set({ ...initial(data.by), ...authored(store.get()) }, "push");
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
  const parts = [panel, makeLegend(page), makeFilters(page), makePlaying(page), makeMoving(page, element), makeBeside(page), makeTable(page)];
  makeSearch(page);
  makePointing(page);
  const sheet = makeSheet(page);
  makeKeys(page, element);
  makeDownloads(page);
  makeButtons(page);

  const history = makeHistory(page);
  store.subscribe((now, before, entry) => {
    if (now.colour !== before.colour) colourBy(data, now.colour || data.marked);
    if (now.date !== before.date) facts = standings(data, now.date);
    const filters: (keyof State)[] = ["hidden", "date", "unknown"];
    if (filters.some((name) => now[name] !== before[name])) visible = visibleOf(data, now, facts);
    if (now.against && (now.against !== before.against || filters.some((name) => now[name] !== before[name]))) {
      visibleBefore = visibleOf(data, { ...now, date: now.against });
    }
    scene = composed(now, theme);
    picture.show(scene);
    picture.select(hitOf(now));
    if (now.open !== before.open) picture.fit();
    const selected = selectedWords(page);
    const chosen: (keyof State)[] = ["node", "group", "community", "tie"];
    const changed = chosen.some((name) => now[name] !== before[name]);
    if (changed) {
      if (!focusPanel) page.announce(selected || (now.open !== before.open ? placeWords(page) : page.say("nothingSelected")));
      else page.announce(selected);
    } else if (now.open !== before.open) page.announce(placeWords(page));
    for (const part of parts) part.update(now, before);
    if (changed) revealSelected(page);
    sheet(selected);
    history.write(entry);
  });

  const recolour = (): void => {
    theme = readTheme(isDark(data, darkness.matches));
    scene = composed(store.get(), theme);
    picture.show(scene);
    for (const part of parts) part.update(store.get(), store.get());
  };
  darkness.addEventListener("change", recolour);
  picture.onPick((hit) => {
    if (!hit) page.clear();
    else if ("tie" in hit) page.selectTie(hit.tie);
    else if ("group" in hit) page.selectGroup(hit.group);
    else if (!onCommunities(page)) page.selectNode(hit.mark);
    else if (page.state().community === hit.mark) page.open(data.communities[hit.mark]!.scene);
    else page.selectCommunity(hit.mark);
  });

  picture.show(scene);
  picture.fit();
  for (const part of parts) part.update(store.get(), null);
  sheet("");
  history.readAtStart();
  return page;
}

function hitOf({ node, group, community, tie }: State): Hit {
  if (group !== null) return { group };
  if (tie) return { tie };
  const mark = node ?? community;
  return mark === null ? null : { mark };
}

function revealSelected(page: Page): void {
  const { node, group, community, tie } = page.state();
  const scene = page.scene();
  const [line] = tie ? linesOfTie(scene, tie) : [];
  if (line) return page.picture.reveal((line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2);
  const place =
    group !== null
      ? (scene.hubs.find((hub) => hub.group === group) ?? scene.marks.find(({ light }) => light === "lit"))
      : scene.marks.find(({ index }) => index === (node ?? community));
  if (place && (node ?? group ?? community) !== null) page.picture.reveal(place.x, place.y);
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
