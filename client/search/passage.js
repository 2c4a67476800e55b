// A passage of a document, taken from the document's own page.

const ASIDE = ".pn, .sn, .fnpop, .fnref, .fnback, .footnotes h2, rt, rp, .targets";
const BLOCK = "p, li, dt, dd, th, td, h2, h3, h4, h5, h6, pre, figcaption";

const pages = {};

/**
 * The words of the passage with that id, or of the text's beginning, and those of the whole
 * text; their blocks are parted by new lines.
 */
export async function passage(href, id) {
  const page = await (pages[href] ??= load(href).catch((error) => {
    delete pages[href];
    throw error;
  }));
  const [start, end] = [id, id.replace(/\d+/, (number) => +number + 1)].map((each) =>
    headed(page.getElementById(each)),
  );
  const range = new Range();
  range.selectNodeContents(page.querySelector(".text"));
  const whole = words(range);
  if (start) range.setStartBefore(start);
  if (end) range.setEndBefore(end);
  return [words(range), whole];
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
  for (const aside of page.querySelectorAll(ASIDE)) aside.replaceWith("\n");
  for (const block of page.querySelectorAll(BLOCK)) block.before("\n");
  return page;
}

const words = (range) =>
  String(range).trim().replace(/\s*\n\s*/g, "\n").replace(/[^\S\n]+/g, " ");
