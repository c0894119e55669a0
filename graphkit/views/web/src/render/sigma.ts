/**
 * The renderer that draws with WebGL, through sigma and graphology. sigma moves the camera and keeps the
 * canvases; marks and lines are drawn by programs of ours, and its labels, hover and search for what is
 * under the pointer are off. Its units are made those of the picture, with y upwards.
 */

import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { pinched, toPicture, toScreen, wheelFactor, zoomed, type Place, type Window } from "./camera";
import {
  LineProgram,
  MarkProgram,
  NoProgram,
  glyphOfHub,
  glyphOfMark,
  linesOn,
  marksOn,
  type EdgeAttributes,
  type Glyph,
  type NodeAttributes,
  type Stage,
} from "./programs";
import type { Camera, Renderer } from "./renderer";
import type { Scene } from "../scene/scene";

/** This browser, or this machine, has no WebGL 2. */
export class NoWebGL extends Error {
  override name = "NoWebGL";
}

const DRAG = 5;
const DURATION = 300;

export function makeSigma(element: HTMLElement): Renderer {
  return new WebGLRenderer(element);
}

class WebGLRenderer implements Renderer {
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)");
  private readonly moved: (() => void)[] = [];
  private readonly resized: (() => void)[] = [];
  private readonly clicked: ((x: number, y: number) => void)[] = [];
  private readonly frame = document.createElement("div");
  private stage: Stage;
  private scene: Scene | null = null;
  /** What the graph says of points and marks, and of lines, in the order of drawing. */
  private nodes: NodeAttributes[] = [];
  private edges: EdgeAttributes[] = [];
  private side = 1;
  private told: Camera = { x: NaN, y: NaN, scale: NaN };

  /** Raises NoWebGL. */
  constructor(element: HTMLElement) {
    const probe = document.createElement("canvas").getContext("webgl2");
    if (!probe) throw new NoWebGL("This browser has no WebGL 2.");
    probe.getExtension("WEBGL_lose_context")?.loseContext();
    Object.assign(this.frame.style, { position: "absolute", inset: "0" });
    element.prepend(this.frame);
    try {
      this.stage = this.build({ x: 0, y: 0, scale: 1 });
    } catch (error) {
      this.frame.remove();
      throw new NoWebGL(error instanceof Error ? error.message : String(error));
    }
    this.watchClicks();
    this.watchDensity();
    new ResizeObserver(() => {
      this.paint();
      for (const listener of this.resized) listener();
    }).observe(this.frame);
  }

  draw(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    const same =
      before?.key === scene.key &&
      before.marks.length === scene.marks.length &&
      before.hubs.length === scene.hubs.length &&
      before.lines.length === scene.lines.length;
    if (same) this.relight(scene);
    else this.load(scene);
  }

  camera(): Camera {
    const { x, y, ratio } = this.stage.getCamera().getState();
    return { x, y: -y, scale: this.side / ratio };
  }

  move(camera: Partial<Camera>, animated = false): void {
    const state = this.stateOf({ ...this.camera(), ...camera });
    const moving = this.stage.getCamera();
    if (animated && !this.still.matches) {
      void moving.animate(state, { duration: DURATION, easing: "quadraticInOut" });
      return;
    }
    moving.setState(state);
    // A movement under way would go on from where it was.
    if (moving.isAnimated()) void moving.animate(state, { duration: 1 });
  }

  toScreen(x: number, y: number): [number, number] {
    return toScreen(this.camera(), this.window(), [x, y]);
  }

  toPicture(x: number, y: number): [number, number] {
    return toPicture(this.camera(), this.window(), [x, y]);
  }

  on(event: "moved" | "resized", listener: () => void): void;
  on(event: "clicked", listener: (x: number, y: number) => void): void;
  on(event: "moved" | "resized" | "clicked", listener: (x: number, y: number) => void): void {
    if (event === "clicked") this.clicked.push(listener);
    else this[event].push(listener as () => void);
  }

  private window(): Window {
    return this.stage.getDimensions();
  }

  /** sigma's camera: at ratio 1 the shorter side of the window shows one unit. */
  private stateOf({ x, y, scale }: Camera): { x: number; y: number; ratio: number } {
    return { x, y: -y, ratio: this.side / scale };
  }

  private build(camera: Camera): Stage {
    const stage: Stage = new Sigma(new MultiUndirectedGraph<NodeAttributes, EdgeAttributes>(), this.frame, {
      allowInvalidContainer: true,
      stagePadding: 0,
      renderLabels: false,
      enableCameraRotation: false,
      // No movement but the reader's own.
      inertiaRatio: 0,
      inertiaDuration: 1,
      // Under the names of all of sigma's own programs, which take their place.
      defaultNodeType: "circle",
      defaultEdgeType: "line",
      nodeProgramClasses: { circle: MarkProgram },
      nodeHoverProgramClasses: { circle: NoProgram },
      edgeProgramClasses: { line: LineProgram, arrow: NoProgram },
    });
    // Nothing is drawn on these, but the browser would put together a picture of each at every frame.
    for (const name of ["edgeLabels", "labels", "hovers", "hoverNodes"]) stage.getCanvases()[name]!.style.display = "none";
    stage.setCustomBBox({ x: [0, 1], y: [0, 1] });
    this.side = shorter(stage.getDimensions());
    stage.getCamera().setState(this.stateOf(camera));
    stage.on("resize", () => this.keepScale(stage));
    stage.on("afterRender", () => this.tellMoved());
    this.takeGestures(stage);
    this.restoreWhenLost(stage);
    return stage;
  }

  /** Draw a frame now. */
  private paint(): void {
    this.stage.refresh({ partialGraph: {}, skipIndexation: true });
  }

  /** A window of another size shows more or less of the picture, at the same scale. */
  private keepScale(stage: Stage): void {
    const side = shorter(stage.getDimensions());
    const moving = stage.getCamera();
    const ratio = (moving.getState().ratio * side) / this.side;
    this.side = side;
    moving.setState({ ratio });
  }

  private tellMoved(): void {
    const { x, y, scale } = this.camera();
    if (x === this.told.x && y === this.told.y && Math.abs(scale / this.told.scale - 1) < 1e-9) return;
    this.told = { x, y, scale };
    for (const listener of this.moved) listener();
  }

  private load(scene: Scene): void {
    const graph = graphOf(scene);
    this.nodes = graph.mapNodes((_, attributes) => attributes);
    this.edges = graph.mapEdges((_, attributes) => attributes);
    this.stage.setGraph(graph);
  }

  /** The scene differs in light and colours alone: what changed is written where it is drawn from. */
  private relight(scene: Scene): void {
    const [marks, lines] = [marksOn.get(this.stage), linesOn.get(this.stage)];
    glyphsOf(scene).forEach(([, glyph], index) => {
      const attributes = this.nodes[index];
      if (!attributes || alike(GLYPH, attributes.glyph, glyph)) return;
      attributes.glyph = glyph;
      marks?.write(index, glyph);
    });
    scene.lines.forEach((line, index) => {
      const attributes = this.edges[index];
      if (!attributes || alike(LINE, attributes.line, line)) return;
      attributes.line = line;
      lines?.write(index, line);
    });
    this.stage.scheduleRender();
  }

  /** sigma asks the graphics card what is under the pointer at each event; nobody here needs that. */
  private takeGestures(stage: Stage): void {
    const [mouse, touch] = [stage.getMouseCaptor(), stage.getTouchCaptor()];
    mouse.removeAllListeners();
    touch.removeAllListeners();
    // A second click is a click, and a movement under way ends where it is taken hold of.
    mouse.on("doubleClick", (event) => event.preventSigmaDefault());
    touch.on("doubletap", (event) => event.preventSigmaDefault());
    mouse.on("mousedown", () => this.move({}));
    mouse.on("wheel", (event) => {
      // sigma hands out a copy, on which preventSigmaDefault has no effect: it would zoom as well.
      event.sigmaDefaultPrevented = true;
      const factor = wheelFactor(event.original as WheelEvent);
      this.move(zoomed(this.camera(), this.window(), factor, [event.x, event.y]));
    });
    touch.on("touchdown", () => this.move({}));
    touch.on("touchmove", (event) => {
      if (event.touches.length < 2) return;
      event.preventSigmaDefault();
      const places = (touches: { x: number; y: number }[]): Place[] => touches.map(({ x, y }) => [x, y]);
      this.move(pinched(this.camera(), this.window(), places(event.previousTouches), places(event.touches)));
    });
  }

  /** A click is a pointer that went up near where it went down, alone. */
  private watchClicks(): void {
    let down: { id: number; x: number; y: number } | null = null;
    this.frame.addEventListener("pointerdown", (event) => {
      const { pointerId: id, clientX: x, clientY: y } = event;
      down = event.isPrimary && event.button === 0 ? { id, x, y } : null;
    });
    this.frame.addEventListener("pointercancel", () => (down = null));
    this.frame.addEventListener("pointerup", ({ pointerId, clientX, clientY }) => {
      const near = down?.id === pointerId && Math.hypot(clientX - down.x, clientY - down.y) < DRAG;
      down = null;
      if (!near) return;
      const { left, top } = this.frame.getBoundingClientRect();
      for (const listener of this.clicked) listener(clientX - left, clientY - top);
    });
  }

  /** Moved to another screen: the canvases need other sizes, which sigma does not see. */
  private watchDensity(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        this.stage.resize(true);
        this.paint();
        this.watchDensity();
      },
      { once: true },
    );
  }

  /** The graphics card may forget everything, as when a laptop sleeps; then everything is created again. */
  private restoreWhenLost(stage: Stage): void {
    for (const canvas of Object.values(stage.getCanvases())) {
      canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
      canvas.addEventListener("webglcontextrestored", () => {
        if (stage !== this.stage) return;
        const camera = this.camera();
        stage.kill();
        this.stage = this.build(camera);
        if (this.scene) this.load(this.scene);
      });
    }
  }
}

