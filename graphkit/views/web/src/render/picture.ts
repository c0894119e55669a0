/** The picture: hands scenes to the renderer, places names over it, and moves the camera. */

import type { Hit } from "./hits";
import { hitAt, linesOfTie } from "./hits";
import { FONT, endsIn, labelBudget, paintLabels, paintPlates, placeLabels, rescaled, type Measure, type Placed } from "./labels";
import { paintAlong, paintGround, paintRing, paintSlices } from "./paint";
import type { Renderer } from "./renderer";
import type { Seen } from "../state/story";
import { HUB, type Box, type LabelItem, type Point, type Scene } from "../scene/scene";

/** Room on the screen around the marks, for the labels at the rim. */
export const PAD: Box = [76, 48, 76, 56];
const LEAST_PAD = 24;
const PAD_SHARE = 0.12;
/** So far labels stay from the edge of the window, in pixels. */
const EDGE = 3;
const CLOSEST = 1.6;
/** So many times closer the strip of those without ties is named too. */
const CLOSE_BY = 1.8;
const MOST_ZOOM = 40;
/** Of more items only those in and around the window are labelled. */
const MANY = 8000;
/** So long after the last movement, in milliseconds, names find new places. */
const REST = 150;

export interface Picture {
  show(scene: Scene): void;
  select(selected: Hit): void;
  labels(): { placed: Placed[]; caption: Caption | null };
  fit(animated?: boolean): void;
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  /** What is seen now; null for the whole picture, which nobody has moved. */
  seen(): Seen | null;
  /** Show what was seen, whatever size the window had. */
  look(seen: Seen | null, animated: boolean): void;
  /** Move what is out of sight to the middle; what is in sight stays where it is. */
  reveal(x: number, y: number): void;
  measure: Measure;
  /** Mark what is pointed at elsewhere, as in a list. */
  point(at: Hit): void;
  onPick(listener: (hit: Hit) => void): void;
  /** Told what is pointed at in the picture. */
  onPoint(listener: (hit: Hit) => void): void;
}

export interface Caption {
  text: string;
  box: Box;
}

