// The dates of what was found as bars, which are also the control of their range: two
// sliders on their base line, two fields for what is finer, and the bars themselves.

import { floor, max, min } from "./format.js";
import { documents, fill, find, make } from "./words.js";

/** About how many years are written under the bars. */
const YEARS = 7;

/** A function that shows bars and the range; `change(from, to, isDone)` is told of others. */
export function dateBox(change) {
  const box = find(".dates");
  const chart = find(".bars");
  const [lower, upper, from, to] = box.querySelectorAll("input");
  let firstYear, years, count;
  const choose = (start, end, isDone) =>
    change(start ? `${firstYear + start * years}` : "", end < count ? `${firstYear + end * years - 1}` : "", isDone);
  const sliders = lower.parentElement;
  sliders.oninput = sliders.onchange = ({ type, target }) => {
    // Neither slider passes the other.
    if (target === lower) lower.value = min(lower.value, upper.value - 1);
    else upper.value = max(upper.value, +lower.value + 1);
    choose(+lower.value, +upper.value, type === "change");
  };
  find(".fields").onchange = () => {
    if (!box.querySelector(":invalid")) change(from.value, to.value, true);
  };

  return (bars, since, until) => {
    box.hidden = !bars;
    if (!bars) return;
    const { sums } = bars;
    ({ firstYear, years } = bars);
    count = sums.length;
    chart.hidden = sliders.hidden = count < 2;
    const period = (date) => floor((parseInt(date) - firstYear) / years);
    // The sliders hold them within the bars.
    lower.max = upper.max = count;
    lower.value = since ? period(since) : 0;
    upper.value = until ? period(until) + 1 : count;
    const [start, end] = [+lower.value, +upper.value];
    const most = max(...sums);
    const every = [1, 2, 5, 10, 20].find((each) => count / each <= YEARS) * years;
    fill(chart, sums.map((sum, at) => {
      const year = firstYear + at * years;
      const bar = make("i", { className: at < start || at >= end ? "out" : "", onclick: () => choose(at, at + 1, true) });
      bar.style.setProperty("--part", sum / most);
      if (year % every === 0) bar.dataset.year = year;
      return bar;
    }));
    const told = (year, at) => `${year}: ${documents(sums[at])}`;
    lower.ariaValueText = told(firstYear + start * years, start);
    upper.ariaValueText = told(firstYear + end * years - 1, end - 1);
    from.value = since;
    to.value = until;
    from.placeholder = firstYear;
    to.placeholder = firstYear + count * years - 1;
  };
}
