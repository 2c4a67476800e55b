// The files of an index, each fetched and read once and then kept.

import { readColumns, readDirectory, readFacet, readShard } from "./format.js";

/** The version of the format that is read here. */
const VERSION = 1;

const unpack = async (bytes) => {
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
const parseJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/**
 * Gives what a function loads, once; what could not be had may be there the next time.
 * `kept` has what was given before.
 */
export const keep = (kept, name, load) =>
  (kept[name] ??= load().catch((error) => {
    delete kept[name];
    throw error;
  }));

/**
 * The index whose files `load(name)` gives as bytes, packed as they are. Reads the root, the
 * columns and the directory: what every query needs.
 */
export async function openStore(load) {
  const kept = {};
  const rootFile = parseJson(await load("index.json"));
  if (rootFile.version !== VERSION) throw Error("version");
  let isWhole;

  const file = (sort, hash, read = (bytes) => bytes) =>
    keep(kept, hash, async () => {
      const bytes = await load(`${sort}/${hash}.bin`);
      store.bytesLoaded += bytes.length;
      return read(await unpack(bytes));
    });

  const store = {
    rootFile,
    bytesLoaded: 0,
    room: Infinity,

    /** A query begins that may load so many bytes. */
    begin(room) {
      store.bytesLoaded = 0;
      store.room = room && isWhole ? Infinity : room;
      store.isCut = false;
    },

    /** Whether so much of the room is taken; who asks leaves something out then. */
    isFull(part = 1) {
      const isFull = store.bytesLoaded >= store.room * part;
      store.isCut ||= isFull;
      return isFull;
    },

    /**
     * Does something with each of a list, some at once, while not half the room is taken by
     * keys: the rest is for their positions.
     */
    async inTurns(list, atOnce, read) {
      const all = [];
      for (let at = 0; at < list.length; at += atOnce) {
        if (at && store.isFull(0.5)) break;
        all.push(...(await Promise.all(list.slice(at, at + atOnce).map(read))));
      }
      return all;
    },

    shard: (place) => file("terms", place.file, readShard),

    /** The positions in a piece of a shard, as bytes. */
    positions: (piece) => file("positions", piece.file),

    /** A taxonomy that is used, else nothing. */
    async taxonomy(name) {
      const found = rootFile.facets.find((facet) => facet.name === name);
      return found && file("facets", found["file"], readFacet);
    },

    /** A document's title, work, address, date and number of paragraphs. */
    titleOf: async (document) => (await file("titles", rootFile.titles[document >> 8], parseJson))[document % 256],

    /** Loads every file, once; from then on queries have all the room there is. */
    async loadAll() {
      if (isWhole) return;
      isWhole = true;
      try {
        for (let document = 0; document < store.columns.documents; document += 256) await store.titleOf(document);
        for (const { name } of rootFile.facets) await store.taxonomy(name);
        for (const shard of store.directory) {
          for (const piece of (await store.shard(shard)).pieces) await store.positions(piece);
        }
      } catch {
        isWhole = false;
      }
    },
  };
  store.columns = await file("columns", rootFile["columns"], readColumns);
  store.directory = await file("directory", rootFile["directory"], readDirectory);
  return store;
}
