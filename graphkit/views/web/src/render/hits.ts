/** What is under a place, and which mark lies in a direction: pure geometry over a scene. */

import { HUB, type Mark, type Scene } from "../scene/scene";

export type Hit = { mark: number } | { group: number } | null;

/** The mark or hub at a place in the picture; small ones are easier to meet than they look. */
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
  return best ? { mark: best.index } : null;
}

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
