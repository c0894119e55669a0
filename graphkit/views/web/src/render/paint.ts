/** Painting a scene on a 2D canvas whose units are those of the picture. */

import { controlOf, pointsOf } from "../scene/arcs";
import { traceMark } from "../scene/marks";
import { HUB, type Hub, type Line, type Mark, type Scene } from "../scene/scene";

/** Lines, what is lit over what is not. unit: a pixel of the screen in units of the picture. */
export function paintLines(ctx: CanvasRenderingContext2D, lines: Line[], unit: number): void {
  let drawn: number[] | null = null;
  for (const lit of [false, true]) {
    for (const line of lines) {
      if ((line.light === "lit") !== lit) continue;
      if (line.dash !== drawn) ctx.setLineDash(line.dash);
      drawn = line.dash;
      ctx.strokeStyle = line.color;
      ctx.globalAlpha = line.alpha;
      ctx.lineWidth = Math.max(line.width, 0.5 * unit);
      ctx.beginPath();
      ctx.moveTo(line.x1, line.y1);
      if (line.bend) ctx.quadraticCurveTo(...controlOf(line), line.x2, line.y2);
      else ctx.lineTo(line.x2, line.y2);
      ctx.stroke();
    }
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

export function paintHubs(ctx: CanvasRenderingContext2D, hubs: Hub[], background: string): void {
  for (const { x, y, color, alpha, unknown } of hubs) {
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    ctx.arc(x, y, HUB, 0, 2 * Math.PI);
    ctx.fillStyle = background;
    ctx.fill();
    ctx.setLineDash(unknown ? [1.5, 2] : []);
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = color;
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

export function paintMark(ctx: CanvasRenderingContext2D, { shape, x, y, size, color, edge, alpha }: Mark): void {
  ctx.globalAlpha = alpha;
  traceMark(ctx, shape, x, y, size);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = edge;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** A community as slices, over its plain mark. */
export function paintSlices(ctx: CanvasRenderingContext2D, { x, y, size, shares, alpha, edge }: Mark, background: string): void {
  let turn = -Math.PI / 2;
  ctx.globalAlpha = alpha;
  ctx.lineWidth = 1;
  for (const [color, share] of shares ?? []) {
    const end = turn + 2 * Math.PI * share;
    ctx.beginPath();
    if (share < 1) ctx.moveTo(x, y);
    ctx.arc(x, y, size, turn, end);
    ctx.closePath();
    ctx.fillStyle = color;
    ctx.fill();
    ctx.strokeStyle = background;
    if (share < 1) ctx.stroke();
    turn = end;
  }
  ctx.beginPath();
  ctx.arc(x, y, size, 0, 2 * Math.PI);
  ctx.strokeStyle = edge;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** A ring around what is selected or pointed at. */
export function paintRing(ctx: CanvasRenderingContext2D, shape: string, x: number, y: number, size: number, color: string, unit: number, width = 2.5): void {
  traceMark(ctx, shape, x, y, size + 4);
  ctx.lineWidth = Math.max(width, (width * unit) / 1.6);
  ctx.strokeStyle = color;
  ctx.stroke();
}

/**
 * Two thin strokes along a line that is selected or pointed at, which leave its colour and dash between
 * them; from, to: the radii of what it joins, which they do not cross.
 */
export function paintAlong(ctx: CanvasRenderingContext2D, line: Line, from: number, to: number, color: string, unit: number): void {
  if (line.bend) paintAlongArc(ctx, line, color, unit);
  else paintAlongStraight(ctx, line, from, to, color, unit);
}

function paintAlongArc(ctx: CanvasRenderingContext2D, line: Line, color: string, unit: number): void {
  const points = pointsOf(line);
  const aside = line.width / 2 + 2.5 * unit;
  ctx.lineWidth = 1.2 * unit;
  ctx.strokeStyle = color;
  ctx.beginPath();
  for (const side of [-1, 1]) {
    points.forEach(([x, y], at) => {
      const [before, after] = [points[Math.max(at - 1, 0)]!, points[Math.min(at + 1, points.length - 1)]!];
      const long = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
      const [px, py] = [x - (side * aside * (after[1] - before[1])) / long, y + (side * aside * (after[0] - before[0])) / long];
      if (at) ctx.lineTo(px, py);
      else ctx.moveTo(px, py);
    });
  }
  ctx.stroke();
}

function paintAlongStraight(ctx: CanvasRenderingContext2D, line: Line, from: number, to: number, color: string, unit: number): void {
  const long = Math.hypot(line.x2 - line.x1, line.y2 - line.y1) || 1;
  const [along, down] = [(line.x2 - line.x1) / long, (line.y2 - line.y1) / long];
  const [x1, y1, x2, y2] = [line.x1 + along * from, line.y1 + down * from, line.x2 - along * to, line.y2 - down * to];
  const aside = line.width / 2 + 2.5 * unit;
  const [dx, dy] = [-down * aside, along * aside];
  ctx.lineWidth = 1.2 * unit;
  ctx.strokeStyle = color;
  ctx.beginPath();
  for (const side of [-1, 1]) {
    ctx.moveTo(x1 + side * dx, y1 + side * dy);
    ctx.lineTo(x2 + side * dx, y2 + side * dy);
  }
  ctx.stroke();
}

/** The colours of the ground of a map. */
export const groundColours = ({ ground, theme }: Scene): [sea: string, land: string, border: string] => (theme.dark ? ground!.dark : ground!.light);

/** What lies below a map: the sea, the countries and the frame. */
export function paintGround(ctx: CanvasRenderingContext2D, scene: Scene, unit: number): void {
  if (!scene.ground) return;
  const [sea, land, border] = groundColours(scene);
  const [left, top, right, bottom] = scene.ground.frame;
  ctx.fillStyle = sea;
  ctx.strokeStyle = border;
  ctx.lineWidth = unit;
  ctx.fillRect(left, top, right - left, bottom - top);
  ctx.beginPath();
  for (const outline of scene.ground.land) {
    for (let at = 0; at < outline.length; at += 2) {
      if (at) ctx.lineTo(outline[at]!, outline[at + 1]!);
      else ctx.moveTo(outline[at]!, outline[at + 1]!);
    }
    ctx.closePath();
  }
  ctx.fillStyle = land;
  ctx.fill();
  ctx.stroke();
  ctx.strokeRect(left, top, right - left, bottom - top);
}

/** All but the labels. */
export function paintScene(ctx: CanvasRenderingContext2D, scene: Scene, unit: number): void {
  paintGround(ctx, scene, unit);
  paintLines(ctx, scene.lines, unit);
  paintHubs(ctx, scene.hubs, scene.theme.background);
  for (const dimmed of [true, false]) {
    for (const mark of scene.marks) if ((mark.light === "dimmed") === dimmed) paintMark(ctx, mark);
  }
}
