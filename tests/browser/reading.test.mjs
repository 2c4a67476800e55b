// Reading without scripts, without a mouse, by ear and on paper.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SMALL, answered, newPage, open, visit } from "./archive.mjs";
import { SMALL_PAGES } from "./pages.mjs";

let archive;
before(async () => (archive = await open(SMALL)));
after(() => archive?.close());

/** Opens a page, tries something there, and takes every complaint for a failure. */
async function on({ address, status }, options, attempt) {
  const { page, complaints, close } = await newPage(archive, options);
  try {
    await visit({ page, server: archive.server }, address, status);
    await attempt(page);
  } finally {
    await close();
  }
  assert.deepEqual(complaints, []);
}

describe("without scripts", () => {
  // The search page has a test of its own for it.
  const pages = SMALL_PAGES.filter((at) => !at.needsScripts);
  for (const at of pages) test(at.name, () => withoutScripts(at));
});

async function withoutScripts(at) {
  let scripted = [];
  await on(at, {}, async (page) => {
    // Buttons are what scripts may add.
    await page.evaluate(() => document.querySelectorAll("button").forEach((b) => b.remove()));
    scripted = lines(await page.locator("body").innerText());
  });
  await on(at, { javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator("main h1").isVisible(), "the heading is not to be seen");
    const plain = new Set(lines(await page.locator("body").innerText()));
    const missing = scripted.filter((line) => !plain.has(line));
    assert.deepEqual(missing, [], "scripts bring what is to be read");
    // That of a plain form leads somewhere.
    const idle = page.locator("button:not(form[action] *):visible, [role=button]:visible");
    assert.equal(await idle.count(), 0, "a button does nothing");
  });
}

