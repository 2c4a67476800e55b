// What the page says, in its language; and elements to say it in.

const area = document.querySelector(".finder");

/** What the page tells its script. */
export const settings = JSON.parse(area.dataset.settings);

const numbers = new Intl.NumberFormat(settings.language);
const sizes = new Intl.NumberFormat(settings.language, {
  style: "unit", unit: "megabyte", maximumFractionDigits: 1,
});

export const number = (value) => numbers.format(value);
export const size = (bytes) => sizes.format(bytes / 1e6);

/** An interface text with its values. */
export const say = (name, values = {}) =>
  settings.texts[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

export const documents = (count) =>
  (settings.documents[count === 1 ? "one" : "other"] ?? settings.documents.other).replace("{}", number(count));

const languages = new Intl.DisplayNames(settings.language, { type: "language" });
/** What readers call a language; a tag of private use has no name. */
export function languageName(tag) {
  try {
    return languages.of(tag);
  } catch {
    return tag;
  }
}

/** An element with properties and children. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
