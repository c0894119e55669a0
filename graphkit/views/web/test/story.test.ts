// @vitest-environment jsdom
import { expect, test } from "vitest";
import { pageWith, sourceOf } from "../src/save/story_file";
import { movedStep, readStory, stepOf, withNote, writeStory, type Step } from "../src/state/story";

const STEPS: Step[] = [
  { title: "Start", text: "Everybody.", view: "", seen: null, notes: {} },
  { title: "Later", text: "", view: "date=2014-11&org=kom", seen: { x: 1.5, y: -2, across: 800, down: 400 }, notes: { "": "On all.", kom: "The centre." } },
];
const HOSTILE = `</script><script>alert(1)</script><!-- "'&`;

test("what is written is read again, and the same steps give the same text", () => {
  expect(readStory(writeStory(STEPS))).toEqual(STEPS);
  expect(writeStory(readStory(writeStory(STEPS)))).toBe(writeStory(STEPS));
});

test("a title cannot leave the script that holds it", () => {
  const written = writeStory([{ title: HOSTILE, text: HOSTILE, view: HOSTILE, seen: null, notes: { [HOSTILE]: HOSTILE } }]);
  expect(written).not.toMatch(/[<>&]/);
  expect(readStory(written)[0]!.title).toBe(HOSTILE);
});

test("what is no story has no steps", () => {
  for (const text of ["", "{}", "[1, null, {}]", '[{"title": 5}]', "[{", '[{"title": " "}]']) expect(readStory(text)).toEqual([]);
  // Of a step that is partly wrong the rest stays.
  const [step] = readStory('[{"title": "a\\nb", "seen": {"x": 1, "y": 2, "across": 0, "down": 1e99}, "more": 1}]');
  expect(step).toEqual({ title: "a b", text: "", view: "", seen: null, notes: {} });
  expect(withNote(STEPS[1]!.notes, "kom", " ")).toEqual({ "": "On all." });
  // By hand: with an override "LTR" would read "RTL".
  expect(stepOf({ title: "\u202eLTR\u2069" })!.title).toBe("LTR");
  expect(stepOf({ title: "x".repeat(900) })!.title.length).toBe(200);
});

test("a step is moved up and down", () => {
  const names = (steps: Step[]) => steps.map(({ title }) => title);
  expect(names(movedStep(STEPS, 1, 0))).toEqual(["Later", "Start"]);
  expect(names(movedStep(STEPS, 0, 1))).toEqual(["Later", "Start"]);
});

test("the page is written as it was, with the story in its place", () => {
  document.documentElement.innerHTML = '<head><script>let a = "<b>";</script></head><body><p>x</p><script type="application/json" id="story-content">[]</script></body>';
  const source = sourceOf(document)!;
  // The page itself is as before.
  expect(document.scripts[0]!.textContent).toBe('let a = "<b>";');
  document.querySelector("p")!.textContent = "changed later";
  const page = pageWith(source, "[1]");
  expect(page).toContain('<script>let a = "<b>";</script>');
  expect(page).toContain('id="story-content">[1]</script>');
  expect(page).toContain("<p>x</p>");
});

test("a page whose scripts cannot be told apart is not written", () => {
  document.documentElement.innerHTML = '<head></head><body><p title="<script></script>">x</p></body>';
  expect(sourceOf(document)).toBeNull();
});
