// The page: selecting, the legend's switches, keys, and what tests and scripts may read.

/** Select an organisation or a group by index, or nothing. */
function select({ node = null, group = null, member = null }, { focus = false } = {}) {
  // What is asked for by name is shown, though its kind was switched off.
  if (node !== null && !shown(node)) show(nodes[node].kind, true);
  state.selected = node;
  state.group = group;
  state.member = member;
  light = kept();
  showDetails();
  if (node !== null) reveal(nodes[node]);
  else if (group !== null) reveal(groupPlace(groups[group]));
  network.redraw();
  const name = node !== null ? nodes[node].label : group !== null ? groups[group].name : "";
  const ranked = node !== null && !content.overview;
  elementOf("announcement").textContent = ranked ? `${name}, ${rankWords(nodes[node])}` : name;
  if (focus) (details.querySelector("h2") ?? picture).focus();
}

function groupPlace({ point, members }) {
  return point ? { x: point[0], y: point[1] } : nodes[members[0].node];
}

const boxes = new Map();

/** Show or hide the organisations of a kind; a selected one that is hidden is let go. */
function show(kind, on) {
  boxes.get(kind).checked = on;
  if (on) state.hidden.delete(kind);
  else state.hidden.add(kind);
  visNodes.update(nodes.map((node, id) => ({ id, hidden: !shown(id) })));
  if (state.selected !== null && !shown(state.selected)) select({});
  else network.redraw();
}

function makeLegend() {
  for (const entry of content.legend) {
    const box = element("input", { type: "checkbox", checked: true });
    boxes.set(entry.kind, box);
    box.addEventListener("change", () => show(entry.kind, box.checked));
    const count = element("span", { className: "count" }, String(entry.count));
    elementOf("kinds").append(element("label", {}, box, swatch(entry), element("span", {}, entry.label), count));
  }
  const key = elementOf("key");
  key.append(element("li", { className: "size" }, texts.size));
  if (groups.some(({ point }) => point)) key.append(element("li", { className: "hub" }, texts.shared));
  if (content.overview || content.links === "pairs") {
    key.append(element("li", { className: "spoke" }, content.overview ? texts.overviewTie : texts.pair));
  }
  if (!content.overview) {
    for (const stroke of strokes.values()) {
      const label = stroke.layer.charAt(0).toUpperCase() + stroke.layer.slice(1);
      key.append(element("li", { className: "layered" }, dashed(stroke), element("span", {}, label)));
    }
  }
  if (lines.some(({ inferred }) => inferred)) key.append(element("li", { className: "inferred" }, texts.inferredLine));
}

/** The nearest organisation in a direction from the selected one, or the first by rank. */
function walk(dx, dy) {
  const visible = nodes.map((_, index) => index).filter(shown);
  if (state.selected === null) {
    if (visible.length) select({ node: visible[0] });
    return;
  }
  const here = nodes[state.selected];
  let best = null;
  for (const index of visible) {
    const ahead = (nodes[index].x - here.x) * dx + (nodes[index].y - here.y) * dy;
    const aside = Math.abs((nodes[index].x - here.x) * dy) + Math.abs((nodes[index].y - here.y) * dx);
    const cost = ahead + 2 * aside;
    if (index !== state.selected && ahead > aside / 2 && (!best || cost < best.cost)) best = { index, cost };
  }
  if (best) select({ node: best.index });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
picture.addEventListener("keydown", (event) => {
  if (ARROWS[event.key]) {
    event.preventDefault();
    walk(...ARROWS[event.key]);
  } else if (event.key === "+" || event.key === "-") {
    network.moveTo({ scale: network.getScale() * (event.key === "+" ? 1.25 : 0.8) });
    touch();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement !== searchBox) select({});
  if (searchBox && event.key === "/" && !["INPUT", "TEXTAREA"].includes(document.activeElement.tagName)) {
    event.preventDefault();
    searchBox.focus();
  }
});

// The second of two quick clicks comes as a double click only.
for (const kind of ["click", "doubleClick"]) network.on(kind, ({ pointer }) => select(under(pointer.DOM)));
picture.addEventListener("pointermove", (event) => {
  const frame = picture.getBoundingClientRect();
  const { node, group } = under({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  if (node === state.hovered && group === state.hoveredGroup) return;
  state.hovered = node;
  state.hoveredGroup = group;
  picture.classList.toggle("pointing", node !== null || group !== null);
  network.redraw();
});
picture.addEventListener("pointerleave", () => {
  state.hovered = null;
  state.hoveredGroup = null;
  network.redraw();
});

elementOf("fit").addEventListener("click", () => fit(true));
dark.addEventListener("change", () => {
  colours = readColours();
  network.redraw();
});
let touched = false;

/** Note that the picture was moved. In a frame the button that undoes it would cover names before. */
function touch() {
  touched = true;
  elementOf("fit").hidden = false;
}
for (const kind of ["dragStart", "zoom"]) network.on(kind, touch);
network.on("resize", () => touched || requestAnimationFrame(() => fit()));

elementOf("table").open = false;
[...document.querySelectorAll("#table tbody tr")].forEach((row, index) => {
  row.querySelector("th").replaceChildren(content.overview ? memberButton(index) : nodeButton(index));
});
makeLegend();
showDetails();
fit();

window.graphkitView = Object.freeze({
  get nodes() {
    return visNodes.getIds().map((index) => nodes[index].id);
  },
  get visible() {
    return nodes.filter((_, index) => shown(index)).map((node) => node.id);
  },
  get selected() {
    return state.selected === null ? null : nodes[state.selected].id;
  },
  get selectedGroup() {
    return state.group === null ? null : groups[state.group].key;
  },
  /** Labels as drawn: text and box in pixels of the page. */
  get labels() {
    const frame = picture.getBoundingClientRect();
    return drawnLabels.map(({ item, lines: shownLines, box }) => {
      const low = network.canvasToDOM({ x: box[0], y: box[1] });
      const high = network.canvasToDOM({ x: box[2], y: box[3] });
      const edges = [low.x + frame.left, low.y + frame.top, high.x + frame.left, high.y + frame.top];
      return { text: item.text, lines: shownLines, box: edges };
    });
  },
  /** Where an organisation's mark is, in pixels of the page. */
  position(id) {
    const frame = picture.getBoundingClientRect();
    const place = network.canvasToDOM(nodes[nodeIndex.get(id)]);
    return { x: place.x + frame.left, y: place.y + frame.top };
  },
  fold,
});
