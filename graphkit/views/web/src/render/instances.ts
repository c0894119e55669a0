/**
 * Many squares on the graphics card, each with values of its own, which the shader reads from a texture:
 * drawing this many instances would be as quick on a card, but is slow where a processor stands in for
 * one. It takes the place of sigma's own base of programs, which sends all values again with every frame
 * and draws everything twice to find out what is under the pointer; the page knows that without it.
 */

/** What every shader is told: the camera, the window, and whether what lies above is being drawn. */
export interface Shot {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
  /** Pixels of the screen to a pixel of the page. */
  density: number;
}

/** Squares in a row of the texture; a texel holds four values. */
const ROW = 512;

/**
 * The head of each vertex shader; `onScreen` takes units of the picture. A square that is not drawn now
 * is nowhere.
 */
const camera = (texels: number): string => `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D u_values;
uniform vec2 u_middle;
uniform vec2 u_window;
uniform float u_scale;
uniform float u_density;
uniform float u_above;
const vec2 CORNERS[6] = vec2[6](vec2(-1, -1), vec2(1, -1), vec2(-1, 1), vec2(-1, 1), vec2(1, -1), vec2(1, 1));
vec2 corner() {
  return CORNERS[gl_VertexID % 6];
}
uvec4 raw(int texel) {
  int square = gl_VertexID / 6;
  return texelFetch(u_values, ivec2(square % ${ROW} * ${texels} + texel, square / ${ROW}), 0);
}
vec4 numbers(int texel) {
  return uintBitsToFloat(raw(texel));
}
vec4 ink(uint bytes) {
  return vec4(uvec4(bytes, bytes >> 8, bytes >> 16, bytes >> 24) & 255u) / 255.0;
}
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
vec4 onScreen(vec2 place) {
  return vec4((place - u_middle) * u_scale / u_window * vec2(2.0, -2.0), 0.0, 1.0);
}
`;

/**
 * The head of each fragment shader: how much of a pixel lies in a band around a line, and how much of a
 * stretch is inked by a dash, both exactly, so that nothing flickers however small it gets.
 */
const COVERAGE = `#version 300 es
precision highp float;
uniform float u_scale;
uniform float u_density;
out vec4 color;
float band(float across, float half_) {
  return clamp(min(across + 0.5, half_) - max(across - 0.5, -half_), 0.0, 1.0);
}
float inkedUpTo(float at, vec4 dash) {
  float period = dash.x + dash.y + dash.z + dash.w;
  float rest = mod(at, period);
  return floor(at / period) * (dash.x + dash.z) + min(rest, dash.x) + clamp(rest - dash.x - dash.y, 0.0, dash.z);
}
float inked(float from, float to, vec4 dash) {
  return dash.x + dash.z == 0.0 ? to - from : inkedUpTo(to, dash) - inkedUpTo(from, dash);
}
`;

/** The squares of one program, one instance each. */
export class Instances {
  /** The values, as numbers and as bytes. */
  numbers = new Float32Array(0);
  private bytes = new Uint8Array(0);
  private words = new Uint32Array(0);
  private above = new Uint8Array(0);
  private changed = true;
  private readonly program: WebGLProgram;
  private readonly texture: WebGLTexture | null;
  private readonly array: WebGLVertexArrayObject | null;
  private readonly places = new Map<string, WebGLUniformLocation | null>();

  /** texels: how many fours of values a square has. */
  constructor(
    private readonly gl: WebGL2RenderingContext,
    vertex: string,
    fragment: string,
    private readonly texels: number,
  ) {
    this.program = linked(gl, camera(texels) + vertex, COVERAGE + fragment);
    this.array = gl.createVertexArray();
    this.texture = gl.createTexture();
  }

  allocate(count: number): void {
    this.changed = true;
    this.above = new Uint8Array(count);
    const length = 4 * this.texels * ROW * Math.ceil(count / ROW);
    if (this.numbers.length === length) return;
    this.numbers = new Float32Array(length);
    this.bytes = new Uint8Array(this.numbers.buffer);
    this.words = new Uint32Array(this.numbers.buffer);
  }

  /** The values of a square are about to change; where they begin. above: whether it lies above the rest. */
  write(index: number, above: boolean): number {
    this.changed = true;
    this.above[index] = above ? 1 : 0;
    return 4 * this.texels * index;
  }

  /** Write a colour at a place among the numbers. */
  ink(at: number, [red, green, blue]: readonly [number, number, number], alpha: number): void {
    const byte = 4 * at;
    this.bytes[byte] = red;
    this.bytes[byte + 1] = green;
    this.bytes[byte + 2] = blue;
    this.bytes[byte + 3] = Math.round(255 * alpha);
  }

  /** Draw all squares, those that lie above after the rest. */
  draw({ x, y, scale, width, height, density }: Shot): void {
    const { gl } = this;
    if (!this.above.length) return;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.enable(gl.BLEND);
    gl.useProgram(this.program);
    gl.bindVertexArray(this.array);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    if (this.changed) this.send();
    gl.uniform1i(this.at("u_values"), 0);
    gl.uniform2f(this.at("u_middle"), x, y);
    gl.uniform2f(this.at("u_window"), width, height);
    gl.uniform1f(this.at("u_scale"), scale);
    gl.uniform1f(this.at("u_density"), density);
    for (const above of [0, 1]) {
      if (!this.above.includes(above)) continue;
      gl.uniform1f(this.at("u_above"), above);
      gl.drawArrays(gl.TRIANGLES, 0, 6 * this.above.length);
    }
    gl.bindVertexArray(null);
  }

  /** To the card. Values go as bits, which no driver may mistake for a number that is none. */
  private send(): void {
    const { gl } = this;
    const [width, height] = [this.texels * ROW, Math.ceil(this.above.length / ROW)];
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, width, height, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, this.words);
    this.changed = false;
  }

  private at(name: string): WebGLUniformLocation | null {
    if (!this.places.has(name)) this.places.set(name, this.gl.getUniformLocation(this.program, name));
    return this.places.get(name) ?? null;
  }

  free(): void {
    this.gl.deleteVertexArray(this.array);
    this.gl.deleteTexture(this.texture);
    this.gl.deleteProgram(this.program);
  }
}

function linked(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error("The graphics card takes no shader.");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    const logs = gl.getAttachedShaders(program)?.map((shader) => gl.getShaderInfoLog(shader)) ?? [];
    throw new Error(`The graphics card refuses a shader: ${[...logs, gl.getProgramInfoLog(program)].join(" ")}`);
  }
  return program;
}
