/** Why two are tied, in the panel: every fact that ties them. */

import { sidesIn } from "../state/answers";
import { NO } from "../state/dates";
import type { Tie } from "../state/state";
import { anchorsOf, betweenCommunities, namesOf, sharedBy, type Shared } from "../state/ties";
import { button, element } from "../state/text";
import { membersOf } from "../state/visible";
import { bothSides } from "./answers";
import type { Page } from "./page";
import { paged } from "./paging";

/** What the panel is built of. */
export interface Pieces {
  heading(title: string, kind: string): void;
  section(title: string, ...children: (Node | string | null)[]): HTMLElement;
  quiet(text: string): HTMLElement;
  nodeButton(node: number): HTMLElement;
  communityButton(community: number): HTMLElement;
  groupTitle(group: number): HTMLElement;
  factList(facts: number[]): HTMLElement;
}

/** A button that asks why an organisation is tied to another. */
export function whyButton(page: Page, first: number, second: number): HTMLButtonElement {
  const made = button(page.say("why"), () => page.selectTie(["pair", first, second], true), "why");
  const [one, other] = [first, second].map((node) => page.data.nodes[node]!.label) as [string, string];
  made.setAttribute("aria-label", page.say("whyThese", { one, other }));
  return made;
}

/** Shows a tie in the panel. */
export function makeWhy(page: Page, pieces: Pieces): (tie: Tie, details: HTMLElement) => void {
  const { data, say } = page;
  const { heading, section, quiet, nodeButton, communityButton, groupTitle, factList } = pieces;
  const more = (count: number): string => say("more", { count });

  const sharedBox = ({ group, memberships, standing }: Shared): HTMLElement => {
    const made = element("div", { class: standing === NO ? "group past" : "group" }, groupTitle(group));
    const facts = memberships.map((at) => data.memberships[at]![2]);
    // A direct tie is one fact, and both have it.
    if (facts.length === 2 && String(facts[0]) === String(facts[1])) made.append(factList(facts[0]!));
    else for (const at of memberships) made.append(element("div", { class: "member" }, nodeButton(data.memberships[at]![0]), factList(data.memberships[at]![2])));
    return made;
  };
  const pair = (first: number, second: number, details: HTMLElement): void => {
    const shared = sharedBy(data, page.visible(), first, second);
    details.append(element("p", { class: "ends" }, nodeButton(first), nodeButton(second)));
    const held = shared.filter(({ standing }) => standing !== NO).length;
    const count = held === shared.length ? String(held) : say("ofAll", { shown: held, count: shared.length });
    if (sidesIn(data)) details.append(bothSides(page, pieces, [first, second], shared, sharedBox));
    else details.append(section(`${say("whyShared")} (${count})`, shared.length ? paged(element("div"), shared, sharedBox, more) : quiet(say("none"))));
  };
  const part = (node: number, group: number, details: HTMLElement): void => {
    const visible = page.visible();
    const at = [...data.ofNode.of(node)].find((each) => data.memberships[each]![1] === group);
    details.append(element("p", { class: "ends" }, nodeButton(node)), groupTitle(group));
    details.append(section(say("facts"), at === undefined ? quiet(say("none")) : factList(data.memberships[at]![2])));
    const others = membersOf(data, visible, group).filter((each) => each.node !== node);
    const item = (each: { node: number }): HTMLElement => element("li", {}, nodeButton(each.node), whyButton(page, node, each.node));
    details.append(section(`${say("whyOthers")} (${others.length})`, paged(element("ul", { class: "plain" }), others, item, more)));
  };
  const communities = (first: number, second: number, details: HTMLElement): void => {
    const { groups, organisations } = betweenCommunities(data, page.visible(), first, second);
    details.append(element("p", { class: "ends" }, communityButton(first), communityButton(second)));
    const counted = (what: HTMLElement, count: number, word: string): HTMLElement =>
      element("li", {}, what, element("span", { class: "value" }, say(word, { count })));
    const organisation = ([node, count]: [number, number]): HTMLElement => counted(nodeButton(node), count, "whyGroupsCount");
    const group = ([each, count]: [number, number]): HTMLElement => counted(groupTitle(each), count, "overviewTiesCount");
    details.append(
      section(`${say("whyConnectors")} (${organisations.length})`, paged(element("ul", { class: "plain ties" }), organisations, organisation, more)),
      section(`${say("whyShared")} (${groups.length})`, paged(element("ul", { class: "plain ties" }), groups, group, more)),
    );
  };

  return (tie, details) => {
    const [kind, first, second] = tie;
    heading(namesOf(data, tie).join(" – "), say(kind === "part" && anchorsOf(data).get(second) !== first ? "whyPart" : "whyTwo"));
    if (kind === "pair") pair(first, second, details);
    else if (kind === "part") part(first, second, details);
    else communities(first, second, details);
  };
}
