// Where a text has what a query wants, in any of its forms.

import { fold, stem, units } from "./tokens.js";

/** Signs that are folded together: a letter with its marks. */
const CLUSTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gsu;

/** The places of a text that have what is wanted, as `[from, to]` in order, none twice. */
export function marks(text, wants) {
  let folded = "";
  // By place in the folded text: where its letter begins in the text, and where it ends.
  const places = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const letters = fold(cluster);
    folded += letters;
    for (let at = 0; at < letters.length; at++) places.push([index, index + cluster.length]);
  }
  const found = units(folded);
  const spans = wants.flatMap((want) => runs(found, want)).map(([first, last]) => {
    return [places[found[first][2]]?.[0], places[found[last][3] - 1]?.[1]];
  });
  const sorted = spans.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  return sorted.reduce((all, span) => {
    const last = all.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else all.push(span);
    return all;
  }, []);
}

/** The first and last of the units that are what is wanted. */
function runs(found, want) {
  if (want.near) return want.near.flatMap((each) => runs(found, each));
  const base = want.word && stem(want.word);
  const is = ([unit, sort], [wanted, wantedSort]) => {
    // What follows in a run follows there too.
    if (wantedSort === 2 ? sort !== 2 : !sort !== !wantedSort) return false;
    if (want.prefix) return unit.startsWith(want.prefix);
    return unit === wanted || (base && !sort && stem(unit) === base);
  };
  const last = want.units.length - 1;
  return found.flatMap((_, at) => {
    const isHere = want.units.every((unit, place) => found[at + place] && is(found[at + place], unit));
    return isHere ? [[at, at + last]] : [];
  });
}

/** Puts a text into an element, its marked places in `mark` elements. */
export function show(element, text, spans) {
  let end = 0;
  element.replaceChildren();
  for (const [from, to] of spans) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    element.append(text.slice(end, from), mark);
    end = to;
  }
  element.append(text.slice(end));
}
