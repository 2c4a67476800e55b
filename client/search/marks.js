// Where a text has what a query wants, in any of its forms.

import { max } from "./format.js";
import { fold, stem, units } from "./tokens.js";
import { fill, make } from "./words.js";

/** Signs that are folded together: a letter with its marks. */
const CLUSTER = /[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]*/gsu;

/** The places of a text that have what is wanted, as `[from, to]` in order, none twice. */
export function marks(text, wants) {
  if (!wants[0]) return [];
  let folded = "";
  // By place in the folded text: where its letter begins in the text, and where it ends.
  const places = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const letters = fold(cluster);
    folded += letters;
    for (const _ of letters.split("")) places.push([index, index + cluster.length]);
  }
  const found = units(folded);
  const spans = [];
  for (const [first, last] of wants.flatMap((want) => runs(found, want))) {
    const [from, to] = [places[found[first][2]]?.[0], places[found[last][3] - 1]?.[1]];
    if (to > from) spans.push([from, to]);
  }
  const all = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (from <= last?.[1]) last[1] = max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** The first and last of the units that are what is wanted. */
function runs(found, want) {
  if (want.near) return want.near.flatMap((each) => runs(found, each));
  const base = want.word && stem(want.word);
  const last = want.units.length - 1;
  const is = ([unit, sort] = [], [wanted, wantedSort], place) => {
    // The first of a run may stand within another, what follows it follows there too.
    if (!unit || (place ? sort !== wantedSort : !sort !== !wantedSort)) return false;
    return unit === wanted || (want.beginning && place === last && unit.startsWith(wanted)) || stem(unit) === base;
  };
  return [...found.keys()]
    .filter((at) => want.units.every((unit, place) => is(found[at + place], unit, place)))
    .map((at) => [at, at + last]);
}

/** Puts a text from a place on into an element, its marked places in `mark` elements. */
export function show(element, text, spans, end = 0) {
  fill(element, []);
  for (const [from, to] of spans) {
    element.append(text.slice(end, from), make("mark", {}, text.slice(from, to)));
    end = to;
  }
  element.append(text.slice(end));
}
