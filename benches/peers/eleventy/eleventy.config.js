// The same as chancery's minimal settings: documents, lists by year, topic and title, a feed.
import footnotes from "markdown-it-footnote";

const PAGE_SIZE = 100;
const ENTRIES = 50;

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.use(footnotes));
  config.addFilter("shown", (day) => (day ? shown.format(new Date(day)) : ""));
  config.addCollection("inYears", (api) => lists(byDay(api), (page) => years(page)));
  config.addCollection("underTopics", (api) => lists(byDay(api), ({ data }) => data.topics));
  config.addCollection("byTitle", (api) =>
    documents(api).sort((a, b) => order.compare(a.data.title, b.data.title)));
  config.addCollection("newest", (api) =>
    byDay(api).filter(({ data }) => data.day).reverse().slice(0, ENTRIES));
  // Texts have no template language of their own.
  return { markdownTemplateEngine: false };
}

const order = new Intl.Collator("en");
const shown = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const documents = (api) => [...api.getFilteredByTag("documents")];
const byDay = (api) => documents(api).sort((a, b) => compare(a.data.day, b.data.day));
const compare = (a = "", b = "") => (a < b ? -1 : a > b ? 1 : 0);
const years = ({ data }) => (data.day ? [data.day.slice(0, 4)] : []);

// Every page of every list: its name, its number and what it shows.
function lists(pages, namesOf) {
  const named = new Map();
  for (const page of pages) {
    for (const name of namesOf(page)) {
      if (!named.has(name)) named.set(name, []);
      named.get(name).push(page);
    }
  }
  return [...named].flatMap(([name, all]) => parts(all).map((part) => ({ name, ...part })));
}

function parts(all) {
  const count = Math.ceil(all.length / PAGE_SIZE);
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    isLast: at + 1 === count,
    pages: all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
  }));
}
