/** The window as an image in its colours: with title, legend and notes around it for a file, alone for paper. */

import { FONT } from "../render/labels";
import { traceMark } from "../scene/marks";
import type { Page } from "../parts/page";
import { paintScene } from "../render/paint";
import { paintNames } from "../render/picture";
import { HUB } from "../scene/scene";
import { lay, type LegendEntry, type Row, type Sheet } from "./sheet";
import { byId } from "../state/text";
import { LIGHT } from "../render/theme";
import type { Scene, Theme } from "../scene/scene";

const SHARPNESS = 2;

function blank(canvas: HTMLCanvasElement, width: number, height: number, theme: Theme): CanvasRenderingContext2D {
  canvas.width = SHARPNESS * width;
  canvas.height = SHARPNESS * height;
  const ctx = canvas.getContext("2d")!;
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  return ctx;
}

/** The window as it is, so far down a canvas. */
function paintView(page: Page, scene: Scene, ctx: CanvasRenderingContext2D, width: number, height: number, down: number): void {
  const { scale } = page.renderer.camera();
  const [left, top] = page.renderer.toScreen(0, 0);
  ctx.save();
  ctx.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, SHARPNESS * down);
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  ctx.transform(scale, 0, 0, scale, left, top);
  paintScene(ctx, scene, 1 / scale);
  const { placed, caption } = page.picture.labels();
  paintNames(ctx, scene, placed, caption, 1 / scale);
  ctx.restore();
}

/** The window alone; where it has no size, as while paper is laid out, the canvas stays as it is. */
export function paintWindow(page: Page, canvas: HTMLCanvasElement): void {
  const { clientWidth, clientHeight } = byId("picture")!;
  if (!clientWidth || !clientHeight) return;
  paintView(page, page.sceneIn(LIGHT), blank(canvas, clientWidth, clientHeight, LIGHT), clientWidth, clientHeight, 0);
}

/** The window with what stands around it. */
export function paintSheet(page: Page, sheet: Sheet, canvas: HTMLCanvasElement): void {
  const { clientWidth, clientHeight } = byId("picture")!;
  const { theme } = sheet;
  const { title, subtitle, top, legend, authored, notes, height } = lay(sheet, clientWidth, clientHeight, page.picture.measure);
  const ctx = blank(canvas, clientWidth, height, theme);
  paintView(page, page.sceneIn(theme), ctx, clientWidth, clientHeight, top);
  ctx.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const write = (rows: Row[], font: string, color: string): void => {
    ctx.font = `${font} ${FONT}`;
    ctx.fillStyle = color;
    for (const { text, x, y } of rows) ctx.fillText(text, x, y);
  };
  write(title, "600 18px", theme.text);
  write(subtitle, "14px", theme.muted);
  write(authored, "13px", theme.text);
  write(notes, "11px", theme.muted);
  for (const { entry, x, y } of legend) {
    const drawn = paintEntry(ctx, entry, x, y, theme);
    write([{ text: entry.text, x: x + (drawn ? 28 : 0), y: y + 12 }], "13px", theme.text);
  }
}

/** What an entry shows beside its words; whether it shows anything. */
function paintEntry(ctx: CanvasRenderingContext2D, { mark, line, hub, ring }: LegendEntry, x: number, y: number, { muted, text }: Theme): boolean {
  ctx.lineWidth = 1;
  if (mark) {
    traceMark(ctx, mark.shape, x + 10, y + 8, 6);
    ctx.fillStyle = mark.color;
    ctx.strokeStyle = mark.edge;
    ctx.fill();
    ctx.stroke();
    if (ring) {
      traceMark(ctx, mark.shape, x + 10, y + 8, 9);
      ctx.stroke();
    }
  } else if (line) {
    ctx.beginPath();
    ctx.moveTo(x, y + 8);
    ctx.lineTo(x + 22, y + 8);
    ctx.lineWidth = line.width;
    ctx.strokeStyle = line.color;
    ctx.setLineDash(line.dash);
    ctx.stroke();
    ctx.setLineDash([]);
  } else if (hub) {
    ctx.beginPath();
    ctx.arc(x + 10, y + 8, HUB, 0, 2 * Math.PI);
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = muted;
    ctx.stroke();
  } else if (ring) {
    ctx.beginPath();
    ctx.arc(x + 10, y + 8, 6.5, 0, 2 * Math.PI);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = text;
    ctx.stroke();
  }
  return !!(mark ?? line ?? hub ?? ring);
}
