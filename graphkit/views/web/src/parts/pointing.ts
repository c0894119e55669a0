/** Pointing at a row marks its organisation in the picture, and the reverse. */

import { onCommunities, type Page } from "./page";
import { byId } from "../state/text";

const LISTS = ["details", "rows", "results"];

export function makePointing(page: Page): void {
  const { picture } = page;
  const lists = LISTS.map(byId).filter((list) => list !== null);
  const nodeOf = (target: EventTarget | null): number | null => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-node]") : null;
    return row && !onCommunities(page) ? Number(row.dataset.node) : null;
  };
  const follow = ({ target }: Event): void => {
    const node = nodeOf(target);
    const there = node !== null && page.scene().marks.some(({ index }) => index === node);
    picture.point(there ? { mark: node } : null);
  };
  for (const list of lists) {
    for (const event of ["pointerover", "focusin"]) list.addEventListener(event, follow);
    for (const event of ["pointerleave", "focusout"]) list.addEventListener(event, () => picture.point(null));
  }
  picture.onPoint((hit) => {
    const node = hit && "mark" in hit && !onCommunities(page) ? String(hit.mark) : "";
    for (const list of lists) {
      for (const row of list.querySelectorAll<HTMLElement>("[data-node]")) row.classList.toggle("pointed", row.dataset.node === node);
    }
  });
}
