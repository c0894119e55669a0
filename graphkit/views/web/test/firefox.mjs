/**
 * What a reader does, in Firefox: opens a page, searches, filters, selects and asks for a line. Prints
 * what the page then shows as JSON.
 *
 *     node firefox.mjs FIREFOX PAGE
 */

import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, page] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  const tab = await browser.newPage();
  const wrong = [];
  tab.on("pageerror", (error) => wrong.push(String(error)));
  tab.on("console", (said) => ["error", "warn"].includes(said.type()) && wrong.push(said.text()));
  await tab.setViewport({ width: 1400, height: 900 });
  await tab.goto(pathToFileURL(page).href);
  await tab.waitForFunction(() => window.graphkitView?.ready);
  const now = () =>
    tab.evaluate(() => {
      const { selected, selectedTie, visible, labels, scene } = window.graphkitView;
      const names = labels.map(({ text }) => text);
      const panel = document.getElementById("details").innerText;
      const canvas = document.querySelector("#picture canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const inked = data.some((value, at) => at % 4 === 3 && value > 0);
      return { selected, selectedTie, visible, names, lines: scene.lines, panel, address: location.hash, inked };
    });
  const seen = { opened: await now() };

  await tab.type("#search", "pb");
  await tab.keyboard.press("Enter");
  seen.searched = await now();

  await tab.evaluate(() => (document.getElementById("legend").open = true));
  const [kind] = await tab.$$("#facet-kind input");
  await kind.click();
  seen.filtered = { ...(await now()), off: await kind.evaluate((box) => box.parentElement.innerText) };
  await kind.click();

  const { x, y } = await tab.evaluate(() => window.graphkitView.position("cluster"));
  await tab.mouse.click(x, y);
  seen.selected = await now();
  await tab.focus("#picture");
  await tab.keyboard.press(".");
  seen.asked = await now();
  process.stdout.write(JSON.stringify({ ...seen, wrong }));
} finally {
  await browser.close();
}
