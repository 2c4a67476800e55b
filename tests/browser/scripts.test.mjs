// What scripts add, what styles alone do, and how little a page weighs.

import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ARABIC, OWN, SMALL, newPage, open, visit } from "./archive.mjs";

const AGREEMENT = "documents/harbours/agreement/";
const REPORT = "documents/harbours/report/";

let archive;
before(async () => (archive = await open(SMALL)));
after(() => archive?.close());

/** Opens an address, tries something there, and takes every complaint for a failure. */
async function on(address, options, attempt) {
  const { page, complaints, close } = await newPage(archive, options);
  try {
    await visit({ page, server: archive.server }, address);
    await attempt(page, archive.server.base);
    complaints.push(...(await page.evaluate(() => window.breaches ?? [])));
  } finally {
    await close();
  }
  assert.deepEqual(complaints, []);
}

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const isDark = async (page) => Number((await paper(page)).match(/\d+/)[0]) < 100;

describe("light and dark", () => {
  test("the system's choice holds until the reader chooses, then the reader's", () =>
    on(AGREEMENT, { colorScheme: "light" }, async (page, base) => {
      const button = page.getByRole("button", { name: "Dark colours" });
      assert.equal(await isDark(page), false);
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      await button.click();
      assert.equal(await isDark(page), true);
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      await page.goto(`${base}topics/`);
      assert.equal(await isDark(page), true, "the choice is kept on the next page");
      await page.getByRole("button", { name: "Dark colours" }).click();
      await page.emulateMedia({ colorScheme: "dark" });
      await page.reload();
      assert.equal(await isDark(page), false, "light stays light in a dark system");
    }));

  test("nothing is drawn in the wrong colours first", () =>
    on(AGREEMENT, { colorScheme: "light" }, async (page, base) => {
      await page.getByRole("button", { name: "Dark colours" }).click();
      // Whoever watches from the first frame on sees one colour.
      await page.addInitScript(() => {
        window.seen = [];
        const look = () => {
          if (document.body) window.seen.push(getComputedStyle(document.body).backgroundColor);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`${base}${REPORT}`, { waitUntil: "load" });
      await page.waitForFunction(() => window.seen.length > 2);
      assert.equal(new Set(await page.evaluate(() => window.seen)).size, 1);
      assert.equal(await isDark(page), true);
    }));

  test("where storage is forbidden the switch works for the page", () =>
    on(AGREEMENT, { colorScheme: "light" }, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get: () => {
            throw new DOMException("no", "SecurityError");
          },
        });
      });
      await page.reload();
      await page.getByRole("button", { name: "Dark colours" }).click();
      assert.equal(await isDark(page), true);
    }));
});

test("a citation is copied as it is shown", () =>
  on(AGREEMENT, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.getByText("Cite this document").click();
    const shown = await page.locator("dt:text-is('MLA') + dd [data-copy]").innerText();
    await page.getByRole("button", { name: "Copy: MLA" }).click();
    await page.getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown.trim());
  }));

test("what a host sends in a missing file's place is not copied", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page, complaints, close } = await newPage(archive, { permissions });
  try {
    await page.route("**/cite.bib", (route) => route.fulfill({ status: 404, body: "Nothing" }));
    await visit({ page, server: archive.server }, AGREEMENT);
    await page.getByText("Cite this document").click();
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    const answered = page.waitForResponse("**/cite.bib");
    await page.getByRole("button", { name: "Copy: BibTeX" }).click();
    await (await answered).finished();
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "before");
  } finally {
    await close();
  }
  assert.ok(complaints.every((complaint) => complaint.includes("404")), complaints);
});

