/** The script of the page that WebGL draws. */

import type { Content } from "./state/content";
import { start } from "./start";
import { NoWebGL, makeSigma } from "./render/sigma";
import { byId } from "./state/text";
import { makeWithoutWebgl } from "./render/no_webgl";

start((element) => {
  try {
    return makeSigma(element);
  } catch (error) {
    if (!(error instanceof NoWebGL)) throw error;
    const { texts } = JSON.parse(byId("content")!.textContent ?? "") as Content;
    return makeWithoutWebgl(element, texts["noWebGL"] ?? error.message);
  }
});
