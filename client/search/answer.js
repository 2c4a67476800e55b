// What the page shows for a query: works, and what other choices would give.

import { max } from "./format.js";
import { growing, parse } from "./query.js";
import { anchor, search } from "./reader.js";
import { bars, counts, sieve } from "./sieve.js";

/** No query loads many more bytes than this. */
const ROOM = 400_000;

/**
 * The works that a query finds through filters: how many, the first of them, and counts
 * for the bars of the dates and for the terms of some taxonomies.
 */
export async function answer(store, { sort, shown, wanted, inLanguage, ...asked }) {
  const through = await sieve(store, asked);
  const { documents, passages, isWhole, question } = await find(store, asked.q ?? "", through);
  const { workOf, dates, works } = store.columns;
  if (sort) {
    // Works are numbered from the newest on; those without a date come last.
    const order = sort === "oldest" ? -1 : 1;
    const key = (document) => (dates[workOf[document]] ? order * workOf[document] : works + document);
    documents.sort((a, b) => key(a) - key(b) || a - b);
  }
  const byWork = new Map();
  for (const document of documents.filter(through.isLetThrough)) {
    const work = workOf[document];
    byWork.set(work, [...(byWork.get(work) ?? []), document]);
  }
  const labelAt = max(store.rootFile.languages.indexOf(inLanguage), 0);
  const context = { openIndex: store, through, documents, passages, inLanguage, labelAt };
  const names = [...new Set([...Object.keys(asked.terms), ...wanted])];
  const told = names.map(async (name) => [name, await counts(context, name, asked.terms[name])]);
  return {
    totalWorks: byWork.size,
    isWhole,
    question,
    hits: await Promise.all([...byWork].slice(0, shown).map((work) => hit(context, work))),
    bars: bars(context),
    termCounts: Object.fromEntries(await Promise.all(told)),
  };
}

/** The documents that have the words; the last may still grow where nothing has it as it stands. */
async function find(store, question, through) {
  // What another choice would let through is looked at too, so that it can be counted.
  const groups = [through.isLetThrough, through.isNear];
  const { found, ...rest } = await search(store, parse(question), groups, ROOM);
  const longer = growing(question);
  if (found.length || longer === question) return { documents: found, question, ...rest };
  return find(store, longer, through);
}

/** A work by the version that suits the reader, else the one that suits the query best. */
async function hit({ openIndex: store, passages, inLanguage, labelAt }, [work, documents]) {
  const { tags, languageOf } = store.columns;
  const tagOf = (document) => tags[languageOf[document]];
  const document = documents.find((each) => tagOf(each) === inLanguage) ?? documents[0];
  const [titleText, , href, dateText, paragraphs] = await store.titleOf(document);
  const facts = [];
  for (const name of ["kinds", "places"]) {
    const facet = await store.taxonomy(name);
    for (const term of facet?.works[work] ?? []) {
      const [slug, labels] = facet.terms[term];
      if (slug !== "other") facts.push(labels[labelAt]);
    }
  }
  return {
    titleText, href, dateText, facts,
    id: anchor(passages[document], paragraphs),
    tag: tagOf(document),
    others: documents.filter((each) => each !== document).map(tagOf),
  };
}
