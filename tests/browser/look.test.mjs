// Every template at three widths, by day and by night: nothing breaks, nothing sticks out,
// nothing comes from elsewhere, and axe finds no barrier. Leaves a picture of each.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { ARABIC, OWN, SMALL, answered, newPage, open, visit } from "./archive.mjs";
import { writeEmpty, writeLong } from "./large.mjs";
import { ARABIC_PAGES, EMPTY_PAGES, LONG_PAGES, OWN_PAGES, SMALL_PAGES } from "./pages.mjs";

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
/** WCAG 2.2, A and AA; best practices beyond it are left to the eye. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const { resolve } = createRequire(import.meta.url);
const axe = await readFile(resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("screenshots/", import.meta.url));
await mkdir(pictures, { recursive: true });

look("the small archive", SMALL, SMALL_PAGES);
look("the repository's own archive", OWN, OWN_PAGES);
look("an archive from right to left", ARABIC, ARABIC_PAGES);
look("a long archive", writeLong, LONG_PAGES);
look("an empty archive", writeEmpty, EMPTY_PAGES);

function look(title, site, pages) {
  describe(title, () => {
    let archive;
    before(async () => (archive = await open(site)));
    after(() => archive?.close());
    for (const page of pages) {
      test(page.name, () => inEveryGuise(archive, page));
    }
  });
}

async function inEveryGuise(archive, { name, address, status }) {
  const { page, complaints, close } = await newPage(archive, { reducedMotion: "reduce" });
  try {
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        const guise = `${width} px, ${scheme}`;
        const note = (found) => complaints.push(...found.map((each) => `${guise}: ${each}`));
        await page.setViewportSize({ width, height: 900 });
        await visit({ page, server: archive.server }, address, status);
        await answered(page);
        note(await page.evaluate(sticksOut));
        note(await barriers(page));
        note(await page.evaluate(() => window.breaches));
        await page.screenshot({
          path: `${pictures}${name}-${width}-${scheme}.png`,
          fullPage: true,
        });
      }
    }
    // The width at which WCAG 1.4.10 wants nothing to scroll sideways.
    await page.setViewportSize({ width: 320, height: 800 });
    complaints.push(...(await page.evaluate(sticksOut)).map((each) => `320 px: ${each}`));
  } finally {
    await close();
  }
  assert.deepEqual([...new Set(complaints)], []);
}

async function barriers(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) => {
      const runOnly = { type: "tag", values: tags };
      return window.axe.run({ runOnly, resultTypes: ["violations"] });
    },
    TAGS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => {
      const reason = failureSummary.split("\n").slice(1, 2).join("").trim();
      return `${id} at ${target.join(" ")}: ${reason}`;
    }),
  );
}

/** In the page: what makes it scroll sideways, or would if it were not cut off. */
function sticksOut() {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) {
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  }
  const scrolls = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(at);
      if (["auto", "scroll"].includes(overflowX) || clipPath !== "none") return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const { left, right } = element.getBoundingClientRect();
    const isOut = right > width + 1 || left < -1;
    if (isOut && !element.closest("svg") && !scrolls(element)) {
      const classes = element.className ? `.${element.className}` : "";
      found.push(`<${element.localName}${classes}> from ${left} to ${right} px`);
    }
  }
  return found.slice(0, 5);
}
