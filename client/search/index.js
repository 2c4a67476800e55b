// One script for the page and for its worker: what both need stands in it once.

import { begin } from "./page.js";
import { serve } from "./worker.js";

if (self.document) begin();
else serve();
