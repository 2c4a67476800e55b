// The files of the index as values: docs/search-format.md says what stands in them.
// Keys are UTF-8 with a character a byte, so that their order is that of the bytes.

/** A text as a key of the index. */
export const keyed = (text) => String.fromCharCode(...new TextEncoder().encode(text));

export const { floor, max, min } = Math;

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
export function reading(bytes, from = 0) {
  const cursor = {
    at: from,
    nextNumber() {
      let [number, scale] = [0, 1];
      for (; bytes[cursor.at] > 127; scale *= 128) number += (bytes[cursor.at++] - 128) * scale;
      return number + bytes[cursor.at++] * scale;
    },
    nextSigned() {
      const number = cursor.nextNumber();
      return number % 2 ? -(number + 1) / 2 : number / 2;
    },
    nextBytes: (length) => bytes.subarray(cursor.at, (cursor.at += length)),
    nextText: () => new TextDecoder().decode(cursor.nextBytes(cursor.nextNumber())),
    nextKey: (before) =>
      before.slice(0, cursor.nextNumber()) + String.fromCharCode(...cursor.nextBytes(cursor.nextNumber())),
    nextHash: () => Array.from(cursor.nextBytes(6), (byte) => byte.toString(16).padStart(2, 0)).join(""),
    /** So many of what a function reads; it is told how many there were before. */
    nextList: (length, read = cursor.nextNumber) => Array.from({ length }, (_, at) => read(at)),
  };
  return cursor;
}

/** By work its first document and its first and last day; by document work, tag, length. */
export function readColumns(bytes) {
  const cursor = reading(bytes);
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
    byte < 16 ? byte : (8 + (byte % 8)) * 2 ** (floor(byte / 8) - 1),
  );
  return { works, documents, tags, workOf, dates, languageOf, lengths };
}

/** Each shard's first key and file. */
export function readDirectory(bytes) {
  const cursor = reading(bytes);
  let firstKey = "";
  return cursor.nextList(cursor.nextNumber(), () => {
    firstKey = cursor.nextKey(firstKey);
    return { firstKey, file: cursor.nextHash() };
  });
}

/** A taxonomy: its terms, and those of each work. */
export function readFacet(bytes) {
  const cursor = reading(bytes);
  const terms = JSON.parse(cursor.nextText());
  return { terms, works: cursor.nextList(cursor.nextNumber(), () => cursor.nextList(cursor.nextNumber())) };
}

/** Keys with the places of their postings and positions. */
export function readShard(bytes) {
  const cursor = reading(bytes);
  let [key, postings, positions] = ["", 0, 0];
  const keyEntries = cursor.nextList(cursor.nextNumber(), () => {
    key = cursor.nextKey(key);
    cursor.nextNumber();
    const entry = { keyBytes: key, begin: postings, fromByte: positions };
    entry.endByte = postings += cursor.nextNumber();
    entry.toByte = positions += cursor.nextNumber();
    return entry;
  });
  const packed = cursor.nextBytes(postings);
  let from = 0;
  const pieces = cursor.nextList(cursor.nextNumber(), () => {
    const start = from;
    from += cursor.nextNumber();
    return { begins: start, posting: cursor.nextNumber(), file: cursor.nextHash() };
  });
  return { keyEntries, packed, pieces };
}

/** A key's documents; in each its number and flags, and the first passage with it. */
export function readPostings({ packed }, { begin, endByte }) {
  const cursor = reading(packed, begin);
  const [documents, heads, passages] = [[], [], []];
  for (let document = 0; cursor.at < endByte; ) {
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
    if (passages) position = (floor(position / PASSAGE) + passages) * PASSAGE;
    return (position += cursor.nextNumber());
  });
}