const shorter = ({ width, height }: Window): number => Math.min(width, height);

const GLYPH = ["x", "y", "size", "shape", "color", "edge", "alpha", "stroke", "dash", "above"] as const;
const LINE = ["x1", "y1", "x2", "y2", "width", "color", "alpha", "dash", "light"] as const;

/** Whether two look alike. */
function alike<Name extends string>(
  names: readonly Name[],
  one: Record<Name, unknown>,
  other: Record<Name, unknown>,
): boolean {
  for (const name of names) if (one[name] !== other[name]) return false;
  return true;
}

/** Points and marks in the order of drawing, with their keys in the graph. */
function glyphsOf({ marks, hubs, theme }: Scene): [string, Glyph][] {
  return [
    ...hubs.map((hub): [string, Glyph] => [`h${hub.group}`, glyphOfHub(hub, theme.background)]),
    ...marks.map((mark): [string, Glyph] => [`m${mark.index}`, glyphOfMark(mark)]),
  ];
}

/** The scene as a graph. */
function graphOf(scene: Scene): MultiUndirectedGraph<NodeAttributes, EdgeAttributes> {
  const graph = new MultiUndirectedGraph<NodeAttributes, EdgeAttributes>();
  for (const [key, glyph] of glyphsOf(scene)) graph.addNode(key, { x: glyph.x, y: -glyph.y, glyph });
  scene.lines.forEach((line, index) => {
    const { from, to, groups } = line;
    graph.addEdgeWithKey(index, `m${from}`, to < 0 ? `h${groups[0]}` : `m${to}`, { line });
  });
  return graph;
}
