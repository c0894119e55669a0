/** What came and went between two scenes at the same positions: for two dates side by side. */

import { tiedIn, type Hub, type Line, type Mark, type Scene, type Theme } from "./scene";

/** How much thicker a line is that the scene before does not have. */
const NEW = 2.5;
const GONE = 0.6;

export interface Turnover {
  now: number;
  fresh: number;
  gone: number;
}

/** How many organisations with ties, and lines, a scene has, and how many came and went. */
export interface Changes {
  organisations: Turnover;
  lines: Turnover;
  /** The organisations that came and went. */
  fresh: number[];
  gone: number[];
}

/** What makes a line the same at two dates. */
const keyOf = ({ layer, from, to, groups }: Line): string => `${layer} ${from} ${to} ${to < 0 ? groups[0] : ""}`;

/** What is gone is pale, whatever it was. */
const pale = ({ dark }: Theme): string => (dark ? "#4a5563" : "#c4cad1");

/** The later scene with what is new and what is gone marked in it, and how many these are. */
export function changesBetween(before: Scene, now: Scene): { scene: Scene; changes: Changes } {
  const { theme } = now;
  const [was, is] = [tiedIn(before), tiedIn(now)];
  const fresh = [...is].filter((node) => !was.has(node));
  const gone = new Set([...was].filter((node) => !is.has(node)));
  const known = new Set(before.lines.map(keyOf));
  const kept = new Set(now.lines.map(keyOf));
  const lines = now.lines.map((line): Line => (known.has(keyOf(line)) ? line : { ...line, width: NEW * line.width }));
  const goneLines = before.lines
    .filter((line) => !kept.has(keyOf(line)))
    .map((line): Line => ({ ...line, color: pale(theme), dash: [], width: GONE * line.width, unknown: false, inferred: false, gone: true }));
  const hollow = (mark: Mark): Mark => ({ ...mark, color: theme.background, edge: theme.muted });
  const shown = new Set(now.marks.map(({ index }) => index));
  const left = before.marks.filter(({ index }) => gone.has(index) && !shown.has(index));
  const hubs = new Set(now.hubs.map(({ group }) => group));
  const goneHubs = before.hubs.filter(({ group }) => !hubs.has(group)).map((hub): Hub => ({ ...hub, color: pale(theme), unknown: false }));
  return {
    scene: {
      ...now,
      key: JSON.stringify([before.key, now.key]),
      marks: [...now.marks.map((mark) => (gone.has(mark.index) ? hollow(mark) : mark)), ...left.map(hollow)],
      lines: [...goneLines, ...lines],
      hubs: [...goneHubs, ...now.hubs],
      fresh,
    },
    changes: {
      organisations: { now: is.size, fresh: fresh.length, gone: gone.size },
      lines: { now: now.lines.length, fresh: now.lines.filter((line) => !known.has(keyOf(line))).length, gone: goneLines.length },
      fresh,
      gone: [...gone],
    },
  };
}
