// The files of the index as values: docs/search-format.md says what stands in them.
// Keys are UTF-8 with a character a byte, so that their order is that of the bytes.

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A text as a key of the index. */
export const keyed = (text) => String.fromCharCode(...encoder.encode(text));

/** The first place in a sorted list whose value is not less than this one. */
export function place(list, value, of = (each) => each) {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (of(list[middle]) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Reads one thing after another. */
export class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let [number, scale] = [0, 1];
    for (; this.bytes[this.at] > 127; scale *= 128) {
      number += (this.bytes[this.at++] - 128) * scale;
    }
    return number + this.bytes[this.at++] * scale;
  }
  signed() {
    const number = this.number();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return decoder.decode(this.take(this.number()));
  }
  key(before) {
    const shared = before.slice(0, this.number());
    return shared + String.fromCharCode(...this.take(this.number()));
  }
  hash() {
    return Array.from(this.take(6), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  /** So many of what a function reads; it is told how many there were before. */
  list(length, read = () => this.number()) {
    return Array.from({ length }, (_, at) => read(at));
  }
}

/** By work its first document and its first and last day; by document work, tag, length. */
export function readColumns(bytes) {
  const cursor = new Cursor(bytes);
  const [works, documents, languages] = cursor.list(3);
  const tags = cursor.list(languages, () => cursor.text());
  const workOf = cursor.list(works).flatMap((versions, work) => Array(versions).fill(work));
  let day = 0;
  const dates = cursor.list(works).map((sort) => {
    if (sort % 4) day += cursor.signed();
    const first = sort === 3 ? -Infinity : day;
    const last = sort === 1 ? day + cursor.signed() : sort === 3 ? day : Infinity;
    return sort === 4 ? [-Infinity, Infinity] : sort ? [first, last] : null;
  });
  const languageOf = cursor.list(documents);
  const lengths = Array.from(cursor.take(documents), (byte) =>
    byte < 16 ? byte : (8 + (byte % 8)) * 2 ** (Math.floor(byte / 8) - 1),
  );
  return { works, documents, tags, workOf, dates, languageOf, lengths };
}

/** Each shard's first key and file. */
export function readDirectory(bytes) {
  const cursor = new Cursor(bytes);
  let first = "";
  return cursor.list(cursor.number(), () => {
    first = cursor.key(first);
    return { first, file: cursor.hash() };
  });
}

/** A taxonomy: its terms, and those of each work. */
export function readFacet(bytes) {
  const cursor = new Cursor(bytes);
  const terms = JSON.parse(cursor.text());
  return { terms, works: cursor.list(cursor.number(), () => cursor.list(cursor.number())) };
}

/** Keys with the places of their postings and positions. */
export function readShard(bytes) {
  const cursor = new Cursor(bytes);
  let [key, postings, positions] = ["", 0, 0];
  const entries = cursor.list(cursor.number(), () => {
    key = cursor.key(key);
    cursor.number();
    const entry = { key, begin: postings, from: positions };
    entry.end = postings += cursor.number();
    entry.to = positions += cursor.number();
    return entry;
  });
  const body = cursor.take(postings);
  let from = 0;
  const pieces = cursor.list(cursor.number(), () => {
    const start = from;
    from += cursor.number();
    return { start, posting: cursor.number(), file: cursor.hash() };
  });
  return { entries, body, pieces };
}

/** A key's documents; in each its number and flags, and the first passage with it. */
export function readPostings({ body }, { begin, end }) {
  const cursor = new Cursor(body, begin);
  const [documents, heads, passages] = [[], [], []];
  for (let document = 0; cursor.at < end; ) {
    documents.push((document += cursor.number()));
    heads.push(cursor.number());
    passages.push(cursor.number());
  }
  return { documents, heads, passages };
}

/** What a passage counts in a position, which is one number. */
export const PASSAGE = 2 ** 26;

/** So many positions of one document. */
export function readPositions(cursor, count) {
  let position = 0;
  return cursor.list(count, () => {
    const passages = cursor.number();
    if (passages) position = (Math.floor(position / PASSAGE) + passages) * PASSAGE;
    return (position += cursor.number());
  });
}
