// Makes the script of the search page, `themes/default/assets/search.js`, of the modules in
// `client/search/`: one file for the page and its worker. Run it after each change there:
//
//     npm --prefix tests/browser run bundle

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** The script that themes have. */
export const OUTPUT = at("themes/default/assets/search.js");
const NOTE = "// Made of client/search/ in the source repository.\n";

/**
 * Properties of the script's own values, which it may call what it likes. No browser has any
 * of them; where JSON has one, the source writes it in quotes, and it stays.
 */
export const OWN_NAMES = `
  allTerms amount bars begin beginning begins but bytesLoaded character columns date dates
  dateText directory distance documents endByte excerpt excluded factor facts file firstKey
  firstYear found fromByte hasRoom having heads hits indexFolder inHeading inLanguage inTitle
  inTurns isCut isFull isLetThrough isNear isWhole isWordless kept keyBytes keyEntries keyEntry
  labelAt languageOf lengths lists loadAll names near nextBytes nextHash nextKey nextList
  nextNumber nextSigned nextText openIndex others packed parts passage passages phrase pieces
  positions posting postings question rest room rootFile scores shard shown showTold sums tags
  taxonomy termCounts terms through titleOf titleText toByte totalWorks trouble under unfold
  units wanted wholeForm word workOf works years
`.trim().split(/\s+/);

/** The script as it is sent. */
export async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [at("client/search/index.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    mangleProps: new RegExp(`^(?:${OWN_NAMES.join("|")})$`),
    metafile: true,
    write: false,
  });
  const options = { module: true, ecma: 2020, compress: { passes: 3, unsafe: true, unsafe_arrows: true, hoist_funs: true, pure_getters: true } };
  const { code } = await minify(outputFiles[0].text, options);
  return { script: `${NOTE}${code}\n`, metafile };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { script, metafile } = await bundle();
  await writeFile(OUTPUT, script);
  const [{ inputs }] = Object.values(metafile.outputs);
  for (const [name, { bytesInOutput }] of Object.entries(inputs)) console.log(bytesInOutput, name);
  console.log(Buffer.byteLength(script), "bytes in all");
}
