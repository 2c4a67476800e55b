// The browser's reader answers as `chancery search` does: the same documents in the same
// order, opened at the same places.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { after, describe, test } from "node:test";
import { OWN, SMALL, program } from "./archive.mjs";
import { answer } from "../../client/search/answer.js";
import { growing, parse } from "../../client/search/query.js";
import { anchor, search } from "../../client/search/reader.js";
import { sieve } from "../../client/search/sieve.js";
import { openStore } from "../../client/search/store.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), "chancery-reader-"));
after(() => rm(folder, { recursive: true, force: true }));

/** Queries of every sort, and the options that go with some. */
const WORDS = `peace|security|women|treaty|treaties|agreement|resolution|the|of|a|war|wars|warring
  |harbour|harbours|light|lights|soundings|pilot|letter|council|nations|secretary|report|reported
  |implementation|implementing|implemented|participation|conflict|conflicts|Côte d'Ivoire|café
  |children|child|law|laws|negotiations|sexual violence|peace and security|peace treaty harbour
  |ratified in Tokyo|national action plan|prevention protection participation|zzzzzz|qqq peace`;
const PHRASES = `"peace and security"|"women, peace"|"action plan"|"the council"|"of the"|"security
  council"|"Security Council resolution"|"no such phrase here"|"treaties"|"peace"|"in the"|"and the
  "|"of the United Nations"|"women and girls"|“armed conflict”|"armed|"harbour lights"|"a b c"`;
const JAPANESE = `平和|安全|条約|協定|女性|紛争|決議|安全保障|平和構築|安全保障理事会|女性・平和・安全保障
  |行動計画|日本|日本国|国際連合|国|女|年|第9条|第一条|第1条|１３２５|ジェンダー|ﾎﾟﾘｼｰ|ポリシー|カナダ|スピーチ
  |灯台|港湾|港|灯|水深|"平和、安全"|"国際の平和"|平和 安全|女性 -紛争|平和 peace|決議 1325|外務省|大臣|の|は、|する`;
const SIGNS = `S/RES/1325|1325|1325 (2000)|s/res|peace-keeping|women's|women’s|UN|U.N.|2018|G7|G-7|C++|%|""|-|*|
  §|№|peace & security|don't|e-mail|№ 5|2000-10-31|ａｂｃ|ﬁ|ÉTAT|l'état|Straße|привет|مرفأ|ميناء|port|le port|der Hafen`;
const SPECIAL = `peac*|wom*|imp*|a*|平*|co* -council|treat* harbour*|sec* council|ing*|women -peace
  |-women|-"women and"|peace -security -women|peace -zzz|women NEAR peace|women NEAR/3 peace|peace NEAR/1 security
  |peace NEAR peace|"peace and" NEAR security|女性 NEAR 平和|平和 NEAR/2 安全|女 NEAR/2 平|war NEAR/20 peace NEAR law
  |disarm*|treaties*|self-determinatio*|"women an*"|"secur*"|security counc*|第1*|S/RES/13*|NEAR/+5 peace|🕊|""|\u{85}peace\u{feff}war
  |平和・安全|平和安全|"平和と安全"|安全保障理事会決議|国際の平和及び安全の維持|女性・平和・安全
  |NEAR|NEAR peace|peace NEAR|peace NEAR/0 law|a NEAR/99999999999 b|women NEAR -peace|impl* NEAR plan|国 NEAR plan`;
const QUERIES = [WORDS, PHRASES, JAPANESE, SIGNS, SPECIAL].flatMap((some) =>
  some.split("|").map((query) => query.replace(/\s+/g, " ").trim()),
);

/** Filters, as the program and as the page have them. */
const FILTERS = [
  [["--from", "2015"], { from: "2015" }],
  [["--to", "1951-09"], { to: "1951-09" }],
  [["--from", "1950", "--to", "2010-06-30"], { from: "1950", to: "2010-06-30" }],
  [["--lang", "ja"], { terms: { languages: ["ja"] } }],
  [["--kind", "letter", "--kind", "treaty"], { terms: { kinds: ["letter", "treaty"] } }],
  [["--kind", "statement", "--kind", "resolution"], { terms: { kinds: ["statement", "resolution"] } }],
  // Terms that have narrower ones.
  [["--topic", "participation", "--topic", "prevention"], { terms: { topics: ["participation", "prevention"] } }],
  [
    ["--topic", "participation", "--kind", "resolution", "--from", "2005", "--lang", "en"],
    { from: "2005", terms: { topics: ["participation"], kinds: ["resolution"], languages: ["en"] } },
  ],
];
const used = new Set();

async function archive(name, site, shown) {
  const output = path.join(folder, name);
  await run(program(), ["build", "--site", site, "--output", output, "--keep-going"], {
    maxBuffer: 2 ** 28,
  }).catch((error) => assert.ok(error.code === 1, error.message));
  const index = path.join(output, "search/index/");
  const store = await openStore((file) => readFile(index + file));
  const told = async (query, options) => {
    const limit = ["--limit", shown, "--json", "--output", output, "--site", site];
    const asking = run(program(), ["search", ...limit, ...options, "--", query], { maxBuffer: 2 ** 28 });
    const { stdout } = await asking.catch((error) => {
      assert.match(error.stderr, /there is no word in/, query);
      return { stdout: '{"total": 0, "hits": []}' };
    });
    return JSON.parse(stdout);
  };
  return { store, told, shown };
}

