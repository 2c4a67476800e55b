// A query as the index is asked for it, read as `src/search/query` reads it.

import { stem, units } from "./tokens.js";

const NEAR = 10;
/** How many characters of a query are read. */
const MAX_LENGTH = 2000;
const PIECE = /(?!\s|$)(-(?!\s))?(?:["“”„＂]([^"“”„＂]*)["“”„＂]?|([^\s"“”„＂]*))/gu;

/** The query with a star where its last word may still grow, and is not left out. */
export const growing = (text) => text.replace(/(?<!(^|\s)-\S*)[\p{L}\p{N}]{2}$/u, "$&*");

/** The key of a word: its stem, and the form where that is another. */
export function wordKey(form) {
  const base = stem(form);
  return base === form ? form : `${base}\u0001${form}`;
}

/**
 * What to find and what not. A want has one of `word`, `wholeForm`, `character`, `phrase` (keys at
 * places) or `near` (both, and how far apart), and each but the last its `units` besides; with
 * a `beginning` the last of them may be longer.
 */
export function parse(text) {
  text = [...text.replaceAll("\x85", " ")].slice(0, MAX_LENGTH).join("");
  const [wanted, excluded] = [[], []];
  const pieces = [...text.matchAll(PIECE)];
  let near = 0;
  pieces.forEach(({ 1: minus, 2: quoted, 3: bare }, at) => {
    const apart = !minus && bare?.match(/^NEAR(?:\/(\d{1,9}))?$/);
    const distance = apart && +(apart[1] ?? NEAR);
    if (distance && at && pieces[at + 1]) {
      near = distance;
      return;
    }
    const want = read(quoted ?? bare, quoted != null);
    if (!want) return;
    const left = near && !minus && wanted.pop();
    if (minus) excluded.push(want);
    else wanted.push(left ? { near: [left, want], distance: near } : want);
    near = 0;
  });
  return { wanted, excluded, isWordless: pieces[0] && !wanted[0] && !excluded[0] };
}

function read(text, isQuoted) {
  const found = units(text);
  if (!found[0]) return null;
  const [only, sort] = found.at(-1);
  const beginning = !sort && text.endsWith("*") && only;
  const want = { beginning, units: found };
  if (found[1] || (isQuoted && beginning)) return { phrase: phrase(found, beginning), ...want };
  if (sort) want.character = only;
  else if (isQuoted) want.wholeForm = only;
  else want.word = only;
  return want;
}

/**
 * The keys that a text has where it has these units one after another, each `[place, key]`:
 * of a run every second pair, and the last one; between two runs a place is left out. Where
 * the last word may be longer it is no key but a beginning.
 */
function phrase(found, beginning) {
  let place = -1;
  let isHeld;
  return found.flatMap(([unit, sort], at) => {
    const [before, after] = [found[at - 1] ?? [], found[at + 1] ?? []];
    place += sort === 1 && before[1] ? 2 : 1;
    if (!sort) return [beginning && !after[0] ? [place, unit, true] : [place, wordKey(unit)]];
    isHeld = sort === 2 && !isHeld;
    if (isHeld) return [];
    if (after[1] === 2) return [[place, unit + after[0]]];
    return [sort === 1 ? [place, `${unit}\u0002`] : [place - 1, before[0] + unit]];
  });
}
