// What a query wants with its postings: which documents have it, and where.

import { PASSAGE, keyed, place, readPostings } from "./format.js";
import { wordKey } from "./query.js";
import { stem } from "./tokens.js";

/** How much another form of a word counts than the one that was asked for. */
const OTHER_FORM = 0.5;
/** Endings that a word somebody is writing may still get, as far as they change its stem. */
const TAILS = ["", "s", "es", "d", "ed", "g", "ng", "ing"];
/** Shards of a prefix that are fetched at once. */
const AT_ONCE = 4;
/** No key has this byte. */
const PAST = "\xff";

/**
 * A want with its postings. `some` are lists of which a document has any; `row` has the
 * lists of a phrase's places; `near` has two clauses and how far apart they may be.
 * `placed` are lists that have positions where those of `some` have none.
 */
export async function clause(store, want, isPlaced) {
  if (want.phrase) {
    const row = want.phrase.map(async ([at, key]) => [at, await one(store, key)]);
    return { row: await Promise.all(row) };
  }
  if (want.near) {
    const near = await Promise.all(want.near.map((each) => clause(store, each, true)));
    return { near, distance: want.distance };
  }
  if (want.word) return { some: await word(store, want.word) };
  if (want.exact) return { some: await one(store, wordKey(want.exact)) };
  if (want.prefix) return { some: await prefix(store, keyed(want.prefix)) };
  const key = keyed(want.sign);
  const pairs = (each) => (each === key ? 0 : 1);
  const placed = isPlaced ? await lists(store, key, key + PAST, pairs) : [];
  return { some: await one(store, want.sign), placed };
}

/** The postings of all keys from `from` on and before `end` that count. */
async function lists(store, from, end, factor) {
  const found = shards(store, from, end).map((each) => inShard(store, each, from, end, factor));
  return (await Promise.all(found)).flat();
}

function shards({ directory }, from, end) {
  const first = (shard) => shard.first;
  const start = place(directory, from, first);
  const isFirst = directory[start]?.first === from;
  return directory.slice(isFirst ? start : Math.max(start - 1, 0), place(directory, end, first));
}

async function inShard(store, where, from, end, factor) {
  const shard = await store.shard(where);
  const key = (entry) => entry.key;
  const entries = shard.entries.slice(place(shard.entries, from, key), place(shard.entries, end, key));
  return entries.flatMap((entry) => {
    const counts = factor(entry.key);
    return counts ? [{ shard, entry, factor: counts, ...readPostings(shard, entry) }] : [];
  });
}

function one(store, key) {
  return lists(store, keyed(key), `${keyed(key)}\0`, () => 1);
}

/** The form that a key stands for. */
const formOf = (key) => key.slice(key.indexOf("\u0001") + 1);

/** All forms of a word's stem; the form itself counts most. */
function word(store, form) {
  const [base, own] = [keyed(stem(form)), keyed(form)];
  return lists(store, base, `${base}\u0002`, (key) => {
    if (key !== base && key[base.length] !== "\u0001") return 0;
    return formOf(key) === own ? 1 : OTHER_FORM;
  });
}

/** All words that begin so, as far as there is room for them. */
async function prefix(store, start) {
  const begins = (key) => (formOf(key).startsWith(start) ? 1 : 0);
  const found = [];
  const all = shards(store, start, start + PAST);
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (!store.hasRoom) {
      store.isCut = true;
      break;
    }
    const some = all.slice(at, at + AT_ONCE);
    const each = some.map((shard) => inShard(store, shard, start, start + PAST, begins));
    found.push(...(await Promise.all(each)).flat());
  }
  const stems = new Set(TAILS.map((tail) => stem(start + tail)));
  for (const base of [...stems].sort()) {
    if (!base.startsWith(start)) found.push(...(await lists(store, base, `${base}\u0002`, begins)));
  }
  return found;
}

/** The documents that any of some lists has, sorted. */
function documentsOf(some) {
  if (some.length === 1) return some[0].documents;
  const all = new Set(some.flatMap((list) => list.documents));
  return [...all].sort((a, b) => a - b);
}

/** What sorted lists have in common. */
export function common(a, b) {
  const has = new Set(b);
  return a.filter((each) => has.has(each));
}

/** The documents that may have it, sorted. */
export function documents({ some, row, near }) {
  if (some) return documentsOf(some);
  const each = row ? row.map(([, lists]) => documentsOf(lists)) : near.map(documents);
  return each.reduce(common);
}

/** How many documents have the rarest part of it. */
export function rarity({ some, row, near }) {
  if (some) return documentsOf(some).length;
  return Math.min(...(row ? row.map(([, lists]) => documentsOf(lists).length) : near.map(rarity)));
}

