// Filters by terms: under each taxonomy the terms of what was found, with how many works
// each would give; above the results what is chosen, to be taken away again.

import { make, number, say, settings } from "./words.js";

/** How many terms of a taxonomy are shown, and how many more at a time. */
const MOST = 12;

const box = document.querySelector(".facets");
const chips = document.querySelector(".chips");

/** Makes the taxonomies; `change(name, slug)` chooses a term or takes it away. */
export function facets(change, ask) {
  const all = settings.facets.map(([name, label]) => {
    const list = make("ul");
    const more = make("button", { type: "button", textContent: say("more_terms"), hidden: true });
    const facet = { name, list, more, most: MOST };
    more.onclick = () => {
      facet.most *= 4;
      ask();
    };
    list.onchange = ({ target }) => change(name, target.value);
    facet.details = make("details", {}, make("summary", {}, label), list, more);
    facet.details.ontoggle = () => facet.details.open && ask();
    box.append(facet.details);
    return facet;
  });
  return {
    /** Those whose counts are wanted, each with how many. */
    wanted: (terms) =>
      all.filter(({ name, details }) => details.open || terms[name]).map(({ name, most }) => [name, most]),
    show: (told) => {
      for (const facet of all) if (told[facet.name]) showFacet(facet, told[facet.name]);
    },
  };
}

function showFacet({ list, more, name, details }, { terms, rest }) {
  const focused = list.contains(document.activeElement) && document.activeElement.value;
  const rows = terms.map(({ slug, label, count, isChosen }) => {
    const input = make("input", { type: "checkbox", name, value: slug, checked: isChosen });
    const told = make("span", { className: "count" }, number(count));
    return make("li", {}, make("label", {}, input, make("span", { dir: "auto" }, label), told));
  });
  list.replaceChildren(...rows);
  more.hidden = !rest;
  if (terms.some((term) => term.isChosen)) details.open = true;
  list.querySelector(`[value="${CSS.escape(focused)}"]`)?.focus();
}

/** Shows what is chosen, each `[label, take it away]`. */
export function showChips(chosen, clear) {
  const had = chips.contains(document.activeElement);
  const all = chosen.length > 1 ? [...chosen, [say("clear"), clear]] : chosen;
  const buttons = all.map(([label, onclick], at) => {
    const button = make("button", { type: "button", onclick, dir: "auto" }, label);
    if (at < chosen.length) button.ariaLabel = say("remove", { label });
    return make("li", {}, button);
  });
  chips.replaceChildren(...buttons);
  if (had) (chips.querySelector("button") ?? document.querySelector(".search-box input")).focus();
}
