/** The colours that the page is drawn in. */

import type { Content } from "../state/content";
import type { Theme } from "../scene/scene";

/** On paper, and in files unless the author wants another theme. */
export const LIGHT: Theme = { dark: false, background: "#ffffff", text: "#1b1f24", muted: "#57606a", accent: "#0a66a8" };

/** Whether the page is dark now: as its author wants it, or else the reader's system. */
export const isDark = ({ theme }: Pick<Content, "theme">, system: boolean): boolean => (theme === "auto" ? system : theme === "dark");

/** The colours of the files that the page makes. */
export const themeOfFiles = ({ theme }: Pick<Content, "theme">): Theme => (theme === "dark" ? readTheme(true) : LIGHT);

/** The colours of the page's style as it is now. */
export function readTheme(dark: boolean): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { dark, background: colour("background"), text: colour("text"), muted: colour("muted"), accent: colour("accent") };
}