/** Whether positions must be read to tell. */
export const hasPlaces = ({ row, near }) => Boolean(near || row?.length > 1);

/** By candidate, in their order: how much of it the document has. */
export async function matches(store, clause, candidates) {
  if (!hasPlaces(clause)) return counted(clause.some ?? clause.row[0][1], candidates);
  const found = new Map();
  for (const [document, all] of await positions(store, clause, candidates)) {
    const inText = all.find((position) => position >= PASSAGE);
    const title = all[0] < PASSAGE ? 1 : 0;
    const passage = Math.floor((inText ?? 0) / PASSAGE);
    found.set(document, { weight: all.length, title, heading: 0, passage });
  }
  return found;
}

function counted(some, candidates) {
  const found = new Map(candidates.map((document) => [document, null]));
  const last = candidates.at(-1) ?? -1;
  for (const { documents, heads, passages, factor } of some) {
    for (let at = place(documents, candidates[0] ?? 0); documents[at] <= last; at++) {
      const match = found.get(documents[at]);
      if (match === undefined) continue;
      const [head, passage] = [heads[at], passages[at]];
      const [title, heading] = [(head & 1) * factor, ((head >> 1) & 1) * factor];
      const weight = (head >>> 2) * factor;
      if (match) {
        match.weight += weight;
        match.title = Math.max(match.title, title);
        match.heading = Math.max(match.heading, heading);
        match.passage = Math.min(match.passage || passage, passage || match.passage);
      } else {
        found.set(documents[at], { weight, title, heading, passage });
      }
    }
  }
  for (const [document, match] of found) if (!match) found.delete(document);
  return found;
}

/** By candidate, in their order: where it has it; those that have it nowhere are left out. */
async function positions(store, { some, placed, row, near, distance }, candidates) {
  if (row) return phrase(store, row, candidates);
  if (!near) return listed(store, placed ?? some, candidates);
  const left = await positions(store, near[0], candidates);
  const right = await positions(store, near[1], [...left.keys()]);
  const found = new Map();
  for (const [document, theirs] of right) {
    const ours = left.get(document);
    const both = [...close(ours, theirs, distance), ...close(theirs, ours, distance)];
    if (both.length) found.set(document, sorted(new Set(both)));
  }
  return found;
}

const sorted = (positions) => [...positions].sort((a, b) => a - b);

/** Those of some positions that have another one near by in the same passage. */
function close(these, others, distance) {
  return these.filter((position) => {
    const offset = position % PASSAGE;
    const last = position + Math.min(distance, PASSAGE - 1 - offset);
    let at = place(others, position - Math.min(distance, offset));
    if (others[at] === position) at++;
    return others[at] <= last;
  });
}

async function listed(store, some, candidates) {
  const found = new Map(candidates.map((document) => [document, []]));
  const wanted = new Set(candidates);
  const each = some.map(async (list) => {
    const { entry, documents, shard } = list;
    if (entry.from === entry.to) return;
    const byPiece = new Map();
    for (const document of candidates.length < documents.length / 8 ? candidates : documents) {
      const at = place(documents, document);
      if (documents[at] !== document || !wanted.has(document)) continue;
      const piece = holding(shard.pieces, entry, at);
      byPiece.set(piece, [...(byPiece.get(piece) ?? []), at]);
    }
    for (const [piece, postings] of byPiece) {
      const positions = await store.positions(list, piece, postings);
      postings.forEach((at, which) => found.get(documents[at]).push(...positions[which]));
    }
  });
  await Promise.all(each);
  for (const [document, all] of found) {
    if (all.length) found.set(document, some.length > 1 ? sorted(all) : all);
    else found.delete(document);
  }
  return found;
}

/** The piece that holds the positions of a key's posting. */
function holding(pieces, { from, to }, posting) {
  let at = pieces.length - 1;
  while (pieces[at].start > from && !(pieces[at].start < to && pieces[at].posting <= posting)) at--;
  return at;
}

/** Where a phrase begins: the rarest key is looked at first. */
async function phrase(store, row, candidates) {
  const size = ([, some]) => some.reduce((sum, { documents }) => sum + documents.length, 0);
  let starts;
  for (const [at, some] of [...row].sort((a, b) => size(a) - size(b))) {
    const found = await listed(store, some, starts ? [...starts.keys()] : candidates);
    const before = starts;
    starts = new Map();
    for (const [document, all] of found) {
      const has = before && new Set(all);
      const begun = before
        ? before.get(document).filter((start) => has.has(start + at))
        : all.filter((each) => each % PASSAGE >= at).map((each) => each - at);
      if (begun.length) starts.set(document, begun);
    }
  }
  return starts ?? new Map();
}
