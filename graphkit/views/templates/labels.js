// Labels: as many names as fit without touching each other, the most important first.

const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const LABEL = { size: 12, leading: 14, width: 126, improved: 150, allUpTo: 400, few: 48, sure: 12 };
const GROUP_LABEL = { size: 11, leading: 13, width: 150 };
const widths = new Map();

function measured(ctx, text) {
  const key = `${ctx.font}\n${text}`;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}

/** Break a name into lines of at most `width`; what does not fit in `most` lines is cut short. */
function wrapped(ctx, text, width, most) {
  const lines = [];
  // A name may break at a blank or after a hyphen.
  for (const part of text.trim().split(/(?<=\s)|(?<=\p{L}[-–])(?=\p{L})/u)) {
    const joined = (lines.at(-1) ?? "") + part;
    if (lines.length && measured(ctx, joined.trimEnd()) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  const whole = lines.length <= most;
  return {
    whole,
    lines: lines.slice(0, most).map((line, nth) => cut(ctx, line.trimEnd(), width, !whole && nth === most - 1)),
  };
}

/** A line no wider than `width`, with an ellipsis where something is left out. */
function cut(ctx, line, width, more) {
  if (!more && measured(ctx, line) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && measured(ctx, `${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Boxes in a grid of cells, so that a new one is compared with those around it alone. */
class Boxes {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1) {
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y += 1) {
        yield `${x} ${y}`;
      }
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  remove(box) {
    for (const key of this.keys(box)) {
      this.cells.set(
        key,
        this.cells.get(key).filter((other) => other !== box),
      );
    }
  }

  hits(box, except = null) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart =
          other[2] <= box[0] || other[0] >= box[2] || other[3] <= box[1] || other[1] >= box[3];
        if (!apart && other !== except) return true;
      }
    }
    return false;
  }
}

/**
 * Choose places for labels. Each item has x, y, size, mark (its box), text, group (whether it names
 * a group), force (whether it is shown at any price) and ends (of its lines). One unit is a pixel on
 * the screen. No label leaves the extent, or it would be cut off. First as many as fit are placed in two lines, then each takes the room that is left.
 */
function placeLabels(ctx, items, { marks, extent, caption, budget }, unit) {
  const taken = new Boxes(140 * unit);
  const covered = new Boxes(140 * unit);
  for (const mark of marks) covered.add(mark);
  const free = (option, own = null) =>
    within(option.box, extent) && !taken.hits(option.box, own) && !covered.hits(option.box, option.item.mark);
  if (caption) taken.add(caption);
  const placed = [];
  for (const [nth, item] of items.entries()) {
    if (placed.length >= budget) break;
    // The name of a community ends in how many it has, which must not be cut off.
    const all = options(ctx, item, item.force ? 5 : content.overview ? 3 : 2, unit);
    // In the thick of a large network the first ones would lose to the rim: they may cover marks.
    const sure = nth < LABEL.sure && items.length > LABEL.allUpTo;
    const cover = sure && all.find((option) => within(option.box, extent) && !taken.hits(option.box));
    const chosen = all.find((option) => free(option)) ?? (cover || (item.force ? all[0] : null));
    if (!chosen) continue;
    taken.add(chosen.box);
    placed.push(chosen);
  }
  // Beside a bubble a label would seem to be its neighbour's.
  if (placed.length > LABEL.improved || content.overview) return placed;
  return placed.map((first) => {
    if (first.item.force) return first;
    const all = [4, 3, 2].flatMap((most) => options(ctx, first.item, most, unit));
    const best = all
      .filter((option) => free(option, first.box))
      .reduce((least, option) => (option.cost < least.cost ? option : least), first);
    taken.remove(first.box);
    taken.add(best.box);
    return best;
  });
}

/** The ways to write a label: its places in order, each with what speaks against it as a cost. */
function options(ctx, item, most, unit) {
  const form = item.group ? GROUP_LABEL : LABEL;
  ctx.font = fontOf(item, 1);
  const { lines, whole } = wrapped(ctx, item.text, item.force ? 220 : form.width, most);
  const width = Math.max(...lines.map((line) => measured(ctx, line))) * unit;
  const height = lines.length * form.leading * unit;
  return candidates(item, width, height, 3 * unit).map((box, nth) => {
    const crossed = item.ends.filter(([x, y]) => crosses(item, x, y, box)).length;
    const cost = Math.min(crossed, 3) + (whole ? 0 : 2.5) + 0.3 * nth;
    return { item, lines, box, cost, leading: form.leading * unit };
  });
}

const within = ([left, top, right, bottom], [west, north, east, south]) =>
  left >= west && top >= north && right <= east && bottom <= south;

/** Whether the line from an item to (x, y) runs through a box (Liang and Barsky's clipping). */
function crosses(item, x, y, [left, top, right, bottom]) {
  const [dx, dy] = [x - item.x, y - item.y];
  let [enter, leave] = [0, 1];
  for (const [along, room] of [
    [-dx, item.x - left],
    [dx, right - item.x],
    [-dy, item.y - top],
    [dy, bottom - item.y],
  ]) {
    if (along === 0 && room < 0) return false;
    if (along < 0) enter = Math.max(enter, room / along);
    if (along > 0) leave = Math.min(leave, room / along);
  }
  return enter < leave;
}

const SIDES = ["below", "above", "right", "left"];

/** The boxes in which a label may stand; first the one on the side where the layout left room. */
function candidates({ x, y, size, side }, width, height, gap) {
  const half = width / 2;
  const reach = size * 1.15 + gap;
  const boxes = [
    [x - half, y + reach, x + half, y + reach + height],
    [x - half, y - reach - height, x + half, y - reach],
    [x + reach, y - height / 2, x + reach + width, y + height / 2],
    [x - reach - width, y - height / 2, x - reach, y + height / 2],
  ];
  const [first] = side ? boxes.splice(SIDES.indexOf(side), 1) : [];
  return first ? [first, ...boxes] : boxes;
}

function fontOf(item, unit) {
  const { size } = item.group ? GROUP_LABEL : LABEL;
  return `${item.group ? "italic " : ""}${item.strong ? "600 " : ""}${size * unit}px ${FONT}`;
}

function drawLabels(ctx, placed, unit, colours) {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5 * unit;
  ctx.strokeStyle = colours.background;
  for (const { item, lines, box, leading } of placed) {
    ctx.font = fontOf(item, unit);
    ctx.fillStyle = item.group ? colours.muted : colours.text;
    const middle = (box[0] + box[2]) / 2;
    lines.forEach((line, nth) => {
      const top = box[1] + nth * leading + unit;
      ctx.strokeText(line, middle, top);
      ctx.fillText(line, middle, top);
    });
  }
}
