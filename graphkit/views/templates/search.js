// Search: suggestions while typing, by name, alias, place or shared group, without case and accents.

const MOST_RESULTS = 12;
const searchBox = elementOf("search");
const results = elementOf("results");
let hits = [];
let active = -1;

const searched = [
  ...content.members.flatMap((member, index) =>
    member.community === null
      ? []
      : [{ node: member.community, member: index, keys: [member.label, ...member.aliases, ...member.places, member.id].map(fold), late: 0 }],
  ),
  ...(content.overview ? [] : nodes).map((node, index) => ({ node: index, keys: [node.label, ...node.aliases, ...node.places, node.id].map(fold), late: 0 })),
  ...groups.flatMap((group, index) =>
    !content.overview && group.members.length >= PAIR && group.anchor === null ? [{ group: index, keys: [fold(group.name)], late: 8 }] : [],
  ),
];

/** How well keys match a query: lower is better, null is not at all. */
function matchOf(keys, query) {
  const words = query.split(" ");
  const all = keys.join("\n");
  if (!words.every((word) => all.includes(word))) return null;
  const ranks = keys.map((key, nth) => {
    const at = key.indexOf(query);
    if (at < 0) return 4;
    const found = at === 0 ? 0 : key[at - 1] === " " ? 1 : 2;
    return found + (nth ? 1 : 0);
  });
  return Math.min(...ranks);
}

function find(text) {
  const query = fold(text);
  if (!query) return [];
  return searched
    .map((entry, order) => ({ entry, order, match: matchOf(entry.keys, query) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => a.match + a.entry.late - b.match - b.entry.late || a.order - b.order)
    .slice(0, MOST_RESULTS)
    .map(({ entry }) => entry);
}

function resultItem(entry, nth) {
  const node = entry.node === undefined ? null : nodes[entry.node];
  const item = element("li", { id: `result-${nth}` });
  item.setAttribute("role", "option");
  const member = entry.member === undefined ? null : content.members[entry.member];
  const name = (member ?? node ?? groups[entry.group]).label ?? groups[entry.group].name;
  const said = member ? [member.kind, ...member.places, node.label] : node && [node.mark.label, ...node.places];
  const rest = said ? said.join(" · ") : groups[entry.group].layer;
  item.append(node ? swatch(node.mark) : "", element("span", {}, name), element("small", {}, rest));
  // Before the box loses its focus, which closes the list.
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(nth);
  });
  return item;
}

function showResults() {
  hits = find(searchBox.value);
  active = -1;
  const asked = fold(searchBox.value) !== "";
  results.replaceChildren(...hits.map(resultItem));
  if (asked && !hits.length) results.append(element("li", { className: "quiet" }, texts.nothing));
  results.hidden = !asked;
  searchBox.setAttribute("aria-expanded", String(asked && hits.length > 0));
  searchBox.removeAttribute("aria-activedescendant");
}

function closeResults() {
  results.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
}

function step(by) {
  if (!hits.length) return;
  active = (active + by + hits.length) % hits.length;
  [...results.children].forEach((item, nth) => item.setAttribute("aria-selected", String(nth === active)));
  results.children[active].scrollIntoView({ block: "nearest" });
  searchBox.setAttribute("aria-activedescendant", `result-${active}`);
}

function choose(nth) {
  const entry = hits[nth];
  if (!entry) return;
  closeResults();
  select(entry);
}

// A page in the frame of another has no search.
if (searchBox) {
  searchBox.addEventListener("input", showResults);
  searchBox.addEventListener("focus", () => searchBox.value && showResults());
  searchBox.addEventListener("blur", closeResults);
  searchBox.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.hidden) showResults();
      step(event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1);
    } else if (event.key === "Enter") {
      choose(Math.max(active, 0));
    } else if (event.key === "Escape") {
      closeResults();
    }
  });
}
