// Filters: which documents they let through, and how many each other choice would give.

import { floor, max, min } from "./format.js";

const DAY = 86_400_000;
/** How many terms of a taxonomy are listed. */
const MOST_TERMS = 60;
/** Bars for more years than this are decades, and so on. */
const MOST_BARS = 120;

/** The first and the last day of `1951`, `1951-09` or `1951-09-08`, as days since 1970. */
export function days(text) {
  const [, year, month, day] = text?.match(/^(-?\d{1,6})(?:-(\d\d))?(?:-(\d\d))?$/) ?? [];
  if (!year) return null;
  const at = (...date) => new Date(0).setUTCFullYear(...date) / DAY;
  const first = at(year, (month ?? 1) - 1, day ?? 1);
  // Day 0 is the last one of the month before; no month has a 13th or a day behind it.
  const last = at(year, month ?? 12, 0);
  if (month < 1 || month > 12 || day < 1 || first > last) return null;
  return [first, day ? first : last];
}

/**
 * What `from`, `to` and the terms of taxonomies let through. A document has a bit for each
 * filter that keeps it out: what is let through has none, and what is near has just one, so
 * that another choice there would let it through.
 */
export async function sieve(store, { from, to, terms }) {
  const { dates, workOf } = store.columns;
  const outside = workOf.map(() => 0);
  const bits = {};
  let next = 1;
  const keep = (name, isIn) => {
    bits[name] = next;
    workOf.forEach((work, document) => (outside[document] += isIn(document, dates[work]) ? 0 : next));
    next *= 2;
  };
  const [first, last] = [days(from)?.[0], days(to)?.[1]];
  // Nothing is less or more than what was not said.
  if (from || to) keep("", (_, date) => date && !(date[1] < first || date[0] > last));
  for (const { name } of store.rootFile.facets) {
    if (!terms[name]) continue;
    const { allTerms, under } = await taxonomy(store, name);
    const isWanted = allTerms.map(([slug]) => terms[name].includes(slug));
    keep(name, (document) => under(document).some((term) => isWanted[term]));
  }
  return {
    isLetThrough: (document) => !outside[document],
    isNear: (document) => outside[document] && !(outside[document] & (outside[document] - 1)),
    /** Those that no filter but the one of that name keeps out. */
    but: (name) => (document) => !(outside[document] & ~bits[name]),
  };
}

/** All terms of a taxonomy, and by document those that it is under, broader ones too. */
async function taxonomy(store, name) {
  const { workOf, languageOf, tags } = store.columns;
  const { terms: allTerms, works } = await store.taxonomy(name);
  if (name === "languages") {
    // A text is in one language, however many its work is in; `zh` covers `zh-Hant`.
    const covers = ([slug], tag) => `${tag.toLowerCase()}-`.startsWith(`${slug}-`);
    const spoken = tags.map((tag) => [...allTerms.keys()].filter((term) => covers(allTerms[term], tag)));
    return { allTerms, under: (document) => spoken[languageOf[document]] };
  }
  const above = allTerms.map((_, term) => {
    const found = new Set([term]);
    for (const each of found) for (const broader of allTerms[each][2]) found.add(broader);
    return [...found];
  });
  return { allTerms, under: (document) => works[workOf[document]].flatMap((term) => above[term]) };
}

/**
 * How many works each term would give, as `[slug, label, count, is chosen]`: those that are
 * chosen first, then the commonest. `rest` says that there are others.
 */
export async function counts({ openIndex: store, through, documents, labelAt }, name, chosen = []) {
  const { allTerms, under } = await taxonomy(store, name);
  const { workOf } = store.columns;
  const size = allTerms.length;
  const pairs = new Set();
  for (const document of documents.filter(through.but(name))) {
    for (const term of under(document)) pairs.add(workOf[document] * size + term);
  }
  const sums = Array(size).fill(0);
  for (const pair of pairs) sums[pair % size]++;
  const found = allTerms
    .map(([slug, labels], term) => [slug, labels[labelAt], sums[term], chosen.includes(slug)])
    .filter(([, , count, isChosen]) => count || isChosen)
    .sort((a, b) => b[3] - a[3] || b[2] - a[2]);
  return { terms: found.slice(0, MOST_TERMS), rest: found[MOST_TERMS] };
}

/**
 * How many works may lie in each period of so many `years`, from `firstYear` on: so many are
 * found by whoever chooses it.
 */
export function bars({ openIndex: store, through, documents }) {
  const { dates, workOf } = store.columns;
  const known = dates.flatMap((date) => date ?? []).filter(isFinite);
  if (!known.length) return null;
  const yearOf = (day) => new Date(day * DAY).getUTCFullYear();
  const [first, last] = [min, max].map((most) => yearOf(known.reduce((a, b) => most(a, b))));
  let step = 1;
  while ((last - first) / step >= MOST_BARS) step *= 10;
  const start = floor(first / step);
  const sums = Array(floor(last / step) - start + 1).fill(0);
  const period = (day) => floor(yearOf(day) / step) - start;
  for (const work of new Set(documents.filter(through.but("")).map((document) => workOf[document]))) {
    if (!dates[work]) continue;
    const [from, to] = dates[work];
    const end = to < Infinity ? period(to) : sums.length - 1;
    for (let at = from > -Infinity ? period(from) : 0; at <= end; at++) sums[at]++;
  }
  return { firstYear: start * step, years: step, sums };
}