test("another language opens at the same paragraph", () =>
  on(AGREEMENT, { viewport: { width: 800, height: 400 } }, async (page) => {
    const last = page.locator(".text p[id^=p]").last();
    await last.evaluate((paragraph) => paragraph.scrollIntoView({ block: "start" }));
    const id = await last.getAttribute("id");
    // The links come back with the first step up.
    await page.mouse.wheel(0, -30);
    await page.locator(".follows:not([hidden])").waitFor();
    await page.locator(".follows a[hreflang=ja]").click();
    await page.waitForURL(/\/ja\/#p\d+$/);
    assert.ok(page.url().endsWith(`#${id}`), page.url());
  }));

test("the current section is marked in the contents", () =>
  on(REPORT, { viewport: { width: 1280, height: 500 } }, async (page) => {
    const current = page.locator(".toc a[aria-current]");
    assert.equal(await current.count(), 0, "before the first heading there is none");
    await page.locator("#instruments").evaluate((h) => h.scrollIntoView());
    await page.locator(".toc a[aria-current]", { hasText: "Instruments" }).waitFor();
    assert.equal(await current.count(), 1);
  }));

describe("footnotes at their marks, without scripts", () => {
  const words = "From 2 March to 9 April 1962";

  test("beside the text where there is room", () =>
    on(REPORT, { javaScriptEnabled: false, viewport: { width: 1400, height: 800 } }, async (page) => {
      const note = page.locator(".fnpop", { hasText: words });
      assert.ok(await note.isVisible());
      const [box, text] = [await note.boundingBox(), await page.locator(".text > p").first().boundingBox()];
      assert.ok(box.x >= text.x + text.width - 1, "it stands after the text, not in it");
      assert.ok(box.x + box.width <= 1400, "it does not stick out");
    }));

  test("over the text when pointed at", () =>
    on(REPORT, { javaScriptEnabled: false, viewport: { width: 600, height: 800 } }, async (page) => {
      const note = page.locator(".fnpop", { hasText: words });
      assert.equal(await note.isVisible(), false);
      await page.locator(".fnref").first().hover();
      assert.ok(await note.isVisible());
      await page.mouse.move(0, 0);
      await page.locator(".fnref a").first().focus();
      assert.ok(await note.isVisible(), "and when it has the focus");
    }));
});

test("more contrast makes what is said in grey as dark as can be", () =>
  on(AGREEMENT, { contrast: "more" }, async (page) => {
    const ratio = await page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const light = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
      };
      const label = getComputedStyle(document.querySelector(".facts dt")).color;
      const ground = getComputedStyle(document.body).backgroundColor;
      const [dark, bright] = [light(label), light(ground)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    });
    assert.ok(ratio >= 7, `the contrast is ${ratio.toFixed(1)}`);
  }));

test("forced colours leave bars, days and the current index to be seen", () =>
  on("date/1951/", { forcedColors: "active" }, async (page) => {
    const day = page.locator(".months a").first();
    assert.notEqual(await day.evaluate((link) => getComputedStyle(link).outlineStyle), "none");
    const way = page.locator(".ways a[aria-current]").first();
    const border = await way.evaluate((link) => getComputedStyle(link).borderBlockEndColor);
    assert.notEqual(border, "rgba(0, 0, 0, 0)");
  }));

test("the interface turns round", async () => {
  const arabic = await open(ARABIC);
  try {
    const { page, close } = await newPage(arabic, { viewport: { width: 1280, height: 800 } });
    await visit({ page, server: arabic.server }, "documents/agreement/");
    const at = async (selector) => (await page.locator(selector).first().boundingBox()).x;
    assert.ok((await at(".facts dt")) > (await at(".facts dd")), "labels stand on the right");
    assert.ok((await at(".site-title")) > (await at(".by-night")));
    await close();
  } finally {
    await arabic.close();
  }
});

describe("what a first view weighs", () => {
  const KB = 1024;

  /** The sizes in bytes of what a page asks for before it is drawn or used. */
  async function weigh(output, file) {
    const html = await readFile(file, "utf8");
    const sizes = { html: Buffer.byteLength(html), css: 0, js: 0 };
    const linked = html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"?]+)[^"]*"/g);
    for (const [, href] of linked) {
      const asset = path.join(output, "assets", path.basename(href));
      sizes[href.endsWith(".css") ? "css" : "js"] += (await stat(asset)).size;
    }
    const text = html.match(/<div class="(?:rows )?text".*<\/article>/s)?.[0] ?? "";
    return { ...sizes, text: Buffer.byteLength(text) };
  }

  for (const [name, site] of [["the small archive", SMALL], ["the repository's own archive", OWN]]) {
    test(name, async () => {
      const { output, close } = await open(site);
      try {
        const files = await readdir(path.join(output, "documents"), { recursive: true });
        const pages = files.filter((file) => /(?<!cites\/|cited-by\/)index\.html$/.test(file));
        const heavy = [];
        for (const page of pages) {
          const { html, css, js, text } = await weigh(output, path.join(output, "documents", page));
          assert.ok(css > 0 && js > 0, `${page} links nothing`);
          if (css >= 25 * KB) heavy.push(`${page}: ${css} bytes of style`);
          if (js >= 15 * KB) heavy.push(`${page}: ${js} bytes of script`);
          const beside = html + css + js - text;
          if (beside >= 50 * KB) heavy.push(`${page}: ${beside} bytes beside the text`);
        }
        assert.ok(pages.length > 5);
        assert.deepEqual(heavy, []);
      } finally {
        await close();
      }
    });
  }
});