/** framed: whether the page stands in the frame of another. */
export function makePicture(element: HTMLElement, renderer: Renderer, framed = false): Picture {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const canvas = document.createElement("canvas");
  canvas.id = "names";
  canvas.setAttribute("aria-hidden", "true");
  element.after(canvas);
  const ctx = canvas.getContext("2d")!;
  // What lies below a map is behind the picture, whatever draws that.
  const ground = document.createElement("canvas");
  ground.id = "ground";
  ground.setAttribute("aria-hidden", "true");
  const below = ground.getContext("2d")!;
  const measure = makeMeasure();
  let scene: Scene | null = null;
  let selected: Hit = null;
  let hovered: Hit = null;
  let fitted = true;
  let fitting = false;
  let placed: Placed[] = [];
  let caption: Caption | null = null;
  let placedFor: unknown[] = [];
  /** The unit for which they were placed, and the timer that waits for the camera to rest. */
  let placedUnit = 1;
  let resting = 0;
  let ends: (item: LabelItem) => readonly Point[] = () => [];

  const fitScale = (): number => {
    const [left, top, right, bottom] = scene!.bounds;
    const pad = padding();
    const across = (element.clientWidth - pad[0] - pad[2]) / Math.max(right - left, 1);
    const down = (element.clientHeight - pad[1] - pad[3]) / Math.max(bottom - top, 1);
    return Math.max(Math.min(across, down, CLOSEST), 0.0001);
  };
  /** The room at the rim; in a small window less, or none would be left for the marks. */
  const padding = (): Box =>
    PAD.map((pad, side) => Math.min(pad, Math.max(LEAST_PAD, PAD_SHARE * (side % 2 ? element.clientHeight : element.clientWidth)))) as Box;
  const middle = (): Point => {
    const unit = 1 / fitScale();
    const [left, top, right, bottom] = scene!.bounds.map((edge, side) => edge + (side < 2 ? -1 : 1) * padding()[side]! * unit) as Box;
    return [(left + right) / 2, (top + bottom) / 2];
  };
  /** Where labels may stand: the window as it is when all is seen, or farther out. */
  const extent = (): Box => {
    const unit = 1 / Math.min(fitScale(), renderer.camera().scale);
    const [x, y] = middle();
    const [across, down] = [(element.clientWidth / 2 - EDGE) * unit, (element.clientHeight / 2 - EDGE) * unit];
    return [x - across, y - down, x + across, y + down];
  };
  const itemOf = (hit: Hit): LabelItem | null => {
    if (!hit || !scene || "tie" in hit) return null;
    const group = "group" in hit;
    const index = group ? hit.group : hit.mark;
    return scene.labels.find((item) => item.index === index && item.kind !== "note" && (item.kind === "group") === group) ?? null;
  };

  /**
   * Places hold until scale or scene change: labels do not jump while one moves about. While the camera
   * moves, the names that are there follow their marks; when it rests, they find new places.
   */
  const place = (moving: boolean): void => {
    if (!scene) return;
    const { scale, x, y } = renderer.camera();
    const unit = 1 / scale;
    const many = scene.labels.length > MANY;
    const seen = [scale, ...(many ? [x, y] : [])];
    const shown = [scene, selected, hovered && "tie" in hovered ? null : hovered, element.clientWidth, element.clientHeight];
    const key = [...shown, ...seen];
    const same = (parts: unknown[]): boolean => parts.every((part, at) => part === placedFor[at]);
    if (key.length === placedFor.length && same(key)) return;
    clearTimeout(resting);
    if (moving && same(shown)) {
      if (unit !== placedUnit) {
        placed = rescaled(placed, unit, unit / placedUnit);
        caption = captionBox(scene, unit, measure);
      }
      placedUnit = unit;
      placedFor = shown;
      resting = window.setTimeout(() => paint(), REST);
      return;
    }
    placedFor = key;
    placedUnit = unit;
    let items: readonly LabelItem[] = scene.labels;
    if (many) {
      const [dx, dy] = [(0.6 * element.clientWidth) / scale, (0.6 * element.clientHeight) / scale];
      items = items.filter((item) => Math.abs(item.x - x) < dx && Math.abs(item.y - y) < dy);
    }
    caption = captionBox(scene, unit, measure);
    const room = {
      extent: extent(),
      taken: caption ? [caption.box] : [],
      budget: labelBudget(items.length, many ? 1 : scale / fitScale()),
      selected: itemOf(selected),
      hovered: itemOf(hovered),
      alone: scale >= CLOSE_BY * fitScale(),
      lines: scene.labels.some(({ kind, framed }) => kind === "community" || framed) ? scene.lines : [],
      litOnly: scene.marks.some(({ light }) => light !== "normal"),
    };
    placed = placeLabels(items, room, unit, measure, many ? () => [] : ends);
  };

  /** Make a canvas empty, as large as the picture, and with its units. */
  const clear = (cleared: HTMLCanvasElement, context: CanvasRenderingContext2D): void => {
    const ratio = devicePixelRatio || 1;
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (cleared.width !== Math.round(width * ratio) || cleared.height !== Math.round(height * ratio)) {
      cleared.width = Math.round(width * ratio);
      cleared.height = Math.round(height * ratio);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, cleared.width, cleared.height);
    const { scale } = renderer.camera();
    const [left, top] = renderer.toScreen(0, 0);
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * left, ratio * top);
  };

  const paint = (moving = false): void => {
    if (!scene) return;
    place(moving);
    const { scale } = renderer.camera();
    if (scene.ground) {
      if (!ground.isConnected) element.before(ground);
      clear(ground, below);
      paintGround(below, scene, 1 / scale);
    }
    clear(canvas, ctx);
    paintNames(ctx, scene, placed, caption, 1 / scale);
    for (const hit of [hovered, selected]) if (hit && (!("mark" in hit) || hit === hovered)) ring(hit, 1 / scale);
  };

  const ring = (hit: Hit, unit: number): void => {
    if (!hit || !scene) return;
    const { text } = scene.theme;
    if ("tie" in hit) {
      const radius = (index: number): number => scene!.marks.find((mark) => mark.index === index)?.size ?? HUB;
      for (const line of linesOfTie(scene, hit.tie)) paintAlong(ctx, line, radius(line.from), radius(line.to), text, unit);
    } else if ("group" in hit) {
      const hub = scene.hubs.find(({ group }) => group === hit.group);
      if (hub) paintRing(ctx, "dot", hub.x, hub.y, HUB - 2, text, unit);
    } else {
      const mark = scene.marks.find(({ index }) => index === hit.mark);
      if (mark) paintRing(ctx, mark.shape, mark.x, mark.y, mark.size, text, unit);
    }
  };

  const move = (to: Parameters<Renderer["move"]>[0], animated: boolean): void => {
    renderer.move(to, animated && !still.matches);
    if (!animated || still.matches) paint();
  };

  const picture: Picture = {
    show(next) {
      scene = next;
      ends = endsOnce(next);
      renderer.draw(next);
      paint();
    },
    select(next) {
      selected = next;
      paint();
    },
    labels() {
      paint();
      return { placed, caption };
    },
    fit(animated = false) {
      if (!scene) return;
      const [x, y] = middle();
      fitting = true;
      fitted = true;
      move({ x, y, scale: fitScale() }, animated);
      fitting = false;
    },
    zoom(factor) {
      const least = Math.min(fitScale() / 4, 1);
      const scale = Math.min(Math.max(renderer.camera().scale * factor, least), MOST_ZOOM);
      fitted = false;
      move({ scale }, true);
    },
    pan(dx, dy) {
      const { x, y, scale } = renderer.camera();
      fitted = false;
      move({ x: x + dx / scale, y: y + dy / scale }, false);
    },
    seen() {
      const { x, y, scale } = renderer.camera();
      const [across, down] = [element.clientWidth / scale, element.clientHeight / scale];
      const kept = (value: number): number => Number(value.toFixed(1));
      return fitted ? null : { x: kept(x), y: kept(y), across: kept(across), down: kept(down) };
    },
    look(seen, animated) {
      if (!seen) return picture.fit(animated);
      const scale = Math.min(element.clientWidth / seen.across, element.clientHeight / seen.down, MOST_ZOOM);
      fitted = false;
      move({ x: seen.x, y: seen.y, scale: Math.max(scale, 0.0001) }, animated);
    },
    reveal(x, y) {
      const [left, top] = renderer.toScreen(x, y);
      if (left > 0 && top > 0 && left < element.clientWidth && top < element.clientHeight) return;
      fitted = false;
      move({ x, y }, true);
    },
    measure,
    point: (next) => hover(next),
    onPoint: (listener) => void pointed.push(listener),
    onPick(listener) {
      renderer.on("clicked", (x, y) => listener(under(x, y)));
    },
  };

  const under = (x: number, y: number): Hit => {
    if (!scene) return null;
    return hitAt(scene, ...renderer.toPicture(x, y), 1 / renderer.camera().scale);
  };
  const pointed: ((hit: Hit) => void)[] = [];
  const hover = (next: Hit): void => {
    if (JSON.stringify(next) === JSON.stringify(hovered)) return;
    hovered = next;
    for (const listener of pointed) listener(next);
    element.classList.toggle("pointing", next !== null);
    paint();
  };
  element.addEventListener("pointermove", (event) => {
    if (event.buttons) fitted = false;
    const frame = element.getBoundingClientRect();
    hover(under(event.clientX - frame.left, event.clientY - frame.top));
  });
  // A double click beside the marks looks closer there: a way about without dragging.
  element.addEventListener("dblclick", (event) => {
    const frame = element.getBoundingClientRect();
    const [left, top] = [event.clientX - frame.left, event.clientY - frame.top];
    if (!scene || under(left, top)) return;
    const [x, y] = renderer.toPicture(left, top);
    fitted = false;
    move({ x, y, scale: Math.min(renderer.camera().scale * 1.4, MOST_ZOOM) }, true);
  });
  element.addEventListener("pointerleave", () => hover(null));
  // In a frame the wheel is the page's around, unless Ctrl is held; a pinch on a touchpad comes with it.
  element.addEventListener(
    "wheel",
    (event) => {
      if (framed && !event.ctrlKey) event.stopImmediatePropagation();
      else fitted = false;
    },
    { passive: true, capture: true },
  );
  renderer.on("moved", () => paint(true));
  // A picture that nobody has moved is fitted into the window again.
  const resized = (): void => {
    if (fitted && !fitting) picture.fit();
    else paint();
  };
  renderer.on("resized", resized);
  new ResizeObserver(() => requestAnimationFrame(resized)).observe(element);
  return picture;
}

