/** The page's content: what Python wrote into it, with indices by which parts find each other. */

/** How the mark of an organisation looks. */
export interface MarkLook {
  shape: string;
  color: string;
  edge: string;
}

/** How a line looks: `dash` in line widths. */
export interface Stroke {
  color: string;
  dark: string;
  dash: number[];
}

/** A value of a facet; "" is where none is stated. Marks or lines of its own are shown in the legend. */
export interface FacetValue {
  value: string;
  label: string;
  mark?: MarkLook;
  stroke?: Stroke;
}

/** A filter of organisations ("nodes") or of groups. each: by index, the values that each of them has. */
export interface Facet {
  name: string;
  label: string;
  of: "nodes" | "groups";
  values: FacetValue[];
  each: (number | number[])[];
}

/** What is stated of organisations besides. table: whether the table and downloads have it too. */
export interface OrganisationColumn {
  name: string;
  label: string;
  table: boolean;
}

export interface Kind extends MarkLook {
  label: string;
}

export interface Layer extends Stroke {
  layer: string;
  label: string;
}

export interface Metric {
  name: string;
  label: string;
  best: "highest" | "lowest";
  /** What the size of a mark says, for the legend. */
  size: string;
  /** The heading of a list of the first by it. */
  first: string;
}

/** An address as text, and whether it may be a link. */
export interface Address {
  text: string;
  link: boolean;
}

/** An organisation; `values` and `ranks` by metric, null where it has none; `stated` by column. */
export interface Organisation {
  id: string;
  label: string;
  /** A shorter name that no other here has. */
  short?: string;
  /** What is written beside its mark instead of its name. */
  written?: string;
  values: (number | null)[];
  ranks: (number | null)[];
  stated?: Record<string, (string | Address)[]>;
  /** First and last day of its founding and of its end, ISO; "" where nothing is known. */
  lifetime?: string[];
}

/** What organisations share: a declaration, a project, a cluster, or a direct tie. */
export interface Group {
  key: string;
  name: string;
  short?: string;
  weight: number;
}

/** A group ties organisations when it has at least this many members. */
export const PAIR = 2;

export type Membership = [node: number, group: number, facts: number[]];

export interface Fact {
  when: string;
  role?: string;
  as?: string;
  status?: string;
  standing?: string;
  /** The id of the organisation that signed for another, and its name. */
  by?: string;
  byName?: string;
  note?: string;
  /** What it states in columns of one's own, as texts. */
  own?: string[];
  sources?: [source: number, locator: string][];
  /** Into the page's bounds; a fact of no date has none. */
  bounds?: number;
}

export interface Source extends Address {
  title: string;
  published: string;
}

/** What organisations answered about each other in a survey; a word is an index into `words`. */
export interface Answers {
  words: string[];
  said: [who: number, about: number, word: number][];
  /** Those that answered nothing. */
  silent: number[];
}

/** A picture of organisations; without an overview there is exactly one. */
export interface SceneContent {
  title: string;
  nodes: [node: number, x: number, y: number, side: string][];
  /** x, y: where spokes meet, null where none do; anchor: the organisation that the group is. */
  groups: [group: number, anchor: number | null, x: number | null, y: number | null, side: string][];
  /** Lines between two organisations. Spokes follow from the memberships of groups with a point. */
  lines: [from: number, to: number, groups: number[], layer: number][];
  /** The top of the rows of isolates. */
  isolates: number | null;
}

/** The ground of a map: outlines as x and y in turn, and the colours of sea, land and borders. */
export interface Ground {
  frame: [left: number, top: number, right: number, bottom: number];
  land: number[][];
  light: [sea: string, land: string, border: string];
  dark: [sea: string, land: string, border: string];
}

export interface Community {
  scene: number;
  label: string;
  x: number;
  y: number;
  size: number;
  side: string;
  count: number;
  /** Its best-connected member. */
  leader: number;
  /** The rank of its best connector. */
  best: number;
}

/** An organisation, or those along a chain, that the author points out. */
export interface Highlight {
  nodes: number[];
  note: string;
  /** The groups that a chain leads through, and the organisations that it joins there. */
  ties: [group: number, nodes: number[]][];
  /** Where the note on a chain points. */
  at: [x: number, y: number] | null;
}

