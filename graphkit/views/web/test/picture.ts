/**
 * A picture of everything that is drawn, for tests in a browser and for looking at: by WebGL in #webgl
 * and by a 2D canvas in #canvas, which must look the same.
 */

import { paintScene } from "../src/render/paint";
import { everything, manyMarks } from "./scenes";
import { NoWebGL, makeSigma } from "../src/render/sigma";
import type { Renderer } from "../src/render/renderer";
import type { Scene } from "../src/scene/scene";

declare global {
  interface Window {
    trial: {
      renderer: Renderer | null;
      failure: string;
      moved: number;
      resized: number;
      clicks: [number, number][];
      show(scene: Scene): void;
      dim(): void;
      many(count: number, dimmed: boolean): void;
    };
  }
}

const trial: Window["trial"] = (window.trial = {
  renderer: null,
  failure: "",
  moved: 0,
  resized: 0,
  clicks: [],
  show,
  dim: () => show(everything(true)),
  many: (count, dimmed) => show(manyMarks(count, dimmed)),
});

let shown = everything(false);
const canvas = document.querySelector("canvas")!;

function show(scene: Scene): void {
  shown = scene;
  trial.renderer?.draw(scene);
  paint();
}

/** The same camera on the canvas. */
function paint(): void {
  if (!trial.renderer || canvas.hidden) return;
  const { x, y, scale } = trial.renderer.camera();
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  const ctx = canvas.getContext("2d")!;
  ctx.scale(devicePixelRatio, devicePixelRatio);
  ctx.translate(width / 2, height / 2);
  ctx.scale(scale, scale);
  ctx.translate(-x, -y);
  paintScene(ctx, shown, 1 / scale);
}

try {
  const renderer = makeSigma(document.getElementById("webgl")!);
  trial.renderer = renderer;
  renderer.on("moved", () => {
    trial.moved += 1;
    paint();
  });
  renderer.on("resized", () => {
    trial.resized += 1;
    paint();
  });
  renderer.on("clicked", (x, y) => trial.clicks.push([x, y]));
  renderer.move({ x: 200, y: 150, scale: 1.2 });
  show(everything(false));
} catch (error) {
  if (!(error instanceof NoWebGL)) throw error;
  trial.failure = error.name;
}
