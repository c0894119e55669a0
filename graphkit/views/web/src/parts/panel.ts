/** The panel: what a click opens. Every word from data is put in as text. */

import { communityLabel, shownIn, tiedTo } from "../scene/communities";
import { statedOf, textsOf } from "../state/attributes";
import { type Address, type Highlight, type Membership } from "../state/content";
import { NO } from "../state/dates";
import { shownFacets } from "../state/colouring";
import { commonest, facetsOf, wordsAt } from "../state/facets";
import { makeFacts } from "./facts";
import { swatch } from "../scene/marks";
import { tiedIn } from "../scene/scene";
import { onCommunities, rankWords, type Page } from "./page";
import { paged } from "./paging";
import type { State } from "../state/state";
import { address, button, byId, capital, element, number } from "../state/text";
import { anchorsOf } from "../state/ties";
import { makeWhy, whyButton } from "./why";
import { isTied, membersOf, neighboursOf, type Member } from "../state/visible";

const FIRST = 10;
/** So many values of an attribute are named with their shares. */
const SHARES = 5;

export function makePanel(page: Page) {
  const { data, say } = page;
  const details = byId("details")!;

  const nodeButton = (node: number): HTMLElement => {
    const made = button(data.nodes[node]!.label, () => page.selectNode(node, true), "pick");
    made.prepend(swatch(data.kindOf[node]!));
    made.dataset.node = String(node);
    return made;
  };
  const groupButton = (group: number): HTMLElement =>
    button(data.groups[group]!.name, () => page.selectGroup(group, true), "pick");
  const communityButton = (community: number): HTMLElement => {
    const made = button(communityLabel(data, page.visible(), community), () => page.selectCommunity(community, true), "pick");
    if (data.community) made.prepend(swatch(data.community));
    return made;
  };
  const quiet = (text: string): HTMLElement => element("p", { class: "quiet" }, text);
  const section = (title: string, ...children: (Node | string | null)[]): HTMLElement =>
    element("section", {}, element("h3", {}, title), ...children);

  const more = (count: number): string => say("more", { count });
  const longList = (name: string, items: number[], item: (index: number) => HTMLElement): HTMLElement =>
    paged(element("ul", { class: name }), items, item, more);
  /** A count that says when it is not of all. */
  const counted = (shown: number, count: number): string => (shown === count ? String(shown) : say("ofAll", { shown, count }));

  const factList = makeFacts(page);

  const heading = (title: string, kind: string, mark: SVGElement | null = null): void => {
    const clear = button("×", () => page.clear(true), "clear");
    clear.setAttribute("aria-label", say("clear"));
    details.append(element("div", { class: "head" }, element("h2", { tabindex: "-1" }, title), clear));
    details.append(element("p", { class: "kind" }, mark, kind));
  };
  const backButton = (): HTMLElement => button(say("back"), () => page.open(null, true), "back");

  const metricTable = (node: number): HTMLElement => {
    const body = element("tbody");
    const { values } = data.nodes[node]!;
    data.metrics.forEach(({ name, label }, column) => {
      body.append(
        element(
          "tr",
          name === page.state().size ? { class: "chosen" } : {},
          element("th", { scope: "row" }, label),
          element("td", {}, number(values[column], data.decimal)),
          element("td", {}, rankWords(page, node, name)),
        ),
      );
    });
    return element("table", { class: "metrics" }, body);
  };

  const groupTitle = (group: number): HTMLElement => {
    const layer = element("span", { class: "layer" }, data.layers[data.layerOf[group]!]?.label ?? "");
    return element("div", { class: "group-title" }, layer, groupButton(group));
  };

  /** The groups of an organisation with its facts; of a group that it is itself, those of its members. */
  const groupsOf = (node: number): HTMLElement => {
    const memberships = [...data.ofNode.of(node)];
    if (!memberships.length) return quiet(say("noGroups"));
    const visible = page.visible();
    const { memberships: stands } = visible;
    // What the filters leave out comes last.
    memberships.sort((a, b) => Number(stands[a] === NO) - Number(stands[b] === NO) || a - b);
    const box = (at: number): HTMLElement => {
      const [, group, own] = data.memberships[at]!;
      const made = element("div", { class: stands[at] === NO ? "group past" : "group" }, groupTitle(group));
      if (own.length) made.append(factList(own));
      if (anchors.get(group) !== node) return made;
      const others = membersOf(data, visible, group, true).filter((member) => member.node !== node);
      const member = (each: Member): HTMLElement =>
        element("div", { class: "member" }, nodeButton(each.node), factList(data.memberships[each.at]![2]));
      made.append(quiet(say("own")), paged(element("div"), others, member, more));
      return made;
    };
    return paged(element("div"), memberships, box, more);
  };
  const anchors = anchorsOf(data);

  /** The facts that it signed for others who are shown; null where there are none. */
  const represented = (node: number): HTMLElement | null => {
    const { id } = data.nodes[node]!;
    const { nodes } = page.visible();
    const signed = new Set<number>();
    data.facts.forEach((fact, at) => fact.by === id && signed.add(at));
    if (!signed.size) return null;
    const found = data.memberships.filter(([member, , facts]) => nodes[member] && facts.some((fact) => signed.has(fact)));
    const item = ([member, group, facts]: Membership): HTMLElement => {
      const theirs = facts.filter((fact) => signed.has(fact));
      return element("div", {}, groupTitle(group), nodeButton(member), factList(theirs));
    };
    return found.length ? paged(element("div"), found, item, more) : null;
  };

  const terms = (pairs: [term: string, values: (Node | string)[]][]): HTMLElement => {
    const list = element("dl");
    for (const [term, values] of pairs) {
      if (values.length) list.append(element("dt", {}, term), ...values.map((value) => element("dd", {}, value)));
    }
    return list;
  };

  const showTie = makeWhy(page, { heading, section, quiet, nodeButton, communityButton, groupTitle, factList });

  const columns = new Set(data.columns.map(({ name }) => name));
  const shownAs = (value: string | Address): Node | string => (typeof value === "string" ? value : address(value));

  const showNode = (node: number): void => {
    const what = facetsOf(data, "nodes").filter(({ name }) => !columns.has(name)).map((facet) => wordsAt(facet, node));
    heading(data.nodes[node]!.label, what.filter(Boolean).join(" · "), swatch(data.kindOf[node]!));
    if (data.overview) details.append(backButton());
    const neighbours = neighboursOf(data, page.visible(), node);
    const list = longList("plain", neighbours, (each) => element("li", {}, nodeButton(each), whyButton(page, node, each)));
    details.append(quiet(rankWords(page, node)), authorNotes(node) ?? "", section(say("facts"), groupsOf(node)));
    const others = represented(node);
    if (others) details.append(section(say("represented"), others));
    details.append(
      section(`${say("neighbours")} (${neighbours.length})`, neighbours.length ? list : quiet(say("none"))),
      data.metrics.length ? section(say("metrics"), metricTable(node)) : "",
      terms(data.columns.map(({ name, label }) => [label, statedOf(data, node, name).map(shownAs)])),
    );
  };

  const showGroup = (group: number): void => {
    const { layer = "", label = "" } = data.layers[data.layerOf[group]!] ?? {};
    heading(data.groups[group]!.name, capital(label));
    if (data.overview) details.append(backButton());
    // An organisation that is itself the group is not one of its members.
    const anchor = anchors.get(group);
    if (anchor !== undefined) details.append(element("p", {}, nodeButton(anchor)));
    const members = membersOf(data, page.visible(), group, true).filter(({ node }) => node !== anchor);
    const { memberships } = page.visible();
    const facts = new Map(members.map(({ node, at }) => [node, at]));
    const item = (node: number): HTMLElement => {
      const at = facts.get(node)!;
      return element("li", memberships[at] === NO ? { class: "past" } : {}, nodeButton(node), factList(data.memberships[at]![2]));
    };
    const shown = members.filter(({ at }) => memberships[at] !== NO).length;
    const count = counted(shown, data.ofGroup.count(group) - (anchor === undefined ? 0 : 1));
    details.append(section(`${data.members[layer] ?? say("members")} (${count})`, longList("plain", members.map(({ node }) => node), item)));
  };

  /** The members of a scene as a list of buttons with kind, place and rank. */
  const memberList = (scene: number): HTMLElement => {
    const { nodes } = data.scenes[scene]!;
    const members = nodes.map(([node]) => node).filter((node) => page.visible().nodes[node]).sort((a, b) => a - b);
    const item = (node: number): HTMLElement => {
      const said = [data.kindOf[node]!.label, ...textsOf(data, node, "place"), rankWords(page, node)].filter(Boolean).join(" · ");
      return element("li", {}, nodeButton(node), element("small", {}, said));
    };
    return section(`${say("members")} (${counted(members.length, nodes.length)})`, longList("plain members", members, item));
  };

  const tieList = (community: number): HTMLElement => {
    const ties = tiedTo(data, page.visible(), community);
    const list = element("ul", { class: "plain ties" });
    for (const { community: other, count } of ties) {
      const said = element("span", { class: "value" }, say("overviewTiesCount", { count }));
      list.append(element("li", {}, communityButton(other), said));
    }
    return section(say("overviewTies"), ties.length ? list : quiet(say("none")));
  };

  /** What the members of a scene are, as shares of those shown: first what the slices show. */
  const shareList = (scene: number): HTMLElement => {
    const members = data.scenes[scene]!.nodes.map(([node]) => node).filter((node) => page.visible().nodes[node]);
    const facets = shownFacets(data).filter(({ of }) => of === "nodes").filter(({ values }) => values.length > 1);
    facets.sort((a, b) => Number(b === data.colours) - Number(a === data.colours));
    const said = facets.map((facet): [string, string[]] => {
      const order = commonest(facet, members);
      const parts = order.slice(0, SHARES).map(([{ label }, count]) => say("share", { value: label, share: Math.round((100 * count) / members.length) }));
      if (order.length > SHARES) parts.push(say("otherValues", { count: order.length - SHARES }));
      return [facet.label, members.length ? [parts.join(", ")] : []];
    });
    return section(say("inside"), terms(said));
  };

  /** A community: opened, its members; both times its neighbours. */
  const showCommunity = (community: number): void => {
    const { scene } = data.communities[community]!;
    heading(communityLabel(data, page.visible(), community), data.community?.label ?? "", data.community ? swatch(data.community) : null);
    details.append(button(say("open"), () => page.open(scene, true), "open"), firstBy(scene) ?? "", shareList(scene), tieList(community), memberList(scene));
  };
  const showScene = (scene: number): void => {
    const { title } = data.scenes[scene]!;
    const community = data.communityOf[scene]!;
    details.append(element("h2", { tabindex: "-1" }, title), backButton());
    if (community >= 0) details.append(firstBy(scene) ?? "", shareList(scene), tieList(community));
    details.append(memberList(scene), quiet(say(page.embedded ? "hintEmbedded" : "hint")));
  };

  /** What the author notes on an organisation, or on anything. */
  const authorNotes = (node: number | null = null): HTMLElement | null => {
    const noted = data.highlights.filter(({ note, nodes }) => note && (node === null || nodes.includes(node)));
    if (!noted.length) return null;
    const item = ({ note, nodes }: Highlight): HTMLElement =>
      element("li", {}, ...nodes.flatMap((each, nth) => [nth ? " – " : "", nodeButton(each)]), element("div", { class: "note" }, note));
    return section(say("authorNotes"), element("ul", { class: "plain" }, ...noted.map(item)));
  };

  /** Those shown who have no ties now, opened on request. */
  const aloneList = (): HTMLElement | null => {
    const { marks } = page.scene();
    const tied = tiedIn(page.scene());
    const alone = marks.map(({ index }) => index).filter((node) => !tied.has(node)).sort((a, b) => a - b);
    if (!alone.length) return null;
    const list = longList("plain", alone, (node) => element("li", {}, nodeButton(node)));
    return element("details", {}, element("summary", {}, say("isolates", { count: alone.length })), list);
  };

  const firstList = (nodes: number[], column: number): HTMLElement => {
    const list = element("ol", { class: "first" });
    for (const node of nodes) {
      const { values, ranks } = data.nodes[node]!;
      const value = element("span", { class: "value" }, number(values[column], data.decimal));
      list.append(element("li", { value: String(ranks[column] ?? "") }, nodeButton(node), value));
    }
    return list;
  };
  /** The first by a metric of those that have a value by which they stand out. */
  const firstBy = (scene: number | null = null): HTMLElement | null => {
    const column = data.metrics.findIndex(({ name }) => name === page.state().size);
    const rank = (node: number): number => data.nodes[node]!.ranks[column] ?? Infinity;
    const best: number[] = [];
    data.nodes.forEach(({ values }, node) => {
      if (scene !== null && data.sceneOf[node] !== scene) return;
      if (!page.visible().nodes[node] || !values[column] || !isTied(data, page.visible(), node)) return;
      if (best.length === FIRST && rank(node) >= rank(best[FIRST - 1]!)) return;
      best.push(node);
      best.sort((a, b) => rank(a) - rank(b) || a - b);
      best.length = Math.min(best.length, FIRST);
    });
    return best.length ? section(data.metrics[column]!.first, firstList(best, column)) : null;
  };

  const showCommunities = (): void => {
    const largest = element("ol", { class: "first" });
    const shown = shownIn(data, page.visible());
    const order = data.communities.map((_, at) => at).filter((at) => shown[at]).sort((a, b) => shown[b]! - shown[a]! || a - b);
    for (const community of order.slice(0, FIRST)) largest.append(element("li", {}, communityButton(community)));
    const { nodes } = page.visible().counts;
    const inside = shown.reduce((sum, count) => sum + count, 0);
    const rest = data.scenes.findIndex((_, scene) => data.communityOf[scene]! < 0);
    details.append(
      element("h2", { tabindex: "-1" }, say("allCommunities")),
      firstBy() ?? "",
      section(say("largest"), largest),
      element("p", {}, say("overviewCounts", { of: nodes, drawn: order.length, found: data.found, shown: inside })),
    );
    if (nodes > inside) details.append(element("p", {}, say("overviewRest", { rest: nodes - inside })));
    if (rest >= 0 && nodes > inside) details.append(button(say("openRest"), () => page.open(rest, true), "open"));
    details.append(quiet(say(page.embedded ? "hintEmbedded" : "hint")));
  };
  const showNetwork = (): void => {
    const visible = page.visible();
    const tied = data.nodes.filter((_, node) => visible.nodes[node] && isTied(data, visible, node)).length;
    const groups = visible.groups.filter((stands) => stands).length;
    details.append(
      element("h2", { tabindex: "-1" }, say("allOrganisations")),
      firstBy() ?? "",
      authorNotes() ?? "",
      data.metrics.length && data.ranked > visible.counts.nodes ? quiet(say("wholeNetwork", { count: data.ranked })) : "",
      element("p", {}, say("counts", { organisations: visible.counts.nodes, tied, groups })),
      aloneList() ?? "",
      quiet(say(page.embedded ? "hintEmbedded" : "hint")),
    );
  };

  const show = (): void => {
    const { node, group, community, tie, open } = page.state();
    const focused = details.contains(document.activeElement);
    const scrolled = details.scrollTop;
    details.replaceChildren();
    if (node !== null) showNode(node);
    else if (group !== null) showGroup(group);
    else if (tie) showTie(tie, details);
    else if (community !== null) showCommunity(community);
    else if (onCommunities(page)) showCommunities();
    else if (data.overview) showScene(open!);
    else showNetwork();
    details.scrollTop = shownFor === what() ? scrolled : 0;
    shownFor = what();
    if (focused) (details.querySelector<HTMLElement>("h2") ?? byId("picture"))?.focus({ preventScroll: true });
  };
  const what = (): string => {
    const { node, group, community, open } = page.state();
    return JSON.stringify([node, group, community, open]);
  };
  let shownFor = "";

  return {
    update(now: State, before: State | null) {
      if (!before || (Object.keys(now) as (keyof State)[]).some((name) => now[name] !== before[name])) show();
    },
  };
}
