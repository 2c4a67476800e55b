// Filters: which documents they let through, and how many each other choice would give.

const DAY = 86_400_000;

/** The first and the last day of `1951`, `1951-09` or `1951-09-08`, as days since 1970. */
export function days(text) {
  const [, year, month, day] = text?.match(/^(-?\d{1,6})(?:-(\d\d))?(?:-(\d\d))?$/) ?? [];
  if (!year) return null;
  const at = (...date) => new Date(0).setUTCFullYear(...date) / DAY;
  const first = at(year, (month ?? 1) - 1, day ?? 1);
  // Day 0 is the last one of the month before.
  return [first, day ? first : at(year, month ?? 12, 0)];
}

/** By term: itself and all that it is part of. */
function above({ terms }) {
  return terms.map((_, term) => {
    const all = new Set([term]);
    for (const each of all) for (const up of terms[each][2]) all.add(up);
    return all;
  });
}

/**
 * What `from`, `to` and the terms of taxonomies let through. A document has a bit for each
 * filter that keeps it out: what is let through has none, and what is near has no more
 * than one, so that another choice there would let it through.
 */
export async function sieve(store, { from, to, terms }) {
  const { works, dates, workOf, languageOf, tags } = store.columns;
  const first = days(from)?.[0] ?? -Infinity;
  const last = days(to)?.[1] ?? Infinity;
  const hasDates = first > -Infinity || last < Infinity;
  const isOut = (date) => !date || date[1] < first || date[0] > last;
  const masks = Uint32Array.from({ length: works }, (_, work) => +(hasDates && isOut(dates[work])));
  const bits = { dates: 1 };
  for (const { name } of store.root.facets) {
    const slugs = terms[name];
    if (!slugs?.length) continue;
    bits[name] = 2 ** Object.keys(bits).length;
    // A text is in one language, however many its work is in.
    if (name === "languages") continue;
    const facet = await store.facet(name);
    const has = above(facet).map((all) => [...all].some((term) => slugs.includes(facet.terms[term][0])));
    facet.works.forEach((own, work) => {
      if (!own.some((term) => has[term])) masks[work] |= bits[name];
    });
  }
  const isSpoken = tags.map((tag) => terms.languages?.some((slug) => covers(slug, tag)));
  const outside = Uint32Array.from(workOf, (work, document) => {
    return masks[work] | (isSpoken[languageOf[document]] ? 0 : (bits.languages ?? 0));
  });
  return {
    isLetThrough: (document) => !outside[document],
    isNear: (document) => !(outside[document] & (outside[document] - 1)),
    /** Those that no filter but the one of that name keeps out. */
    but: (name) => (document) => !(outside[document] & ~(bits[name] ?? 0)),
    hasFilter: Object.keys(bits).length > 1 || hasDates,
    terms,
  };
}

/** Whether a language is one that is asked for: `zh` covers `zh-Hant`. */
const covers = (slug, tag) => `${tag.toLowerCase()}-`.startsWith(`${slug}-`);

/** How many works each term would give: those that are chosen first, then the commonest. */
export async function terms(store, through, found, [name, limit], label) {
  const facet = await store.facet(name);
  const { workOf, languageOf, tags } = store.columns;
  const counts = facet.terms.map(() => 0);
  const add = (all) => all.forEach((term) => counts[term]++);
  const documents = found.filter(through.but(name));
  if (name === "languages") {
    const spoken = tags.map((tag) => facet.terms.flatMap(([slug], at) => (covers(slug, tag) ? [at] : [])));
    for (const document of documents) add(spoken[languageOf[document]]);
  } else {
    const up = above(facet);
    for (const work of new Set(documents.map((document) => workOf[document]))) {
      add(new Set(facet.works[work].flatMap((term) => [...up[term]])));
    }
  }
  const isChosen = (slug) => through.terms[name]?.includes(slug) ?? false;
  const all = facet.terms
    .map(([slug, labels], term) => ({ slug, label: labels[label], count: counts[term], isChosen: isChosen(slug) }))
    .filter((term) => term.count || term.isChosen)
    .sort((a, b) => b.isChosen - a.isChosen || b.count - a.count);
  return { terms: all.filter((term, at) => at < limit || term.isChosen), rest: Math.max(all.length - limit, 0) };
}

/** Bars for more years than this are decades, and so on. */
const MOST_BARS = 120;

/** How many works of each period there are, from the year `first` on. */
export function bars({ columns }, through, found) {
  const { dates, workOf } = columns;
  // The year that a date begins in; one that has no beginning, the year that it ends in.
  columns.years ??= dates.map((date) => {
    const day = date?.find(Number.isFinite);
    return day === undefined ? NaN : new Date(day * DAY).getUTCFullYear();
  });
  const years = columns.years.filter((year) => year === year);
  if (!years.length) return null;
  const [least, most] = years.reduce(([a, b], year) => [Math.min(a, year), Math.max(b, year)], [Infinity, -Infinity]);
  let step = 1;
  while ((most - least) / step >= MOST_BARS) step *= 10;
  const first = Math.floor(least / step) * step;
  const counts = Array(Math.floor((most - first) / step) + 1).fill(0);
  for (const work of new Set(found.filter(through.but("dates")).map((document) => workOf[document]))) {
    const year = columns.years[work];
    if (year === year) counts[Math.floor((year - first) / step)]++;
  }
  return { first, step, counts };
}
