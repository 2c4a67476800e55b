// The script of the search page is what its sources make, small, and calls nothing of the
// browser's by a name of its own.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { launch } from "./archive.mjs";
import { OUTPUT, OWN_NAMES, bundle } from "./bundle.mjs";

test("it is what its sources make", async () => {
  const { script } = await bundle();
  const kept = await readFile(OUTPUT, "utf8");
  assert.ok(script === kept, "run `npm --prefix tests/browser run bundle`");
  assert.ok(Buffer.byteLength(kept) <= 20 * 1024, `${Buffer.byteLength(kept)} bytes`);
});

test("nothing in a browser has a name that the script changes", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const taken = await page.evaluate((names) => {
      const values = Object.values(Object.getOwnPropertyDescriptors(window)).map(({ value }) => value);
      const holders = [window, ...values, ...values.map((each) => each?.prototype)];
      return names.filter((name) => holders.some((each) => each instanceof Object && name in each));
    }, OWN_NAMES);
    assert.deepEqual(taken, []);
  } finally {
    await browser.close();
  }
});
