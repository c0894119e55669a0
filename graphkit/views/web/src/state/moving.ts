/** Marks that an author has moved, and the position file that says where everything stands. */

import { PAIR, type Data, type SceneContent } from "./content";

export type Place = readonly [x: number, y: number];

/** By what is moved, `node 5` or `group 3`: where it stands now. */
export type Moved = Readonly<Record<string, Place>>;

export const NOTHING_MOVED: Moved = Object.freeze({});

const scenes = new WeakMap<SceneContent, WeakMap<Moved, SceneContent>>();

/** The scene with what is moved in its new place; the same one for the same moves. */
export function sceneMoved(scene: SceneContent, moved: Moved): SceneContent {
  if (moved === NOTHING_MOVED) return scene;
  const known = scenes.get(scene) ?? new WeakMap<Moved, SceneContent>();
  scenes.set(scene, known);
  let result = known.get(moved);
  if (!result) {
    result = {
      ...scene,
      nodes: scene.nodes.map(([node, x, y, side]) => {
        const place = moved[`node ${node}`];
        return place ? [node, ...place, ""] : [node, x, y, side];
      }),
      groups: scene.groups.map(([group, anchor, x, y, side]) => {
        const place = x === null ? undefined : moved[`group ${group}`];
        return place ? [group, anchor, ...place, ""] : [group, anchor, x, y, side];
      }),
    };
    known.set(moved, result);
  }
  return result;
}

type Section = [name: string, x: number, y: number][];

/** One position per line, sorted, as Python's `write_positions` has it. */
const written = (name: string, places: Section): string => {
  const lines = places
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    .map(([key, x, y]) => `  ${JSON.stringify(key)}: [${x}, ${y}]`);
  return ` "${name}": ${lines.length ? `{\n${lines.join(",\n")}\n }` : "{}"}`;
};

/** The position file of a page without communities, which `--positions` reads. */
export function positionFile(data: Data, moved: Moved): string {
  const { nodes, groups } = sceneMoved(data.scenes[0]!, moved);
  const tied = (node: number): boolean => [...data.ofNode.of(node)].some((at) => data.ofGroup.count(data.memberships[at]![1]) >= PAIR);
  const organisations: Section = [];
  const isolates: Section = [];
  for (const [node, x, y] of nodes) (tied(node) ? organisations : isolates).push([data.nodes[node]!.id, x, y]);
  const points: Section = [];
  for (const [group, , x, y] of groups) if (x !== null && y !== null) points.push([data.groups[group]!.key, x, y]);
  const sections = [written("organisations", organisations), written("isolates", isolates), written("groups", points), written("communities", [])];
  return `{\n "graphkit": "positions",\n${sections.join(",\n")}\n}\n`;
}
