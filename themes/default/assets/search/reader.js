// Answers from an index: which documents a query finds, the best first. The answers are
// those of `src/search/reader`.

import { clause, common, documents, hasPlaces, matches, rarity } from "./clause.js";

/** How many documents to look at before it is asked again whether more may be loaded. */
const AT_ONCE = 256;
const SATURATION = 1.2;
const LENGTH = 0.75;
const TITLE = 1.5;
const HEADING = 0.5;

/**
 * The documents that a query finds among those for which `isAllowed` says so, the best
 * first and among equals the newest: `found` are their numbers, `passages` by number where
 * each has it. `isWhole` is false where `room` bytes were loaded before all was looked at.
 */
export async function search(store, query, isAllowed, room = Infinity) {
  store.begin(room);
  const clauses = (wants) => Promise.all(wants.map((want) => clause(store, want)));
  const [wanted, excluded] = await Promise.all([query.wanted, query.excluded].map(clauses));
  const count = store.columns.documents;
  const all = wanted.length
    ? wanted.map(documents).reduce(common)
    : Array.from({ length: count }, (_, document) => document);
  const candidates = all.filter(isAllowed);
  const rank = ranking(store);
  const rarities = wanted.map(rarity);
  const hasChunks = room < Infinity && [...wanted, ...excluded].some(hasPlaces);
  const step = hasChunks ? AT_ONCE : count;
  const found = [];
  let at = 0;
  while (at < candidates.length && (at === 0 || store.hasRoom)) {
    let chunk = candidates.slice(at, (at += step));
    for (const [which, each] of wanted.entries()) {
      const having = await matches(store, each, chunk);
      rank.add(having, rarities[which]);
      chunk = [...having.keys()];
    }
    for (const each of excluded) {
      const having = await matches(store, each, chunk);
      chunk = chunk.filter((document) => !having.has(document));
    }
    found.push(...chunk);
  }
  const isWhole = at >= candidates.length && !store.isCut;
  found.sort((a, b) => rank.scores[b] - rank.scores[a] || a - b);
  return { found, passages: rank.passages, isWhole, loaded: store.loaded };
}

/** BM25, more for titles and headings. */
function ranking({ root, columns }) {
  const all = Math.max(root.documents, 1);
  const mean = Math.max(root.units / all, 1);
  const scores = new Float64Array(columns.documents);
  const passages = new Uint32Array(columns.documents);
  const rarities = new Float64Array(columns.documents);
  const add = (having, count) => {
    const rarity = Math.log(1 + (all - count + 0.5) / (count + 0.5));
    for (const [document, { weight, title, heading, passage }] of having) {
      const norm = 1 - LENGTH + (LENGTH * columns.lengths[document]) / mean;
      const text = (weight * (SATURATION + 1)) / (weight + SATURATION * norm);
      scores[document] += rarity * (text + TITLE * title + HEADING * heading);
      if (passage && (!passages[document] || rarity > rarities[document])) {
        [passages[document], rarities[document]] = [passage, rarity];
      }
    }
  };
  return { scores, passages, add };
}

/** The id of a passage on its document's page; none where its beginning is meant. */
export function anchor(passage, paragraphs) {
  if (passage <= paragraphs) return passage ? `p${passage}` : "";
  const note = passage - Math.max(paragraphs, 1);
  return note ? `fn-${note}` : "";
}
