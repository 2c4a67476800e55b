// Filters by terms: under each taxonomy the terms of what was found, with how many works
// each would give; above the results what is chosen, to be taken away again.

import { area, button, fill, find, focused, make, number, say } from "./words.js";

/** The taxonomies by name; `toggle(name, slug)` chooses a term or takes it away. */
export function facetBox(toggle, ask) {
  const all = [...area.querySelectorAll(".facets details")];
  for (const details of all) {
    details.onchange = ({ target }) => toggle(target.name, target.value);
    details.ontoggle = ask;
  }
  return {
    names: all.map(nameOf),
    /** Those that are open, whose counts are wanted. */
    wanted: () => all.filter(({ open }) => open).map(nameOf),
    unfold: (names) => all.forEach((details) => (details.open = names.includes(nameOf(details)))),
    showTold: (told) => {
      for (const details of all) if (told[nameOf(details)]) showTerms(details, told[nameOf(details)]);
    },
  };
}

const nameOf = ({ dataset }) => dataset.name;

function showTerms(details, { terms, rest }) {
  const chosen = details.contains(focused()) && focused().value;
  const rows = terms.map(([value, label, count, checked]) => {
    const input = make("input", { type: "checkbox", name: nameOf(details), value, checked });
    const told = make("span", { className: "count" }, number(count));
    details.open ||= checked;
    return make("li", {}, make("label", {}, input, make("span", { dir: "auto" }, label), told));
  });
  fill(details.querySelector("ul"), rows);
  details.querySelector("p").hidden = !rest;
  details.querySelector(`[value="${chosen}"]`)?.focus();
}

/** Shows what is chosen, each `[label, take it away]`. */
export function showChips(chosen, clear) {
  const chips = find(".chips");
  const had = chips.contains(focused());
  const all = chosen.map(([label, remove]) => button(remove, label, { ariaLabel: say("remove", label) }));
  if (all[1]) all.push(button(clear, say("clear")));
  fill(chips, all.map((each) => make("li", {}, each)));
  if (had) (all[0] ?? find("[type=search]")).focus();
}