export interface Content {
  overview: boolean;
  by: string;
  links: "spokes" | "pairs";
  theme: "auto" | "light" | "dark" | "greyscale";
  /** What is written beside marks. */
  labels: "names" | "aliases" | "ranks";
  legend: "auto" | "right" | "below" | "none";
  /** Who is named before all others. */
  foremost: number[];
  highlights: Highlight[];
  subtitle: string;
  /** What the author writes below the picture. */
  authored: string[];
  facets: Facet[];
  /** The facet whose values marks stand for. */
  marked: string;
  /** The marks of other categories in turn, that of what is not stated, and those of kinds. */
  palette: MarkLook[];
  unstated: MarkLook;
  kinds: Record<string, MarkLook>;
  columns: OrganisationColumn[];
  metrics: Metric[];
  nodes: Organisation[];
  groups: Group[];
  memberships: Membership[];
  facts: Fact[];
  /** Null where answers tie nobody. */
  answers: Answers | null;
  /** First and last day of start, end and observation within the lifetimes, ISO; "" where nothing is known. */
  bounds: string[][];
  sources: Source[];
  scenes: SceneContent[];
  /** What lies below a map; null for any other picture. */
  ground: Ground | null;
  communities: Community[];
  ties: [a: number, b: number, count: number][];
  /** How many communities there are, drawn or not. */
  found: number;
  community: (MarkLook & { label: string }) | null;
  years: [first: number, last: number] | null;
  /** What an excerpt is about. */
  subjects: number[];
  /** How many are ranked; the page may show only a part of them. */
  ranked: number;
  texts: Record<string, string>;
  /** What the texts count, in the forms that follow numbers. */
  counted: Record<string, string[]>;
  statuses: Record<string, string>;
  /** By layer, what the organisations of a group are called. */
  members: Record<string, string>;
  language: string;
  decimal: string;
}

/** For each thing, the numbers of those that belong to it, one after the other. */
export class Rows {
  private readonly start: Int32Array;
  private readonly items: Int32Array;

  /** owners[i] is what i belongs to, -1 for nothing. */
  constructor(count: number, owners: ArrayLike<number>) {
    this.start = new Int32Array(count + 1);
    for (let at = 0; at < owners.length; at += 1) if (owners[at]! >= 0) this.start[owners[at]! + 1]! += 1;
    for (let at = 0; at < count; at += 1) this.start[at + 1]! += this.start[at]!;
    this.items = new Int32Array(this.start[count]!);
    const next = this.start.slice();
    for (let at = 0; at < owners.length; at += 1) {
      const owner = owners[at]!;
      if (owner >= 0) this.items[next[owner]!++] = at;
    }
  }

  of(owner: number): Int32Array {
    return this.items.subarray(this.start[owner]!, this.start[owner + 1]!);
  }

  count(owner: number): number {
    return this.start[owner + 1]! - this.start[owner]!;
  }
}

/** The content with what is looked up in it again and again. */
export interface Data extends Content {
  /** By organisation, what its kind is called, and what its mark looks like. */
  kindOf: Kind[];
  /** What marks stand for now. */
  colours: Facet;
  /** What lines look like: the values of the facet `layer`, and by group the index of its own. */
  layers: Layer[];
  layerOf: number[];
  nodeIndex: Map<string, number>;
  groupIndex: Map<string, number>;
  /** The memberships of each organisation, and of each group. */
  ofNode: Rows;
  ofGroup: Rows;
  /** By membership: whether every fact behind it is inferred. */
  inferred: Uint8Array;
  /** By organisation: the scene that it is in, and where there. */
  sceneOf: Int32Array;
  placeOf: Int32Array;
  /** By scene: the community that it opens, -1 for the rest. */
  communityOf: Int32Array;
}

/** Read the page's JSON. */
export function read(json: string): Data {
  return resolve(JSON.parse(json) as Content);
}

/** Number what refers to each other. */
export function resolve(content: Content): Data {
  const { nodes, groups, memberships, facts, scenes, communities } = content;
  const nodeOf = new Int32Array(memberships.length);
  const groupOf = new Int32Array(memberships.length);
  const inferred = new Uint8Array(memberships.length);
  memberships.forEach(([node, group, stated], at) => {
    nodeOf[at] = node;
    groupOf[at] = group;
    inferred[at] = stated.length && stated.every((fact) => facts[fact]!.status === "inferred") ? 1 : 0;
  });
  const sceneOf = new Int32Array(nodes.length).fill(-1);
  const placeOf = new Int32Array(nodes.length).fill(-1);
  scenes.forEach((scene, at) =>
    scene.nodes.forEach(([node], place) => {
      sceneOf[node] = at;
      placeOf[node] = place;
    }),
  );
  const communityOf = new Int32Array(scenes.length).fill(-1);
  communities.forEach(({ scene }, at) => (communityOf[scene] = at));
  const kind = facetNamed(content, "kind");
  const layer = facetNamed(content, "layer");
  const marked = facetNamed(content, content.marked);
  const looks = marked.each.map((each) => marked.values[each as number]!.mark!);
  return {
    ...content,
    colours: marked,
    kindOf: kind.each.map((each, at): Kind => ({ label: kind.values[each as number]!.label, ...looks[at]! })),
    layers: layer.values.map(({ value, label, stroke }): Layer => ({ layer: value, label, ...stroke! })),
    layerOf: layer.each as number[],
    nodeIndex: new Map(nodes.map(({ id }, at) => [id, at])),
    groupIndex: new Map(groups.map(({ key }, at) => [key, at])),
    ofNode: new Rows(nodes.length, nodeOf),
    ofGroup: new Rows(groups.length, groupOf),
    inferred,
    sceneOf,
    placeOf,
    communityOf,
  };
}

function facetNamed({ facets }: Content, name: string): Facet {
  const found = facets.find((facet) => facet.name === name);
  if (!found) throw new Error(`The page has no facet ${name}.`);
  return found;
}
