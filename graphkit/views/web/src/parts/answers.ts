/** Documents and answers: the switch between them, and the two side by side in the panel. */

import { RATING, SIDES, sayingOf, sideOf, sidesIn, withSide } from "../state/answers";
import type { State } from "../state/state";
import type { Shared } from "../state/ties";
import { button, capital, element } from "../state/text";
import type { Page } from "./page";
import { paged } from "./paging";
import type { Pieces } from "./why";

/** Buttons that show both, documents or answers; null where there is nothing to switch. */
export function makeSides(page: Page): { buttons: HTMLElement; update(now: State): void } | null {
  const facet = sidesIn(page.data);
  if (!facet) return null;
  const made = SIDES.map((side) => {
    const word = page.say(`side${capital(side)}`);
    return button(capital(word), () => page.set({ hidden: withSide(facet, page.state().hidden, side) }, "push"), "side");
  });
  return {
    buttons: element("div", { id: "sides", role: "group", "aria-label": page.say("sides") }, ...made),
    update({ hidden }) {
      const now = sideOf(facet, hidden);
      made.forEach((each, at) => each.setAttribute("aria-pressed", String(SIDES[at] === now)));
    },
  };
}

/** What documents and what answers say of a pair, side by side. */
export function bothSides(page: Page, { section, quiet }: Pieces, [first, second]: [number, number], shared: Shared[], box: (each: Shared) => HTMLElement): HTMLElement {
  const { data, say } = page;
  const isRating = ({ group }: Shared): boolean => data.layers[data.layerOf[group]!]?.layer === RATING;
  const documents = shared.filter((each) => !isRating(each));
  const answers = shared.filter(isRating);
  const more = (count: number): string => say("more", { count });
  const name = (node: number): string => data.nodes[node]!.label;
  // An answer that ties stands there with its sources.
  const others = ([[first, second], [second, first]] as const).flatMap(([who, about]) => {
    const saying = sayingOf(data, who, about);
    if (saying.word === "answerSaid" && answers.length) return [];
    const answer = saying.word === "answerSaid" ? saying.answer : "";
    return [element("p", {}, say(saying.word, { who: name(who), about: name(about), answer }))];
  });
  return element(
    "div",
    { class: "sides" },
    section(capital(say("sideDocuments")), documents.length ? paged(element("div"), documents, box, more) : quiet(say("documentsNone"))),
    section(capital(say("sideAnswers")), ...answers.map(box), ...others),
  );
}
