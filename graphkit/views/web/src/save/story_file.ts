/** The story as a file, which is the page itself with the story inside, and on paper, one step per page. */

import type { Page } from "../parts/page";
import type { Story } from "../parts/story";
import { writeStory } from "../state/story";
import { byId, element } from "../state/text";
import { save } from "./downloads";
import { paintWindow } from "./png";

const EMPTY = /(<script\b[^<>]*>)<\/script>/g;

/** The page as it was written: its elements, and the texts of its scripts apart. */
export interface Source {
  html: string;
  scripts: string[];
  /** Which of the scripts holds the story. */
  story: number;
}

/** Take the page's source before anything changes it; null where it cannot be told. */
export function sourceOf(page: Document): Source | null {
  const found = [...page.scripts];
  const scripts = found.map((script) => script.textContent ?? "");
  // Without their texts, which may be very long, the rest is short.
  for (const script of found) script.textContent = "";
  const html = `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  found.forEach((script, at) => (script.textContent = scripts[at]!));
  const story = found.findIndex(({ id }) => id === "story-content");
  return html.match(EMPTY)?.length === scripts.length && story >= 0 ? { html, scripts, story } : null;
}

/** The page with a story inside. */
export function pageWith({ html, scripts, story }: Source, content: string): string {
  let at = 0;
  return html.replace(EMPTY, (_, opening: string) => {
    const text = at === story ? content : scripts[at]!;
    at += 1;
    return `${opening}${text}</script>`;
  });
}

export function makeStoryFile(page: Page, story: Story, source: Source | null): void {
  const button = byId("story-file") as HTMLButtonElement;
  button.hidden = !source;
  button.addEventListener("click", () => {
    if (source) save(page, new Blob([pageWith(source, writeStory(story.steps()))], { type: "text/html;charset=utf-8" }), "html");
  });

  const paper = element("div", { id: "story-paper", "aria-hidden": "true" });
  document.querySelector("footer")!.before(paper);
  addEventListener("beforeprint", () => {
    const steps = story.steps();
    document.body.classList.toggle("story", steps.length > 0);
    // Where the picture has no size, as while paper is laid out, the paper stays as it is.
    if (!steps.length || !byId("picture")!.clientWidth) return;
    const [state, seen] = [page.state(), page.picture.seen()];
    paper.replaceChildren(
      ...steps.map((step, at) => {
        const canvas = document.createElement("canvas");
        story.look(step, "none");
        paintWindow(page, canvas);
        const counts = byId("counts")!.textContent ?? "";
        const number = page.say("stepOf", { at: at + 1, count: steps.length });
        return element("section", {}, element("h2", {}, step.title), element("p", {}, step.text), canvas, element("p", { class: "quiet" }, [number, counts].filter(Boolean).join(" · ")));
      }),
    );
    page.set({ ...state }, "none");
    page.picture.look(seen, false);
  });
  addEventListener("afterprint", () => paper.replaceChildren());
}
