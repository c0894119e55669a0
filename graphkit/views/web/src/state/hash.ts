/** State in the address: `#org=ID&date=2014-11&hide=kind:Company,layer:tie`. */

import { textsOf } from "./attributes";
import type { Data } from "./content";
import { parsePeriod } from "./dates";
import { colourings } from "./colouring";
import { allHidden, facetsOf, shows, switched } from "./facets";
import { initial, type State, type Tie } from "./state";
import { fold } from "./text";
import { existed } from "./visible";

/** As in an address, but slashes and colons stay readable. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/%2F/g, "/").replace(/%3A/g, ":");

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The hash of a state without its #; "" for the state in which the page opens. */
export function toHash(state: State, data: Data): string {
  const parts: string[] = [];
  const add = (name: string, value: string): void => void parts.push(`${name}=${escaped(value)}`);
  if (state.node !== null) add("org", data.nodes[state.node]!.id);
  if (state.open !== null && state.node === null) add("community", String(state.open + 1));
  if (state.community !== null) add("select", String(state.community + 1));
  if (state.group !== null) add("group", data.groups[state.group]!.key);
  if (state.tie) parts.push(`${state.tie[0]}=${endsOf(state.tie, data).map(escaped).join(",")}`);
  if (state.date) add("date", state.date);
  if (state.against) add("compare", state.against);
  if (!state.unknown) add("unknown", "no");
  if (state.size !== data.by) add("size", state.size);
  if (state.colour) add("colour", state.colour);
  const hidden = allHidden(data, state.hidden).map(([{ name }, value]) => `${encodeURIComponent(name)}:${encodeURIComponent(value)}`);
  if (hidden.length) parts.push(`hide=${hidden.join(",")}`);
  return parts.join("&");
}

/**
 * A state read from a hash, the parts of it that name nothing here, and the organisations that it selects
 * and hides at once.
 */
export function fromHash(hash: string, data: Data): { state: State; unknown: string[]; concealed: string[] } {
  const state: { -readonly [name in keyof State]: State[name] } = { ...initial(data.by) };
  const unknown: string[] = [];
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at < 0) continue;
    const name = part.slice(0, at);
    const value = unescaped(part.slice(at + 1));
    const miss = (): void => void unknown.push(value);
    if (name === "org") {
      const node = data.nodeIndex.get(value) ?? called(data, value);
      if (node === undefined) miss();
      else state.node = node;
    } else if (name === "group") {
      const group = data.groupIndex.get(value);
      if (group === undefined) miss();
      else state.group = group;
    } else if (name === "pair" || name === "part" || name === "communities") {
      const [first = -1, second = -1] = part.slice(at + 1).split(",").map((each, nth) => endAt(name, nth, unescaped(each), data));
      if (first < 0 || second < 0 || (first === second && name !== "part")) miss();
      else state.tie = [name, first, second];
    } else if (name === "community") {
      const scene = Number(value) - 1;
      if (!data.overview || !data.scenes[scene]) miss();
      else state.open = scene;
    } else if (name === "select") {
      const community = Number(value) - 1;
      if (!data.communities[community]) miss();
      else state.community = community;
    } else if (name === "date") {
      const period = parsePeriod(value);
      if (!period) miss();
      else state.date = period.text;
    } else if (name === "compare") {
      const period = parsePeriod(value);
      if (!period) miss();
      else state.against = period.text;
    } else if (name === "unknown") {
      state.unknown = value !== "no";
    } else if (name === "size") {
      if (data.metrics.some((metric) => metric.name === value)) state.size = value;
      else miss();
    } else if (name === "colour") {
      if (!colourings(data).some((each) => each.name === value)) miss();
      else state.colour = value === data.marked ? "" : value;
    } else if (name === "hide") {
      for (const each of part.slice(at + 1).split(",")) {
        const [escapedName = "", escapedWord = ""] = each.split(":");
        const what = unescaped(escapedName);
        const which = unescaped(escapedWord);
        const facet = data.facets.find(({ name }) => name === what);
        if (facet?.values.some(({ value }) => value === which)) state.hidden = switched(state.hidden, facet, which, true);
        else unknown.push(each);
      }
    }
  }
  const selected = state.node === null ? [] : [state.node];
  const concealed = [...selected, ...(state.tie ? organisationsOf(state.tie) : [])].filter((node) => isHidden(data, state, node));
  return { state: settled(state, data), unknown, concealed: concealed.map((node) => data.nodes[node]!.label) };
}

/** The ends of a tie as an address has them. */
function endsOf([kind, first, second]: Tie, data: Data): [string, string] {
  if (kind === "communities") return [String(first + 1), String(second + 1)];
  return [data.nodes[first]!.id, kind === "part" ? data.groups[second]!.key : data.nodes[second]!.id];
}

/** The first or second end of a tie that an address names; -1 for none. */
function endAt(kind: Tie[0], nth: number, word: string, data: Data): number {
  if (kind === "communities") return data.communities[Number(word) - 1] ? Number(word) - 1 : -1;
  if (kind === "part" && nth) return data.groupIndex.get(word) ?? -1;
  return data.nodeIndex.get(word) ?? called(data, word) ?? -1;
}

/** The only organisation of a name or alias, as people write it. */
function called(data: Data, name: string): number | undefined {
  const wanted = fold(name);
  const found = data.nodes.map((_, node) => node).filter((node) => [data.nodes[node]!.label, ...textsOf(data, node, "aliases")].some((each) => fold(each) === wanted));
  return found.length === 1 ? found[0] : undefined;
}

const isHidden = (data: Data, { hidden, date }: State, node: number): boolean =>
  facetsOf(data, "nodes").some((facet) => !shows(facet, hidden, node)) || !existed(data.nodes[node]!, parsePeriod(date));

/** The organisations at the ends of a tie. */
export const organisationsOf = ([kind, first, second]: Tie): number[] => (kind === "pair" ? [first, second] : kind === "part" ? [first] : []);

/** One thing is selected at most, none that is hidden, and its scene is the one that is open. */
export function settled(state: State, data: Data): State {
  const settled = { ...state };
  if (settled.node !== null && isHidden(data, settled, settled.node)) settled.node = null;
  if (settled.tie && organisationsOf(settled.tie).some((each) => isHidden(data, settled, each))) settled.tie = null;
  if (settled.node !== null) {
    settled.group = null;
    settled.community = null;
    settled.tie = null;
    if (data.overview) settled.open = data.sceneOf[settled.node]!;
  } else if (settled.group !== null) {
    settled.community = null;
    settled.tie = null;
    if (data.overview) settled.open = sceneOfGroup(settled.group, settled.open, data);
  } else if (settled.tie) {
    settled.community = null;
    if (data.overview) settled.open = settled.tie[0] === "communities" ? null : data.sceneOf[settled.tie[1]]!;
  } else if (settled.community !== null) {
    settled.open = null;
  }
  if (!data.overview) settled.open = null;
  return Object.freeze(settled);
}

/** The scene in which a group is shown: the open one if it has a member there, else the first that has. */
export function sceneOfGroup(group: number, open: number | null, data: Data): number {
  let first: number | null = null;
  for (const at of data.ofGroup.of(group)) {
    const scene = data.sceneOf[data.memberships[at]![0]]!;
    if (scene === open) return scene;
    if (first === null || scene < first) first = scene;
  }
  return first ?? 0;
}
