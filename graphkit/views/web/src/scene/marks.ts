/** Marks: the shapes of organisations, drawn alike on a canvas, in the legend and in SVG. */

type Corner = [x: number, y: number];

/** The corners of a regular polygon; every second one drawn in by `inner` for a star. */
function polygon(count: number, radius: number, turn: number, inner = 1): Corner[] {
  return Array.from({ length: count }, (_, corner): Corner => {
    const angle = turn + (2 * Math.PI * corner) / count;
    const reach = radius * (corner % 2 ? inner : 1);
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

const CORNERS = new Map<string, Corner[]>([
  ["square", polygon(4, 1.26, Math.PI / 4)],
  ["diamond", polygon(4, 1.2, 0)],
  ["triangle", polygon(3, 1.35, -Math.PI / 2)],
  ["triangleDown", polygon(3, 1.35, Math.PI / 2)],
  ["hexagon", polygon(6, 1.1, 0)],
  ["star", polygon(10, 1.4, -Math.PI / 2, 0.52)],
]);

/** The corners of a mark of radius 1, y down; a dot has none. */
export const corners = (shape: string): readonly (readonly [x: number, y: number])[] => CORNERS.get(shape) ?? [];

/** Trace a mark as the canvas's current path. */
export function traceMark(ctx: CanvasRenderingContext2D, shape: string, x: number, y: number, size: number): void {
  ctx.beginPath();
  const points = corners(shape);
  if (!points.length) {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  points.forEach(([dx, dy], corner) => {
    if (corner) ctx.lineTo(x + dx * size, y + dy * size);
    else ctx.moveTo(x + dx * size, y + dy * size);
  });
  ctx.closePath();
}

/** A mark as the data of an SVG path. */
export function pathOf(shape: string, x: number, y: number, size: number): string {
  const points = corners(shape);
  const shown = (value: number): string => String(Number(value.toFixed(2)));
  if (!points.length) {
    const [r, left, right, at] = [shown(size), shown(x - size), shown(x + size), shown(y)];
    return `M${right} ${at}A${r} ${r} 0 1 1 ${left} ${at}A${r} ${r} 0 1 1 ${right} ${at}Z`;
  }
  return `M${points.map(([dx, dy]) => `${shown(x + dx * size)} ${shown(y + dy * size)}`).join("L")}Z`;
}

export const SPACE = "http://www.w3.org/2000/svg";

/** An image of one path, for text. */
function small(viewBox: string, width: string, height: string): { image: SVGSVGElement; path: SVGPathElement } {
  const image = document.createElementNS(SPACE, "svg");
  const attributes = { viewBox, width, height, "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, value);
  const path = document.createElementNS(SPACE, "path");
  image.append(path);
  return { image, path };
}

/** A line as a small image for text; dark: its colour on a dark page. */
export function dashed(dash: readonly number[], color: string, dark = color): SVGSVGElement {
  const { image, path } = small("0 0 22 4", "22", "4");
  path.setAttribute("d", "M0 2H22");
  path.setAttribute("stroke", color);
  if (dark !== color) path.style.setProperty("stroke", `light-dark(${color}, ${dark})`);
  path.setAttribute("stroke-width", "1.6");
  path.setAttribute("stroke-dasharray", dash.join(" ") || "none");
  return image;
}

/** A mark as a small image for text. */
export function swatch({ shape, color, edge }: { shape: string; color: string; edge: string }): SVGSVGElement {
  const { image, path } = small("-10 -10 20 20", "16", "16");
  path.setAttribute("d", pathOf(shape, 0, 0, 6.4));
  path.setAttribute("fill", color);
  path.setAttribute("stroke", edge);
  return image;
}
