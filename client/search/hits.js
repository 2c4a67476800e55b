// The works that were found; each shows what it was found by when it comes into view.

import { max } from "./format.js";
import { marks, show } from "./marks.js";
import { passage } from "./passage.js";
import { fill, find, languageName, make, say, settings } from "./words.js";

/** About how many characters an excerpt has; those of East Asia count twice. */
const LENGTH = 280;
/** How many places a link marks on the page it leads to. */
const MARKED = 4;
/** About how many characters around tell such a place from others. */
const AROUND = 30;

/** A function that shows the works from the place `from` on; those before it stay. */
export function hitList() {
  const list = find(".hits");
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      target.excerpt().catch(() => (target.lastChild.textContent = say("no_excerpt")));
    }
  });
  return (hits, from, wants) => {
    const rows = hits.slice(from).map((hit) => row(hit, wants));
    fill(list, [...[...list.children].slice(0, from), ...rows]);
    for (const each of rows) watch.observe(each);
  };
}

function row({ titleText, href, id, tag, dateText, facts, others }, wants) {
  const address = settings.base + href;
  const told = [make("span", { lang: tag }, dateText || settings.undated), ...facts];
  if (tag !== settings.language) told.push(languageName(tag));
  if (others[0]) told.push(`${say("also")} ${others.map(languageName).join(", ")}`);
  const link = make("a", { className: "title", href: address + (id && `#${id}`), lang: tag, dir: "auto" });
  show(link, titleText, marks(titleText, wants));
  const excerpt = make("p", { className: "excerpt", lang: tag, dir: "auto" });
  return make(
    "li",
    {
      excerpt: async () => {
        const [texts, whole] = await passage(address, id);
        const looked = texts.map((words) => [words, marks(words, wants)]);
        const [words, places] = looked.find(([, places]) => places[0]) ?? looked[0];
        const edge = edges(words);
        const [from, to] = around(words, places[0]?.[0] ?? 0, edge);
        const inside = places.filter(([start, end]) => start >= from && end <= to);
        show(excerpt, words.slice(0, to), inside, from);
        if (from) excerpt.prepend("… ");
        if (words[to]) excerpt.append(" …");
        const parts = inside.slice(0, MARKED).flatMap((place) => fragment(words, whole, place, edge));
        if (parts[0]) link.href += `${id ? "" : "#"}:~:${parts.join("&")}`;
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
  return (place) => words.containing(max(place, 0))?.index ?? text.length;
}

/** The part of a text to show for what stands at a place. */
function around(text, place, edge) {
  const isWide = /[\u3000-\ud7ff]/.test(text.slice(place, place + 20));
  const length = isWide ? LENGTH / 2 : LENGTH;
  const from = place < length / 2 ? 0 : edge(place - length / 4);
  return [from, edge(from + length)];
}

/**
 * Has the browser mark a place on the page: a text fragment (W3C, `#:~:text=`) with the words
 * around, from its first to its last words where something stands between them. Where the same stands earlier on the page there is none: the browser would go there.
 */
function fragment(words, whole, [from, to], edge) {
  const [prefix, found, suffix] = [[edge(from - AROUND), from], [from, to], [to, edge(to + AROUND)]].map((place) =>
    words.slice(...place).split(/[\n\u2060]+/),
  );
  if (whole.indexOf(prefix.at(-1) + words.slice(from, to) + suffix[0]) < whole.indexOf(words)) return [];
  const [a, b, c, d] = [prefix.at(-1), found[0], found[1] ? found.at(-1) : "", suffix[0]].map((part) =>
    encodeURIComponent(part.trim()).replaceAll("-", "%2D"),
  );
  return `text=${a && `${a}-,`}${b}${c && `,${c}`}${d && `,-${d}`}`;
}
