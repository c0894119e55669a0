/** What was decided, kept in the browser under the checksum of the document that a row rests on. */

import type { Content } from "./content";
import type { Decision } from "./decisions";

type Kept = [number: number, ...decision: string[]];

const place = (sha256: string): string => `graphkit review ${sha256}`;

export class Memory {
  /** Whether the browser keeps what it is given. */
  keeps = true;
  private readonly documentOf: Map<string, string>;
  private readonly checksums: string[];

  constructor(content: Content) {
    this.documentOf = new Map(content.documents.map(({ id, sha256 }) => [id, sha256]));
    this.checksums = [...new Set(this.documentOf.values())];
  }

  /** Everything decided on these documents, in its order. */
  read(): Decision[] {
    const found: Kept[] = [];
    for (const sha256 of this.checksums) {
      try {
        found.push(...(JSON.parse(localStorage.getItem(place(sha256)) ?? "[]") as unknown[]).filter(isKept));
      } catch {
        this.keeps = this.canStore();
      }
    }
    return found.sort(([a], [b]) => a - b).map(([, ...decision]) => decision as unknown as Decision);
  }

  /** Keep decisions, each with the source that its row rests on. */
  write(decisions: readonly { decision: Decision; source: string }[]): void {
    const by = new Map<string, Kept[]>(this.checksums.map((sha256) => [sha256, []]));
    decisions.forEach(({ decision, source }, at) => by.get(this.documentOf.get(source) ?? this.checksums[0] ?? "")?.push([at, ...decision]));
    try {
      for (const [sha256, kept] of by) {
        if (kept.length) localStorage.setItem(place(sha256), JSON.stringify(kept));
        else localStorage.removeItem(place(sha256));
      }
      this.keeps = true;
    } catch {
      this.keeps = false;
    }
  }

  /** Whether the browser would keep something, which private windows and settings forbid. */
  private canStore(): boolean {
    try {
      return localStorage !== null;
    } catch {
      return false;
    }
  }
}

const LENGTHS: Record<string, number> = { accept: 4, reject: 3, change: 5, same: 4 };

/** Whether what was kept is a decision; another page may have written there. */
function isKept(said: unknown): said is Kept {
  if (!Array.isArray(said) || typeof said[0] !== "number") return false;
  const decision = said.slice(1);
  return decision.every((each) => typeof each === "string") && LENGTHS[String(decision[0])] === decision.length;
}
