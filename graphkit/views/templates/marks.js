// Marks: the shapes of organisations, drawn alike on the canvas and in the legend.

const CORNERS = {
  square: polygon(4, 1.26, Math.PI / 4),
  diamond: polygon(4, 1.2, 0),
  triangle: polygon(3, 1.35, -Math.PI / 2),
  triangleDown: polygon(3, 1.35, Math.PI / 2),
  hexagon: polygon(6, 1.1, 0),
  star: polygon(10, 1.4, -Math.PI / 2, 0.52),
};

/** The corners of a regular polygon; every second one drawn in by `inner` for a star. */
function polygon(count, radius, turn, inner = 1) {
  return Array.from({ length: count }, (_, corner) => {
    const angle = turn + (2 * Math.PI * corner) / count;
    const reach = radius * (corner % 2 ? inner : 1);
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

/** Trace a mark as the canvas's current path. */
function traceMark(ctx, shape, x, y, size) {
  ctx.beginPath();
  const corners = CORNERS[shape];
  if (!corners) {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], corner) => {
    if (corner) ctx.lineTo(x + dx * size, y + dy * size);
    else ctx.moveTo(x + dx * size, y + dy * size);
  });
  ctx.closePath();
}

/** A mark as a small image for text. */
function swatch({ shape, color, edge }) {
  const space = "http://www.w3.org/2000/svg";
  const image = document.createElementNS(space, "svg");
  const attributes = { viewBox: "-10 -10 20 20", width: "16", height: "16", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, value);
  const path = document.createElementNS(space, "path");
  const corners = CORNERS[shape];
  const points = corners && corners.map(([x, y]) => `${(x * 6.4).toFixed(2)} ${(y * 6.4).toFixed(2)}`);
  path.setAttribute("d", points ? `M${points.join("L")}Z` : "M6.4 0A6.4 6.4 0 1 1 -6.4 0A6.4 6.4 0 1 1 6.4 0Z");
  path.setAttribute("fill", color);
  path.setAttribute("stroke", edge);
  image.append(path);
  return image;
}
