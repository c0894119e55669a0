import { expect, test } from "vitest";
import { colourBy, colourings, shownFacets } from "../src/state/colouring";
import { fromHash, toHash } from "../src/state/hash";
import { CONTENT, data as resolved, state } from "./content";

const data = () => resolved(structuredClone(CONTENT));

const colours = (network: ReturnType<typeof data>) => network.kindOf.map(({ color }) => color);

test("marks stand for the kind, the sector or the place, and for the kind again", () => {
  const network = data();
  const before = colours(network);
  // By hand: only a has a place; the palette has #111111 first, and #333333 is for what is not stated.
  expect(colourings(network).map(({ name }) => name)).toEqual(["kind", "sector", "place"]);
  colourBy(network, "place");
  expect(colours(network)).toEqual(["#111111", "#333333", "#333333", "#333333"]);
  // A place is no filter, so that the legend has it besides.
  expect(shownFacets(network).map(({ name }) => name)).toEqual(["place", "kind", "sector", "layer"]);
  colourBy(network, "sector");
  expect(colours(network)).toEqual(["#111111", "#333333", "#111111", "#111111"]);
  expect(network.facets[1]!.values.map(({ mark }) => mark!.color)).toEqual(["#111111", "#333333"]);
  expect(network.facets[0]!.values.every(({ mark }) => mark === undefined)).toBe(true);
  colourBy(network, "kind");
  expect(colours(network)).toEqual(before);
});

test("more categories than there are marks are not offered", () => {
  const network = data();
  network.nodes.forEach((node, at) => (node.stated = { place: [`Town ${at}`] }));
  expect(colourings(network).map(({ name }) => name)).toEqual(["kind", "sector"]);
});

test("what marks stand for is in the address", () => {
  const network = data();
  expect(toHash(state({ colour: "place" }), network)).toBe("colour=place");
  expect(fromHash("colour=place", network).state.colour).toBe("place");
  expect(fromHash("colour=kind", network).state.colour).toBe("");
  expect(fromHash("colour=nothing", network).unknown).toEqual(["nothing"]);
});
