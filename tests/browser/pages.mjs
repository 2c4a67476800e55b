// One address of each template, in the languages that it speaks.

/** `language`: of the interface; `needsScripts`: says without them where else to go; `text`: of the document, if that is another. */
export const SMALL_PAGES = [
  { name: "home", address: "", language: "en" },
  { name: "home-ja", address: "ja/", language: "ja" },
  { name: "document", address: "documents/harbours/agreement/", language: "en" },
  { name: "document-ja", address: "documents/harbours/agreement/ja/", language: "ja" },
  { name: "document-fr", address: "documents/harbours/agreement/fr/", language: "en", text: "fr" },
  { name: "side-by-side", address: "documents/harbours/agreement/en-ja/", language: "en" },
  { name: "document-de", address: "documents/letters/fourth/", language: "en", text: "de" },
  { name: "document-ar", address: "documents/letters/fifth/", language: "en", text: "ar" },
  { name: "document-table-notes", address: "documents/harbours/report/", language: "en" },
  { name: "document-undated", address: "documents/letters/third/", language: "en" },
  { name: "plain", address: "about/", language: "en" },
  { name: "plain-ja", address: "ja/about/", language: "ja" },
  { name: "dates", address: "date/", language: "en" },
  { name: "dates-ja", address: "ja/date/", language: "ja" },
  { name: "decade", address: "date/1950s/", language: "en" },
  { name: "year", address: "date/1951/", language: "en" },
  { name: "month", address: "date/1951/09/", language: "en" },
  { name: "month-ja", address: "ja/date/1951/09/", language: "ja" },
  { name: "undated", address: "date/undated/", language: "en" },
  { name: "topics", address: "topics/", language: "en" },
  { name: "topics-ja", address: "ja/topics/", language: "ja" },
  { name: "topic", address: "topics/lights/", language: "en" },
  { name: "topic-ja", address: "ja/topics/lights/", language: "ja" },
  { name: "places", address: "places/", language: "en" },
  { name: "people", address: "people/", language: "en" },
  { name: "titles", address: "titles/", language: "en" },
  { name: "data", address: "data/", language: "en" },
  { name: "data-ja", address: "ja/data/", language: "ja" },
  { name: "titles-page-2", address: "titles/page-2/", language: "en" },
  { name: "titles-ja", address: "ja/titles/", language: "ja" },
  { name: "search", address: "search/?q=light&languages=en", language: "en", needsScripts: true },
  { name: "search-ja", address: "ja/search/?q=灯台", language: "ja", needsScripts: true },
  { name: "not-found", address: "no/such/page/", language: "en", status: 404 },
];

/** Pages of the repository's own archive that are much fuller than those above. */
export const OWN_PAGES = [
  { name: "own-home", address: "", language: "en" },
  { name: "own-home-ja", address: "ja/", language: "ja" },
  { name: "own-document", address: "documents/2000/20001031-unscr-1325/", language: "en" },
  { name: "own-document-ja", address: "documents/2000/20001031-unscr-1325/ja/", language: "ja" },
  { name: "own-cited-by", address: "documents/2000/20001031-unscr-1325/cited-by/", language: "en" },
  { name: "own-topic-narrowed", address: "topics/implementation/kinds/statement/", language: "en" },
  { name: "own-dates", address: "date/", language: "en" },
  { name: "own-places", address: "places/", language: "en" },
  { name: "own-topics-ja", address: "ja/topics/", language: "ja" },
  { name: "own-titles", address: "titles/", language: "en" },
  { name: "own-titles-ja", address: "ja/titles/", language: "ja" },
  { name: "own-search-unasked", address: "search/", language: "en" },
  { name: "own-search", address: "search/?q=peace&topics=participation&from=2000", language: "en" },
  { name: "own-search-ja", address: "ja/search/?q=女性の参画", language: "ja" },
  { name: "own-search-nothing", address: "search/?q=zzzz", language: "en" },
  { name: "own-about-ja", address: "ja/about/", language: "ja" },
];

/** Pages of an archive whose interface runs from right to left. */
export const ARABIC_PAGES = [
  { name: "rtl-home", address: "", language: "ar" },
  { name: "rtl-document", address: "documents/agreement/", language: "ar" },
  { name: "rtl-document-en", address: "documents/agreement/en/", language: "en" },
  { name: "rtl-side-by-side", address: "documents/agreement/ar-en/", language: "ar" },
  { name: "rtl-topics", address: "topics/", language: "ar" },
  { name: "rtl-decade", address: "date/1950s/", language: "ar" },
  { name: "rtl-month", address: "date/1951/09/", language: "ar" },
  { name: "rtl-search", address: "search/?q=منارة", language: "ar" },
  { name: "rtl-titles", address: "titles/", language: "ar" },
];

/** Lists of thousands, of one, and what they can be narrowed to. */
export const LONG_PAGES = [
  { name: "long-home", address: "", language: "en" },
  { name: "long-topic", address: "topics/lights/", language: "en" },
  { name: "long-topic-page-12", address: "topics/lights/page-12/", language: "en" },
  { name: "long-topic-narrowed", address: "topics/lights/kinds/telegram/", language: "en" },
  { name: "long-topic-of-one", address: "topics/a-topic-of-one/", language: "en" },
  { name: "long-year", address: "date/1951/", language: "en" },
  { name: "long-month", address: "date/1951/03/", language: "en" },
  { name: "long-decade", address: "date/1950s/", language: "en" },
  { name: "long-search", address: "search/?q=harb&places=port-1", language: "en" },
  { name: "long-titles", address: "titles/", language: "en" },
];

/** An archive that has just begun. */
export const EMPTY_PAGES = [
  { name: "empty-home", address: "", language: "en" },
  { name: "empty-dates", address: "date/", language: "en" },
  { name: "empty-search", address: "search/?q=a", language: "en" },
  { name: "empty-titles", address: "titles/", language: "en" },
];
