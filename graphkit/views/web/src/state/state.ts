/** What the reader has chosen, and a store that tells the parts of the page when it changes. */

import { NOTHING_MOVED, type Moved } from "./moving";

/** By facet, the values that are switched off. */
export type Hidden = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Two that a line joins: two organisations; an organisation and a group; in an overview two communities.
 * The keys of the picture step along the lines of the first.
 */
export type Tie = readonly [kind: "pair" | "part" | "communities", first: number, second: number];

export interface State {
  /** In an overview: the scene that is open; null for the communities. */
  open: number | null;
  /** In an overview: the community that is selected, by index. */
  community: number | null;
  node: number | null;
  group: number | null;
  /** A line that is selected, by its ends. */
  tie: Tie | null;
  hidden: Hidden;
  /** A date or period; "" for all dates. */
  date: string;
  /** The date that the picture is compared with, side by side; "" for none. */
  against: string;
  /** Whether what is not known to be in force at the date is shown. */
  unknown: boolean;
  /** The metric that sizes marks. */
  size: string;
  /** What colour and shape of marks stand for; "" for what the page was drawn with. */
  colour: string;
  /** What the author has moved; an address does not say it. */
  moved: Moved;
  /** Notes written in the page, by the id of an organisation; "" is on the picture. */
  notes: Notes;
}

export type Notes = Readonly<Record<string, string>>;

/** What of a state an address does not say, and Reset leaves. */
export const authored = ({ moved, notes }: State): Pick<State, "moved" | "notes"> => ({ moved, notes });

export const NOTHING_SELECTED = { community: null, node: null, group: null, tie: null } as const;

/** The state in which the page opens. */
export function initial(by: string): State {
  return Object.freeze({
    open: null,
    ...NOTHING_SELECTED,
    hidden: {},
    date: "",
    against: "",
    unknown: true,
    size: by,
    colour: "",
    moved: NOTHING_MOVED,
    notes: Object.freeze({}),
  });
}

/** How a change enters the browser's history; "none" when it came from there. */
export type Entry = "push" | "replace" | "none";
export type Listener = (now: State, before: State, entry: Entry) => void;

export interface Store {
  get(): State;
  set(patch: Partial<State>, entry?: Entry): void;
  subscribe(listener: Listener): void;
}

export function makeStore(first: State): Store {
  let state = first;
  const listeners: Listener[] = [];
  return {
    get: () => state,
    set(patch, entry = "replace") {
      const before = state;
      const changed = (Object.keys(patch) as (keyof State)[]).some((name) => patch[name] !== before[name]);
      if (!changed) return;
      state = Object.freeze({ ...before, ...patch });
      for (const listener of listeners) listener(state, before, entry);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** A set with a word in it or without it. */
export function toggled(set: ReadonlySet<string>, word: string, inside: boolean): ReadonlySet<string> {
  const result = new Set(set);
  if (inside) result.add(word);
  else result.delete(word);
  return result;
}
