// Builds the archives that the tests look at, and opens a browser on them.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");

/** Where the site claims to stand: below a path, as a project's pages do. */
const BASE_PATH = "/shelf/archive/";

/** The small archive beside this file; it has every sort of page. */
export const SMALL = path.join(here, "site");
/** The repository's own archive. */
export const OWN = root;

/** The same sort of archive with an Arabic interface. */
export const ARABIC = path.join(here, "arabic");

/** Builds a site, or one that a function writes, serves it and opens a browser. */
export async function open(written) {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-browser-"));
  const site = typeof written === "string" ? written : path.join(folder, "site");
  if (site !== written) await written(site);
  const output = path.join(folder, "public");
  const arguments_ = ["build", "--site", site, "--output", output];
  arguments_.push("--base-url", `https://papers.example${BASE_PATH}`);
  await promisify(execFile)(program(), arguments_);
  const server = await serve(output, BASE_PATH);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { output, server, browser, close };
}

/** The program under test. */
export function program() {
  const named = process.env.CHANCERY;
  const built = ["release", "debug"].map((kind) => path.join(root, "target", kind, "chancery"));
  const found = named ?? built.find(existsSync);
  if (!found) throw new Error("no program: run `cargo build`, or name one in CHANCERY");
  return found;
}

// Playwright's own download is never used: the system's browser is the one that is updated.
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
];

/** Starts the browser. */
export function launch() {
  const found = process.env.CHROMIUM ?? BROWSERS.find(existsSync);
  if (!found) throw new Error("no Chromium: install it, or name one in CHROMIUM");
  return chromium.launch({
    executablePath: found,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A new page that notes everything that should not happen: words on the console, errors,
 * requests to other hosts (which are cut off), files that are not there, breaches of the
 * policy. `complaints` holds them.
 */
export async function newPage({ browser, server }, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.origin === server.origin || url.protocol === "data:") return route.continue();
    complaints.push(`a request to another host: ${url}`);
    return route.abort();
  });
  page.on("console", (message) => {
    // The browser says of a missing page what `response` says better.
    if (message.text().startsWith("Failed to load resource")) return;
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) {
      complaints.push(`${response.status()} for ${response.url()}`);
    }
  });
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      window.breaches = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.breaches.push(`${event.violatedDirective}: ${event.blockedURI || "inline"}`);
      });
    });
  }
  return { page, complaints, close: () => context.close() };
}

/** Goes to an address below the base path and holds the answer's status. */
export async function visit({ page, server }, address, status = 200) {
  const response = await page.goto(server.base + address, { waitUntil: "load" });
  if (response.status() !== status) {
    throw new Error(`${response.status()} for ${address}, expected ${status}`);
  }
}

/** Waits until the search of a page, if it has one, has shown what it finds. */
export const answered = (page) => page.waitForFunction(isAnswered);

/** In the page: whether nothing is awaited any more. */
function isAnswered() {
  const finder = document.querySelector(".finder");
  const isWaiting = [...document.querySelectorAll(".hits > li")]
    .filter((hit) => hit.getBoundingClientRect().top < innerHeight)
    .some((hit) => !hit.querySelector(".excerpt").textContent);
  return !finder || (finder.ariaBusy === "false" && !isWaiting);
}
