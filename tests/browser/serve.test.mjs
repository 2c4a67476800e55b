// What an editor sees in the browser while documents are written.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { SMALL, launch, program } from "./archive.mjs";

let desk;
before(async () => (desk = await sitDown()));
after(() => desk?.leave());

/** A copy of the small archive, a server that follows it, and a browser. */
async function sitDown() {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-desk-"));
  await cp(SMALL, folder, { recursive: true });
  const server = spawn(program(), ["serve", "--quiet", "--port", "0", "--site", folder], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  // The first thing it says is its address.
  const address = await new Promise((told, failed) => {
    createInterface({ input: server.stdout }).once("line", told);
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
  });
  const browser = await launch();
  const leave = async () => {
    await browser.close();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, address, browser, leave };
}

/** Opens a document, changes its text, and leaves it as it was. */
async function editing(attempt) {
  const file = path.join(desk.folder, DOCUMENT);
  const text = await readFile(file, "utf8");
  const page = await desk.browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  try {
    await page.goto(new URL(ADDRESS, desk.address).href);
    await attempt(page, text, (changed) => writeFile(file, changed));
  } finally {
    // In this order: Chromium may never close a page that begins to load itself anew.
    await page.close();
    await writeFile(file, text);
  }
  assert.deepEqual(errors, []);
}

const DOCUMENT = "content/letters/second.md";
const ADDRESS = "documents/letters/second/";
const mistakes = (page) => page.getByRole("alert");

test("an edit is shown without a hand's turn", () =>
  editing(async (page, text, write) => {
    await write(`${text}\n\nA sentence that was not there before.\n`);
    await page.getByText("A sentence that was not there before.").waitFor();
  }));

test("a mistake stands over the page until it is mended", () =>
  editing(async (page, text, write) => {
    await write(text.replace(/^date: .*$/m, "date: 1962-13-22"));
    await mistakes(page).waitFor();
    const said = await mistakes(page).innerText();
    assert.match(said, /1 error/);
    assert.match(said, /month 13 does not exist/);
    assert.ok(said.includes(DOCUMENT), said);
    await write(text);
    await mistakes(page).waitFor({ state: "detached" });
  }));

test("who hides mistakes sees new ones", () =>
  editing(async (page, text, write) => {
    await write(text.replace(/^date: .*$/m, "date: 1962-13-22"));
    await mistakes(page).getByRole("button", { name: "Hide" }).click();
    await mistakes(page).waitFor({ state: "detached" });
    await write(text.replace(/^date: .*$/m, "date: 1962-14-22"));
    await mistakes(page).filter({ hasText: "month 14" }).waitFor();
  }));
