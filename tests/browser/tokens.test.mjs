// The browser's tokenizer cuts every text as the program does: one fixture for both.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stem, units } from "../../client/search/tokens.js";

const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/tokens.json", import.meta.url), "utf8"),
);
const written = (text) => units(text).map(([unit, sort]) => ["", "-", "+"][sort] + unit);

test("units are those of the fixture", () => {
  assert.ok(fixture.cases.length >= 300);
  for (const { text, units: expected } of fixture.cases) {
    assert.deepEqual(written(text), expected, JSON.stringify(text));
  }
});

test("stems are those of the fixture", () => {
  for (const [form, expected] of fixture.stems) assert.equal(stem(form), expected, form);
});

test("the surroundings of a word do not change it", () => {
  for (const { text, units: expected } of fixture.cases) {
    assert.deepEqual(written(`x (${text}) y`), ["x", ...expected, "y"], JSON.stringify(text));
  }
});
