// A query as the index is asked for it, read as `src/search/query` reads it.

import { stem, units } from "./tokens.js";

const NEAR = 10;
/** What is longer is no query but a text. */
const MAX_LENGTH = 2000;
const PIECE = /(?!\s|$)(-(?!\s))?(?:["“”„＂]([^"“”„＂]*)["“”„＂]?|([^\s"“”„＂]*))/gu;

/** The key of a word: its stem, and the form where that is another. */
export function wordKey(form) {
  const base = stem(form);
  return base === form ? form : `${base}\u0001${form}`;
}

/**
 * What to find and what not; `isOpen` says that the last word may still grow. A want has
 * one of `word`, `form`, `beginning`, `character`, `phrase` (keys at places) or `near` (both, and
 * how far apart), and each but the last its `units` besides. A word that may grow has a
 * `beginning` too.
 */
export function parse(text, isOpen) {
  text = text.slice(0, MAX_LENGTH);
  const query = { wanted: [], excluded: [] };
  const pieces = [...text.matchAll(PIECE)];
  let near = 0;
  pieces.forEach(({ 0: { length }, 1: minus, 2: quoted, 3: bare, index }, at) => {
    const apart = !minus && bare?.match(/^NEAR(?:\/(\d{1,9}))?$/);
    const distance = apart && Number(apart[1] ?? NEAR);
    if (distance && at && at + 1 < pieces.length) {
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
  if (!found[0]) return null;
  const [[only, sort]] = found;
  if (found[1]) return { phrase: phrase(found), units: found };
  if (sort) return { character: only, units: found };
  if (isQuoted) return { form: only, units: found };
  if (text.endsWith("*")) return { beginning: only, units: found };
  return { word: only, beginning: isGrowing && [...only].length > 1 && only, units: found };
}

/** The keys that a text has where it has these units one after another. */
function phrase(found) {
  return found.flatMap(([unit, sort], at) => {
    if (!sort) return [[at, wordKey(unit)]];
    if (found[at + 1]?.[1] === 2) return [[at, unit + found[at + 1][0]]];
    return sort === 1 ? [[at, `${unit}\u0002`]] : [];
  });
}
