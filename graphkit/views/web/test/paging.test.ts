// @vitest-environment jsdom
import { expect, test } from "vitest";
import { paged } from "../src/parts/paging";
import { element } from "../src/state/text";

const items = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const item = (at: number): HTMLElement => element("li", {}, element("button", {}, String(at)));
const list = (count: number): HTMLElement => paged(element("ul"), items(count), item, (left) => `more ${left}`);

test("a short list is whole", () => {
  expect(list(200).tagName).toBe("UL");
  expect(list(200).children).toHaveLength(200);
});

test("of a long list more is shown when asked, and the focus goes where that begins", () => {
  const long = list(450);
  document.body.append(long);
  const more = long.querySelector<HTMLButtonElement>(".more")!;
  expect(long.querySelectorAll("li")).toHaveLength(200);
  expect(more.textContent).toBe("more 250");
  more.click();
  expect(document.activeElement!.textContent).toBe("200");
  more.click();
  expect(long.querySelectorAll("li")).toHaveLength(450);
  expect(more.hidden).toBe(true);
});
