/** Which boxes are taken, in a grid of cells. */

import type { Box } from "../scene/scene";

/** Boxes in a grid of cells, so that a new one is compared with those around it alone. */
export class Boxes {
  private readonly cells = new Map<number, Box[]>();

  constructor(private readonly cell: number) {}

  private keys([left, top, right, bottom]: Box): number[] {
    const keys: number[] = [];
    const low = Math.floor(top / this.cell);
    const high = Math.floor(bottom / this.cell);
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1) {
      for (let y = low; y <= high; y += 1) keys.push(x * 1e6 + y);
    }
    return keys;
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  remove(box: Box): void {
    for (const key of this.keys(box)) this.cells.set(key, (this.cells.get(key) ?? []).filter((other) => other !== box));
  }

  hits(box: Box, except: Box | null = null): boolean {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) if (other !== except && meets(box, other)) return true;
    }
    return false;
  }

  /** How many boxes a box overlaps. */
  count(box: Box, except: Box | null = null): number {
    const met = new Set<Box>();
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) if (other !== except && meets(box, other)) met.add(other);
    }
    return met.size;
  }
}

const meets = (one: Box, other: Box): boolean => other[2] > one[0] && other[0] < one[2] && other[3] > one[1] && other[1] < one[3];
