// A query as the index is asked for it, read as `src/search/query` reads it.

import { stem, units } from "./tokens.js";

const NEAR = 10;
const MAX_BYTES = 2000;
const PIECE =
  /(?!\p{White_Space}|$)(-(?!\p{White_Space}))?(?:["“”„＂]([^"“”„＂]*)["“”„＂]?|([^\p{White_Space}"“”„＂]*))/gu;

/** The key of a word: its stem, and the form where that is another. */
export function wordKey(form) {
  const base = stem(form);
  return base === form ? form : `${base}\u0001${form}`;
}

/**
 * What to find and what not; `isOpen` says that the last word may still grow. A want has
 * one of `word`, `exact`, `prefix`, `sign`, `phrase` (keys at places) or `near` (both, and
 * how far apart); each but the last has its `units` besides.
 */
export function parse(text, isOpen) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAX_BYTES) {
    text = new TextDecoder().decode(bytes.subarray(0, MAX_BYTES)).replace(/\ufffd$/, "");
  }
  const query = { wanted: [], excluded: [] };
  const pieces = [...text.matchAll(PIECE)];
  let near = 0;
  pieces.forEach(({ 0: { length }, 1: minus, 2: quoted, 3: bare, index }, at) => {
    const apart = !minus && bare?.match(/^NEAR(?:\/\+?(\d+))?$/);
    const distance = apart && Number(apart[1] ?? NEAR);
    if (distance && distance < 2 ** 32 && at && at + 1 < pieces.length) {
      near = distance;
      return;
    }
    const isGrowing = isOpen && !minus && index + length === text.length;
    const want = read(quoted ?? bare, quoted !== undefined, isGrowing);
    if (!want) return;
    const left = near && !minus && query.wanted.pop();
    if (minus) query.excluded.push(want);
    else query.wanted.push(left ? { near: [left, want], distance: near } : want);
    near = 0;
  });
  return query;
}

function read(text, isQuoted, isGrowing) {
  const found = units(text);
  if (!found.length) return null;
  const [[only, sort]] = found;
  if (found.length > 1) return { phrase: phrase(found), units: found };
  if (sort) return { sign: only, units: found };
  if (isQuoted) return { exact: only, units: found };
  const isStart = text.endsWith("*") || (isGrowing && [...only].length > 1);
  return { [isStart ? "prefix" : "word"]: only, units: found };
}

/** The keys that a text has where it has these units one after another. */
function phrase(found) {
  return found.flatMap(([unit, sort], at) => {
    if (!sort) return [[at, wordKey(unit)]];
    if (found[at + 1]?.[1] === 2) return [[at, unit + found[at + 1][0]]];
    return sort === 1 ? [[at, `${unit}\u0002`]] : [];
  });
}
