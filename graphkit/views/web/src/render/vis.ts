/** The standard renderer: vis-network, which pyvis brings, holds the marks and moves the camera. */

import { paintHubs, paintLines, paintMark } from "./paint";
import { wheelFactor, zoomed } from "./camera";
import type { Camera, MakeRenderer } from "./renderer";
import type { Mark, Scene } from "../scene/scene";

interface Place {
  x: number;
  y: number;
}

interface VisItem extends Place {
  id: number;
  size: number;
  shape: "custom";
  ctxRenderer(drawn: Place & { ctx: CanvasRenderingContext2D; id: number }): unknown;
}

interface VisData {
  clear(): void;
  add(items: VisItem[]): void;
}

interface VisNetwork {
  on(event: string, listener: (given: never) => void): void;
  redraw(): void;
  moveTo(options: object): void;
  getScale(): number;
  getViewPosition(): Place;
  canvasToDOM(place: Place): Place;
  DOMtoCanvas(place: Place): Place;
}

declare const vis: {
  DataSet: new (items: object[]) => VisData;
  Network: new (element: HTMLElement, data: object, options: object) => VisNetwork;
};

/** Two clicks within this time, in milliseconds, are a double click. */
const QUICK = 700;
const MOTION = { duration: 300, easingFunction: "easeInOutQuad" };

export const makeVis: MakeRenderer = (element) => {
  let scene: Scene | null = null;
  // Ids of our own: what data call themselves must not become a property's name in vis-network.
  const marks = new Map<number, Mark>();
  const nodes = new vis.DataSet([]);
  const network = new vis.Network(
    element,
    { nodes, edges: new vis.DataSet([]) },
    {
      physics: false,
      layout: { improvedLayout: false },
      nodes: { chosen: false },
      interaction: { dragNodes: false, selectable: false, hover: false },
    },
  );
  const moved: (() => void)[] = [];
  let last = "";

  const ctxRenderer: VisItem["ctxRenderer"] = ({ ctx, id }) => {
    const mark = marks.get(id);
    const size = 2 * (mark?.size ?? 0);
    const drawNode = (): void => {
      if (mark) paintMark(ctx, mark);
    };
    return { drawNode, nodeDimensions: { width: size, height: size } };
  };

  network.on("beforeDrawing", (ctx: CanvasRenderingContext2D) => {
    if (!scene) return;
    ctx.save();
    paintLines(ctx, scene.lines, 1 / network.getScale());
    paintHubs(ctx, scene.hubs, scene.theme.background);
    ctx.restore();
  });
  // vis-network would zoom alike at every turn of the wheel, however small; a touchpad makes many small ones.
  element.querySelector(".vis-network")!.addEventListener(
    "wheel",
    (event) => {
      const turn = event as WheelEvent;
      turn.preventDefault();
      turn.stopPropagation();
      const { left, top } = element.getBoundingClientRect();
      const size = { width: element.clientWidth, height: element.clientHeight };
      const { x, y, scale } = zoomed(camera(), size, wheelFactor(turn), [turn.clientX - left, turn.clientY - top]);
      network.moveTo({ position: { x, y }, scale, animation: false });
    },
    { capture: true, passive: false },
  );
  const camera = (): Camera => ({ ...network.getViewPosition(), scale: network.getScale() });
  network.on("afterDrawing", () => {
    const now = JSON.stringify(camera());
    if (now === last) return;
    last = now;
    for (const listener of moved) listener();
  });

  return {
    draw(next) {
      const same = scene?.key === next.key;
      scene = next;
      for (const mark of next.marks) marks.set(mark.index, mark);
      if (same) {
        network.redraw();
        return;
      }
      nodes.clear();
      nodes.add(next.marks.map(({ index, x, y, size }) => ({ id: index, x, y, size, shape: "custom", ctxRenderer })));
      network.redraw();
    },
    camera,
    move({ x, y, scale }, animated = false) {
      const at = network.getViewPosition();
      network.moveTo({
        position: { x: x ?? at.x, y: y ?? at.y },
        scale: scale ?? network.getScale(),
        animation: animated ? MOTION : false,
      });
    },
    toScreen(x, y) {
      const place = network.canvasToDOM({ x, y });
      return [place.x, place.y];
    },
    toPicture(x, y) {
      const place = network.DOMtoCanvas({ x, y });
      return [place.x, place.y];
    },
    on(event: "moved" | "resized" | "clicked", listener: (x: number, y: number) => void) {
      if (event === "moved") moved.push(listener as () => void);
      // vis-network says so before it moves the camera in its own way, which nobody is to see.
      else if (event === "resized") network.on("resize", () => queueMicrotask(listener as () => void));
      else {
        const tell = ({ pointer }: { pointer: { DOM: Place } }): void => listener(pointer.DOM.x, pointer.DOM.y);
        // The second of two quick clicks comes as a double click, and at times as a click before it too.
        let told: number[] = [];
        network.on("click", (given: never) => {
          told = [...told.slice(-1), performance.now()];
          tell(given);
        });
        network.on("doubleClick", (given: never) => {
          const quick = told.filter((at) => performance.now() - at < QUICK).length;
          told = [];
          if (quick < 2) tell(given);
        });
      }
    },
  };
};
