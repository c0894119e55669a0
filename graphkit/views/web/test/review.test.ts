// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import type { Content, Row } from "../src/review/content";
import { Decisions } from "../src/review/decisions";
import { pieces, spanOf } from "../src/review/marking";
import { Memory } from "../src/review/memory";
import { files, zip } from "../src/review/tables";

const column = (name: string, refers: string[] = [], required = false) => ({ name, required, refers, choices: [] });
const row = (table: string, cells: Record<string, string>, quote: string): Row => ({
  table,
  cells: { ...cells, status: "proposed", source: "s:p1" },
  finds: [["s", "p1", quote, "0.9", "rule"]],
});

const CONTENT: Content = {
  name: "proposals",
  language: "en",
  counted: {},
  texts: {},
  tables: [
    { name: "organisations", key: ["id"], columns: ["id", "name"].map((name) => column(name, [], true)).concat([column("aliases"), column("place", ["places"]), column("status"), column("source", ["sources"])]) },
    { name: "places", key: ["id"], columns: [column("id", [], true), column("name", [], true), column("status"), column("source", ["sources"])] },
    { name: "memberships", key: ["member", "group"], columns: ["member", "group"].map((name) => column(name, ["organisations"], true)).concat([column("role"), column("status"), column("source", ["sources"])]) },
    { name: "sources", key: ["id"], columns: [column("id", [], true), column("sha256")] },
  ],
  documents: [{ id: "s", title: "S", sha256: "abc", language: "en", whole: true, paragraphs: [["p1", "paragraph", "Acme,=Best"]] }],
  rows: [
    row("organisations", { id: "acme", name: "Acme", place: "oslo" }, "Acme"),
    row("organisations", { id: "best", name: "=Best" }, "=Best"),
    row("organisations", { id: "club", name: "Club" }, "Club"),
    row("places", { id: "oslo", name: "Oslo" }, "Oslo"),
    row("memberships", { member: "acme", group: "club" }, "Acme of Club"),
    row("memberships", { member: "best", group: "club" }, "Best of Club"),
    { table: "sources", cells: { id: "s", sha256: "abc" }, finds: [] },
  ],
  rejected: [],
  beside: { paragraphs: ["source", "locator", "kind", "text"], finds: ["table", "row", "source", "locator", "quote", "confidence", "rule"], rejected: ["sha256", "table", "row"] },
};

const status = (decided: Decisions, table: string, key: string) => decided.row(table, key)?.cells.status;

test("what an accepted row names is accepted with it", () => {
  const decided = new Decisions(CONTENT);
  expect(decided.take(["accept", "memberships", "acme>club", "inferred"])).toBe(true);
  expect(status(decided, "memberships", "acme>club")).toBe("inferred");
  expect(["acme", "club", "best"].map((id) => status(decided, "organisations", id))).toEqual(["stated", "stated", "proposed"]);
  expect(status(decided, "places", "oslo")).toBe("stated");
});

test("what cannot be without a rejected row is rejected, other rows forget it", () => {
  const decided = new Decisions(CONTENT);
  decided.take(["reject", "organisations", "best"]);
  decided.take(["reject", "places", "oslo"]);
  expect(decided.of("memberships").map(decided.key)).toEqual(["acme>club"]);
  expect(decided.row("organisations", "acme")!.cells.place).toBeUndefined();
  expect([...decided.rejected.values()]).toEqual([["abc", "organisations", "best"], ["abc", "memberships", "best>club"], ["abc", "places", "oslo"]]);
  expect(decided.take(["reject", "organisations", "best"])).toBe(false);
});

test("an organisation that is another gives it its names and ties", () => {
  const decided = new Decisions(CONTENT);
  expect(decided.take(["same", "organisations", "best", "best"])).toBe(false);
  decided.take(["same", "organisations", "best", "acme"]);
  expect(decided.row("organisations", "acme")!.cells.aliases).toBe("=Best");
  expect(decided.row("memberships", "acme>club")!.finds.map(([, , quote]) => quote)).toEqual(["Acme of Club", "Best of Club"]);
  decided.take(["same", "organisations", "acme", "club"]);
  expect(decided.of("memberships")).toEqual([]);
  decided.take(["same", "organisations", "club", "of-the-store"]);
  expect(status(decided, "organisations", "of-the-store")).toBe("stated");
});

