// Text: the page's content as data, and elements that show it as text and never as markup.

const elementOf = (id) => document.getElementById(id);
const content = JSON.parse(elementOf("content").textContent);
const { nodes, groups, facts, sources, texts } = content;

const LETTERS = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss" };

/** A text without case, accents and needless blanks: what the search compares. */
function fold(text) {
  return text
    .toLowerCase()
    .replace(/[łøđħŧıß]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .trim()
    .split(/\s+/)
    .join(" ");
}

/** An element with properties and children; a string becomes text. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** A web address as a link that tells the site nothing; any other address as text. */
function address({ text, link }, shown = text) {
  if (!link || !/^https?:\/\//i.test(text)) return element("span", {}, shown);
  return element("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, shown);
}

// Members of groups and groups of organisations refer to each other by index.
const nodeIndex = new Map(nodes.map((node, index) => [node.id, index]));
const groupIndex = new Map(groups.map((group, index) => [group.key, index]));
const marksByKind = new Map(content.legend.map((entry) => [entry.kind, entry]));
for (const [index, node] of nodes.entries()) {
  const empty = { sector: "", aliases: [], places: [], websites: [], description: "", side: "" };
  nodes[index] = { ...empty, ...node, mark: marksByKind.get(node.kind), memberships: [] };
}
for (const [index, fact] of facts.entries()) {
  facts[index] = { as: "", role: "", status: "", standing: "", by: "", note: "", sources: [], ...fact };
}
for (const node of nodes) node.inside = [];
for (const [index, member] of content.members.entries()) {
  content.members[index] = { aliases: [], places: [], ...member };
  if (member.community !== null) nodes[member.community].inside.push(index);
}
for (const node of nodes) {
  node.inside.sort((a, b) => content.members[b].ties - content.members[a].ties || a - b);
}
for (const group of groups) group.members = [];
for (const membership of content.memberships) {
  const node = nodeIndex.get(membership.from);
  const group = groupIndex.get(membership.to);
  const { facts: stated, inferred } = membership;
  nodes[node].memberships.push({ group, facts: stated, inferred });
  groups[group].members.push({ node, facts: stated, inferred });
}
for (const group of groups) group.anchor = group.anchor === null ? null : nodeIndex.get(group.anchor);

/** The neighbours of an organisation, those with most shared groups first. */
function neighboursOf(index) {
  const shared = new Map();
  for (const { group } of nodes[index].memberships) {
    for (const { node } of groups[group].members) {
      if (node !== index) shared.set(node, (shared.get(node) ?? 0) + 1);
    }
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([node]) => node);
}
for (const [index, node] of nodes.entries()) node.neighbours = neighboursOf(index);
