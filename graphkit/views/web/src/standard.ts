/** The script of the page that vis-network draws. */

import { start } from "./start";
import { makeVis } from "./render/vis";

start(makeVis);
