// The files of the index over the network, kept by the browser: their names say what they
// hold, so that only the root is ever asked for again.

/** Why a file cannot be had. */
class Trouble extends Error {}

/** Reads files below `folder`; `read` throws an error named for the text that explains it. */
export async function keeper(folder) {
  // Not every browser keeps files, nor on every host.
  const cache = await self.caches?.open(`index of ${folder}`).catch(() => null);
  const kept = async (name) => {
    const response = await cache?.match(folder + name);
    return response && new Uint8Array(await response.arrayBuffer());
  };
  const fetched = async (name, options) => {
    const response = await fetch(folder + name, options).catch(() => {
      throw new Trouble("offline");
    });
    if (!response.ok) throw new Trouble("missing");
    await cache?.put(folder + name, response.clone()).catch(() => {});
    return new Uint8Array(await response.arrayBuffer());
  };
  let isNew = false;
  const read = async (name) => {
    const old = await kept(name);
    if (name !== "index.json") return old ?? fetched(name);
    try {
      const root = await fetched(name, { cache: "no-cache" });
      isNew = Boolean(old) && String(old) !== String(root);
      return root;
    } catch (error) {
      if (old && error.message === "offline") return old;
      throw error;
    }
  };
  /** Removes what only an older index named. */
  const prune = async (store) => {
    if (!isNew) return;
    const current = new Set([`${folder}index.json`]);
    const isKept = (name) => cache.match(folder + name);
    for await (const name of store.names(isKept)) current.add(folder + name);
    for (const { url } of await cache.keys()) {
      if (!current.has(new URL(url).pathname)) await cache.delete(url);
    }
  };
  /** Reads every file; tells how many bytes there are so far. */
  const keepAll = async (store, tell) => {
    let bytes = 0;
    for await (const name of store.names()) tell((bytes += (await read(name)).length));
  };
  return { read, prune, keepAll, canKeep: Boolean(cache) };
}
