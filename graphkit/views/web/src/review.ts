/** The script of the page on which people decide on proposed rows. */

import { ReviewPage } from "./review/page";
import type { Content } from "./review/content";
import { byId } from "./state/text";

new ReviewPage(JSON.parse(byId("content")!.textContent ?? "") as Content).start();
