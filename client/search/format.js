// The files of the index as values: docs/search-format.md says what stands in them.
// Keys are UTF-8 with a character a byte, so that their order is that of the bytes.

/** A text as a key of the index. */
export const keyed = (text) => String.fromCharCode(...new TextEncoder().encode(text));

/** Numbers from the least on. */
export const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

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
    this.octets = bytes;
    this.at = at;
  }
  nextNumber() {
    let [number, scale] = [0, 1];
    for (; this.octets[this.at] > 127; scale *= 128) {
      number += (this.octets[this.at++] - 128) * scale;
    }
    return number + this.octets[this.at++] * scale;
  }
  nextSigned() {
    const number = this.nextNumber();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  }
  nextBytes(length) {
    return this.octets.subarray(this.at, (this.at += length));
  }
  nextText() {
    return new TextDecoder().decode(this.nextBytes(this.nextNumber()));
  }
  nextKey(before) {
    const shared = before.slice(0, this.nextNumber());
    return shared + String.fromCharCode(...this.nextBytes(this.nextNumber()));
  }
  nextHash() {
    return Array.from(this.nextBytes(6), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  /** So many of what a function reads; it is told how many there were before. */
  nextList(length, read = () => this.nextNumber()) {
    return Array.from({ length }, (_, at) => read(at));
  }
}

/** By work its first document and its first and last day; by document work, tag, length. */
export function readColumns(bytes) {
  const cursor = new Cursor(bytes);
  const [works, documents, languages] = cursor.nextList(3);
  const tags = cursor.nextList(languages, () => cursor.nextText());
  const workOf = cursor.nextList(works).flatMap((versions, work) => Array(versions).fill(work));
  let day = 0;
  const dates = cursor.nextList(works).map((sort) => {
    if (sort % 4) day += cursor.nextSigned();
    const last = sort === 1 ? day + cursor.nextSigned() : sort === 3 ? day : Infinity;
    return sort ? [sort > 2 ? -Infinity : day, last] : null;
  });
  const languageOf = cursor.nextList(documents);
  const lengths = Array.from(cursor.nextBytes(documents), (byte) =>
    byte < 16 ? byte : (8 + (byte % 8)) * 2 ** (Math.floor(byte / 8) - 1),
  );
  return { works, documents, tags, workOf, dates, languageOf, lengths };
}

/** Each shard's first key and file. */
export function readDirectory(bytes) {
  const cursor = new Cursor(bytes);
  let firstKey = "";
  return cursor.nextList(cursor.nextNumber(), () => {
    firstKey = cursor.nextKey(firstKey);
    return { firstKey, file: cursor.nextHash() };
  });
}

/** A taxonomy: its terms, and those of each work. */
export function readFacet(bytes) {
  const cursor = new Cursor(bytes);
  const terms = JSON.parse(cursor.nextText());
  return { terms, works: cursor.nextList(cursor.nextNumber(), () => cursor.nextList(cursor.nextNumber())) };
}

/** Keys with the places of their postings and positions. */
export function readShard(bytes) {
  const cursor = new Cursor(bytes);
  let [key, postings, positions] = ["", 0, 0];
  const keyEntries = cursor.nextList(cursor.nextNumber(), () => {
    key = cursor.nextKey(key);
    cursor.nextNumber();
    const entry = { key, begin: postings, from: positions };
    entry.end = postings += cursor.nextNumber();
    entry.to = positions += cursor.nextNumber();
    return entry;
  });
  const packed = cursor.nextBytes(postings);
  let from = 0;
  const pieces = cursor.nextList(cursor.nextNumber(), () => {
    const start = from;
    from += cursor.nextNumber();
    return { start, posting: cursor.nextNumber(), file: cursor.nextHash() };
  });
  return { keyEntries, packed, pieces };
}

/** A key's documents; in each its number and flags, and the first passage with it. */
export function readPostings({ packed }, { begin, end }) {
  const cursor = new Cursor(packed, begin);
  const [documents, heads, passages] = [[], [], []];
  for (let document = 0; cursor.at < end; ) {
    documents.push((document += cursor.nextNumber()));
    heads.push(cursor.nextNumber());
    passages.push(cursor.nextNumber());
  }
  return { documents, heads, passages };
}

/** What a passage counts in a position, which is one number. */
export const PASSAGE = 2 ** 26;

/** The positions of one document, as many as the head of its posting says. */
export function readPositions(cursor, head) {
  let position = 0;
  return cursor.nextList(head >>> 2, () => {
    const passages = cursor.nextNumber();
    if (passages) position = (Math.floor(position / PASSAGE) + passages) * PASSAGE;
    return (position += cursor.nextNumber());
  });
}
