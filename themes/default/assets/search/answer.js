// What the page shows for a query: works, and what other choices would give.

import { parse } from "./query.js";
import { anchor, search } from "./reader.js";
import { bars, sieve, terms } from "./sieve.js";

/** No query loads many more bytes than this. */
const ROOM = 700_000;

/**
 * The works that a query finds through filters: how many, the first of them, and counts
 * for the bars of the dates and for the terms of some facets.
 */
export async function answer(store, { query, isOpen, choice, sort, shown, facets, language }) {
  const through = await sieve(store, choice);
  const found = await find(store, query, isOpen, through);
  const { workOf, dates } = store.columns;
  if (sort !== "relevance") {
    // Works are numbered from the newest on; those without a date come last.
    const order = sort === "oldest" ? -1 : 1;
    const key = (work) => (dates[work] ? order * work : store.columns.works + work);
    found.documents.sort((a, b) => key(workOf[a]) - key(workOf[b]) || a - b);
  }
  const works = new Map();
  for (const document of found.documents.filter(through.isLetThrough)) {
    const work = workOf[document];
    works.set(work, [...(works.get(work) ?? []), document]);
  }
  const label = Math.max(store.root.languages.indexOf(language), 0);
  const hits = [...works].slice(0, shown).map((work) => hit(store, work, found, language, label));
  const counts = facets.map(async ([name, limit]) => {
    return [name, await terms(store, through, found.documents, [name, limit], label)];
  });
  return {
    total: works.size,
    isWhole: found.isWhole,
    isGrown: found.isGrown,
    hits: await Promise.all(hits),
    bars: bars(store, through, found.documents),
    facets: Object.fromEntries(await Promise.all(counts)),
    bytes: store.root.bytes,
  };
}

/**
 * What has the words as they stand; behind it, where the last one is still being written
 * or nothing has it, what has any word that begins so.
 */
async function find(store, query, isOpen, through) {
  const [whole, grown] = [parse(query, false), parse(query, true)];
  const first = await within(store, whole, through, ROOM);
  const canGrow = JSON.stringify(whole) !== JSON.stringify(grown);
  if (!canGrow || !(isOpen || !first.found.length)) {
    return { documents: first.found, at: first.passages, isWhole: first.isWhole };
  }
  const more = await within(store, grown, through, ROOM - first.loaded);
  const has = new Set(first.found);
  for (const document of has) more.passages[document] = first.passages[document];
  const documents = [...has, ...more.found.filter((document) => !has.has(document))];
  const isWhole = first.isWhole && more.isWhole;
  return { documents, at: more.passages, isWhole, isGrown: true };
}

/**
 * What other choices would let through is looked at too, so that it can be counted; but
 * where that is too much, only what is let through.
 */
async function within(store, query, { isNear, isLetThrough, hasFilter }, room) {
  const near = await search(store, query, isNear, hasFilter ? room / 2 : room);
  if (near.isWhole || !hasFilter) return near;
  return search(store, query, isLetThrough, room - near.loaded);
}

/** A work by the version that suits the reader, else the one that suits the query best. */
async function hit(store, [work, documents], { at }, language, label) {
  const { tags, languageOf } = store.columns;
  const tagOf = (document) => tags[languageOf[document]];
  const document = documents.find((each) => tagOf(each) === language) ?? documents[0];
  const [[title, , href, date, paragraphs], ...facts] = await Promise.all([
    store.title(document),
    ...["kinds", "places"].map(async (name) => {
      const facet = await store.facet(name);
      return facet?.works[work].map((term) => facet.terms[term]) ?? [];
    }),
  ]);
  return {
    document,
    title,
    href,
    id: anchor(at[document], paragraphs),
    date,
    language: tagOf(document),
    facts: facts.flat().flatMap(([slug, labels]) => (slug === "other" ? [] : [labels[label]])),
    others: documents.filter((each) => each !== document).map(tagOf),
  };
}
