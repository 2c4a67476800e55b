// What a query wants with its postings: which documents have it, and where.

import { floor, keyed, max, min, PASSAGE, place, reading, readPositions, readPostings, sorted } from "./format.js";
import { wordKey } from "./query.js";
import { stem } from "./tokens.js";

/** How many keys are loaded before it is asked again whether more may be. */
const AT_ONCE = 4;
/** How many parts say enough where there is no room to look at all of a long phrase. */
const ENOUGH = 4;

/** How much another form of a word counts than the one that was asked for. */
const OTHER_FORM = 0.5;
/** How much a longer word counts than the one that may still grow into it. */
const GROWN = 0.05;
/** Endings that a word somebody is writing may still get, as far as they change its stem. */
const TAILS = ["", "s", "es", "d", "ed", "g", "ng", "ing"];
/** No key has this byte. */
const PAST = "\xff";

/** The clauses of some wants, as far as there is room for their keys. */
export const clauses = (store, wants) =>
  store.inTurns(wants, wants.every((want) => want.word && !want.beginning) ? AT_ONCE : 1, (want) => clause(store, want));

/**
 * A want with its postings: `lists` are those of which a document has any; `parts` are the
 * clauses of a phrase, each with its place `at`, or two with the `distance` between them.
 * `documents` may have it, `having` is how many have the rarest part of it.
 */
async function clause(store, want, isNear) {
  if (want.near) {
    // No text is so long that a distance reaches from one passage into another.
    return joined(await store.inTurns(want.near, 1, (each) => clause(store, each, true)), min(want.distance, PASSAGE / 2));
  }
  if (want.phrase) {
    const parts = await store.inTurns(want.phrase, AT_ONCE, async ([at, key, isOpen]) => ({
      ...(await listed(isOpen ? prefix(store, keyed(key), 1) : [one(store, key)])), at,
    }));
    return joined(parts.sort((a, b) => a.having - b.having));
  }
  if (want.wholeForm) return listed([one(store, wordKey(want.wholeForm))]);
  if (want.character) return listed([isNear ? pairs(store, keyed(want.character)) : one(store, want.character)]);
  return listed([word(store, want.word), ...(want.beginning ? prefix(store, keyed(want.beginning), GROWN) : [])]);
}

async function listed(found) {
  const lists = (await Promise.all(found)).flat();
  const documents = sorted(new Set(lists.flatMap((list) => list.documents)));
  return { lists, documents, having: documents.length };
}

function joined(parts, distance) {
  if (!parts[1]) return parts[0];
  const documents = parts.map((part) => part.documents).reduce(common);
  return { parts, distance, documents, having: min(...parts.map((part) => part.having)) };
}

/** What sorted lists have in common. */
export function common(a, b) {
  const has = new Set(b);
  return a.filter((each) => has.has(each));
}

/** The postings of all keys from `from` on and before `end` that count, as far as there is room. */
async function postings(store, from, end, factor) {
  const found = [];
  const { directory } = store;
  let at = place(directory, from, (shard) => shard.firstKey);
  if (at && directory[at]?.firstKey !== from) at--;
  for (; directory[at]?.firstKey < end; at++) {
    if (found[0] && store.isFull()) break;
    const shard = await store.shard(directory[at]);
    for (let which = place(shard.keyEntries, from, (entry) => entry.keyBytes); shard.keyEntries[which]?.keyBytes < end; which++) {
      const keyEntry = shard.keyEntries[which];
      const counts = factor(keyEntry.keyBytes);
      if (counts) found.push({ shard, keyEntry, factor: counts, ...readPostings(shard, keyEntry) });
    }
  }
  return found;
}

const one = (store, key) => postings(store, keyed(key), `${keyed(key)}\0`, () => 1);

/** A character with the next one of its run, or as the last: its own key has no positions. */
const pairs = (store, sign) => postings(store, sign, sign + PAST, (key) => key !== sign);

/** The form that a key stands for. */
const formOf = (key) => key.slice(key.indexOf("\u0001") + 1);

/** All forms of a word's stem; the form itself counts most. */
function word(store, form) {
  const own = keyed(form);
  return forms(store, keyed(stem(form)), (key) => (formOf(key) === own ? 1 : OTHER_FORM));
}

