// Bundles the page's script: the entries of src/ become one file each, with the notices
// of what others wrote in them. The same sources give the same bytes.
//
//   node build.mjs [folder]     into ../bundles, or the folder given
//   node build.mjs --watch      again at every change, until Ctrl-C

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const watching = process.argv.includes("--watch");
const given = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const folder = given ? resolve(given) : join(HERE, "..", "bundles");

/** The folders of the packages that files of a bundle came from. */
function packages(metafile) {
  const found = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const inside = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (inside) found.add(inside[1]);
  }
  return [...found].sort();
}

/** Name, version, licence and its whole text; without the text nobody may pass the package on. */
function notice(name) {
  const place = join(HERE, name);
  const about = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  const file = readdirSync(place).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} has no file with its licence`);
  const text = readFileSync(join(place, file), "utf8").replace(/\r\n?/g, "\n").trim();
  return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
}

function notices(metafile) {
  const parts = packages(metafile).map(notice);
  return ["The page's script contains the following packages.\n", ...parts].join(`\n${"-".repeat(72)}\n\n`);
}

/** The outlines of countries, which a map alone needs, with their licence. */
function outlines() {
  const place = join("node_modules", "world-atlas");
  const { objects, ...rest } = JSON.parse(readFileSync(join(HERE, place, "countries-50m.json"), "utf8"));
  const geometries = objects.countries.geometries.map(({ type, arcs = [] }) => ({ type, arcs }));
  const said = { arcs: rest.arcs, objects: { countries: { geometries } }, transform: rest.transform };
  writeFileSync(join(folder, "outlines.json"), `${JSON.stringify(said)}\n`);
  writeFileSync(join(folder, "OUTLINES-NOTICE.txt"), `Outlines of countries: Natural Earth (public domain), from\n\n${notice(place)}`);
}

/** Written here rather than by esbuild: LF on every machine, and nothing unless everything went well. */
const writer = {
  name: "write",
  setup(build) {
    build.onEnd((result) => {
      if (result.errors.length) return;
      const said = notices(result.metafile);
      if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
      for (const file of result.outputFiles) writeFileSync(file.path, file.text);
      writeFileSync(join(folder, "NOTICES.txt"), said);
      outlines();
      if (watching) console.log(`Built ${result.outputFiles.length} bundles.`);
    });
  },
};

const options = {
  absWorkingDir: HERE,
  entryPoints: ["src/review.ts", "src/standard.ts", "src/webgl.ts"],
  outdir: folder,
  bundle: true,
  format: "iife",
  target: "es2020",
  minify: true,
  charset: "ascii",
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
  plugins: [writer],
};

if (watching) {
  await (await esbuild.context(options)).watch();
} else {
  // esbuild has said what is wrong by then.
  await esbuild.build(options).catch((error) => {
    if (!error.errors?.length || error.errors.some(({ pluginName }) => pluginName)) console.error(error.message);
    process.exitCode = 1;
  });
}
