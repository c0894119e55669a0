// The picture: vis-network holds the marks and moves the camera; lines and labels are drawn here.

const PAIR = 2;
const HUB = 4.5;
const ASIDE = 4;
const THIN = 0.45;
const state = { selected: null, group: null, member: null, hovered: null, hoveredGroup: null, hidden: new Set() };
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let colours = readColours();
let drawnLabels = [];
let labelled = null;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["background", "text", "muted", "accent"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const shown = (index) => !state.hidden.has(nodes[index].kind);
const groupShown = (group) => group.members.filter(({ node }) => shown(node)).length >= PAIR;

/**
 * Lines to draw: spokes to where a group stands, or one line for all groups of one layer that the
 * same two share; those of two layers run side by side.
 */
function makeLines() {
  const pairs = new Map();
  const lines = [];
  const strongest = Math.max(1, ...groups.map(({ weight }) => weight));
  const join = (from, to, index, inferred) => {
    const ends = [Math.min(from, to), Math.max(from, to)];
    const beside = pairs.get(ends.join(" ")) ?? [];
    const { layer, weight } = groups[index];
    const same = beside.find((line) => line.layer === layer);
    if (same) {
      same.groups.push(index);
      same.inferred &&= inferred;
      same.width = Math.min(5, same.width + 1);
      return;
    }
    const { x, y } = nodes[to];
    const width = content.overview ? 0.8 + 5 * Math.sqrt(weight / strongest) : 1.2;
    const line = { from, to, x, y, layer, groups: [index], inferred, width };
    pairs.set(ends.join(" "), [...beside, line]);
    lines.push(line);
  };
  groups.forEach((group, index) => {
    if (content.links === "pairs") {
      group.members.forEach((first, nth) => {
        for (const second of group.members.slice(nth + 1)) {
          join(first.node, second.node, index, first.inferred || second.inferred);
        }
      });
      return;
    }
    if (group.point) {
      const [x, y] = group.point;
      for (const { node, inferred } of group.members) {
        lines.push({ from: node, to: null, x, y, layer: group.layer, groups: [index], inferred, width: 1 });
      }
      return;
    }
    const [first] = group.members;
    const centre = group.anchor ?? (group.members.length === PAIR ? first.node : null);
    if (centre === null) return;
    for (const { node } of group.members) {
      if (node === centre) continue;
      const ends = [node, centre];
      join(node, centre, index, group.members.some((each) => ends.includes(each.node) && each.inferred));
    }
  });
  for (const beside of pairs.values()) beside.forEach((line, nth) => shift(line, nth - (beside.length - 1) / 2));
  return lines;
}
const lines = makeLines();
const strokes = new Map(content.strokes.map((stroke) => [stroke.layer, stroke]));

/** Move a line aside by so many steps, always to the same side of the two that it joins. */
function shift(line, steps) {
  const [one, other] = [nodes[Math.min(line.from, line.to)], nodes[Math.max(line.from, line.to)]];
  const long = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  line.aside = [((one.y - other.y) / long) * steps * ASIDE, ((other.x - one.x) / long) * steps * ASIDE];
}

/** For each organisation and each group, where its lines lead. */
const ends = { nodes: nodes.map(() => []), groups: groups.map(() => []) };
for (const { from, to, x, y, groups: shared } of lines) {
  ends.nodes[from].push([x, y]);
  ends[to === null ? "groups" : "nodes"][to ?? shared[0]].push([nodes[from].x, nodes[from].y]);
}

/** What a selection keeps in the light: organisations and groups by index; null keeps all. */
function kept() {
  if (state.selected !== null) {
    const node = nodes[state.selected];
    return {
      nodes: new Set([state.selected, ...node.neighbours]),
      groups: new Set(node.memberships.map(({ group }) => group)),
    };
  }
  if (state.group !== null) {
    return {
      nodes: new Set(groups[state.group].members.map(({ node }) => node)),
      groups: new Set([state.group]),
    };
  }
  return null;
}
let light = null;

function renderMark({ ctx, id, x, y }) {
  const node = nodes[id];
  return {
    drawNode() {
      ctx.save();
      ctx.globalAlpha = light && !light.nodes.has(id) ? 0.14 : 1;
      traceMark(ctx, node.mark.shape, x, y, node.size);
      ctx.fillStyle = node.mark.color;
      ctx.fill();
      ctx.lineWidth = 1.2;
      ctx.strokeStyle = node.mark.edge;
      ctx.stroke();
      if (id === state.selected || id === state.hovered) {
        traceMark(ctx, node.mark.shape, x, y, node.size + 4);
        ctx.lineWidth = 2.5;
        ctx.strokeStyle = colours.text;
        ctx.stroke();
      }
      ctx.restore();
    },
    nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
  };
}

const picture = elementOf("picture");
const visNodes = new vis.DataSet(
  // Ids of our own: what data call themselves must not become a property's name in vis-network.
  nodes.map(({ x, y, size }, id) => ({ id, x, y, size, shape: "custom", ctxRenderer: renderMark })),
);
const network = new vis.Network(
  picture,
  { nodes: visNodes, edges: new vis.DataSet([]) },
  {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { chosen: false },
    interaction: { dragNodes: false, selectable: false, hover: false, zoomSpeed: 0.6 },
  },
);

network.on("beforeDrawing", (ctx) => {
  ctx.save();
  const unit = 1 / network.getScale();
  const visible = groups.map(groupShown);
  for (const bright of light ? [false, true] : [false]) {
    for (const stroke of strokes.values()) drawLines(ctx, unit, visible, bright, stroke);
  }
  drawHubs(ctx, visible);
  ctx.restore();
});

function drawLines(ctx, unit, visible, bright, { layer, color, dark: onDark, dash }) {
  ctx.setLineDash(dash.map((part) => part * 1.3));
  ctx.strokeStyle = bright ? colours.accent : dark.matches ? onDark : color;
  ctx.globalAlpha = light && !bright ? 0.3 : 1;
  for (const line of lines) {
    const lit = light !== null && line.groups.some((group) => light.groups.has(group));
    if (lit !== bright || line.layer !== layer) continue;
    if (!shown(line.from) || (line.to === null ? !visible[line.groups[0]] : !shown(line.to))) continue;
    ctx.lineWidth = Math.max(line.width * (bright ? 1.6 : 1.1) * (line.inferred ? THIN : 1), 0.5 * unit);
    const [dx, dy] = line.aside ?? [0, 0];
    ctx.beginPath();
    ctx.moveTo(nodes[line.from].x + dx, nodes[line.from].y + dy);
    ctx.lineTo(line.x + dx, line.y + dy);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

function drawHubs(ctx, visible) {
  groups.forEach(({ point }, index) => {
    if (!point || !visible[index]) return;
    const lit = light?.groups.has(index);
    ctx.globalAlpha = light && !lit ? 0.3 : 1;
    ctx.beginPath();
    ctx.arc(point[0], point[1], HUB, 0, 2 * Math.PI);
    ctx.fillStyle = colours.background;
    ctx.fill();
    ctx.lineWidth = index === state.group || index === state.hoveredGroup ? 3 : 1.6;
    ctx.strokeStyle = lit ? colours.accent : colours.muted;
    ctx.stroke();
  });
}

network.on("afterDrawing", (ctx) => {
  const unit = 1 / network.getScale();
  ctx.save();
  // Places hold until the scale or what is shown changes: labels do not jump while one moves about.
  const key = JSON.stringify([unit, state.selected, state.group, state.hovered, state.hoveredGroup, [...state.hidden]]);
  if (key !== labelled) {
    const items = labelItems();
    const named = items.filter((item) => item.force || !light || item.lit);
    const page = {
      marks: items.map((item) => item.mark),
      extent,
      caption: caption(ctx, unit)?.box,
      budget: labelBudget(items.length),
    };
    drawnLabels = placeLabels(ctx, named, page, unit);
    labelled = key;
  }
  drawCaption(ctx, unit);
  drawLabels(ctx, drawnLabels, unit, colours);
  ctx.restore();
});

/** All that may be labelled, the most important first. */
function labelItems() {
  const items = [];
  nodes.forEach((node, index) => {
    if (!shown(index)) return;
    items.push({
      ...markBox(node.x, node.y, node.size),
      text: node.label,
      side: node.side,
      group: false,
      force: index === state.selected || index === state.hovered,
      strong: index === state.selected,
      lit: light?.nodes.has(index) ?? false,
      ends: ends.nodes[index],
      order: importance.nodes[index],
    });
  });
  groups.forEach((group, index) => {
    if (!group.point || !groupShown(group)) return;
    items.push({
      ...markBox(...group.point, HUB),
      text: group.name,
      side: group.side,
      group: true,
      force: index === state.group || index === state.hoveredGroup,
      strong: false,
      lit: light?.groups.has(index) ?? false,
      ends: ends.groups[index],
      order: importance.groups[index],
    });
  });
  return items.sort((a, b) => b.force - a.force || b.lit - a.lit || a.order - b.order);
}

/** The order of labels: large and well tied organisations, after every third of them a group. */
const importance = { nodes: [], groups: [] };
[...nodes.keys()]
  .sort((a, b) => nodes[b].size - nodes[a].size || nodes[b].neighbours.length - nodes[a].neighbours.length || a - b)
  .forEach((index, place) => (importance.nodes[index] = place));
[...groups.keys()]
  .sort((a, b) => groups[b].members.length - groups[a].members.length || a - b)
  .forEach((index, place) => (importance.groups[index] = 3 * place + 2.5));

/** How many labels to show at most: in a large network few, and more the closer one looks. */
function labelBudget(count) {
  const closer = network.getScale() / fitScale();
  return count <= LABEL.allUpTo ? count : Math.ceil(LABEL.few * Math.max(1, closer * closer));
}

function markBox(x, y, size) {
  const reach = size + 2;
  return { x, y, size, mark: [x - reach, y - reach, x + reach, y + reach] };
}

/** The words above the isolates: text and box, or null when there are none to set apart. */
function caption(ctx, unit) {
  const apart = nodes.filter((node, index) => !node.neighbours.length && shown(index)).length;
  if (content.isolates === null || content.overview || light || !apart || apart === nodes.length) return null;
  const text = `${texts.isolates} (${apart})`;
  ctx.font = `12px ${FONT}`;
  const [left, bottom] = [extent[0] + 46, content.isolates - 2 * unit];
  return { text, box: [left, bottom - 15 * unit, left + measured(ctx, text) * unit, bottom] };
}

function drawCaption(ctx, unit) {
  const shownCaption = caption(ctx, unit);
  if (!shownCaption) return;
  ctx.font = `${12 * unit}px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = colours.muted;
  ctx.fillText(shownCaption.text, shownCaption.box[0], shownCaption.box[3]);
}

/** The box around all marks and points. */
const bounds = (() => {
  const points = [...nodes.map(({ x, y }) => [x, y]), ...groups.flatMap(({ point }) => (point ? [point] : []))];
  if (!points.length) points.push([0, 0]);
  let [left, top, right, bottom] = [...points[0], ...points[0]];
  for (const [x, y] of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
})();

/** Room on the screen around the marks, for the labels at the rim. */
const PAD = [76, 48, 76, 56];

function fitScale() {
  const [left, top, right, bottom] = bounds;
  const across = (picture.clientWidth - PAD[0] - PAD[2]) / Math.max(right - left, 1);
  const down = (picture.clientHeight - PAD[1] - PAD[3]) / Math.max(bottom - top, 1);
  return Math.max(Math.min(across, down, 1.6), 0.0001);
}

/** What is seen when the whole picture is. */
let extent = fullExtent();

function fullExtent() {
  const unit = 1 / fitScale();
  return bounds.map((edge, side) => edge + (side < 2 ? -1 : 1) * PAD[side] * unit);
}

function fit(animated = false) {
  extent = fullExtent();
  const [left, top, right, bottom] = extent;
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: fitScale(),
    animation: animated && !still.matches ? { duration: 300, easingFunction: "easeInOutQuad" } : false,
  });
}

/** Move a point that is out of sight to the middle; what is in sight stays where it is. */
function reveal({ x, y }) {
  const { x: left, y: top } = network.canvasToDOM({ x, y });
  if (left > 0 && top > 0 && left < picture.clientWidth && top < picture.clientHeight) return;
  network.moveTo({ position: { x, y }, animation: still.matches ? false : { duration: 300 } });
}

/** The organisation or group under a place on the screen, by index. */
function under(place) {
  const node = network.getNodeAt(place);
  if (node !== undefined) return { node, group: null };
  const { x, y } = network.DOMtoCanvas(place);
  const reach = Math.max(HUB + 3, 8 / network.getScale());
  const group = groups.findIndex(
    (each) => each.point && groupShown(each) && Math.hypot(each.point[0] - x, each.point[1] - y) <= reach,
  );
  return { node: null, group: group < 0 ? null : group };
}
