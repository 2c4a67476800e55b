// The search page: what readers type, choose, follow and come back to.

import assert from "node:assert/strict";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ARABIC, OWN, newPage, open, visit } from "./archive.mjs";

let archive;
before(async () => (archive = await open(OWN)));
after(() => archive?.close());

/** Opens an address, tries something there, and takes every complaint for a failure. */
async function on(address, attempt, options = {}, site = archive) {
  const { page, complaints, close } = await newPage(site, options);
  try {
    await visit({ page, server: site.server }, address);
    await attempt(page, complaints);
    complaints.push(...(await page.evaluate(() => window.breaches ?? [])));
  } finally {
    await close();
  }
  assert.deepEqual(complaints, []);
}

const box = (page) => page.getByRole("searchbox", { name: "Search the texts" });
const hits = (page) => page.locator(".hits > li");
const status = (page) => page.getByRole("status");

/** Waits until the page has answered. */
async function answered(page) {
  await page.locator('.finder[aria-busy="false"]').waitFor();
}

async function says(page, text) {
  await page.getByRole("status").filter({ hasText: text }).waitFor();
  await answered(page);
}

/** How many documents the page says it found. */
const count = async (page) => parseInt(await status(page).textContent(), 10);

describe("asking", () => {
  test("answers come while one types; the newest question wins", () =>
    on("search/", async (page) => {
      await says(page, "75 documents");
      assert.equal(await hits(page).count(), 0, "nothing is listed unasked");
      await box(page).pressSequentially("sexual viol", { delay: 20 });
      await page.locator(".hits mark", { hasText: "violence" }).first().waitFor();
      assert.match(page.url(), /\/search\/\?q=sexual\+viol\*$/);
      await box(page).fill("🕊 !");
      await says(page, "There is no word in this.");
      await box(page).fill("zzzz");
      await says(page, "Nothing was found.");
      assert.equal(await hits(page).count(), 0);
      await page.getByRole("button", { name: "Search", exact: true }).click();
      await answered(page);
      await box(page).fill("peacekeep");
      await box(page).press("Enter");
      await says(page, /^\d+ document/);
    }));

  test("who is given the address of a word half written finds the same", () =>
    on("search/", async (page) => {
      for (const [typed, words] of [["disarm", "disarm*"], ["\"women and gi", "\"women and gi*"], ["S/RES/13", "S/RES/13*"]]) {
        await box(page).fill("");
        await box(page).pressSequentially(typed);
        await page.waitForURL((url) => url.searchParams.get("q") === words);
        await answered(page);
        const told = await status(page).textContent();
        const works = await hits(page).locator("a").allTextContents();
        assert.ok(works.length, typed);
        assert.equal(await box(page).inputValue(), typed);
        const other = await page.context().newPage();
        await other.goto(page.url());
        await answered(other);
        assert.equal(await status(other).textContent(), told);
        assert.deepEqual(await hits(other).locator("a").allTextContents(), works);
        assert.equal(await box(other).inputValue(), words, "the star can be seen");
        await other.close();
        await page.reload();
        await answered(page);
        assert.equal(await box(page).inputValue(), typed);
        assert.equal(await status(page).textContent(), told);
      }
    }));

  test("what an address says by mistake is passed over", () =>
    on("search/?from=soon&to=1951-13&sort=bogus&languages=ja&languages=ja", async (page) => {
      await answered(page);
      assert.equal(await page.locator(".chips button").count(), 1);
      assert.equal(await page.locator("select").inputValue(), "newest");
      assert.ok((await count(page)) > 0);
    }));

  test("the box of the home page leads there", () =>
    on("", async (page) => {
      await box(page).fill("Norwegian");
      await box(page).press("Enter");
      await page.waitForURL(/\/search\/\?q=/);
      await says(page, /^\d+ document/);
      assert.equal(await box(page).inputValue(), "Norwegian");
    }));

  test("each hit says when, what and where, and shows its words", () =>
    on("search/?q=ASEAN", async (page) => {
      await answered(page);
      const first = hits(page).filter({ hasText: "Bangkok" }).first();
      await first.locator(".excerpt mark").first().waitFor();
      assert.match(await first.locator(".meta").textContent(), /2019.*Joint statement.*Bangkok/);
      assert.match(await first.locator("a").getAttribute("href"), /\/documents\/.*#p\d+:~:text=/);
    }));

  test("a work stands once, in the reader's language where that was found", () =>
    on("search/?q=1325", async (page) => {
      await answered(page);
      const links = await hits(page).locator("a").evaluateAll((all) => all.map((link) => link.pathname));
      const works = links.map((link) => link.replace(/\/ja\/$/, "/"));
      assert.equal(new Set(works).size, works.length);
      const japanese = links.filter((link) => link.endsWith("/ja/"));
      await page.goto(page.url().replace("/search/", "/ja/search/"));
      await answered(page);
      const there = await hits(page).locator("a").evaluateAll((all) => all.map((link) => link.pathname));
      assert.ok(there.filter((link) => link.endsWith("/ja/")).length > japanese.length);
    }));

  test("Japanese needs no spaces", () =>
    on("ja/search/", async (page) => {
      await page.getByRole("searchbox").fill("平和構築");
      await page.locator(".hits mark", { hasText: "平和構築" }).first().waitFor();
      assert.match(await status(page).textContent(), /^\d+件$/);
    }));

  test("more results come when they are asked for, and the first of them has the focus", () =>
    on("search/?q=women", async (page) => {
      await answered(page);
      assert.equal(await hits(page).count(), 20);
      await page.getByRole("button", { name: "Show more" }).click();
      await page.locator(".hits > li:nth-child(21)").waitFor();
      await answered(page);
      assert.equal(await hits(page).count(), 40);
      const focused = await page.evaluate(() => document.activeElement.closest("li")?.matches(":nth-child(21)"));
      assert.ok(focused);
    }));
});

describe("filters", () => {
  test("a term narrows; two of a taxonomy widen; chips take them away", () =>
    on("search/?q=peace", async (page) => {
      await answered(page);
      const all = await count(page);
      await page.locator("summary", { hasText: "Kinds" }).click();
      const kind = (name) => page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
      const told = parseInt(await page.locator("label", { hasText: "Resolution" }).locator(".count").textContent(), 10);
      await kind("Resolution").check();
      await says(page, new RegExp(`^${told} document`));
      assert.match(page.url(), /\?q=peace&kinds=resolution$/);
      await kind("Joint statement").check();
      await page.waitForURL(/kinds=resolution&kinds=joint-statement$/);
      await answered(page);
      const both = await count(page);
      assert.ok(both > told && both < all, `${told} < ${both} < ${all}`);
      await page.getByRole("button", { name: "Remove filter: Resolution" }).click();
      await page.waitForURL(/kinds=joint-statement$/);
      await answered(page);
      assert.equal(await count(page), both - told);
      assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /^Remove filter: /);
      await page.goBack();
      await page.goBack();
      await says(page, new RegExp(`^${told} document`));
    }));

  test("taxonomies narrow one another", () =>
    on("search/?topics=participation&languages=ja", async (page) => {
      await answered(page);
      const narrow = await count(page);
      assert.ok(narrow > 0 && narrow < 43, `${narrow}`);
      const spoken = await hits(page).locator("a").evaluateAll((all) => all.map((link) => link.lang));
      assert.deepEqual([...new Set(spoken)], ["ja"], "each is a text in Japanese");
      // Without words the newest stand first.
      const order = await page.locator("select").inputValue();
      assert.equal(order, "newest");
    }));

  test("the bars are the control of the dates: by mouse, by keys, by writing", () =>
    on("search/?q=women", async (page) => {
      await answered(page);
      const all = await count(page);
      const from = page.getByRole("slider", { name: "From" });
      const to = page.getByRole("slider", { name: "To" });
      assert.match(await from.getAttribute("aria-valuetext"), /^1995: [1-9]\d* documents?$/);
      await from.focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.waitForURL(/from=1997$/);
      await answered(page);
      assert.match(await from.getAttribute("aria-valuetext"), /^1997: /);
      const later = await count(page);
      assert.ok(later < all);
      await to.focus();
      await page.keyboard.press("Home");
      await page.waitForURL(/from=1997&to=1997$/);
      const { x, y, width } = await page.locator(".bars").boundingBox();
      await page.mouse.click(x + width * 0.5, y + 10);
      await page.waitForURL(/from=2010&to=2010$/);
      await answered(page);
      const middle = await count(page);
      assert.ok(middle > 0 && middle < later);
      await page.getByRole("textbox", { name: "From" }).fill("2009-07");
      await page.keyboard.press("Enter");
      await page.waitForURL(/from=2009-07&to=2010$/);
      await page.getByRole("textbox", { name: "From" }).fill("soon");
      await page.keyboard.press("Tab");
      assert.ok(await page.getByRole("textbox", { name: "From" }).evaluate((field) => field.matches(":invalid")));
      await page.getByRole("button", { name: /^Remove filter: 2009-07/ }).click();
      await page.waitForURL(/\?q=women$/);
      await answered(page);
      assert.equal(await count(page), all);
    }));

  test("dates put the newest or the oldest first", () =>
    on("search/?q=women", async (page) => {
      await answered(page);
      const years = () =>
        page.locator(".hits .meta").evaluateAll((all) => all.map((each) => Number(each.textContent.match(/\d{4}/))));
      for (const [sort, sign] of [["newest", -1], ["oldest", 1]]) {
        await page.getByLabel("Order").selectOption(sort);
        await page.waitForURL(new RegExp(`sort=${sort}$`));
        await answered(page);
        const found = await years();
        assert.deepEqual(found, [...found].sort((a, b) => sign * (a - b)));
      }
      assert.equal((await years())[0], 1995);
    }));
});