/** The keys of a stem and of its forms. */
function forms(store, base, factor) {
  return postings(store, base, `${base}\u0002`, (key) =>
    key === base || key[base.length] === "\u0001" ? factor(key) : 0,
  );
}

/** All words that begin so. */
function prefix(store, start, counts) {
  const begins = (key) => (formOf(key).startsWith(start) ? counts : 0);
  const stems = new Set(TAILS.map((tail) => stem(start + tail)));
  const shorter = [...stems].filter((base) => !base.startsWith(start));
  return [
    ...shorter.map((base) => forms(store, base, begins)),
    postings(store, start, start + PAST, begins),
  ];
}

/** By candidate: how much of it the document has. */
export async function matches(store, clause, candidates) {
  if (clause.lists) return counted(clause.lists, candidates);
  const found = new Map();
  for (const [document, all] of await positions(store, clause, candidates)) {
    const inText = all.find((position) => position >= PASSAGE);
    found.set(document, {
      amount: all.length, inTitle: +(all[0] < PASSAGE), inHeading: 0, passage: floor(inText / PASSAGE),
    });
  }
  return found;
}

function counted(lists, candidates) {
  const wanted = new Set(candidates);
  const found = new Map();
  for (const { documents, heads, passages, factor } of lists) {
    documents.forEach((document, at) => {
      if (!wanted.has(document)) return;
      const head = heads[at];
      const last = found.get(document) ?? { amount: 0, inTitle: 0, inHeading: 0, passage: Infinity };
      found.set(document, {
        amount: last.amount + (head >>> 2) * factor,
        inTitle: max(last.inTitle, (head & 1) * factor),
        inHeading: max(last.inHeading, ((head >> 1) & 1) * factor),
        passage: min(last.passage, passages[at] || Infinity),
      });
    });
  }
  return found;
}

/** By candidate, in their order: where it has it; those that have it nowhere are left out. */
async function positions(store, { lists, parts, distance }, candidates) {
  if (lists) return scattered(store, lists, candidates);
  if (!distance) return phrase(store, parts, candidates);
  const left = await positions(store, parts[0], candidates);
  const right = await positions(store, parts[1], [...left.keys()]);
  const found = new Map();
  for (const [document, theirs] of right) {
    const ours = left.get(document);
    const both = new Set([...close(ours, theirs, distance), ...close(theirs, ours, distance)]);
    if (both.size) found.set(document, sorted(both));
  }
  return found;
}

/** Those of some positions that have another one near by. */
function close(these, others, distance) {
  return these.filter((position) => {
    let at = place(others, position - distance);
    if (others[at] === position) at++;
    return others[at] <= position + distance;
  });
}

async function scattered(store, lists, candidates) {
  const found = new Map(candidates.map((document) => [document, []]));
  for (const list of lists) await collect(store, list, found);
  for (const [document, all] of found) {
    if (all.length) found.set(document, sorted(all));
    else found.delete(document);
  }
  return found;
}

/** Adds the positions that a list has in sorted documents. */
async function collect(store, { shard, keyEntry, documents, heads }, found) {
  let piece, cursor, here;
  for (const [document, all] of found) {
    const at = place(documents, document);
    if (documents[at] !== document) continue;
    const last = piece;
    piece = shard.pieces.findLast(
      ({ begins, posting }) => begins <= keyEntry.fromByte || (begins < keyEntry.toByte && posting <= at),
    );
    if (piece !== last) {
      const offset = keyEntry.fromByte - piece.begins;
      cursor = reading(await store.positions(piece), max(offset, 0));
      here = offset < 0 ? piece.posting : 0;
    }
    while (here < at) readPositions(cursor, heads[here++]);
    all.push(...readPositions(cursor, heads[here++]));
  }
}

/** Where a phrase begins: the rarest part is looked at first. */
async function phrase(store, parts, candidates) {
  let starts;
  for (const [which, { at, lists }] of parts.entries()) {
    if (which >= ENOUGH && store.isFull()) break;
    const found = await scattered(store, lists, starts ? [...starts.keys()] : candidates);
    const before = starts;
    starts = new Map();
    for (const [document, all] of found) {
      const has = before && new Set(before.get(document));
      const begun = all.map((each) => each - at).filter((start) => !has || has.has(start));
      if (begun.length) starts.set(document, begun);
    }
  }
  return starts;
}
