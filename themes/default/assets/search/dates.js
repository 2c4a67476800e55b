// The dates of what was found as bars, which are also the control of their range: two
// sliders on their base line, two fields for what is finer, and the bars themselves.

const box = document.querySelector(".dates");
const [svg] = box.getElementsByTagName("svg");
const [lower, upper] = box.querySelectorAll("[type=range]");
const [from, to] = box.querySelectorAll("[type=text]");
const HEIGHT = 64;
const DATE = /^-?\d{1,6}(-\d\d){0,2}$/;

/** `change(from, to, isDone)` is told of each range that is chosen. */
export function dates(change) {
  let shown = { first: 0, step: 1, counts: [] };
  let anchor = null;
  const yearAt = (edge) => String(shown.first + edge * shown.step);
  const choose = (start, end, isDone) => {
    const count = shown.counts.length;
    change(start > 0 ? yearAt(start) : "", end < count ? String(yearAt(end) - 1) : "", isDone);
  };
  const slide = ({ type, target }) => {
    // Neither slider passes the other.
    if (target === lower) lower.value = Math.min(lower.value, upper.value - 1);
    else upper.value = Math.max(upper.value, +lower.value + 1);
    choose(+lower.value, +upper.value, type === "change");
  };
  for (const slider of [lower, upper]) slider.oninput = slider.onchange = slide;
  for (const field of [from, to]) {
    field.onchange = () => {
      const isRight = !field.value || DATE.test(field.value);
      field.setAttribute("aria-invalid", !isRight);
      if (isRight) change(from.value, to.value, true);
    };
  }
  const barAt = ({ clientX }) => {
    const { left, width } = svg.getBoundingClientRect();
    const count = shown.counts.length;
    return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
  };
  const drag = (event) => {
    if (anchor === null) return;
    const bar = barAt(event);
    choose(Math.min(anchor, bar), Math.max(anchor, bar) + 1, event.type === "pointerup");
    if (event.type === "pointerup") anchor = null;
  };
  svg.onpointerdown = (event) => {
    anchor = barAt(event);
    svg.setPointerCapture(event.pointerId);
  };
  svg.onpointermove = svg.onpointerup = drag;
  svg.onpointercancel = () => (anchor = null);

  /** Shows the bars and the range. */
  return (bars, choice) => {
    box.hidden = !bars || bars.counts.length < 2;
    if (box.hidden) return;
    shown = bars;
    const { first, step, counts } = bars;
    const edge = (date, none, add) => {
      const year = parseInt(date, 10);
      return Math.max(0, Math.min(counts.length, date ? Math.floor((year - first) / step) + add : none));
    };
    const [start, end] = [edge(choice.from, 0, 0), edge(choice.to, counts.length, 1)];
    draw(bars, start, end);
    for (const [slider, value, at] of [[lower, start, start], [upper, end, end - 1]]) {
      slider.max = counts.length;
      slider.value = value;
      slider.setAttribute("aria-valuetext", first + at * step);
    }
    [from.value, to.value] = [choice.from, choice.to];
    [from.placeholder, to.placeholder] = [first, first + counts.length * step - 1];
  };
}

function draw({ first, step, counts }, start, end) {
  const most = Math.max(...counts, 1);
  const part = 100 / counts.length;
  const rows = counts.map((count, at) => {
    const height = count && Math.max((count / most) * HEIGHT, 2);
    const isIn = at >= start && at < end;
    return shape("rect", {
      x: `${at * part + part * 0.1}%`, y: HEIGHT - height, width: `${part * 0.8}%`, height,
      class: isIn ? "bar" : "bar out",
    });
  });
  const every = [1, 2, 5, 10, 20, 50, 100].find((each) => counts.length / each <= 7) * step;
  for (let year = Math.ceil(first / every) * every; year < first + counts.length * step; year += every) {
    const x = ((year - first) / step) * part;
    if (x > 94) continue;
    const text = shape("text", { x: `${x}%`, y: HEIGHT + 34 });
    text.textContent = year;
    rows.push(text);
  }
  svg.replaceChildren(...rows);
}

function shape(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
