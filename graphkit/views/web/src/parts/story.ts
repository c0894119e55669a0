/** The story: saving the view as a step, showing the steps one after the other, by buttons and keys. */

import { fromHash, toHash } from "../state/hash";
import { movedStep, readStory, stepOf, withNote, type Step } from "../state/story";
import { button, byId, element } from "../state/text";
import { authored, type Entry } from "../state/state";
import type { Page } from "./page";

export interface Story {
  steps(): readonly Step[];
  /** The number of the step that is shown; null for none. */
  at(): number | null;
  /** Show the view of a step, without the words. */
  look(step: Step, entry?: Entry): void;
  show(at: number | null, focus?: boolean): void;
  /** Show the first step of a story that the file brings, unless its address asks for a view. */
  begin(): void;
}

const NEXT = ["ArrowRight", "PageDown", " "];
const BEFORE = ["ArrowLeft", "PageUp"];

export function makeStory(page: Page): Story {
  const { data, say, picture } = page;
  let steps = readStory(byId("story-content")!.textContent ?? "");
  let at: number | null = null;
  const bar = byId("step")!;
  const [count, heading, sentence] = ["step-count", "step-title", "step-text"].map((id) => byId(id)!) as [HTMLElement, HTMLElement, HTMLElement];
  const [title, text] = [byId("story-title") as HTMLInputElement, byId("story-text") as HTMLInputElement];
  const list = byId("steps")!;

  const story: Story = {
    steps: () => steps,
    at: () => at,
    look({ view, seen, notes }, entry = "replace") {
      const { state } = fromHash(view, data);
      page.set({ ...state, ...authored(page.state()), notes }, entry);
      picture.look(seen, entry !== "none");
    },
    show(next, focus = false) {
      at = next !== null && steps[next] ? next : null;
      bar.hidden = at === null;
      const step = at === null ? undefined : steps[at]!;
      if (step) {
        count.textContent = say("stepOf", { at: at! + 1, count: steps.length });
        heading.textContent = step.title;
        sentence.textContent = step.text;
        story.look(step);
        (byId("step-before") as HTMLButtonElement).disabled = at === 0;
        (byId("step-next") as HTMLButtonElement).disabled = at === steps.length - 1;
        if (focus) bar.focus();
      } else if (focus) byId("picture")!.focus();
      list.querySelectorAll("li").forEach((each, nth) => (nth === at ? each.setAttribute("aria-current", "step") : each.removeAttribute("aria-current")));
    },
    begin() {
      // Its keys work at once; a frame leaves the focus to the page around it.
      if (steps.length && location.hash.length < 2) story.show(0, !page.embedded);
    },
  };
  const go = (by: number): void => {
    if (at !== null && steps[at + by]) story.show(at + by, true);
  };

  const changed = (next: Step[], focus?: HTMLElement | null): void => {
    steps = next;
    if (at !== null) story.show(null);
    fill();
    focus?.focus();
  };
  const fill = (): void => {
    list.replaceChildren(
      ...steps.map((step, nth) => {
        const shown = button(step.title, () => story.show(nth, true), "pick");
        const up = button("↑", () => changed(movedStep(steps, nth, nth - 1), list.querySelectorAll<HTMLElement>(".pick")[nth - 1]), "small");
        up.setAttribute("aria-label", say("stepUp", { name: step.title }));
        up.disabled = nth === 0;
        const gone = button("×", () => changed(steps.filter((_, other) => other !== nth), title), "small");
        gone.setAttribute("aria-label", say("stepRemove", { name: step.title }));
        return element("li", {}, shown, up, gone);
      }),
    );
    for (const id of ["story-play", "story-file"]) (byId(id) as HTMLButtonElement).disabled = !steps.length;
    byId("story")!.querySelector("summary")!.textContent = steps.length ? say("storyOf", { count: steps.length }) : say("story");
  };

  const add = (): void => {
    const step = stepOf({ title: title.value, text: text.value, view: toHash(page.state(), data), seen: picture.seen(), notes: page.state().notes });
    title.setAttribute("aria-invalid", String(!step));
    byId("story-said")!.textContent = step ? say("stepSaved", { name: step.title }) : say("stepUntitled");
    if (!step) return title.focus();
    title.value = text.value = "";
    changed([...steps, step], title);
  };
  const attach = (): void => {
    const { node, notes } = page.state();
    const { id, label } = node === null ? { id: "", label: document.title } : data.nodes[node]!;
    page.set({ notes: withNote(notes, id, note.value) });
    byId("story-said")!.textContent = say(note.value.trim() ? "noteSaved" : "noteRemoved", { name: label });
    note.value = "";
  };
  const note = byId("note-text") as HTMLInputElement;
  byId("note-add")!.addEventListener("click", attach);
  note.addEventListener("keydown", (event) => void (event.key === "Enter" && attach()));
  byId("story-add")!.addEventListener("click", add);
  for (const field of [title, text]) field.addEventListener("keydown", (event) => void (event.key === "Enter" && add()));
  byId("story-play")!.addEventListener("click", () => story.show(0, true));
  byId("step-before")!.addEventListener("click", () => go(-1));
  byId("step-next")!.addEventListener("click", () => go(1));
  byId("step-end")!.addEventListener("click", () => story.show(null, true));
  bar.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // On a button the space bar presses it.
    if (event.key === " " && event.target !== bar) return;
    if (NEXT.includes(event.key)) go(1);
    else if (BEFORE.includes(event.key)) go(-1);
    else if (event.key === "Home") story.show(0, true);
    else if (event.key === "End") story.show(steps.length - 1, true);
    else if (event.key === "Escape") {
      event.stopPropagation();
      story.show(null, true);
    } else return;
    event.preventDefault();
  });
  fill();
  return story;
}
