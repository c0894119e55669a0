/** What is under a place, and which mark lies in a direction: pure geometry over a scene. */

import { pointsOf } from "../scene/arcs";
import { crowded } from "../scene/looks";
import { HUB, type Line, type Mark, type Scene } from "../scene/scene";
import type { Tie } from "../state/state";

export type Hit = { mark: number } | { group: number } | { tie: Tie } | null;

/** So many pixels beside a line still meet it. */
const BESIDE = 5;

/** The mark, hub or line at a place in the picture; small ones are easier to meet than they look. */
export function hitAt(scene: Scene, x: number, y: number, unit: number): Hit {
  let best: Mark | null = null;
  let least = Infinity;
  for (const mark of scene.marks) {
    const [dx, dy] = [Math.abs(mark.x - x), Math.abs(mark.y - y)];
    const reach = Math.max(mark.size * 1.1, 10 * unit);
    if (dx > reach || dy > reach) continue;
    const beyond = Math.hypot(dx, dy) - mark.size;
    if (beyond < least && Math.hypot(dx, dy) <= reach) {
      best = mark;
      least = beyond;
    }
  }
  if (best && least <= 0) return { mark: best.index };
  const reach = Math.max(HUB + 3, 10 * unit);
  for (const hub of scene.hubs) {
    const beyond = Math.hypot(hub.x - x, hub.y - y);
    if (beyond <= reach && beyond - HUB < least) return { group: hub.group };
  }
  if (best) return { mark: best.index };
  const line = lineAt(scene, x, y, unit);
  return line ? { tie: tieOf(line) } : null;
}

/** The line nearest to a place. In a crowd those that are dimmed are background. */
function lineAt({ lines }: Scene, x: number, y: number, unit: number): Line | null {
  const crowd = crowded(lines.length) < 1;
  let best: Line | null = null;
  let least = Infinity;
  for (const line of lines) {
    if (line.gone || (crowd && line.light === "dimmed")) continue;
    const reach = Math.max(line.width / 2, BESIDE * unit);
    const points = pointsOf(line);
    for (let at = 1; at < points.length; at++) {
      const [[x1, y1], [x2, y2]] = [points[at - 1]!, points[at]!];
      if (x < Math.min(x1, x2) - reach || x > Math.max(x1, x2) + reach) continue;
      if (y < Math.min(y1, y2) - reach || y > Math.max(y1, y2) + reach) continue;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
      if (far <= reach && far < least) {
        best = line;
        least = far;
      }
    }
  }
  return best;
}

/** The two that a line joins. */
export function tieOf({ from, to, groups, layer }: Line): Tie {
  if (layer < 0) return ["communities", from, to];
  return to < 0 ? ["part", from, groups[0]!] : ["pair", from, to];
}

/** The lines of a tie in a scene. */
export const linesOfTie = ({ lines }: Scene, tie: Tie): Line[] =>
  lines.filter((line) => {
    const [kind, first, second] = tieOf(line);
    return kind === tie[0] && ((first === tie[1] && second === tie[2]) || (kind !== "part" && first === tie[2] && second === tie[1]));
  });

/** Beyond this angle from an arrow's direction nothing lies in it. */
const CONE = Math.cos((60 * Math.PI) / 180);

/** Of some marks the one that lies most in a direction from a place, the nearer of two alike. */
export function towards(from: { x: number; y: number }, [dx, dy]: readonly [number, number], among: Iterable<Mark>): Mark | null {
  let best: Mark | null = null;
  let most = CONE;
  let nearest = Infinity;
  for (const mark of among) {
    const long = Math.hypot(mark.x - from.x, mark.y - from.y);
    if (!long) continue;
    const cosine = ((mark.x - from.x) * dx + (mark.y - from.y) * dy) / long;
    if (cosine > most + 1e-9 || (cosine > most - 1e-9 && long < nearest)) {
      best = mark;
      most = Math.max(most, cosine);
      nearest = long;
    }
  }
  return best;
}