function endsOnce(scene: Scene): (item: LabelItem) => readonly Point[] {
  let found: ((item: LabelItem) => readonly Point[]) | null = null;
  return (item) => (found ??= endsIn(scene))(item);
}

/** Widths of texts, each measured once. */
function makeMeasure(): Measure {
  const widths = new Map<string, number>();
  const ctx = document.createElement("canvas").getContext("2d")!;
  return (text, font) => {
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (ctx.font !== font) ctx.font = font;
      width = ctx.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** The words below the strip of those without ties, with their box. */
export function captionBox({ caption }: Scene, unit: number, measure: Measure): Caption | null {
  if (!caption) return null;
  const top = caption.y + 3 * unit;
  const width = measure(caption.text, `12px ${FONT}`) * unit;
  return { text: caption.text, box: [caption.x, top, caption.x + width, top + 15 * unit] };
}

/** Labels, rings and caption, on a canvas whose units are those of the picture. */
export function paintNames(ctx: CanvasRenderingContext2D, scene: Scene, placed: readonly Placed[], caption: Caption | null, unit: number): void {
  if (caption) {
    ctx.font = `${12 * unit}px ${FONT}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "bottom";
    ctx.fillStyle = scene.theme.muted;
    ctx.fillText(caption.text, caption.box[0], caption.box[3]);
  }
  paintPlates(ctx, placed, scene.theme.background);
  for (const mark of scene.marks) if (mark.shares) paintSlices(ctx, mark, scene.theme.background);
  for (const { index, shape, x, y, size } of scene.marks) {
    if (scene.ringed.includes(index)) paintRing(ctx, shape, x, y, size, scene.theme.text, unit);
  }
  for (const { index, shape, x, y, size } of scene.marks) {
    if (scene.fresh?.includes(index)) paintRing(ctx, shape, x, y, size - 1, scene.theme.text, unit, 1.6);
  }
  paintLabels(ctx, placed, unit, scene.theme);
}
