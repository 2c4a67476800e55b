// The files of an index, each fetched and read once and then kept.

import { readColumns, readDirectory, readFacet, readShard } from "./format.js";

/** The version of the format that is read here. */
const VERSION = 1;

const unpack = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
const parseJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** `read(name)` gives a file's bytes, packed as it is. */
export class Store {
  files = {};
  loaded = 0;
  room = Infinity;

  constructor(read) {
    this.read = read;
  }

  /** Reads the root, the columns and the directory: what every query needs. */
  async open() {
    this.rootFile = parseJson(await this.read("index.json"));
    if (this.rootFile.version !== VERSION) throw Error("version");
    this.columns = await this.file("columns", this.rootFile["columns"], readColumns);
    this.directory = await this.file("directory", this.rootFile["directory"], readDirectory);
    return this;
  }

  /** A query begins that may load so many bytes. */
  begin(room) {
    this.loaded = 0;
    this.room = room && this.all ? Infinity : room;
    this.isCut = false;
  }

  /** Whether no more may be loaded; who asks leaves something out then. */
  get isFull() {
    const isFull = this.loaded >= this.room;
    this.isCut ||= isFull;
    return isFull;
  }

  /**
   * Does something with each of a list, some at once, while not half the room is taken by
   * keys: the rest is for their positions.
   */
  async each(list, atOnce, read) {
    const all = [];
    for (let at = 0; at < list.length; at += atOnce) {
      if (at && this.loaded * 2 >= this.room) {
        this.isCut = true;
        break;
      }
      all.push(...(await Promise.all(list.slice(at, at + atOnce).map(read))));
    }
    return all;
  }

  file(sort, hash, read = (bytes) => bytes) {
    return (this.files[hash] ??= this.read(`${sort}/${hash}.bin`).then(
      async (bytes) => {
        this.loaded += bytes.length;
        return read(await unpack(bytes));
      },
      (error) => {
        // What could not be had may be there the next time.
        delete this.files[hash];
        throw error;
      },
    ));
  }

  shard({ file }) {
    return this.file("terms", file, readShard);
  }

  /** The positions in a piece of a shard, as bytes. */
  positions({ file }) {
    return this.file("positions", file);
  }

  /** A taxonomy that is used, else nothing. */
  async facet(name) {
    const found = this.rootFile.facets.find((facet) => facet.name === name);
    return found && this.file("facets", found["file"], readFacet);
  }

  /** A document's title, work, address, date and number of paragraphs. */
  async title(document) {
    return (await this.file("titles", this.rootFile.titles[document >> 8], parseJson))[document % 256];
  }

  /** Loads every file, once; from then on queries have all the room there is. */
  loadAll() {
    this.all ??= this.load().catch(() => (this.all = null));
  }

  async load() {
    for (let document = 0; document < this.columns.documents; document += 256) await this.title(document);
    for (const { name } of this.rootFile.facets) await this.facet(name);
    for (const shard of this.directory) {
      for (const piece of (await this.shard(shard)).pieces) await this.positions(piece);
    }
  }
}
