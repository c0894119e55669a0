/**
 * Keys: arrows walk along ties, with Shift or Ctrl they move the picture; Page Up and Down walk through
 * the ranks; comma and full stop step through the lines of what is selected; / searches, Escape lets go.
 */

import { tiedTo } from "../scene/communities";
import { tieOf, towards } from "../render/hits";
import { onCommunities, type Page } from "./page";
import type { Mark } from "../scene/scene";
import { byId } from "../state/text";
import { organisationsOf } from "../state/hash";
import type { Tie } from "../state/state";
import { membersOf, neighboursOf } from "../state/visible";

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP = 60;

export function makeKeys(page: Page, picture: HTMLElement): void {
  const { data } = page;

  /** Where one stands, and the marks that its ties lead to. */
  const around = (): { from: { x: number; y: number } | undefined; to: Set<number> } => {
    const { node, group, community, tie } = page.state();
    const { marks, hubs } = page.scene();
    if (group !== null) {
      const to = new Set(membersOf(data, page.visible(), group).map(({ node }) => node));
      return { from: hubs.find((hub) => hub.group === group) ?? marks.find(({ index }) => to.has(index)), to };
    }
    if (tie) {
      const ends = new Set(organisationsOf(tie).concat(tie[0] === "communities" ? tie.slice(1) as number[] : []));
      return { from: marks.find(({ index }) => index === tie[1]), to: ends };
    }
    const chosen = node ?? community;
    const from = marks.find(({ index }) => index === chosen);
    if (chosen === null) return { from: undefined, to: new Set() };
    if (onCommunities(page)) return { from, to: new Set(tiedTo(data, page.visible(), chosen).map((tie) => tie.community)) };
    return { from, to: new Set(neighboursOf(data, page.visible(), chosen)) };
  };
  const select = ({ index }: Mark): void => {
    if (onCommunities(page)) page.selectCommunity(index);
    else page.selectNode(index);
  };
  const walk = (direction: readonly [number, number]): void => {
    const { marks } = page.scene();
    const { from, to } = around();
    if (!from) {
      const first = marks.reduce<Mark | null>((least, mark) => (least && least.index <= mark.index ? least : mark), null);
      if (first) select(first);
      return;
    }
    const next = towards(from, direction, marks.filter(({ index }) => to.has(index)));
    if (next) select(next);
    else page.announce(page.say("noTieThere"));
  };
  /** By rank, or of communities by size: so that everybody is reached, with ties or without. */
  const step = (by: number): void => {
    const order = [...page.scene().marks].sort((a, b) => a.index - b.index);
    const { node, community } = page.state();
    const at = order.findIndex(({ index }) => index === (node ?? community));
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next) select(next);
  };
  /** Through the lines of what is selected; of the first tied organisation or community where nothing is. */
  const alongLines = (by: number): void => {
    const { node, group, community, tie } = page.state();
    const { lines } = page.scene();
    const first = lines.reduce((least, { from, to }) => Math.min(least, from, to < 0 ? from : to), Infinity);
    const at = node ?? community ?? tie?.[1] ?? first;
    const own = group === null ? lines.filter(({ from, to }) => from === at || to === at) : lines.filter((line) => line.to < 0 && line.groups[0] === group);
    // Each tie once, whatever layers it has, and the organisation that one stands on first.
    const ties = new Map<string, Tie>();
    for (const [kind, from, to] of own.map(tieOf)) {
      const turned: Tie = kind !== "part" && to === at ? [kind, to, from] : [kind, from, to];
      ties.set(turned.join(" "), turned);
    }
    const order = [...ties.values()];
    const now = tie ? order.findIndex((each) => each.join(" ") === tie.join(" ")) : -1;
    const next = order[now < 0 ? (by > 0 ? 0 : order.length - 1) : (now + by + order.length) % order.length];
    if (next) page.selectTie(next);
    else page.announce(page.say("none"));
  };
  const enter = (): void => {
    const { community } = page.state();
    if (community !== null) page.open(data.communities[community]!.scene);
    else byId("details")!.querySelector<HTMLElement>("h2, button")?.focus();
  };

  // Keys of one letter act on the picture alone: anyone who speaks to the browser would set them off elsewhere.
  const search = byId("search");
  picture.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (event.altKey || event.metaKey) return;
    if (arrow) {
      event.preventDefault();
      if (event.ctrlKey || event.shiftKey) page.picture.pan(arrow[0] * STEP, arrow[1] * STEP);
      else walk(arrow);
    } else if (event.ctrlKey) return;
    else if (event.key === "+" || event.key === "=") page.picture.zoom(1.25);
    else if (event.key === "-") page.picture.zoom(0.8);
    else if (event.key === "0") page.picture.fit(true);
    else if (event.key === "PageDown" || event.key === "PageUp") step(event.key === "PageDown" ? 1 : -1);
    else if (event.key === "." || event.key === ",") alongLines(event.key === "." ? 1 : -1);
    else if (event.key === "Enter") enter();
    else if (event.key === "/" && search) {
      const options = byId("options") as HTMLDetailsElement | null;
      if (options) options.open = true;
      search.focus();
    }
    else return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    const active = document.activeElement;
    const typing = active instanceof HTMLInputElement && (active.type === "search" || active.type === "text");
    if (event.key === "Escape" && !typing && active?.tagName !== "SELECT") {
      const { node, group, community, tie, open } = page.state();
      if ((node ?? group ?? community ?? tie) !== null) page.clear();
      else if (open !== null) page.open(null);
    }
  });
}
