/** How sigma draws the picture: marks and points where spokes meet as its nodes, lines as its edges. */

import type Sigma from "sigma";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { bytesOf, patternOf } from "./gpu_colours";
import { Instances, type Shot } from "./instances";
import { outlineOf } from "./outline";
import { HUB, type Hub, type Line, type Mark } from "../scene/scene";

/** A mark, or a point where spokes meet. */
export interface Glyph extends Pick<Mark, "x" | "y" | "size" | "shape" | "color" | "edge" | "alpha"> {
  /** How wide its edge is, and its dash. */
  stroke: number;
  dash: readonly number[];
  /** Whether it lies above the rest. */
  above: boolean;
}

const WHOLE: readonly number[] = [];
const DOTTED_RING: readonly number[] = [1.5, 2];

export function glyphOfMark({ x, y, size, shape, color, edge, alpha, light }: Mark): Glyph {
  return { x, y, size, shape, color, edge, alpha, stroke: 1.2, dash: WHOLE, above: light !== "dimmed" };
}

export function glyphOfHub({ x, y, color, alpha, unknown }: Hub, background: string): Glyph {
  const dash = unknown ? DOTTED_RING : WHOLE;
  return { x, y, size: HUB, shape: "dot", color: background, edge: color, alpha, stroke: 1.6, dash, above: false };
}

/** What sigma and graphology keep of a mark and of a line; y is sigma's, upwards. */
export type NodeAttributes = { x: number; y: number; glyph: Glyph };
export type EdgeAttributes = { line: Line };
export type Stage = Sigma<NodeAttributes, EdgeAttributes>;

/**
 * The programs that draw a stage, so that what changes its looks alone can be written where it is drawn
 * from. sigma's own refresh copies every attribute first, which at 20,000 marks can be felt.
 */
export const marksOn = new WeakMap<Stage, MarkProgram>();
export const linesOn = new WeakMap<Stage, LineProgram>();

/** What sigma's camera sees; see `sigma.ts` for its units. */
function shotOf(stage: Stage, { width, height, pixelRatio }: RenderParams): Shot {
  const { x, y, ratio } = stage.getCamera().getState();
  return { x, y: -y, scale: Math.min(width, height) / ratio, width, height, density: pixelRatio };
}

const MARK_VERTEX = `
out vec2 v_at;
flat out float v_size;
flat out vec4 v_outline;
flat out vec4 v_stroke;
flat out vec4 v_fill;
flat out vec4 v_edge;
const float LEAST = 1.5;
void main() {
  vec4 first = numbers(0);
  if (first.w != u_above) {
    gl_Position = NOWHERE;
    return;
  }
  uvec4 last = raw(3);
  v_size = max(first.z, LEAST / u_scale);
  v_outline = numbers(1);
  v_stroke = numbers(2);
  v_fill = ink(last.x);
  v_edge = ink(last.y);
  // Room for the mitres of the edge and for a pixel half covered.
  v_at = corner() * (v_size * v_outline.y + 1.5 * v_stroke.x + 1.0 / (u_scale * u_density));
  gl_Position = onScreen(first.xy + v_at);
}`;

const MARK_FRAGMENT = `
in vec2 v_at;
flat in float v_size;
flat in vec4 v_outline;
flat in vec4 v_stroke;
flat in vec4 v_fill;
flat in vec4 v_edge;
float away(vec2 at, float tips, float reach, float inner, float turn) {
  float far = length(at);
  if (tips == 0.0) return far - reach;
  float wedge = 6.283185307179586 / tips;
  float folded = abs(mod(atan(at.y, at.x) - turn + wedge / 2.0, wedge) - wedge / 2.0);
  vec2 between = reach * inner * vec2(cos(wedge / 2.0), sin(wedge / 2.0));
  vec2 out_ = normalize(vec2(between.y, reach - between.x));
  return dot(far * vec2(cos(folded), sin(folded)) - vec2(reach, 0.0), out_);
}
void main() {
  float pixels = u_scale * u_density;
  vec2 at = v_at + vec2(1e-6, 0.0);
  float off = away(at / v_size, v_outline.x, v_outline.y, v_outline.z, v_outline.w) * v_size * pixels;
  float edge = band(off, v_stroke.x * pixels / 2.0);
  if (v_stroke.y > 0.0) {
    float along = mod(atan(at.y, at.x), 6.283185307179586) * v_size;
    float half_ = 0.5 / pixels;
    edge *= inked(along - half_, along + half_, vec4(v_stroke.yz, 0.0, 0.0)) * pixels;
  }
  vec4 fill = vec4(v_fill.rgb, 1.0) * v_fill.a * clamp(0.5 - off, 0.0, 1.0);
  vec4 line = vec4(v_edge.rgb, 1.0) * v_edge.a * edge;
  color = line + fill * (1.0 - line.a);
}`;