function lines(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

test("a former address leads on without scripts", async () => {
  await on({ address: "papers/7/" }, { javaScriptEnabled: false }, async (page) => {
    await page.waitForURL("**/documents/harbours/agreement/");
  });
});

test("a footnote leads there and back", async () => {
  const at = { address: "documents/harbours/report/" };
  await on(at, { javaScriptEnabled: false }, async (page) => {
    const mark = page.locator("main sup a, main a[role=doc-noteref]").first();
    const here = await mark.evaluate((link) => link.id || link.parentElement.id);
    await mark.click();
    const note = page.locator(":target");
    assert.match(await note.innerText(), /2 March/);
    await note.locator(`a[href$="#${here}"]`).first().click();
    assert.equal(await page.locator(":target").evaluate((target) => target.id), here);
  });
});

describe("by keyboard", () => {
  for (const at of SMALL_PAGES) test(at.name, () => on(at, {}, byKeyboard));
});

async function byKeyboard(page) {
  await answered(page);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(focused);
  assert.match(first.href ?? "", /^#/, "the first stop leads past the navigation");
  assert.ok(first.isSeen, `the skip link is seen when it has the focus: ${first.name}`);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === first.href, { timeout: 5000 });
  await page.keyboard.press("Tab");
  const next = await page.evaluate(focused);
  const isPast = next.isInMain || next.isAfterMain;
  assert.ok(isPast, `after the skip link the focus is in the text, not at ${next.name}`);

  // From there on to the end: each stop is seen, and none holds the reader fast.
  let before = null;
  for (let stops = 0; stops < 40; stops += 1) {
    const stop = await page.evaluate(focused);
    if (stop.name === "body") break;
    assert.ok(stop.isSeen, `the focus is out of sight at ${stop.name}`);
    assert.ok(stop.isMarked, `nothing shows the focus at ${stop.name}`);
    assert.notEqual(stop.at, before, `the focus is caught at ${stop.name}`);
    before = stop.at;
    await page.keyboard.press("Tab");
  }
}

/** In the page: what has the focus. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "body" };
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const main = document.querySelector("main");
  const follows = main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    name: `${element.localName} "${(element.textContent ?? "").trim().slice(0, 40)}"`,
    at: [...document.querySelectorAll("*")].indexOf(element),
    href: element.getAttribute("href"),
    isInMain: main.contains(element),
    isAfterMain: Boolean(follows),
    isSeen:
      rect.width > 1 &&
      rect.height > 1 &&
      rect.bottom > 0 &&
      rect.top < innerHeight &&
      rect.right > 0 &&
      rect.left < innerWidth &&
      style.visibility === "visible" &&
      style.opacity !== "0",
    isMarked:
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
      style.boxShadow !== "none" ||
      // Where a shape in a drawing shows it for its link.
      [...element.querySelectorAll("rect, path")].some((shape) => {
        const { outlineStyle, stroke } = getComputedStyle(shape);
        return outlineStyle !== "none" || stroke !== "none";
      }),
  };
}

describe("by ear", () => {
  for (const at of SMALL_PAGES) {
    test(at.name, () => on(at, {}, (page) => inItsLanguage(page, at)));
  }
});

async function inItsLanguage(page, { language, text }) {
  const root = page.locator("html");
  assert.equal(await root.getAttribute("lang"), language);
  assert.equal(await page.locator("h1").count(), 1, "one heading stands over the page");
  if (text) {
    const spoken = await page
      .locator("main h1, main .text > :first-child")
      .evaluateAll((all) => all.map((each) => each.closest("[lang]").lang));
    assert.deepEqual([...new Set(spoken)], [text], "the text speaks its own language");
  }
  assert.deepEqual(await page.evaluate(misspoken), [], "read out in the wrong language");
  assert.deepEqual(await page.evaluate(misdirected), [], "written the wrong way");
}

/** In the page: words whose script says that they are not in the language they are in. */
function misspoken() {
  const scripts = [
    [/[\u3041-\u30ff]/, ["ja"]],
    [/[\u4e00-\u9fff]/, ["ja", "zh", "ko"]],
    [/[\u0620-\u06ff]/, ["ar", "fa", "ur"]],
  ];
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // A single letter stands for itself, over the titles that begin with it.
    if ([...node.data.trim()].length < 2) continue;
    const language = node.parentElement.closest("[lang]").lang.split("-")[0];
    for (const [script, languages] of scripts) {
      if (script.test(node.data) && !languages.includes(language)) {
        found.push(`${language}: ${node.data.trim().slice(0, 60)}`);
      }
    }
  }
  return [...new Set(found)];
}

/** In the page: Arabic, letters that stand alone aside, that runs from left to right. */
function misdirected() {
  const found = [];
  for (const element of document.body.querySelectorAll("h1, p, a, li, span")) {
    const [first] = element.childNodes;
    const isArabic = first?.nodeType === Node.TEXT_NODE && /^\s*[\u0620-\u06ff]./.test(first.data);
    if (isArabic && getComputedStyle(element).direction !== "rtl") {
      found.push(element.textContent.trim().slice(0, 60));
    }
  }
  return found;
}

describe("on paper", () => {
  for (const at of SMALL_PAGES.filter(({ name }) => name.startsWith("document"))) {
    test(at.name, () => on(at, {}, onPaper));
  }
});

/** A4 without its margins, at the 96 dots to an inch that CSS reckons with. */
const A4 = { width: 650, height: 980 };

async function onPaper(page) {
  await page.setViewportSize(A4);
  // Paper is white, whatever the screen was.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.ok(await page.locator("main h1").isVisible(), "the title is printed");
  const address = page.getByText("https://papers.example/shelf/archive/documents/");
  assert.ok(await address.first().isVisible(), "the address to cite is printed");
  const menus = page.locator("header > nav:visible, .skip:visible");
  assert.equal(await menus.count(), 0, "the navigation is not printed");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= A4.width, `it is ${width} px wide, and paper does not scroll`);
  const [red] = await page.evaluate(() =>
    getComputedStyle(document.body).color.match(/\d+/g).map(Number),
  );
  assert.ok(red < 100, "the ink is dark");
}
