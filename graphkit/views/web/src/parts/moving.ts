/** Moving marks: by dragging or with the arrow keys while `Move marks` is on; each move can be undone. */

import { hitAt, type Hit } from "../render/hits";
import type { Page } from "./page";
import type { Moved } from "../state/moving";
import type { State } from "../state/state";
import { byId } from "../state/text";

/** With more marks and lines than this, what is dragged moves when it is let go. */
const MANY = 3000;
const STEPS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 8;
const FINE = 1;

export function makeMoving(page: Page, element: HTMLElement) {
  const { data, renderer, say } = page;
  const toggle = byId("move") as HTMLButtonElement;
  const back = byId("undo") as HTMLButtonElement;
  const save = byId("positions") as HTMLButtonElement;
  const past: Moved[] = [];
  let on = false;
  let dragged: { key: string; from: Moved; dx: number; dy: number } | null = null;

  // An overview places communities, and a map what it is a map of.
  byId("moving")!.hidden = data.overview || data.ground !== null;
  const keyOf = (hit: Hit): string | null => (!hit || "tie" in hit ? null : "group" in hit ? `group ${hit.group}` : `node ${hit.mark}`);
  const placeOf = (key: string): { x: number; y: number } | undefined => {
    const [kind, at] = key.split(" ");
    const { marks, hubs } = page.scene();
    return kind === "group" ? hubs.find(({ group }) => group === Number(at)) : marks.find(({ index }) => index === Number(at));
  };
  const put = (key: string, x: number, y: number): void => {
    const kept = (value: number): number => Number(value.toFixed(1));
    page.set({ moved: Object.freeze({ ...page.state().moved, [key]: [kept(x), kept(y)] as const }) });
  };
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top } = element.getBoundingClientRect();
    return renderer.toPicture(clientX - left, clientY - top);
  };

  // Before the renderer, which would move the whole picture.
  element.addEventListener(
    "pointerdown",
    (event) => {
      if (!on || event.button !== 0 || !event.isPrimary) return;
      const [x, y] = at(event);
      const key = keyOf(hitAt(page.scene(), x, y, 1 / renderer.camera().scale));
      const place = key && placeOf(key);
      if (!key || !place) return;
      event.stopPropagation();
      // Without it the mouse events that follow would reach the renderer; the focus goes with them.
      event.preventDefault();
      element.focus({ preventScroll: true });
      dragged = { key, from: page.state().moved, dx: place.x - x, dy: place.y - y };
      element.setPointerCapture(event.pointerId);
    },
    { capture: true },
  );
  const follow = (event: PointerEvent): void => {
    if (!dragged) return;
    const [x, y] = at(event);
    put(dragged.key, x + dragged.dx, y + dragged.dy);
  };
  element.addEventListener(
    "pointermove",
    (event) => {
      if (!dragged) return;
      event.stopPropagation();
      const { marks, lines } = page.scene();
      if (marks.length + lines.length < MANY) follow(event);
    },
    { capture: true },
  );
  const end = (event: PointerEvent): void => {
    if (!dragged) return;
    event.stopPropagation();
    const { from, key } = dragged;
    const place = placeOf(key)!;
    const [x, y] = at(event);
    if (Math.hypot(x + dragged.dx - place.x, y + dragged.dy - place.y) * renderer.camera().scale >= 1) follow(event);
    dragged = null;
    if (page.state().moved !== from) remember(from);
    else if (key.startsWith("node")) page.selectNode(Number(key.slice(5)));
    else page.selectGroup(Number(key.slice(6)));
  };
  element.addEventListener(
    "touchstart",
    (event) => {
      if (dragged) event.stopPropagation();
    },
    { capture: true },
  );
  element.addEventListener("pointerup", end, { capture: true });
  element.addEventListener("pointercancel", () => (dragged = null), { capture: true });

  const remember = (before: Moved): void => {
    past.push(before);
    show();
  };
  const undo = (): void => {
    const before = past.pop();
    if (!before) return;
    page.set({ moved: before });
    page.announce(say("moveUndone"));
    show();
  };
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && past.length) undo();
      else {
        const step = STEPS[event.key];
        const { node, group } = page.state();
        const key = node !== null ? `node ${node}` : group !== null ? `group ${group}` : null;
        const place = key && placeOf(key);
        if (!on || !step || !key || !place || event.ctrlKey || event.altKey || event.metaKey) return;
        const before = page.state().moved;
        const far = event.shiftKey ? FINE : STEP;
        put(key, place.x + step[0] * far, place.y + step[1] * far);
        remember(before);
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );

  const show = (): void => {
    toggle.setAttribute("aria-pressed", String(on));
    element.classList.toggle("moving", on);
    const some = Object.keys(page.state().moved).length > 0;
    // Both are there as long as marks can be moved: if they came with the first move, the picture would give way.
    back.hidden = save.hidden = !on && !some;
    back.disabled = !past.length;
    save.disabled = !some;
  };
  toggle.addEventListener("click", () => {
    on = !on;
    page.announce(say(on ? "moveOn" : "moveOff"));
    show();
  });
  back.addEventListener("click", undo);
  show();

  return {
    update(now: State, before: State | null): void {
      if (before && now.moved !== before.moved) show();
    },
  };
}