export class MarkProgram {
  drawLabel = undefined;
  drawHover = undefined;
  private readonly instances: Instances;

  constructor(
    gl: WebGLRenderingContext,
    _picking: WebGLFramebuffer | null,
    private readonly stage: Stage,
  ) {
    this.instances = new Instances(gl as WebGL2RenderingContext, MARK_VERTEX, MARK_FRAGMENT, 4);
    marksOn.set(stage, this);
  }

  reallocate(capacity: number): void {
    this.instances.allocate(capacity);
  }

  process(_id: number, index: number, data: NodeDisplayData): void {
    this.write(index, (data as NodeDisplayData & NodeAttributes).glyph);
  }

  write(index: number, glyph: Glyph): void {
    const { tips, reach, inner, turn } = outlineOf(glyph.shape);
    const [on, off] = patternOf(glyph.dash);
    const at = this.instances.write(index, glyph.above);
    const above = glyph.above ? 1 : 0;
    const { x, y, size, stroke } = glyph;
    this.instances.numbers.set([x, y, size, above, tips, reach, inner, turn, stroke, on, off, 0], at);
    this.instances.ink(at + 12, bytesOf(glyph.color), glyph.alpha);
    this.instances.ink(at + 13, bytesOf(glyph.edge), glyph.alpha);
  }

  render(params: RenderParams): void {
    this.instances.draw(shotOf(this.stage, params));
  }

  kill(): void {
    this.instances.free();
  }
}

/** Draws nothing: in place of programs of sigma's own, whose shaders would be compiled for nothing. */
export class NoProgram {
  drawLabel = undefined;
  drawHover = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

const LINE_VERTEX = `
out vec2 v_at;
flat out vec2 v_reach;
flat out vec4 v_dash;
flat out vec4 v_color;
const float LEAST = 0.5;
void main() {
  vec4 ends = numbers(0);
  uvec4 last = raw(2);
  vec2 rest = uintBitsToFloat(last.xy);
  vec2 span = ends.zw - ends.xy;
  float far = length(span);
  if (rest.y != u_above || far == 0.0) {
    gl_Position = NOWHERE;
    return;
  }
  vec2 along = span / far;
  float pixel = 1.0 / (u_scale * u_density);
  v_reach = vec2(far, max(rest.x, LEAST / u_scale) / 2.0);
  v_dash = numbers(1);
  v_color = ink(last.z);
  v_at = vec2(far / 2.0, 0.0) + corner() * (vec2(far / 2.0, v_reach.y) + pixel);
  gl_Position = onScreen(ends.xy + along * v_at.x + vec2(-along.y, along.x) * v_at.y);
}`;

const LINE_FRAGMENT = `
in vec2 v_at;
flat in vec2 v_reach;
flat in vec4 v_dash;
flat in vec4 v_color;
void main() {
  float pixels = u_scale * u_density;
  float from = clamp(v_at.x - 0.5 / pixels, 0.0, v_reach.x);
  float to = clamp(v_at.x + 0.5 / pixels, 0.0, v_reach.x);
  float share = band(v_at.y * pixels, v_reach.y * pixels) * inked(from, to, v_dash) * pixels;
  color = vec4(v_color.rgb, 1.0) * v_color.a * share;
}`;

export class LineProgram {
  drawLabel = undefined;
  private readonly instances: Instances;

  constructor(
    gl: WebGLRenderingContext,
    _picking: WebGLFramebuffer | null,
    private readonly stage: Stage,
  ) {
    this.instances = new Instances(gl as WebGL2RenderingContext, LINE_VERTEX, LINE_FRAGMENT, 3);
    linesOn.set(stage, this);
  }

  reallocate(capacity: number): void {
    this.instances.allocate(capacity);
  }

  process(_id: number, index: number, _from: NodeDisplayData, _to: NodeDisplayData, data: EdgeDisplayData): void {
    this.write(index, (data as EdgeDisplayData & EdgeAttributes).line);
  }

  write(index: number, line: Line): void {
    const above = line.light === "lit";
    const at = this.instances.write(index, above);
    const { x1, y1, x2, y2, width } = line;
    const [a, b, c, d] = patternOf(line.dash);
    this.instances.numbers.set([x1, y1, x2, y2, a, b, c, d, width, above ? 1 : 0], at);
    this.instances.ink(at + 10, bytesOf(line.color), line.alpha);
  }

  render(params: RenderParams): void {
    this.instances.draw(shotOf(this.stage, params));
  }

  kill(): void {
    this.instances.free();
  }
}
