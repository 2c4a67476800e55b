// The files of an index, each fetched and read once.

import {
  Cursor, readColumns, readDirectory, readFacet, readPositions, readShard,
} from "./format.js";

/** The version of the format that is read here. */
const VERSION = 1;

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** `read(name)` gives a file's bytes, packed as it is. */
export class Store {
  files = new Map();
  loaded = 0;
  room = Infinity;

  constructor(read) {
    this.read = read;
  }

  /** The root, the columns and the directory: what every query needs. */
  async open() {
    const root = JSON.parse(new TextDecoder().decode(await this.read("index.json")));
    if (root.version !== VERSION) throw new Error("version");
    this.root = root;
    [this.columns, this.directory] = await Promise.all([
      this.file("columns", root.columns, readColumns),
      this.file("directory", root.directory, readDirectory),
    ]);
    return this;
  }

  /** A query begins that may load so many bytes. */
  begin(room) {
    [this.loaded, this.room, this.isCut] = [0, room, false];
  }

  get hasRoom() {
    return this.loaded < this.room;
  }

  file(sort, hash, read = (bytes) => bytes) {
    const name = `${sort}/${hash}.bin`;
    if (!this.files.has(name)) {
      const file = this.read(name).then(async (bytes) => {
        this.loaded += bytes.length;
        return read(await unpacked(bytes));
      });
      this.files.set(name, file);
      // What could not be had may be there the next time.
      file.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  shard({ file }) {
    return this.file("terms", file, readShard);
  }

  facet(name) {
    const found = this.root.facets.find((facet) => facet.name === name);
    return found && this.file("facets", found.file, readFacet);
  }

  /** Titles, works, addresses, dates and paragraphs of a block of documents. */
  async title(document) {
    const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
    const block = this.root.titles[document >> 8];
    return (await this.file("titles", block, read))[document % 256];
  }

  /** The positions of some of a key's postings, which one piece holds. */
  async positions({ shard, entry, heads }, at, wanted) {
    const piece = shard.pieces[at];
    const bytes = await this.file("positions", piece.file);
    const isCut = piece.start > entry.from;
    const cursor = new Cursor(bytes, isCut ? 0 : entry.from - piece.start);
    let here = isCut ? piece.posting : 0;
    return wanted.map((posting) => {
      for (; here < posting; here++) {
        for (let left = (heads[here] >>> 2) * 2; left; left--) {
          while (bytes[cursor.at++] > 127);
        }
      }
      return readPositions(cursor, heads[here++] >>> 2);
    });
  }

  /** Every file but the root, as it is found out; of shards, those that `isWanted`. */
  async *names(isWanted = () => true) {
    const { root, directory } = this;
    yield `columns/${root.columns}.bin`;
    yield `directory/${root.directory}.bin`;
    for (const hash of root.titles) yield `titles/${hash}.bin`;
    for (const { file } of root.facets) yield `facets/${file}.bin`;
    for (const { file } of directory) {
      const name = `terms/${file}.bin`;
      if (!(await isWanted(name))) continue;
      yield name;
      const { pieces } = readShard(await unpacked(await this.read(name)));
      for (const piece of pieces) yield `positions/${piece.file}.bin`;
    }
  }
}
