// What the page says, in its language; and elements to say it in.

/** The part of the page that the script fills; a worker has none. */
export const area = globalThis.document?.querySelector(".finder");

/** What the page tells its script. */
export const settings = area && JSON.parse(area.dataset.settings);

/** An element of the page. */
export const find = (selector) => document.querySelector(selector);

export const number = (value) => value.toLocaleString(settings.language);

/** An interface text; a value stands for what is in braces. */
export const say = (name, value) =>
  (settings.texts[name] ?? settings.texts.damaged).replace(/{.*}/, () => value);

export function documents(count) {
  const { one, other } = settings["documents"];
  return ((count === 1 && one) || other).replace("{}", number(count));
}

/** What readers call a language; a tag of private use has no name. */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(settings.language, { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

/** Puts children into an element, in the place of those it has. */
export const fill = (element, children) => element.replaceChildren(...children);

/** An element with properties and children. */
export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  fill(element, children);
  return element;
}

/** What has the focus. */
export const focused = () => document.activeElement;

/** A button that does something. */
export const button = (onclick, label, properties) =>
  make("button", { onclick, dir: "auto", ...properties }, label);