/** Waits until the browser has marked something on the page that a hit led to. */
async function isMarked(page) {
  // A colour that nothing else has.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::target-text { background: rgb(255, 0, 255); color: black }");
    document.adoptedStyleSheets = [sheet];
  });
  // The browser looks for the words when it has nothing else to do.
  let seen = 0;
  for (let patience = 40; seen < 50 && patience; patience--) {
    await page.waitForTimeout(250);
    seen = await marked(page);
  }
  assert.ok(seen >= 50, `the words are marked: ${page.url()}`);
}

/** How much of what is seen has the colour of what was found. */
async function marked(page) {
    const picture = (await page.screenshot()).toString("base64");
    return page.evaluate(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) found += data[at] > 240 && data[at + 1] < 10 && data[at + 2] > 240;
      return found;
    }, picture);
}

describe("following a hit", () => {
  for (const [address, words] of [
    ["search/?q=peacekeeping", "peacekeeping"],
    ["ja/search/?q=女性の参画", "女性の参画"],
  ]) {
    test(`it opens at the paragraph with ${words} marked, and going back finds the same`, () =>
      on(address, async (page) => {
        await answered(page);
        // What is not in view has no excerpt yet.
        await page.locator(".hits a[href*='#p']").last().scrollIntoViewIfNeeded();
        const link = page.locator(".hits li:has(.excerpt mark) a[href*='#p'][href*=':~:']").last();
        await link.scrollIntoViewIfNeeded();
        await page.evaluate(() => addEventListener("click", () => (sessionStorage.top = scrollY), true));
        const shown = await hits(page).count();
        const said = await status(page).textContent();
        await link.click();
        await page.waitForURL(/documents\/.*#p\d+/);
        const id = await page.evaluate(() => location.hash.slice(1));
        assert.ok(await page.locator(`#${id}`).evaluate((p) => {
          const { top, bottom } = p.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }));
        await isMarked(page);
        await page.goBack();
        await answered(page);
        assert.equal(await hits(page).count(), shown);
        assert.equal(await status(page).textContent(), said);
        await page.waitForFunction(() => Math.abs(scrollY - sessionStorage.top) < 80);
      }));
  }

  test("an address can be given to others", () =>
    on("search/?q=women+NEAR+peace&from=2000&to=2015&kinds=resolution&sort=oldest", async (page) => {
      await answered(page);
      assert.ok((await count(page)) > 0);
      assert.equal(await page.getByLabel("Order").inputValue(), "oldest");
      assert.equal(await page.getByRole("textbox", { name: "From" }).inputValue(), "2000");
      assert.ok(await page.getByRole("checkbox", { name: /^Resolution/ }).isChecked());
      assert.equal(await page.locator(".chips button").count(), 3);
    }));
});

describe("what strains a hit", () => {
  let strange;
  before(async () => (strange = await open(writeStrange)));
  after(() => strange?.close());

  for (const [what, query, words, part] of [
    ["a phrase across ruby", "平和条約", "平和条約", "#p1:~:text="],
    ["a phrase across a footnote's mark", "戦争状態は終了", "戦争状態は終了", "#p2:~:text="],
    ["a number in the head", "A/RES/55/2", "A/RES/55/2", "#:~:text="],
    ["a word of the summary", "unusual", "unusual", "#:~:text="],
    ["a person", "Kamikawa", "Kamikawa", "#:~:text="],
    ["a text without a paragraph", "onlycell", "onlycell", "#:~:text="],
  ]) {
    test(`${what} is shown, linked and marked`, () =>
      on(`search/?q=${encodeURIComponent(query)}`, async (page) => {
        await answered(page);
        const mark = page.locator(".excerpt mark").first();
        await mark.waitFor();
        assert.equal((await mark.textContent()).replaceAll("\u2060", ""), words);
        const link = hits(page).locator("a").first();
        assert.ok((await link.getAttribute("href")).includes(part), await link.getAttribute("href"));
        await link.click();
        await page.waitForURL(/documents\//);
        await isMarked(page);
      }, {}, strange));
  }

  test("the last paragraph ends before the footnotes", () =>
    on("search/?q=hereafter", async (page) => {
      await page.locator(".excerpt mark").first().waitFor();
      assert.doesNotMatch(await page.locator(".excerpt").first().textContent(), /footnote/);
    }, {}, strange));

  test("a text of four megabytes is listed without a freeze", () =>
    on("search/?languages=en", async (page) => {
      await answered(page);
      const longest = page.evaluate(async () => {
        let longest = 0;
        for (let before = performance.now(), end = before + 8000; before < end; ) {
          await new Promise((done) => setTimeout(done, 10));
          longest = Math.max(longest, performance.now() - before);
          before = performance.now();
        }
        return longest;
      });
      await page.locator("li", { hasText: "Huge" }).locator(".excerpt", { hasText: "harbour" }).waitFor();
      assert.ok((await longest) < 2500, `${await longest} ms`);
    }, {}, strange));

  test("an archive of one year has fields for dates, and no bars", () =>
    on("search/?q=war", async (page) => {
      await answered(page);
      assert.ok(await page.locator(".bars").isHidden());
      assert.ok(await page.getByRole("slider", { includeHidden: true }).first().isHidden());
      await page.getByRole("textbox", { name: "From" }).fill("1951-09-09");
      await page.keyboard.press("Enter");
      await says(page, "Nothing was found.");
    }, {}, strange));
});

/** Documents of one year whose words stand where excerpts and marks are hard to make. */
async function writeStrange(folder) {
  await mkdir(path.join(folder, "content"), { recursive: true });
  await writeFile(path.join(folder, "site.toml"), 'title = "Strange"\nbase_url = "https://papers.example/archive/"\n');
  const text = (name, front, body) =>
    writeFile(path.join(folder, "content", name), `---\ntitle: ${name.slice(0, -3)}\ndate: 1951-09-08\n${front}---\n${body}\n`);
  const ruby = "日本国は<ruby>平和<rp>(</rp><rt>へいわ</rt><rp>)</rp></ruby>条約を結ぶ。";
  const filler = "Nothing of note.\n\n".repeat(30);
  await text("Accord.md", "", `${ruby}\n\nこの戦争状態[^1]は終了する。\n\n${filler}Never hereafter.\n\n[^1]: A footnote.`);
  await text(
    "Fact.md",
    'number: A/RES/55/2\nsummary: A wholly unusual arrangement.\npeople: [{family: Kamikawa, given: Yoko, role: speaker}]\n',
    filler,
  );
  await text("Table.md", "", "| a | b |\n|---|---|\n| c | onlycell |");
  await text("Huge.md", "", "The harbour lights of the sea. ".repeat(135_000));
}

describe("without the net", () => {
  /** Cuts off everything that is asked of the server. */
  const cutOff = (page) => page.context().setOffline(true);

  test("what an address points at stays in it when one scrolls", () =>
    on("search/?q=declaration", async (page) => {
      await answered(page);
      await page.evaluate(() => (location.hash = "main"));
      await answered(page);
      await page.evaluate(() => scrollTo(0, 400));
      await page.waitForFunction(() => history.state?.[1] > 0);
      assert.equal(new URL(page.url()).hash, "#main");
    }));

  test("a small index is loaded whole, and answers go on", () =>
    on("topics/", async (page, complaints) => {
      const loaded = new Set();
      page.on("requestfinished", (request) => loaded.add(new URL(request.url()).pathname));
      await page.goto(page.url().replace("topics/", "search/?q=women"));
      const files = await readdir(path.join(archive.output, "search/index"), { recursive: true });
      const all = files.filter((file) => /\.(bin|json)$/.test(file));
      const isWhole = () => all.every((file) => [...loaded].some((name) => name.endsWith(`/search/index/${file}`)));
      for (let patience = 100; !isWhole() && patience; patience--) await page.waitForTimeout(100);
      assert.ok(isWhole());
      await cutOff(page);
      await box(page).fill("women Norwegian");
      await page.waitForURL(/q=women\+Norwegian\*$/);
      await says(page, /^\d+ document/);
      await page.locator("summary", { hasText: "Places" }).click();
      await page.locator(".facets [type=checkbox]").first().check();
      await answered(page);
      assert.ok((await count(page)) > 0);
      assert.ok(await page.locator(".trouble").isHidden());
      await page.locator(".excerpt", { hasText: "The page of this document cannot be reached." }).first().waitFor();
      complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("net::ERR")));
    }));

  test("of a large one what was loaded answers, and what is not there is told of", () =>
    on("topics/", async (page, complaints) => {
      await page.route("**/index.json", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), bytes: 20_700_000 } });
      });
      await page.goto(page.url().replace("topics/", "search/?q=women"));
      await answered(page);
      const all = await count(page);
      await cutOff(page);
      await page.route("**/search/index/**", (route) => route.abort());
      await page.locator("summary", { hasText: "Kinds" }).click();
      await page.locator(".facets [type=checkbox]").first().check();
      await answered(page);
      assert.ok((await count(page)) < all);
      await box(page).fill("\"women and girls\"");
      await page.getByRole("alert").filter({ hasText: "The index cannot be reached." }).waitFor();
      assert.equal(await page.locator(".hits > li:visible").count(), 0, "what is listed is no answer");
      await box(page).fill("women");
      await page.getByRole("alert").waitFor({ state: "hidden" });
      complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("net::ERR")));
    }));

  for (const [name, change, said] of [
    ["cannot be reached", (route) => route.abort(), "The index cannot be reached."],
    ["is not there", (route) => route.fulfill({ status: 404 }), "A part of the index is not there."],
    ["is of another version", (route) => route.fulfill({ json: { version: 2 } }), "of another version"],
    ["is damaged", (route) => route.fulfill({ body: "{" }), "cannot be read"],
  ]) {
    test(`an index that ${name} is told of, and can be tried again`, () =>
      on("topics/", async (page, complaints) => {
        await page.route("**/index.json", change);
        await page.goto(page.url().replace("topics/", "search/?q=women"));
        await page.getByRole("alert").filter({ hasText: said }).waitFor();
        assert.equal(await hits(page).count(), 0);
        assert.ok(await status(page).isHidden());
        await page.unroute("**/index.json");
        await page.getByRole("button", { name: "Try again" }).click();
        await says(page, /^\d+ document/);
        assert.ok(await page.getByRole("alert").isHidden());
        complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("index.json")));
      }));
  }
});

