// Answers from an index: which documents a query finds, the best first. The answers are
// those of `src/search/reader`.

import { clauses, common, matches } from "./clause.js";
import { max, min, sorted } from "./format.js";

/** How many documents to look at before it is asked whether more may be loaded, at first and at most. */
const FIRST = 8;
const MOST = 64;
const SATURATION = 1.2;
const LENGTH = 0.75;
const TITLE = 1.5;
const HEADING = 0.5;

/**
 * The documents that a query finds in groups, each a function that tells who is in it: the
 * best first, and among equals the newest. `found` are their numbers, `passages` by number
 * where each has it. `isWhole` is false where there was no room to look at all of the first
 * group, which is looked at before the others.
 */
export async function search(store, query, groups, room = Infinity) {
  store.begin(room);
  const wanted = await clauses(store, query.wanted);
  const excluded = await clauses(store, query.excluded);
  const count = query.isWordless ? 0 : store.columns.documents;
  const all = wanted.map((each) => each.documents).reduce(common, [...Array(count).keys()]);
  const candidates = groups.flatMap((isIn) => all.filter(isIn));
  const { scores, passages, add } = ranking(store);
  let step = store.room < Infinity && [...wanted, ...excluded].some(({ parts }) => parts) ? FIRST : count;
  const found = [];
  let at = 0;
  while (at < candidates.length && (!at || store.bytesLoaded < store.room)) {
    let chunk = sorted(candidates.slice(at, (at += step)));
    step = min(step * 2, MOST);
    for (const each of [...wanted, ...excluded]) {
      const isWanted = wanted.includes(each);
      if (isWanted && each.parts && each !== wanted[0] && store.isFull()) continue;
      const having = await matches(store, each, chunk);
      if (isWanted) add(having, each.having);
      chunk = chunk.filter((document) => having.has(document) === isWanted);
    }
    found.push(...chunk);
  }
  const isWhole = at >= all.filter(groups[0]).length && !store.isCut;
  found.sort((a, b) => scores[b] - scores[a] || a - b);
  return { found, passages, isWhole };
}

/** BM25, more for titles and headings. */
function ranking({ rootFile, columns: { documents, lengths } }) {
  const all = documents || 1;
  const mean = max(rootFile["units"] / all, 1);
  const [scores, passages, rarities] = [0, 0, 0].map((none) => Array(documents).fill(none));
  const add = (having, count) => {
    const rarity = Math.log(1 + (all - count + 0.5) / (count + 0.5));
    for (const [document, { amount, inTitle, inHeading, passage }] of having) {
      const norm = 1 - LENGTH + (LENGTH * lengths[document]) / mean;
      const text = (amount * (SATURATION + 1)) / (amount + SATURATION * norm);
      scores[document] += rarity * (text + TITLE * inTitle + HEADING * inHeading);
      if (passage < Infinity && (!passages[document] || rarity > rarities[document])) {
        passages[document] = passage;
        rarities[document] = rarity;
      }
    }
  };
  return { scores, passages, add };
}

/** The id of a passage on its document's page; none where its beginning is meant. */
export function anchor(passage, paragraphs) {
  if (passage <= paragraphs) return passage ? `p${passage}` : "";
  const note = passage - max(paragraphs, 1);
  return note ? `fn-${note}` : "";
}
