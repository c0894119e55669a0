/** The colours that the page is drawn in. */

import type { Theme } from "../scene/scene";

/** On paper and in files, whatever the screen has. */
export const LIGHT: Theme = { dark: false, background: "#ffffff", text: "#1b1f24", muted: "#57606a", accent: "#0a66a8" };

/** The colours of the page's style as it is now. */
export function readTheme(dark: boolean): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { dark, background: colour("background"), text: colour("text"), muted: colour("muted"), accent: colour("accent") };
}
