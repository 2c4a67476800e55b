// Answers queries beside the page, one at a time, and of those that wait only the newest.

import { answer } from "./answer.js";
import { openStore } from "./store.js";

/** An index that is no larger is loaded whole, unless the reader saves data. */
const SMALL = 1_500_000;

let store;
let waiting;
let isBusy = false;

/** Begins to listen. */
export function serve() {
  onmessage = ({ data }) => {
    waiting = data;
    // What is being answered is no longer wanted.
    if (isBusy) store?.begin(0);
    else work();
  };
}

async function work() {
  for (isBusy = true; waiting; ) {
    const asked = waiting;
    waiting = null;
    const told = await reply(asked).catch(({ message }) => {
      if (message === "offline") return { trouble: message };
      // The site may have changed since its index was opened.
      store = null;
      return reply(asked).catch(({ message }) => ({ trouble: message }));
    });
    postMessage({ ...told, id: asked.id });
  }
  isBusy = false;
  if (store?.rootFile.bytes <= SMALL && !navigator.connection?.saveData) store.loadAll();
}

async function reply(asked) {
  store ??= await openStore(reader(asked.indexFolder));
  return answer(store, asked);
}

/** Reads files below a folder; an error is named for the text that explains it. */
const reader = (folder) => async (name) => {
  const cache = /json$/.test(name) ? "no-cache" : undefined;
  const response = await fetch(folder + name, { cache }).catch(() => {
    throw Error("offline");
  });
  if (!response.ok) throw Error("missing");
  return new Uint8Array(await response.arrayBuffer());
};
