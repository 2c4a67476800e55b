// Archives that are too long to keep: one of five thousand documents, one of none.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const SETTINGS = [
  'title = "A long list"',
  'base_url = "https://papers.example/archive/"',
  "page_size = 200",
  "[lints]",
  'missing-date = "allow"',
  "",
].join("\n");

const KINDS = ["letter", "telegram", "memorandum", "report"];
const COUNT = 5000;

/** Writes a site of five thousand letters of one topic, most of them of one year. */
export async function writeLong(folder) {
  await write(folder, "site.toml", SETTINGS);
  const files = Array.from({ length: COUNT }, (_, at) => {
    const year = at % 3 ? 1951 : 1900 + (at % 90);
    const day = new Date(Date.UTC(year, 0, 1 + ((at * 7) % 365))).toISOString().slice(0, 10);
    const lines = [
      "---",
      `title: ${at % 2 ? "Harbour" : "Light"} of the ${at}th day, ${KINDS[at % 4]} and answer`,
      `date: ${day}`,
      `kind: ${KINDS[at % 4]}`,
      `lang: ${at % 5 ? "en" : "fr"}`,
      `topics: [${at === 7 ? "lights, a-topic-of-one" : "lights"}]`,
      `place: Port ${at % 40}`,
      "---",
      "The light was seen.",
      "",
    ];
    return write(folder, `content/${at}.md`, lines.join("\n"));
  });
  await Promise.all(files);
}

/** Writes a site without a document. */
export async function writeEmpty(folder) {
  await write(folder, "site.toml", SETTINGS);
  await mkdir(path.join(folder, "content"), { recursive: true });
}

async function write(folder, name, text) {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
