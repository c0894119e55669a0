/** Documents against answers of a survey: a switch between the two, and what was answered of a pair. Pure. */

import type { Data, Facet } from "./content";
import { hiddenOf } from "./facets";
import type { Hidden } from "./state";

/** The layer that answers make. */
export const RATING = "rating";

/** What ties in the picture: documents and answers, or one of them. */
export type Side = "both" | "documents" | "answers";
export const SIDES: readonly Side[] = ["both", "documents", "answers"];

/** The facet of layers where it has both sides; null where there is nothing to switch. */
export function sidesIn(data: Data): Facet | null {
  const facet = data.facets.find(({ name }) => name === "layer");
  const layers = facet?.values.map(({ value }) => value) ?? [];
  return facet && data.answers && layers.length > 1 && layers.includes(RATING) ? facet : null;
}

const off = (facet: Facet, side: Side): string[] =>
  facet.values.map(({ value }) => value).filter((value) => side !== "both" && (value === RATING) === (side === "documents"));

/** The side that is shown; null where other layers are switched off. */
export function sideOf(facet: Facet, hidden: Hidden): Side | null {
  const now = hiddenOf(hidden, facet);
  return SIDES.find((side) => off(facet, side).length === now.size && off(facet, side).every((value) => now.has(value))) ?? null;
}

/** With one side shown. */
export const withSide = (facet: Facet, hidden: Hidden, side: Side): Hidden => ({ ...hidden, [facet.name]: new Set(off(facet, side)) });

/** What one organisation says of another: its answer, that it says nothing of it, or that it did not answer at all. */
export type Saying = { word: "answerSaid"; answer: string } | { word: "answerNone" } | { word: "answerSilent" };

export function sayingOf(data: Data, who: number, about: number): Saying {
  const { words = [], said = [], silent = [] } = data.answers ?? {};
  const found = said.find(([one, other]) => one === who && other === about);
  if (found) return { word: "answerSaid", answer: words[found[2]]! };
  return { word: silent.includes(who) ? "answerSilent" : "answerNone" };
}
