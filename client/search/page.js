// The search page: what is asked goes to a worker and stands in the address; what comes
// back is shown. Docs: docs/search.md.

import { dateBox } from "./dates.js";
import { facetBox, showChips } from "./filters.js";
import { hitList } from "./hits.js";
import { growing, parse } from "./query.js";
import { days } from "./sieve.js";
import { area, documents, find, focused, say, settings } from "./words.js";

/** How many works are shown, and how many more at a time. */
const SHOWN = 20;
/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 120;

/** Fills the page and answers what is done there. */
export function begin() {
  const form = find(".search-box");
  const [input] = form;
  const [status, trouble, more, order] = [".status", ".trouble", ".more", "select"].map(find);
  const worker = new Worker(import.meta.url, { type: "module" });
  const showHits = hitList();
  const showDates = dateBox((from, to, isDone) => choose({ from, to }, isDone));
  const facets = facetBox(toggle, () => {
    write();
    ask();
  });
  // What the address says, and what is no part of the question: how many works are shown,
  // how far down somebody is, and whether the star behind the last word is the page's own.
  let asked, shown, top, isTyped;
  let number = 0;
  let drawn = 0;
  let isMoving = false;
  let timer;

  const said = (name) => asked.get(name) ?? "";
  const isAsking = () => [...asked.keys()].some((name) => name !== "sort");

  /** Puts the question into the address: as a step in the history, or instead of the last. */
  function write(isStep) {
    const { pathname, hash } = location;
    const query = String(asked);
    history[isStep ? "pushState" : "replaceState"]([shown, top, isTyped, facets.wanted()], "", pathname + (query && `?${query}`) + hash);
  }

  /** Shows what the address asks for. */
  function read() {
    asked = new URLSearchParams(location.search);
    // What means nothing is not said.
    for (const name of ["from", "to"]) if (!days(said(name))) asked.delete(name);
    if (!/^(new|old)est$/.test(said("sort"))) asked.delete("sort");
    let opened;
    [shown, top, isTyped, opened = []] = history.state ?? [SHOWN, 0];
    facets.unfold(opened);
    input.value = said("q").slice(0, isTyped ? -1 : Infinity);
    drawn = 0;
    ask();
  }

  function ask() {
    area.ariaBusy = true;
    const named = facets.names.filter((name) => asked.has(name));
    worker.postMessage({
      ...Object.fromEntries(asked),
      id: ++number,
      indexFolder: area.dataset.index,
      inLanguage: settings.language,
      terms: Object.fromEntries(named.map((name) => [name, asked.getAll(name)])),
      wanted: facets.wanted(),
      shown: isAsking() ? shown : 0,
    });
  }

  /** Another question. */
  function change(values, isStep) {
    for (const [name, value] of Object.entries(values)) {
      if (value.trim()) asked.set(name, value);
      else asked.delete(name);
    }
    [shown, top, drawn] = [SHOWN, 0, 0];
    write(isStep);
    ask();
  }

  function choose(values, isDone = true) {
    // While a slider moves it is one step, begun when it began.
    change(values, !isMoving);
    isMoving = !isDone;
  }

  function toggle(name, slug) {
    if (asked.has(name, slug)) asked.delete(name, slug);
    else asked.append(name, slug);
    choose({});
  }

  function show(answer) {
    area.ariaBusy = false;
    trouble.hidden = !answer.trouble;
    if (answer.trouble) {
      trouble.firstChild.textContent = say(answer.trouble);
      return;
    }
    const { hits, totalWorks: total } = answer;
    const { wanted, isWordless } = parse(answer.question);
    const hadFocus = drawn && more === focused();
    showHits(hits, drawn, wanted);
    if (hadFocus) find(`.hits > :nth-child(${drawn + 1}) a`)?.focus();
    if (!drawn) {
      // Excerpts come later: until then the page is as long as it was.
      area.style.minBlockSize = top && `${top + innerHeight}px`;
      if (top) scrollTo(0, top);
    }
    drawn = hits.length;
    status.textContent = total || !isAsking() ? documents(total) : say(isWordless ? "no_word" : "none");
    if (!answer.isWhole) status.append(" ", say("partial"));
    more.hidden = drawn >= total || !drawn;
    order.parentElement.hidden = !drawn || total < 2;
    order.options[0].disabled = !wanted[0];
    order.value = said("sort") || (wanted[0] ? "" : "newest");
    showDates(answer.bars, said("from"), said("to"));
    facets.showTold(answer.termCounts);
    showChips(chosen(answer.termCounts), clear);
  }

  const clear = () =>
    choose(Object.fromEntries([...facets.names, "from", "to"].map((name) => [name, ""])));

  /** What is chosen, each with what takes it away. */
  function chosen(told) {
    const [from, to] = [said("from"), said("to")];
    const all = [];
    if (from || to) all.push([from === to ? from : `${from}–${to}`, () => choose({ from: "", to: "" })]);
    for (const name of facets.names) {
      for (const slug of new Set(asked.getAll(name))) {
        const label = told[name].terms.find((term) => term[0] === slug)?.[1];
        all.push([label ?? slug, () => toggle(name, slug)]);
      }
    }
    return all;
  }

  worker.onmessage = ({ data }) => data.id === number && show(data);
  worker.onerror = () => show({ trouble: "old_browser" });
  const submit = (isDone) => {
    clearTimeout(timer);
    const q = isDone ? input.value : growing(input.value);
    isTyped = q !== input.value;
    change({ q }, isDone);
  };
  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(submit, PAUSE);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    submit(true);
  };
  order.onchange = () => change({ sort: order.value }, true);
  more.onclick = () => {
    shown += SHOWN;
    write();
    ask();
  };
  find(".trouble button").onclick = ask;

  // Where somebody is on the page is found again by who comes back.
  find(".hits").onclick = document.onscrollend = () => {
    top = scrollY;
    write();
  };
  history.scrollRestoration = "manual";
  onpopstate = read;

  find(".filters").open = matchMedia("(min-width: 68rem)").matches;
  area.hidden = false;
  read();
}
