/** What a renderer does: it shows a scene and moves a camera over it, and knows nothing else of the page. */

import type { Scene } from "../scene/scene";

/** The middle of the window in units of the picture (y down), and pixels of the screen a unit. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Renderer {
  /**
   * Show a scene; the camera stays. Called on every change of state. Where `scene.key` is that of the
   * scene before, nothing but light, colours and `alpha` differs from it.
   */
  draw(scene: Scene): void;
  camera(): Camera;
  move(camera: Partial<Camera>, animated?: boolean): void;
  /** Units of the picture to pixels in the element, and back. */
  toScreen(x: number, y: number): [number, number];
  toPicture(x: number, y: number): [number, number];
  /**
   * "moved": the camera is elsewhere than it was, whatever moved it; called with every frame of a
   * movement, as that frame is drawn. "resized": the element has another size. "clicked": a click or
   * tap (no drag), at a place in pixels in the element; a double click gives two of them.
   */
  on(event: "moved" | "resized", listener: () => void): void;
  on(event: "clicked", listener: (x: number, y: number) => void): void;
}

export type MakeRenderer = (element: HTMLElement) => Renderer;