test("a cell is changed, but not what a row is or rests on", () => {
  const decided = new Decisions(CONTENT);
  expect(decided.take(["change", "memberships", "acme>club", "role", " leader "])).toBe(true);
  expect(decided.row("memberships", "acme>club")!.cells.role).toBe("leader");
  decided.take(["change", "memberships", "acme>club", "member", "best"]);
  expect(decided.of("memberships").map(decided.key)).toEqual(["best>club"]);
  for (const column of ["id", "status", "source", "__proto__"]) {
    expect(decided.take(["change", "organisations", "acme", column, "x"])).toBe(false);
  }
});

test("the tables are those of a folder of proposals", () => {
  const decided = new Decisions(CONTENT);
  decided.take(["reject", "organisations", "best"]);
  decided.take(["reject", "memberships", "acme>club"]);
  const made = files(CONTENT, decided);
  expect([...made.keys()]).toEqual(["memberships.csv", "organisations.csv", "places.csv", "sources.csv", "finds.csv", "paragraphs.csv", "rejected.csv"]);
  expect(made.get("memberships.csv")).toBe("member,group\n");
  expect(made.get("paragraphs.csv")).toBe('source,locator,kind,text\ns,p1,paragraph,"Acme,\'=Best"\n');
  expect(made.get("rejected.csv")).toContain("abc,memberships,acme>club\n");
  const part = { ...CONTENT, documents: CONTENT.documents.map((each) => ({ ...each, whole: false })) };
  expect(files(part, decided).has("paragraphs.csv")).toBe(false);
});

test("a zip file has the signatures and the checksum that the format asks for", () => {
  // The checksum of 123456789 is published with the algorithm, CRC-32/ISO-HDLC.
  const [head] = zip(new Map([["a.csv", "123456789"]]));
  expect([...head!.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  expect(new DataView(head!.buffer).getUint32(14, true)).toBe(0xcbf43926);
});

test("a paragraph is in pieces, and the chosen words are one", () => {
  const text = "signed by Acme of Oslo";
  const spans = [...spanOf(text, "signed by Acme", 0), ...spanOf(text, "Acme", 1), ...spanOf(text, "missing", 2), ...spanOf(text, "", 3)];
  expect(pieces(text, spans, -1)).toEqual([{ text: "signed by ", row: 0 }, { text: "Acme", row: 1 }, { text: " of Oslo", row: -1 }]);
  expect(pieces(text, spans, 0)[0]).toEqual({ text: "signed by Acme", row: 0 });
});

beforeEach(() => localStorage.clear());

test("decisions are kept by document, in their order", () => {
  const memory = new Memory(CONTENT);
  memory.write([
    { decision: ["reject", "organisations", "best"], source: "s" },
    { decision: ["accept", "organisations", "acme", "stated"], source: "gone" },
  ]);
  expect(new Memory(CONTENT).read()).toEqual([["reject", "organisations", "best"], ["accept", "organisations", "acme", "stated"]]);
  memory.write([]);
  expect(localStorage).toHaveLength(0);
});

test("what somebody else wrote into the browser's storage is no decision", () => {
  for (const said of ["{", "null", '[[0,"reject","organisations"],["reject"],[1,"toString","a","b"],[2,"reject","organisations",3]]']) {
    localStorage.setItem("graphkit review abc", said);
    expect(new Memory(CONTENT).read()).toEqual([]);
  }
});

test("a browser that keeps nothing is said to", () => {
  vi.stubGlobal("localStorage", undefined);
  const memory = new Memory(CONTENT);
  memory.write([{ decision: ["reject", "organisations", "best"], source: "s" }]);
  expect(memory.keeps).toBe(false);
  expect(memory.read()).toEqual([]);
  vi.unstubAllGlobals();
});
