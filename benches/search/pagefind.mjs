// Asks Pagefind queries in Chromium: `node pagefind.mjs PAGES QUESTIONS` prints, as JSON, the
// addresses that each query finds.

import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { launch } from "../../tests/browser/archive.mjs";
import { serve } from "../../tests/browser/server.mjs";

const [pages, told] = process.argv.slice(2);
const { questions } = JSON.parse(await readFile(told, "utf8"));

// What a result stands for is in a file of its own; thousands of requests would measure
// the server.
const MARK = "pagefind_dcd".length;
const folder = path.join(pages, "pagefind/fragment");
const addresses = new Map();
for (const name of await readdir(folder)) {
  const bytes = gunzipSync(await readFile(path.join(folder, name)));
  const { url } = JSON.parse(bytes.subarray(MARK).toString("utf8"));
  addresses.set(path.parse(name).name, url.replace(/^\//, ""));
}

const server = await serve(pages, "/");
const browser = await launch();
const answers = new Array(questions.length);
for (const language of new Set(questions.map((question) => question.language))) {
  // It has an index for each language, and takes that of the page.
  await writeFile(path.join(pages, "ask.html"), `<!doctype html><html lang="${language}">`);
  const page = await browser.newPage();
  await page.goto(`${server.base}ask.html`);
  for (const [at, question] of questions.entries()) {
    if (question.language !== language) continue;
    const found = await page.evaluate(async (query) => {
      const pagefind = await import("/pagefind/pagefind.js");
      return (await pagefind.search(query)).results.map((result) => result.id);
    }, question.query);
    answers[at] = found.map((id) => addresses.get(id) ?? id);
  }
  await page.close();
}
await browser.close();
await server.close();
process.stdout.write(JSON.stringify(answers));
