// The panel: what a click opens. Every word from data is put in as text.

const details = elementOf("details");

function pickButton(label, pick) {
  const button = element("button", { type: "button", className: "pick" }, label);
  button.addEventListener("click", pick);
  return button;
}

const nodeButton = (index) => {
  const button = pickButton(nodes[index].label, () => select({ node: index }, { focus: true }));
  button.prepend(swatch(nodes[index].mark));
  return button;
};

const groupButton = (index) =>
  pickButton(groups[index].name, () => select({ group: index }, { focus: true }));

const rankWords = ({ rank }) => texts.rankOf.replace("{rank}", rank).replace("{count}", content.ranked);

function section(title, ...children) {
  return element("section", {}, element("h3", {}, title), ...children);
}

/** One fact: role, dates and status, then what else is stated, then its sources. */
function factItem(index) {
  const fact = facts[index];
  const first = element("div", {}, [fact.role, fact.when].filter(Boolean).join(" · "));
  if (fact.status) {
    const badge = element("span", { className: `status ${fact.status}` }, content.statuses[fact.status]);
    first.append(" ", badge);
  }
  const item = element("li", { className: "fact" }, first);
  if (fact.standing) item.append(element("div", { className: "quiet" }, fact.standing));
  if (fact.as) item.append(element("div", {}, `${texts.as}: ${fact.as}`));
  if (fact.by) item.append(element("div", {}, `${texts.representedBy}: ${fact.byName}`));
  if (fact.note) item.append(element("div", { className: "note" }, fact.note));
  item.append(sourceList(fact));
  return item;
}

function sourceList(fact) {
  if (!fact.sources.length) return element("div", { className: "source" }, texts.noSource);
  const list = element("ul", { className: "sources" });
  for (const [index, locator] of fact.sources) {
    const source = sources[index];
    const item = element("li", { className: "source" }, address(source, source.title));
    const rest = [locator, source.published].filter(Boolean).join(", ");
    if (rest) item.append(` (${rest})`);
    if (source.text && !source.link) item.append(` ${source.text}`);
    list.append(item);
  }
  return list;
}

const factList = (indices) => element("ul", { className: "facts" }, ...indices.map(factItem));

/** An organisation of an overview: it opens the community that it is in. */
function memberButton(index) {
  const member = content.members[index];
  if (member.community === null) return element("span", {}, member.label);
  return pickButton(member.label, () => select({ node: member.community, member: index }, { focus: true }));
}

function showCommunities() {
  const largest = element("ol", { className: "first" });
  for (const index of [...nodes.keys()].slice(0, 10)) largest.append(element("li", {}, nodeButton(index)));
  const first = element("ol", { className: "first" });
  for (const index of [...content.members.keys()].slice(0, 10)) {
    first.append(element("li", { value: content.members[index].rank }, memberButton(index)));
  }
  details.append(
    element("p", {}, texts.overviewCounts),
    texts.overviewRest ? element("p", {}, texts.overviewRest) : "",
    section(texts.largest, largest),
    section(texts.first, first),
    element("p", { className: "quiet" }, texts.hint),
  );
}

/** What a community opens into: whom it is tied to, and its members. */
function showCommunity(index, chosen) {
  const node = nodes[index];
  heading(node.label, node.mark.label, swatch(node.mark));
  const ties = element("ul", { className: "plain" });
  for (const { group: at } of node.memberships) {
    const other = groups[at].members.find((each) => each.node !== index);
    const count = texts.overviewTiesCount.replace("{count}", groups[at].weight);
    ties.append(element("li", {}, nodeButton(other.node), element("span", { className: "value" }, count)));
  }
  const list = element("ul", { className: "plain members" });
  for (const each of node.inside) {
    const member = content.members[each];
    const said = [member.kind, ...member.places, rankWords(member)].filter(Boolean).join(" · ");
    const item = element("li", {}, element("span", {}, member.label), element("small", {}, said));
    if (each === chosen) item.setAttribute("aria-current", "true");
    list.append(item);
  }
  details.append(
    section(`${texts.members} (${node.inside.length})`, list),
    section(texts.overviewTies, node.memberships.length ? ties : element("p", { className: "quiet" }, texts.none)),
  );
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
}

