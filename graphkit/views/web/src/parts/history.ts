/** The address says the state, so that it can be sent to others, and the back button works. */

import { fromHash, toHash } from "../state/hash";
import type { Page } from "./page";
import { authored, type Entry } from "../state/state";
import { byId } from "../state/text";

export interface PageHistory {
  /** Take the state of the address in which the page was opened. */
  readAtStart(): void;
  write(entry: Entry): void;
}

export function makeHistory(page: Page): PageHistory {
  const notice = byId("notice")!;
  let written = toHash(page.state(), page.data);
  const apply = (entry: Entry): void => {
    const hash = location.hash.replace(/^#/, "");
    if (hash === written) return;
    const { state: wanted, unknown, concealed } = fromHash(hash, page.data);
    written = hash;
    notice.textContent = "";
    page.set({ ...wanted, ...authored(page.state()) }, entry);
    // What is known holds; what is not is said last, for every change of state clears the notice.
    const said = concealed.map((name) => page.say("selectionHidden", { name }));
    if (unknown.length) said.push(page.say("notFound", { names: unknown.join(", ") }));
    if (said.length) notice.textContent = said.join(" ");
  };
  addEventListener("hashchange", () => apply("none"));
  addEventListener("popstate", () => apply("none"));
  return {
    readAtStart: () => apply("none"),
    write(entry: Entry) {
      notice.textContent = "";
      const hash = toHash(page.state(), page.data);
      if (entry === "none") {
        written = location.hash.replace(/^#/, "");
        return;
      }
      if (hash === written) return;
      written = hash;
      const address = `${location.href.split("#")[0]}${hash ? `#${hash}` : "#"}`;
      try {
        // In a frame going back is the page's around.
        if (entry === "push" && !page.embedded) history.pushState(null, "", address);
        else history.replaceState(null, "", address);
      } catch {
        // In a frame without an origin the address cannot be written; the page works without.
      }
    },
  };
}
