// The works that were found; each shows what it was found by when it comes into view.

import { marks, show } from "./marks.js";
import { passage } from "./passage.js";
import { find, languageName, make, say, settings } from "./words.js";

/** About how many characters an excerpt has; those of East Asia count twice. */
const LENGTH = 280;
/** How many places a link marks on the page it leads to. */
const MARKED = 4;
/** About how many characters around tell such a place from others. */
const AROUND = 30;

/** A function that shows the works from the place `from` on; those before it stay. */
export function hitList() {
  const list = find(".hits");
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        // Where a page cannot be had, its title must do.
        target.excerpt().catch(() => {});
      }
    },
    { rootMargin: "200px" },
  );
  return (hits, from, wants) => {
    const rows = hits.slice(from).map((hit) => row(hit, wants));
    list.replaceChildren(...[...list.children].slice(0, from), ...rows);
    for (const each of rows) watch.observe(each);
  };
}

function row({ title, href, id, tag, date, facts, others }, wants) {
  const address = settings.base + href;
  const told = [make("span", { lang: tag }, date || settings.undated), ...facts];
  if (tag !== settings.language) told.push(languageName(tag));
  if (others.length) told.push(`${say("also")} ${others.map(languageName).join(", ")}`);
  const link = make("a", { className: "title", href: address + (id && `#${id}`), lang: tag, dir: "auto" });
  show(link, title, marks(title, wants));
  const excerpt = make("p", { className: "excerpt", lang: tag, dir: "auto" });
  return make(
    "li",
    {
      excerpt: async () => {
        const [words, whole] = await passage(address, id);
        const places = marks(words, wants);
        const edge = edges(words);
        const [from, to] = around(words, places[0]?.[0] ?? 0, edge);
        const inside = places.filter(([start, end]) => start >= from && end <= to);
        show(excerpt, words.slice(from, to), inside.map(([start, end]) => [start - from, end - from]));
        if (from) excerpt.prepend("… ");
        if (to < words.length) excerpt.append(" …");
        const parts = inside.slice(0, MARKED).flatMap((place) => fragment(words, whole, place, edge));
        if (id && parts[0]) link.href += `:~:${parts.join("&")}`;
      },
    },
    make("p", {}, link),
    make("p", { className: "meta" }, ...told.map((fact) => make("span", {}, fact))),
    excerpt,
  );
}

/** A function that gives the boundary of words in a text that is nearest before a place. */
function edges(text) {
  const words = new Intl.Segmenter([], { granularity: "word" }).segment(text);
  return (place) => (place < text.length ? words.containing(Math.max(place, 0)).index : text.length);
}

/** The part of a text to show for what stands at a place. */
function around(text, place, edge) {
  const isWide = /[\u3000-\u9fff\uac00-\ud7ff]/.test(text.slice(place, place + 20));
  const length = isWide ? LENGTH / 2 : LENGTH;
  const from = place < length / 2 ? 0 : edge(place - length / 4);
  return [from, edge(from + length)];
}

/**
 * Has the browser mark a place on the page: a text fragment (W3C, `#:~:text=`) with the words
 * around. Where the same stands earlier on the page there is none: the browser would go there.
 */
function fragment(words, whole, [from, to], edge) {
  const prefix = words.slice(edge(from - AROUND), from).split("\n").at(-1);
  const suffix = words.slice(to, edge(to + AROUND)).split("\n")[0];
  const found = words.slice(from, to);
  if (whole.indexOf(prefix + found + suffix) < whole.indexOf(words)) return [];
  const [a, b, c] = [prefix, found, suffix].map((part) =>
    encodeURIComponent(part.trim()).replaceAll("-", "%2D"),
  );
  return `text=${a && `${a}-,`}${b}${c && `,-${c}`}`;
}