function overview() {
  if (content.overview) {
    showCommunities();
    return;
  }
  const tied = nodes.filter((node) => node.neighbours.length).length;
  const counts = texts.counts
    .replace("{organisations}", nodes.length)
    .replace("{tied}", tied)
    .replace("{groups}", groups.filter(({ members }) => members.length >= PAIR).length);
  const column = content.metrics.findIndex(({ name }) => name === content.by);
  const first = [...nodes.keys()]
    .filter((index) => nodes[index].neighbours.length && !["0", "–"].includes(nodes[index].values[column]))
    .slice(0, 10);
  const list = element("ol", { className: "first" });
  for (const index of first) {
    const value = element("span", { className: "value" }, nodes[index].values[column]);
    list.append(element("li", { value: nodes[index].rank }, nodeButton(index), value));
  }
  details.append(
    element("p", {}, counts),
    first.length ? section(texts.first, list) : "",
    element("p", { className: "quiet" }, texts.hint),
  );
}

function terms(pairs) {
  const list = element("dl");
  for (const [term, values] of pairs) {
    if (!values.length) continue;
    list.append(element("dt", {}, term), ...values.map((value) => element("dd", {}, value)));
  }
  return list;
}

function heading(title, kind, mark) {
  const name = element("h2", { tabIndex: -1 }, title);
  const clear = pickButton("×", () => select({}, { focus: true }));
  clear.className = "clear";
  clear.setAttribute("aria-label", texts.clear);
  details.append(element("div", { className: "head" }, name, clear));
  details.append(element("p", { className: "kind" }, mark ?? "", kind));
}

function showNode(index) {
  const node = nodes[index];
  heading(node.label, [node.mark.label, node.sector].filter(Boolean).join(" · "), swatch(node.mark));
  if (!shown(index)) details.append(element("p", { className: "quiet" }, texts.hidden));
  details.append(
    terms([
      [texts.aliases, node.aliases],
      [texts.place, node.places],
      [texts.website, node.websites.map((each) => address(each))],
      [texts.description, node.description ? [node.description] : []],
    ]),
    section(texts.metrics, metricTable(node)),
    section(`${texts.neighbours} (${node.neighbours.length})`, neighbourList(node.neighbours)),
    section(texts.facts, ...groupsOf(index)),
  );
  const represented = facts.flatMap((fact, at) => (fact.by === node.id ? [at] : []));
  if (represented.length) details.append(section(texts.represented, ...representedList(represented)));
}

function metricTable(node) {
  const table = element("table", { className: "metrics" });
  content.metrics.forEach(({ name, label }, column) => {
    const chosen = name === content.by;
    table.append(
      element(
        "tr",
        { className: chosen ? "chosen" : "" },
        element("th", { scope: "row" }, label),
        element("td", {}, node.values[column]),
        element("td", {}, chosen ? rankWords(node) : ""),
      ),
    );
  });
  return table;
}

function neighbourList(indices) {
  if (!indices.length) return element("p", { className: "quiet" }, texts.none);
  return element("ul", { className: "plain" }, ...indices.map((each) => element("li", {}, nodeButton(each))));
}

function groupsOf(index) {
  const { memberships } = nodes[index];
  if (!memberships.length) return [element("p", { className: "quiet" }, texts.noGroups)];
  return memberships.map(({ group: at, facts: own }) => {
    const group = groups[at];
    const box = element("div", { className: "group" }, groupTitle(at));
    if (own.length) box.append(factList(own));
    if (group.anchor !== index) return box;
    const others = group.members.filter(({ node }) => node !== index);
    box.append(element("p", { className: "quiet" }, texts.own));
    for (const { node, facts: theirs } of others) box.append(nodeButton(node), factList(theirs));
    return box;
  });
}

const groupTitle = (index) =>
  element(
    "div",
    { className: "group-title" },
    element("span", { className: "layer" }, groups[index].layer),
    groupButton(index),
  );

function representedList(indices) {
  return indices.flatMap((index) => {
    const at = groups.findIndex(({ members }) => members.some((each) => each.facts.includes(index)));
    const member = groups[at].members.find((each) => each.facts.includes(index));
    return [groupTitle(at), nodeButton(member.node), factList([index])];
  });
}

function showGroup(index) {
  const group = groups[index];
  heading(group.name, group.layer);
  const list = element("ul", { className: "plain" });
  for (const { node, facts: stated } of group.members) {
    list.append(element("li", {}, nodeButton(node), factList(stated)));
  }
  details.append(section(`${texts.members} (${group.members.length})`, list));
}

/** Show what is selected, or the overview when nothing is. */
function showDetails() {
  details.replaceChildren();
  details.scrollTop = 0;
  if (state.selected !== null && content.overview) showCommunity(state.selected, state.member);
  else if (state.selected !== null) showNode(state.selected);
  else if (state.group !== null) showGroup(state.group);
  else overview();
}
