// The search page: what is asked goes to a worker and stands in the address; what comes
// back is shown. Docs: docs/search.md.

import { read, write } from "./address.js";
import { dates } from "./dates.js";
import { facets, showChips } from "./facets.js";
import { showHits } from "./hits.js";
import { parse } from "./query.js";
import { documents, make, say, settings, size } from "./words.js";

/** How many works are shown, and how many more at a time. */
const SHOWN = 20;
/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 120;
/** An index that is no larger is loaded whole. */
const SMALL = 1_500_000;

const area = document.querySelector(".finder");
const form = document.querySelector(".search-box");
const input = form.querySelector("input");
const [order] = area.getElementsByTagName("select");
const [status, trouble, more, keep] = ["status", "trouble", "more", "keep"].map((name) =>
  area.querySelector(`.${name}`),
);
const filters = area.querySelector(".filters");
const title = document.title;
const names = settings.facets.map(([name]) => name);
const index = area.dataset.index;

let asked = 0;
let state;
let answered = {};
let timer;
let isKept = false;

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const showDates = dates((from, to, isDone) => choose({ ...state.choice, from, to }, isDone));
const { wanted, show: showFacets } = facets(toggle, ask);

const isAsking = () =>
  state.query.trim() || state.choice.from || state.choice.to || Object.keys(state.choice.terms).length;

function ask() {
  area.ariaBusy = "true";
  const { query, isOpen, choice, sort } = state;
  const shown = isAsking() ? Math.max(state.shown, SHOWN) : 0;
  const isSorted = sort === "relevance" && !parse(query).wanted.length ? "newest" : sort;
  worker.postMessage({
    id: ++asked, index, query, isOpen, choice, sort: isSorted, shown,
    facets: wanted(choice.terms), language: settings.language,
  });
}

/** Another question: a step in the history, or a better wording of the one before. */
function change(changes, how) {
  state = { ...state, shown: SHOWN, top: 0, height: 0, ...changes };
  write(state, how);
  ask();
}

function choose(choice, isDone = true) {
  // While a slider moves it is one step, begun when it began.
  const how = choose.isMoving ? "replaceState" : "pushState";
  choose.isMoving = !isDone;
  change({ choice }, how);
}

function toggle(name, slug) {
  const { [name]: chosen = [], ...terms } = state.choice.terms;
  const now = chosen.includes(slug) ? chosen.filter((each) => each !== slug) : [...chosen, slug];
  choose({ ...state.choice, terms: now.length ? { ...terms, [name]: now } : terms });
}

function show(answer) {
  area.ariaBusy = "false";
  trouble.hidden = !answer.trouble;
  if (answer.trouble) {
    trouble.firstChild.textContent = settings.texts[answer.trouble] ?? say("damaged");
    return;
  }
  const { query, choice, sort } = state;
  const key = JSON.stringify([query, choice, sort, answer.isGrown]);
  const isSame = answered.key === key;
  const from = isSame ? Math.min(answered.count, answer.hits.length) : 0;
  const ways = answer.isGrown ? [false, true] : [false];
  const hasFocus = more === document.activeElement;
  showHits(answer.hits, from, ways.flatMap((isOpen) => parse(query, isOpen).wanted));
  answered = { key, count: answer.hits.length };
  const told = answer.total || !isAsking() ? documents(answer.total) : say("none");
  status.textContent = answer.isWhole ? told : `${told} ${say("partial")}`;
  more.hidden = answer.hits.length >= answer.total || !isAsking();
  order.parentElement.hidden = !isAsking() || answer.total < 2;
  order.value = sort === "relevance" && !parse(query).wanted.length ? "newest" : sort;
  order.options[0].disabled = !parse(query).wanted.length;
  showDates(answer.bars, choice);
  showFacets(answer.facets);
  chips(answer.facets);
  if (hasFocus && from) area.querySelector(`.hits > :nth-child(${from + 1}) a`)?.focus();
  if (!isSame) {
    // Excerpts come later: until then the page keeps the height that it had.
    area.style.minBlockSize = state.top ? `${state.height}px` : "";
    if (state.top) scrollTo(0, state.top);
  }
  offerWhole(answer);
}

function chips(told) {
  const { from, to, terms } = state.choice;
  const labelled = (name, slug) => told[name]?.terms.find((term) => term.slug === slug)?.label ?? slug;
  const chosen = Object.entries(terms).flatMap(([name, slugs]) =>
    slugs.map((slug) => [labelled(name, slug), () => toggle(name, slug)]),
  );
  if (from || to) {
    const range = from === to ? from : `${from}–${to}`;
    chosen.unshift([range, () => choose({ ...state.choice, from: "", to: "" })]);
  }
  showChips(chosen, () => choose({ from: "", to: "", terms: {} }));
}

/** A small index is loaded whole when there is time for it; a large one if it is asked for. */
function offerWhole({ bytes, canKeep }) {
  if (isKept || !canKeep) return;
  if (bytes > SMALL || navigator.connection?.saveData) {
    keep.hidden = false;
    keep.textContent = say("keep", { size: size(bytes) });
    keep.onclick = () => {
      keep.disabled = true;
      worker.postMessage({ keep: index });
    };
    keep.dataset.bytes = bytes;
    return;
  }
  isKept = true;
  const whenIdle = self.requestIdleCallback ?? setTimeout;
  whenIdle(() => worker.postMessage({ keep: index }));
}

worker.onmessage = ({ data }) => {
  if (data.kept === Infinity) {
    isKept = true;
    if (!keep.hidden) keep.replaceWith(make("span", { className: "keep" }, say("kept")));
    area.dataset.kept = "";
  } else if (data.kept) {
    keep.textContent = say("keeping", { size: size(data.kept), all: size(keep.dataset.bytes) });
  } else if (data.notKept) {
    keep.disabled = false;
    keep.textContent = settings.texts[data.notKept] ?? say("damaged");
  } else if (data.id === asked) {
    show(data);
  }
};
worker.onerror = () => show({ trouble: "old_browser" });

input.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({ query: input.value, isOpen: true }, "replaceState"), PAUSE);
};
form.onsubmit = (event) => {
  event.preventDefault();
  clearTimeout(timer);
  change({ query: input.value, isOpen: false }, "pushState");
};
order.onchange = () => change({ sort: order.value }, "pushState");
more.onclick = () => {
  state.shown = Math.max(state.shown, SHOWN) + SHOWN;
  write(state, "replaceState");
  ask();
};
trouble.querySelector("button").onclick = ask;

/** Shows what the address asks for. */
function begin() {
  state = read(names);
  input.value = state.query;
  ask();
}
addEventListener("popstate", begin);
history.scrollRestoration = "manual";
let scrolled;
function remember() {
  clearTimeout(scrolled);
  Object.assign(state, { top: scrollY, height: area.offsetHeight });
  write(state, "replaceState");
}
addEventListener("scroll", () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(remember, PAUSE);
});
area.querySelector(".hits").addEventListener("click", remember);
addEventListener("pagehide", () => worker.terminate());

const wide = matchMedia("(min-width: 68rem)");
const unfold = () => (filters.open = wide.matches);
wide.onchange = unfold;
unfold();
area.hidden = false;
begin();
