// What pages say of themselves as JSON-LD, read by a processor of its own.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import jsonld from "jsonld";
import { OWN, SMALL, open } from "./archive.mjs";

const SCHEMA = "https://schema.org/";

/** As much of schema.org's context as pages use; where a value is an address it says so. */
const CONTEXT = {
  "@context": {
    "@vocab": SCHEMA,
    url: { "@type": "@id" },
    license: { "@type": "@id" },
    archivedAt: { "@type": "@id" },
    item: { "@type": "@id" },
    itemListElement: { "@container": "@list" },
    dateCreated: { "@type": "Date" },
    dateModified: { "@type": "Date" },
  },
};

/** Every term of schema.org that pages may use. */
const TERMS = new Set(
  `abstract about alternateName archivedAt author breadcrumb citation contentUrl copyrightNotice
   dateCreated dateModified description encoding encodingFormat familyName genre givenName headline
   holdingArchive identifier inLanguage isBasedOn isPartOf item itemListElement legislationType
   license locationCreated mainEntity name numberOfItems pagination position propertyID publisher
   sha256 sourceOrganization temporalCoverage translationOfWork url value workTranslation
   ArchiveComponent ArchiveOrganization BreadcrumbList CollectionPage CreativeWork CreativeWorkSeries
   potentialAction target urlTemplate query-input EntryPoint SearchAction
   DataDownload Dataset contentSize isAccessibleForFree distribution
   Date DefinedTerm DigitalDocument ItemList Legislation ListItem MediaObject Organization Person Place
   PropertyValue Report SearchResultsPage WebPage WebSite`.split(/\s+/),
);

const archives = [];
before(async () => archives.push(await open(SMALL), await open(OWN)));
after(() => Promise.all(archives.map((archive) => archive.close())));

test("every page's graph expands, in known terms, without an empty value", async () => {
  let graphs = 0;
  for (const { output } of archives) {
    for (const file of await pages(output)) {
      const html = await readFile(file, "utf8");
      const [, data] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? [];
      // A page that is not there and one that leads on are nothing by themselves.
      const isNothing = file.endsWith("404.html") || html.includes('http-equiv="refresh"');
      if (!data && isNothing) continue;
      assert.ok(data, `${file} tells nothing`);
      graphs += 1;
      const options = { documentLoader: load, safe: true };
      const expanded = await jsonld.expand(JSON.parse(data), options);
      assert.ok(expanded.length > 0, `${file} says nothing`);
      check(expanded, file);
    }
  }
  assert.ok(graphs > 500, `only ${graphs} graphs were read`);
});

async function load(url) {
  assert.equal(url, "https://schema.org", "no other context is asked for");
  return { contextUrl: null, documentUrl: url, document: CONTEXT };
}

async function pages(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".html")).map((file) => path.join(folder, file));
}

/** Fails at a term that is not schema.org's, an empty value, or an address that is not whole. */
function check(value, file) {
  if (Array.isArray(value)) {
    assert.ok(value.length > 0, `an empty list in ${file}`);
    value.forEach((each) => check(each, file));
    return;
  }
  if (typeof value !== "object") {
    assert.notEqual(value, "", `an empty text in ${file}`);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name === "@id") assert.match(inner, /^https?:\/\//, `${inner} in ${file}`);
    if (name === "@type") {
      for (const type of [inner].flat()) known(type, file);
      continue;
    }
    if (!name.startsWith("@")) known(name, file);
    check(inner, file);
  }
}

function known(term, file) {
  assert.ok(term.startsWith(SCHEMA) && TERMS.has(term.slice(SCHEMA.length)), `${term} in ${file}`);
}
