/** The script of the page that WebGL draws. */

import type { Content } from "./content";
import { start } from "./start";
import { NoWebGL, makeSigma } from "./sigma";
import { byId } from "./text";
import { makeUnseen } from "./unseen";

start((element) => {
  try {
    return makeSigma(element);
  } catch (error) {
    if (!(error instanceof NoWebGL)) throw error;
    const { texts } = JSON.parse(byId("content")!.textContent ?? "") as Content;
    return makeUnseen(element, texts["noWebGL"] ?? error.message);
  }
});
