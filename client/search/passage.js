// A passage of a document, taken from the document's own page.

import { keep } from "./store.js";

const ASIDE = ".pn,.sn,.fnpop,.fnref,.fnback,.footnotes h2,rt,rp,.targets";
const BLOCK = "p,li,dt,dd,th,td,h2,h3,h4,h5,h6,pre,figcaption";
/** Stands where something was taken out of a line; no word ends there. */
const GAP = "\u2060";
/** How many characters of a passage are looked at. */
const MOST = 50_000;

const pages = {};

/**
 * The words of the passage with that id; without one those of the text's beginning, and of
 * what is said of it above; and those of the whole text. Blocks are parted by new lines.
 */
export async function passage(href, id) {
  const page = await keep(pages, href, () => load(href));
  const text = page.querySelector(".text");
  const range = new Range();
  const words = (most = MOST) => String(range).slice(0, most).trim().replace(/\s*\n\s*/g, "\n").replace(/[^\S\n]+/g, " ");
  range.selectNodeContents(text);
  const whole = words(Infinity);
  const [start, end] = [id, id.replace(/\d+/, (number) => +number + 1)].map((each) =>
    headed(page.getElementById(each)),
  );
  const after = end ?? (id[0] !== "f" && page.querySelector(".footnotes"));
  if (start) range.setStartBefore(start);
  if (after) range.setEndBefore(after);
  const texts = [words()];
  if (!id) {
    range.selectNodeContents(text.parentNode);
    range.setEndBefore(text);
    texts.push(words());
  }
  return [texts, whole];
}

/** A heading belongs to the paragraph under it. */
function headed(element) {
  const above = element?.previousElementSibling;
  return /^H\d/.test(above?.tagName) ? headed(above) : element;
}

/** The page with every block on a line of its own, and without what stands beside the text. */
async function load(href) {
  const html = await (await fetch(href)).text();
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const aside of page.querySelectorAll(ASIDE)) aside.replaceWith(GAP);
  for (const block of page.querySelectorAll(BLOCK)) block.before("\n");
  return page;
}