test("all can be done with the keyboard", () =>
  on("search/", async (page) => {
    await answered(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await box(page).focus();
    await page.keyboard.type("women");
    await page.keyboard.press("Enter");
    await says(page, /^\d+ documents/);
    const order = [];
    for (let at = 0; at < 20; at++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => {
        const { localName, type, className } = document.activeElement;
        return className || type || localName;
      }));
      if (order.at(-1) === "title") break;
    }
    assert.deepEqual(order, [
      "submit", ...Array(7).fill("summary"), "range", "range", "text", "text", "select-one", "title",
    ]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\//);
  }, { viewport: { width: 1280, height: 800 } }));

test("without scripts the page says so and leads to the indexes", () =>
  on("search/?q=women", async (page) => {
    assert.match(await page.locator("main").innerText(), /Searching needs JavaScript\./);
    assert.equal(await page.locator("button:visible, input:visible, select:visible").count(), 0);
    await page.locator("noscript a[href$='/topics/']").click();
    await page.waitForURL(/\/topics\/$/);
  }, { javaScriptEnabled: false }));

test("from right to left the marks and the sliders stand where they belong", async () => {
  const arabic = await open(ARABIC);
  try {
    await on("search/?q=اتفاق", async (page) => {
      await answered(page);
      await page.locator(".hits .title").first().waitFor();
      const at = async (selector) => (await page.locator(selector).first().boundingBox()).x;
      assert.ok((await at(".facets")) > (await at(".found")));
    }, { viewport: { width: 1280, height: 800 } }, arabic);
  } finally {
    await arabic.close();
  }
});

test("the description for browsers says where to ask", () =>
  on("ja/", async (page) => {
    const link = page.locator("link[rel=search]");
    assert.equal(await link.getAttribute("type"), "application/opensearchdescription+xml");
    const template = await page.evaluate(async (href) => {
      const xml = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/xml");
      return xml.querySelector("Url[type='text/html']").getAttribute("template");
    }, await link.getAttribute("href"));
    assert.equal(template, "https://papers.example/shelf/archive/ja/search/?q={searchTerms}");
  }));

test("the script is small, and so is what a query loads", () =>
  on("topics/", async (page) => {
    const asked = new Set();
    page.on("request", (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(page.url().replace("topics/", "search/?q=women"));
    await answered(page);
    const weigh = async (part) => {
      const files = [...asked].filter((name) => name.includes(part)).map((name) => name.split(/(?=assets\/|search\/)/));
      const sizes = files.map(async ([, ...rest]) => (await stat(path.join(archive.output, ...rest))).size);
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    };
    const bytes = await weigh("/assets/search.js");
    assert.ok(bytes > 0 && bytes <= 20 * 1024, `${bytes} bytes of script`);
    assert.ok((await weigh("/search/index/")) <= 1_000_000);
  }));
