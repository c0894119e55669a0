/** The script of the page that vis-network draws. */

import { start } from "./page";
import { makeVis } from "./vis";

start(makeVis);
