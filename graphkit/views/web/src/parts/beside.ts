/** Two dates side by side: the earlier one as a second picture, at the same positions and with the same camera. */

import { endsIn, labelBudget, placeLabels, type Placed } from "../render/labels";
import { paintScene } from "../render/paint";
import { captionBox, paintNames } from "../render/picture";
import { hitAt } from "../render/hits";
import { LIGHT } from "../render/theme";
import type { Box, Scene } from "../scene/scene";
import type { Changes, Turnover } from "../scene/changes";
import { onCommunities, type Page } from "./page";
import { parsePeriod } from "../state/dates";
import type { State } from "../state/state";
import { byId } from "../state/text";

/** With more marks and lines than this, the second picture is painted once a movement ends. */
const MANY = 6000;
const REST = 150;

export function makeBeside(page: Page) {
  const { say, renderer } = page;
  const field = byId("against") as HTMLInputElement;
  const beside = byId("beside")!;
  const canvas = beside.querySelector("canvas")!;
  const heads = [byId("head-before")!, byId("head-now")!];
  const ctx = canvas.getContext("2d")!;
  let scene: Scene | null = null;
  let placed: Placed[] = [];
  let placedFor = "";
  let waiting = 0;

  const names = (): void => {
    const { x, y, scale } = renderer.camera();
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const now = JSON.stringify([scene!.key, scale, width, height, scene!.ringed, scene!.theme.dark]);
    if (now === placedFor) return;
    placedFor = now;
    // Where everything is seen, names stand in the window; closer by, around the whole picture.
    const [left, top, right, bottom] = scene!.bounds;
    const [dx, dy] = [(width / 2 - 3) / scale, (height / 2 - 3) / scale];
    const seen = x - dx <= left && y - dy <= top && x + dx >= right && y + dy >= bottom;
    const around: Box = [left - 76 / scale, top - 40 / scale, right + 76 / scale, bottom + 40 / scale];
    const caption = captionBox(scene!, 1 / scale, page.picture.measure);
    const room = {
      extent: seen ? ([x - dx, y - dy, x + dx, y + dy] as Box) : around,
      taken: caption ? [caption.box] : [],
      budget: labelBudget(scene!.labels.length, 1),
      selected: null,
      hovered: null,
      alone: false,
      lines: [],
      litOnly: scene!.marks.some(({ light }) => light !== "normal"),
    };
    placed = placeLabels(scene!.labels, room, 1 / scale, page.picture.measure, endsIn(scene!));
  };
  const paint = (): void => {
    if (!scene || !canvas.clientWidth) return;
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    const { x, y, scale } = renderer.camera();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = scene.theme.background;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.setTransform(ratio * scale, 0, 0, ratio * scale, canvas.width / 2 - ratio * scale * x, canvas.height / 2 - ratio * scale * y);
    paintScene(ctx, scene, 1 / scale);
    names();
    paintNames(ctx, scene, placed, captionBox(scene, 1 / scale, page.picture.measure), 1 / scale);
  };
  const follow = (): void => {
    if (!scene) return;
    if (scene.marks.length + scene.lines.length < MANY) return paint();
    clearTimeout(waiting);
    waiting = window.setTimeout(paint, REST);
  };
  renderer.on("moved", follow);
  new ResizeObserver(() => requestAnimationFrame(paint)).observe(canvas);
  addEventListener("beforeprint", () => {
    if (!scene) return;
    scene = page.sceneBefore(LIGHT);
    paint();
  });
  addEventListener("afterprint", () => show(page.state()));

  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons) page.picture.pan(-event.movementX, -event.movementY);
  });
  canvas.addEventListener("wheel", (event) => {
    if (page.embedded && !event.ctrlKey) return;
    event.preventDefault();
    page.picture.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  });
  let down: [number, number] = [0, 0];
  canvas.addEventListener("pointerdown", ({ clientX, clientY }) => (down = [clientX, clientY]));
  canvas.addEventListener("click", ({ clientX, clientY }) => {
    if (!scene || Math.hypot(clientX - down[0], clientY - down[1]) > 4) return;
    const frame = canvas.getBoundingClientRect();
    const { x, y, scale } = renderer.camera();
    const at = [x + (clientX - frame.left - frame.width / 2) / scale, y + (clientY - frame.top - frame.height / 2) / scale] as const;
    const hit = hitAt(scene, ...at, 1 / scale);
    if (hit && "mark" in hit) page.selectNode(hit.mark);
    else if (hit && "group" in hit) page.selectGroup(hit.group);
    else if (!hit) page.clear();
  });

  const take = (): void => {
    const text = field.value.trim();
    const period = parsePeriod(text);
    const wrong = text !== "" && !period;
    if (!wrong) page.set({ against: period?.text ?? "" }, "push");
    field.setAttribute("aria-invalid", String(wrong));
    byId("notice")!.textContent = wrong ? say("dateWrong") : "";
  };
  field.addEventListener("change", take);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take();
  });

  const counted = (name: string, { now, fresh, gone }: Turnover, plain: boolean): string =>
    plain ? say(name, { count: now }) : `${say(name, { count: now })} (${say("comeAndGone", { fresh, gone })})`;
  const headed = (date: string, { organisations, lines }: Changes, plain: boolean): string =>
    `${date || say("allDates")} · ${counted("withTies", organisations, plain)} · ${counted("linesDrawn", lines, plain)}`;
  const show = ({ date, against }: State): void => {
    const changes = page.changes();
    scene = changes ? page.sceneBefore() : null;
    document.body.classList.toggle("beside", !!scene);
    beside.hidden = !scene;
    for (const head of heads) head.hidden = !scene;
    field.parentElement!.hidden = onCommunities(page) || !page.data.years;
    if (document.activeElement !== field) field.value = against;
    field.setAttribute("aria-invalid", "false");
    if (!changes || !scene) return;
    const before: Changes = {
      ...changes,
      organisations: { now: changes.organisations.now - changes.organisations.fresh + changes.organisations.gone, fresh: 0, gone: 0 },
      lines: { now: changes.lines.now - changes.lines.fresh + changes.lines.gone, fresh: 0, gone: 0 },
    };
    heads[0]!.textContent = headed(against, before, true);
    heads[1]!.textContent = headed(date, changes, false);
    canvas.setAttribute("aria-label", `${document.title}: ${heads[0]!.textContent}`);
    paint();
  };
  return { update: show };
}
