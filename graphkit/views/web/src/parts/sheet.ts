/** On a phone the panel is a sheet at the bottom: its button says what it holds, and opens and closes it. */

import { onCommunities, type Page } from "./page";
import { byId } from "../state/text";

/** Returns what tells the sheet what is selected; "" for nothing. */
export function makeSheet(page: Page): (selected: string) => void {
  const button = byId("sheet")!;
  const panel = button.parentElement!;
  const expand = (open: boolean): void => {
    panel.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => expand(!panel.classList.contains("open")));
  return (selected) => {
    button.setAttribute("aria-label", selected || page.say(onCommunities(page) ? "allCommunities" : "allOrganisations"));
  };
}
