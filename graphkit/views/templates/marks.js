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

/** An image of one path, for text. */
function small(viewBox, width, height) {
  const space = "http://www.w3.org/2000/svg";
  const image = document.createElementNS(space, "svg");
  const attributes = { viewBox, width, height, "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, value);
  const path = document.createElementNS(space, "path");
  image.append(path);
  return { image, path };
}

/** A layer's line as a small image for text. */
function dashed({ color, dark: onDark, dash }) {
  const { image, path } = small("0 0 22 4", "22", "4");
  path.setAttribute("d", "M0 2H22");
  path.setAttribute("stroke", color);
  path.style.setProperty("stroke", `light-dark(${color}, ${onDark})`);
  path.setAttribute("stroke-width", "1.6");
  path.setAttribute("stroke-dasharray", dash.map((part) => part * 1.3).join(" ") || "none");
  return image;
}

/** A mark as a small image for text. */
function swatch({ shape, color, edge }) {
  const { image, path } = small("-10 -10 20 20", "16", "16");
  const corners = CORNERS[shape];
  const points = corners && corners.map(([x, y]) => `${(x * 6.4).toFixed(2)} ${(y * 6.4).toFixed(2)}`);
  path.setAttribute("d", points ? `M${points.join("L")}Z` : "M6.4 0A6.4 6.4 0 1 1 -6.4 0A6.4 6.4 0 1 1 6.4 0Z");
  path.setAttribute("fill", color);
  path.setAttribute("stroke", edge);
  return image;
}
