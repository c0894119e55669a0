/**
 * Playing the years: the date steps through the years in which something changes, on fixed positions.
 * Where the reader's system asks for no motion, each press steps one year further.
 */

import { stopsOf } from "../state/dates";
import type { Page } from "./page";
import type { State } from "../state/state";
import { byId } from "../state/text";

/** So long each year is shown, in milliseconds. */
const PAUSE = 1600;

/** The year after a date among some years; the first after the last and after all dates. */
export const yearAfter = (years: readonly string[], date: string): string => years.find((year) => year > date.slice(0, 4) && date !== "") ?? years[0] ?? "";

export function makePlaying(page: Page) {
  const { data, say } = page;
  const button = byId("play") as HTMLButtonElement;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const years = [...new Set(stopsOf(data.bounds, data.years).map((stop) => stop.slice(0, 4)))];
  button.hidden = years.length < 2;
  let timer = 0;
  let shown = "";

  const label = (): void => {
    button.textContent = say(still.matches ? "nextYear" : timer ? "pause" : "play");
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = 0;
    label();
  };
  const step = (): void => {
    shown = yearAfter(years, page.state().date);
    page.set({ date: shown });
    if (shown === years[years.length - 1]) stop();
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    step();
    if (still.matches || shown === years[years.length - 1]) return;
    timer = window.setInterval(step, PAUSE);
    label();
  });
  still.addEventListener("change", stop);
  label();

  return {
    /** Whoever chooses a date takes over. */
    update({ date }: State): void {
      if (timer && date !== shown) stop();
    },
  };
}
