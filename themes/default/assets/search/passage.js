// A passage of a document, taken from the document's own page.

const ASIDE = ".pn, .sn, .fnpop, .fnref, .fnback, .footnotes h2, rt, rp, .targets";
const BLOCK = "p, li, dt, dd, th, td, h2, h3, h4, h5, h6, pre, figcaption, blockquote";

const known = new Map();

/**
 * The words of the passage with that id, or of the text's beginning, its blocks parted by
 * new lines; `before` are those of the text before it.
 */
export function passage(href, id) {
  const address = `${href}#${id}`;
  if (!known.has(address)) {
    const words = load(href, id);
    words.catch(() => known.delete(address));
    known.set(address, words);
  }
  return known.get(address);
}

async function load(href, id) {
  const next = id.startsWith("p") && `p${Number(id.slice(1)) + 1}`;
  const page = new DOMParser().parseFromString(await upTo(href, next && `id="${next}"`), "text/html");
  const text = page.querySelector(".text");
  const start = page.getElementById(id);
  const [range, before] = [new Range(), new Range()];
  range.selectNodeContents(text);
  before.setStart(text, 0);
  before.setEnd(text, 0);
  if (start && next) {
    range.setStartBefore(headed(start));
    const end = page.getElementById(next) ?? text.querySelector(".footnotes");
    if (end) range.setEndBefore(headed(end));
  } else if (start) {
    range.selectNodeContents(start);
  }
  before.setEnd(range.startContainer, range.startOffset);
  return { words: words(range), before: words(before) };
}

/** A heading belongs to the paragraph under it. */
function headed(element) {
  const above = element.previousElementSibling;
  return above?.matches("h2, h3, h4, h5, h6") ? headed(above) : element;
}

/** The page until its text has what was wanted: the rest of a long one is not loaded. */
async function upTo(href, end) {
  const response = await fetch(href);
  if (!response.ok) throw new Error("missing");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let html = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return html;
    html += value;
    if (html.includes("</article>") || (end && html.includes(end))) {
      reader.cancel();
      return html;
    }
  }
}

function words(range) {
  const part = document.createElement("div");
  part.append(range.cloneContents());
  for (const aside of part.querySelectorAll(ASIDE)) aside.replaceWith("\n");
  for (const block of part.querySelectorAll(BLOCK)) block.before("\n");
  return part.textContent.trim().replace(/\s*\n\s*/g, "\n").replace(/[^\S\n]+/g, " ");
}