async function check({ store, told, shown }, query, [options, choice] = [[], {}]) {
  for (const [name, slugs] of Object.entries(choice.terms ?? {})) {
    const facet = await store.taxonomy(name);
    if (!slugs.every((slug) => facet?.terms.some((term) => term[0] === slug))) return 0;
  }
  used.add(choice);
  const { isLetThrough } = await sieve(store, { terms: {}, ...choice });
  const { found, passages } = await search(store, parse(query), [isLetThrough]);
  const hits = found.slice(0, shown).map(async (document) => {
    const [, , href, , paragraphs] = await store.titleOf(document);
    const id = anchor(passages[document], paragraphs);
    return id ? `${href}#${id}` : href;
  });
  const expected = await told(query, options);
  const urls = expected.hits.map(({ url }) => url.slice(url.indexOf("documents/")));
  const name = `${query} ${options.join(" ")}`;
  assert.equal(found.length, expected.total, name);
  assert.deepEqual(await Promise.all(hits), urls, name);
  return expected.total;
}

test("there are enough queries", () => assert.ok(new Set(QUERIES).size >= 150, `${QUERIES.length}`));

for (const [name, site] of [["own", OWN], ["small", SMALL]]) {
  test(`answers from the archive "${name}"`, async () => {
    const built = await archive(name, site, 100_000);
    let answered = 0;
    for (const query of QUERIES) answered += (await check(built, query)) > 0;
    assert.ok(answered > 30, `only ${answered} queries found anything`);
    for (const filter of FILTERS) {
      for (const query of ["", ...QUERIES.filter((_, at) => at % 12 === 0)]) {
        await check(built, query, filter);
      }
    }
  });
}

test("a word that somebody is writing may grow, wherever it stands", () => {
  for (const [text, expected] of [
    ["disarm", "disarm*"], ["self-determinatio", "self-determinatio*"], ['"peace trea', '"peace trea*'],
    ["peace ", "peace "], ["p", "p"], ["war -peac", "war -peac"], ['"peace treaty"', '"peace treaty"'],
    ["peac*", "peac*"], ["", ""],
  ]) {
    assert.equal(growing(text), expected);
  }
});

test("each bar is what choosing it gives", async () => {
  const { store } = await archive("bars", SMALL, 1);
  const asked = { q: "", terms: {}, wanted: [], shown: 0, inLanguage: "en" };
  const { bars } = await answer(store, asked);
  assert.ok(bars.sums.length > 1);
  for (const [at, sum] of bars.sums.entries()) {
    const [from, to] = [0, bars.years - 1].map((more) => String(bars.firstYear + at * bars.years + more));
    assert.equal((await answer(store, { ...asked, from, to })).totalWorks, sum, from);
  }
});

test("every filter was used", () => {
  for (const [options, choice] of FILTERS) assert.ok(used.has(choice), options.join(" "));
});

/** No piece of a text is so long, and no phrase so common, that it loads a megabyte. */
async function loadsLittle(output) {
  let asked = 0;
  for (const query of await pieces(output)) {
    let loaded = 0;
    const store = await openStore(async (file) => {
      const bytes = await readFile(path.join(output, "search/index", file));
      loaded += bytes.length;
      return bytes;
    });
    const { hits, isWhole } = await answer(store, { q: query, terms: {}, wanted: [], shown: 20, inLanguage: "en" });
    assert.ok(loaded < 1_000_000, `${loaded} bytes for ${query}`);
    assert.ok(hits.length || !isWhole, query);
    asked++;
  }
  assert.ok(asked > 50, `${asked}`);
}

/** Pieces of texts of many lengths: of their plain files, at places that never change. */
async function pieces(output) {
  const files = (await readdir(output, { recursive: true })).filter((name) => /documents\/.*index\.txt$/.test(name)).sort();
  const found = [];
  for (let at = 0; at < files.length; at += Math.ceil(files.length / 40)) {
    const lines = (await readFile(path.join(output, files[at]), "utf8")).split("\n");
    const isText = (each) => each.length > 80 && !each.includes("://");
    const long = lines.slice(5).find(isText) ?? "";
    // Readings stand over a text, and are not of it.
    const line = long.replaceAll(/[（(《][ぁ-ヿ]+[)）》]/g, "");
    if (/[\u3041-\u30ff]/.test(line)) {
      const run = line.match(/[\u3041-\u9fff]{8,}/)?.[0] ?? "";
      for (const length of [15, 30, 60]) found.push(run.slice(0, length));
    } else if (/^[\x20-\x7e]+$/.test(line)) {
      const words = line.match(/[a-z]+(?: [a-z]+)*/gi).sort((a, b) => b.length - a.length)[0].split(" ");
      for (const length of [8, 25]) found.push(`"${words.slice(0, length).join(" ")}"`);
    }
    found.push(line.slice(0, 300).replaceAll(/["“”„＂*-]/g, " "));
  }
  return new Set(found.filter((query) => query.trim().length > 2));
}

const corpus = path.join(root, "../shared/corpus");
describe("real texts", { skip: !existsSync(corpus) && "no documents at hand" }, () => {
  test("answers from thousands of documents", async () => {
    const site = path.join(folder, "texts");
    await run("mkdir", ["-p", site]);
    await copyFile(path.join(root, "tests/fixtures/all.toml"), path.join(site, "site.toml"));
    await symlink(path.resolve(corpus), path.join(site, "content"));
    const built = await archive("texts-built", site, 500);
    for (const query of QUERIES) await check(built, query);
    for (const filter of FILTERS) {
      for (const query of ["", "treaty", '"of the"', "平和"]) await check(built, query, filter);
    }
    await loadsLittle(path.join(folder, "texts-built"));
  });
});
