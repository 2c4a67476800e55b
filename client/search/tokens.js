// A text as units, as `src/search/tokens` has them: words of scripts with spaces, single
// characters of scripts without. tests/fixtures/tokens.json holds both to the same.

// Scripts whose words have no spaces between them, digits left out.
const RUN =
  "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f" +
  "\u109a-\u109d\u1100-\u11ff\u1780-\u17b3\u17b6-\u17d3\u17d7\u17dc\u17dd\u1950-\u19c9" +
  "\u1a20-\u1a7c\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c" +
  "\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u31bf\u31f0-\u31ff\u3400-\u4dbf" +
  "\u4e00-\u9fff\ua960-\ua97f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaadf\uac00-\ud7ff" +
  "\uf900-\ufaff\u{1aff0}-\u{1b16f}\u{20000}-\u{3ffff}";
// What nobody sees, and points that Hebrew and Arabic are mostly written without.
const DROPPED = /\p{DI}|\u0640|(?=[\u0591-\u06ed])\p{M}/gu;
// Latin and Greek letters are folded, one by one, and lose the marks behind them.
const LETTER = /[\xc0-\u024f\u02bc\u0370-\u03ff\u1e00-\u1fff\u2019]/g;
const MARKED = /([\d\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu;
const OTHER = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i",
  ς: "σ", "\u2019": "'", "\u02bc": "'",
};
const SIGN = `[${RUN}]`;
const INNER = "[\\p{L}\\p{N}\\p{M}]";
// A run; or a word with the clitic behind its apostrophe.
const UNIT = new RegExp(
  `(${SIGN}(?:\\p{M}*${SIGN})*)|(?!${SIGN})[\\p{L}\\p{N}](?:(?!${SIGN})${INNER})*` +
    `(?:'(?:s|t|d|m|ll|re|ve)(?!${INNER}))?`,
  "gu",
);
const SIGNS = new RegExp(SIGN, "gu");
const MAX_WORD = 40;

/** Different spellings of the same made one. */
export const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(LETTER, (c) => OTHER[c] ?? c.normalize("NFD")[0])
    .replace(MARKED, "$1");

/**
 * The units of a text in order: `[text, sort, from, to]`, where the sort is 0 for a word, 1
 * for the first character of a run and 2 for one that follows; the places are those in the
 * folded text.
 */
export function units(text) {
  const found = [];
  for (const { 0: unit, 1: run, index } of fold(text).matchAll(UNIT)) {
    if (!run) {
      found.push([[...unit].slice(0, MAX_WORD).join(""), 0, index, index + unit.length]);
      continue;
    }
    for (const { 0: sign, index: at } of run.matchAll(SIGNS)) {
      found.push([sign, at ? 2 : 1, index + at, index + at + sign.length]);
    }
  }
  return found;
}

// Each letter as a vowel `v` or a consonant `c`; a `y` is a vowel behind a consonant.
const shape = (word) =>
  word.replace(/[^aeiouy]/g, "c").replace(/[aeiou]/g, "v").replace(/(^|v)y/g, "$1c")
    .replace(/cy/g, "cv").replace(/y/g, "c");
const measure = (word) => shape(word).split(/v+c/).length - 1;
const isShort = (word) => /cvc$/.test(shape(word)) && !/[wxy]$/.test(word);

/** A word without so many letters at its end. */
const cut = (word, count = 1) => word.slice(0, -count);
/** `treaties` and `ratified` as `treaty` and `ratify`. */
const withY = (word) => (word.length > 4 ? `${cut(word, 3)}y` : cut(word));

/** The stem of a folded word: English plural and verb endings taken off. */
export function stem(form) {
  let word = form.replace(/'s$/, "");
  const ends = (pattern) => pattern.test(word);
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  if (ends(/ies$/)) word = withY(word);
  else if (ends(/sses$/)) word = cut(word, 2);
  else if (ends(/[^sui]s$/)) word = cut(word);
  const rest = word.replace(/(ed|ing)$/, "");
  if (ends(/ied$/)) word = withY(word);
  else if (ends(/eed$/)) {
    if (!ends(/ceed$/) && measure(cut(word, 3))) word = cut(word);
  } else if (rest !== word && shape(rest).includes("v")) {
    word = rest;
    if (ends(/(at|bl|iz)$/) || (measure(word) === 1 && isShort(word))) word += "e";
    else if (ends(/..([^aeioulsz])\1$/) && /c$/.test(shape(word))) word = cut(word);
  }
  const bare = cut(word);
  if (ends(/e$/) && measure(bare) > (isShort(bare) ? 1 : 0)) word = bare;
  return ends(/ll$/) && measure(cut(word)) > 1 ? cut(word) : word;
}
