// The words of a query are found in a text in each of their forms, at their places.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marks } from "../../client/search/marks.js";
import { parse } from "../../client/search/query.js";
import { days } from "../../client/search/sieve.js";

/** The text with what was found in brackets. */
function check(query, text, expected) {
  let end = 0;
  let marked = "";
  for (const [from, to] of marks(text, parse(query).wanted)) {
    marked += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  assert.equal(marked + text.slice(end), expected, query);
}

test("words in their forms", () => {
  check("treaty", "Treaties, a treaty’s end; entreaty.", "[Treaties], a [treaty’s] end; entreaty.");
  check("agreed peace", "They agree on peaceful means.", "They [agree] on peaceful means.");
  check('"treaties"', "A treaty of treaties", "A treaty of [treaties]");
  check("treat*", "A treaty treats entreaties", "A [treaty] [treats] entreaties");
  check("cote", "Côte d’Ivoire; CÔTÉ; cotes", "[Côte] d’Ivoire; [CÔTÉ]; [cotes]");
  check("cafe", "cafe\u0301 ｃａｆｅ", "[cafe\u0301] [ｃａｆｅ]");
  check("strasse", "Die Straße.", "Die [Straße].");
  check('"a treat*"', "A treaty, the treats", "[A treaty], the treats");
  check("self-determinatio*", "Self-determination of selves", "[Self-determination] of selves");
  check("-peace war", "peace and war", "peace and [war]");
  check("zzz", "peace", "peace");
});

test("phrases and what is near", () => {
  check('"peace and security"', "Peace  and security, security and peace", "[Peace  and security], security and peace");
  check("s/res/1325", "In S/RES/1325 (2000) and 1325", "In [S/RES/1325] (2000) and 1325");
  check("peace NEAR war", "war and peace", "[war] and [peace]");
});

test("scripts without spaces", () => {
  check("平和", "国際平和と安全、平 和。", "国際[平和]と安全、平 和。");
  check("第9条", "憲法第９条の規定", "憲法[第９条]の規定");
  check("アフリカ", "ｱﾌﾘｶとアフリカ", "[ｱﾌﾘｶ]と[アフリカ]");
  check("ガ", "ｶﾞ、が、カ\u3099", "[ｶﾞ]、が、[カ\u3099]");
  check("平和、安全", "平和、安全と平和安全", "[平和、安全]と平和安全");
  check("平和", "平\u2060和", "[平\u2060和]");
  check("平和 和条", "平和条約", "[平和条]約");
  check("𠮷野", "土の𠮷野さん", "土の[𠮷野]さん");
  check("女", "女性・女", "[女]性・[女]");
});

test("days of a date as it is written in an address", () => {
  const written = (text) => days(text)?.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)) ?? null;
  assert.deepEqual(written("1951"), ["1951-01-01", "1951-12-31"]);
  assert.deepEqual(written("1952-02"), ["1952-02-01", "1952-02-29"]);
  assert.deepEqual(written("1951-09-08"), ["1951-09-08", "1951-09-08"]);
  assert.deepEqual(written("50"), ["0050-01-01", "0050-12-31"]);
  assert.deepEqual(written("-44-03-15"), ["-000044-03", "-000044-03"]);
  for (const wrong of ["", "soon", "1951-13", "1951-00", "1951-02-29", "1951-04-31", "1951-04-00", "1951-9", "1951-09-08T10", undefined]) assert.equal(days(wrong), null);
});
