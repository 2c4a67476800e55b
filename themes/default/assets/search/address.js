// What is asked, as the page's address says it.

/** What the address asks for, where there are facets of these names. */
export function read(facets) {
  const asked = new URLSearchParams(location.search);
  const terms = {};
  for (const name of facets) if (asked.has(name)) terms[name] = asked.getAll(name);
  const sort = asked.get("sort");
  return {
    query: asked.get("q") ?? "",
    choice: { from: asked.get("from") ?? "", to: asked.get("to") ?? "", terms },
    sort: ["newest", "oldest"].includes(sort) ? sort : "relevance",
    // What is no part of the question stands beside it.
    ...{ shown: 0, top: 0, height: 0, isOpen: false, ...history.state },
  };
}

/** Puts what is asked into the address; `how` is `pushState` or `replaceState`. */
export function write({ query, choice: { from, to, terms }, sort, ...beside }, how) {
  const asked = new URLSearchParams();
  if (query.trim()) asked.set("q", query);
  if (from) asked.set("from", from);
  if (to) asked.set("to", to);
  for (const [name, slugs] of Object.entries(terms)) for (const slug of slugs) asked.append(name, slug);
  if (sort !== "relevance") asked.set("sort", sort);
  history[how](beside, "", location.pathname + String(asked).replace(/^(?=.)/, "?"));
}
