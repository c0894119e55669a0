/** The renderer where none can draw: it says so in words, and keeps a camera for the rest of the page. */

import { toPicture, toScreen, type Window } from "./camera";
import type { Camera, Renderer } from "./renderer";

export function makeWithoutWebgl(element: HTMLElement, words: string): Renderer {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  element.append(paragraph);
  // No names float where no marks are.
  element.classList.add("without-webgl");
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  const size = (): Window => ({ width: element.clientWidth, height: element.clientHeight });
  return {
    draw() {},
    camera: () => camera,
    move(to) {
      camera = { ...camera, ...to };
    },
    toScreen: (x, y) => toScreen(camera, size(), [x, y]),
    toPicture: (x, y) => toPicture(camera, size(), [x, y]),
    on() {},
  };
}
