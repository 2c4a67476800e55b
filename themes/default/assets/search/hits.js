// The works that were found; each shows what it was found by when it comes into view.

import { marks, show } from "./marks.js";
import { passage } from "./passage.js";
import { languageName, make, say, settings } from "./words.js";

/** About how many characters an excerpt has; those of East Asia count twice. */
const LENGTH = 280;
/** How many places a link marks on the page it leads to. */
const MARKED = 4;

const list = document.querySelector(".hits");
const wanted = new WeakMap();
const watch = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      wanted.get(target)();
    }
  },
  { rootMargin: "200px" },
);

/** Shows the works from the place `from` on; those before it stay. */
export function showHits(hits, from, wants) {
  while (list.children.length > from) list.lastChild.remove();
  list.append(...hits.slice(from).map((hit) => row(hit, wants)));
}

function row(hit, wants) {
  const href = settings.base + hit.href;
  const isForeign = hit.language !== settings.language;
  const lang = isForeign ? hit.language : settings.language;
  const title = make("a", { className: "title", href: href + (hit.id && `#${hit.id}`), lang, dir: "auto" });
  show(title, hit.title, marks(hit.title, wants));
  const facts = [make("span", { lang }, hit.date || settings.undated), ...hit.facts];
  if (isForeign) facts.push(languageName(hit.language));
  if (hit.others.length) facts.push(`${say("also")} ${hit.others.map(languageName).join(", ")}`);
  const meta = facts.map((fact) => (fact.nodeType ? fact : make("span", {}, fact)));
  const excerpt = make("p", { className: "excerpt", lang, dir: "auto" });
  const element = make("li", {}, make("p", {}, title), make("p", { className: "meta" }, ...meta), excerpt);
  wanted.set(element, async () => {
    // Where a page cannot be had, its title must do.
    const found = await passage(href, hit.id).catch(() => null);
    if (!found) return;
    const places = marks(found.words, wants);
    const [from, to] = around(found.words, places[0]?.[0] ?? 0);
    const inside = places.filter(([start, end]) => start >= from && end <= to);
    const words = found.words.slice(from, to).replaceAll("\n", " ");
    show(excerpt, words, inside.map(([start, end]) => [start - from, end - from]));
    if (from) excerpt.prepend("… ");
    if (to < found.words.length) excerpt.append(" …");
    if (hit.id) title.href = `${href}#${hit.id}${fragment(found, inside)}`;
  });
  watch.observe(element);
  return element;
}

/** The part of a text to show for what stands at a place. */
function around(text, place) {
  const isWide = /[\u3000-\u9fff\uac00-\ud7ff]/.test(text.slice(place, place + 20));
  const length = isWide ? LENGTH / 2 : LENGTH;
  if (place < length / 2) return [0, edge(text, length)];
  const from = edge(text, place - length / 4);
  return [from, edge(text, from + length)];
}

/** The boundary of words that is nearest before a place. */
function edge(text, place) {
  if (place <= 0) return 0;
  if (place >= text.length) return text.length;
  const start = Math.max(place - 40, 0);
  return start + boundaries(text.slice(start, place + 1)).at(-1);
}

// A browser without it cuts anywhere.
const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" });
const boundaries = (text) =>
  Array.from(segmenter ? segmenter.segment(text) : text.matchAll(/./gsu), ({ index }) => index);

/**
 * Where on its page the browser is to mark the words: text fragments (W3C, `#:~:text=`),
 * each with the words around it. One that stands earlier on the page too is left out, since
 * the browser would go there.
 */
function fragment({ words, before }, places) {
  const found = [];
  for (const [from, to] of places.slice(0, MARKED)) {
    const head = words.slice(words.lastIndexOf("\n", from - 1) + 1, from).slice(-60);
    const starts = boundaries(head);
    const prefix = head.slice(starts.at(-8) ?? 0);
    const tail = words.slice(to).split("\n")[0].slice(0, 60);
    const suffix = tail.slice(0, boundaries(tail)[8] ?? tail.length);
    if (before.includes(prefix + words.slice(from, to) + suffix)) continue;
    const coded = [prefix, words.slice(from, to), suffix].map((each) =>
      encodeURIComponent(each.trim()).replaceAll("-", "%2D"),
    );
    found.push(`text=${coded[0] && `${coded[0]}-,`}${coded[1]}${coded[2] && `,-${coded[2]}`}`);
  }
  return found.length ? `:~:${found.join("&")}` : "";
}
