// Answers queries beside the page, one at a time, and of those that wait only the newest.

import { answer } from "./answer.js";
import { keeper } from "./cache.js";
import { Store } from "./store.js";

let opened;
let waiting;
let isBusy = false;

addEventListener("message", ({ data }) => {
  if (data.keep) return void keep(data.keep);
  waiting = data;
  if (isBusy) opened?.then(({ store }) => (store.room = 0), () => {});
  else work();
});

async function work() {
  for (isBusy = true; waiting; ) {
    const asked = waiting;
    waiting = null;
    const ask = async () => {
      const { files, store } = await index(asked.index);
      return { ...(await answer(store, asked)), canKeep: files.canKeep };
    };
    const told = await ask().catch(() => {
      // The site may have changed since its index was opened.
      opened = null;
      return ask().catch(({ message }) => {
        opened = null;
        return { trouble: message };
      });
    });
    postMessage({ id: asked.id, ...told });
  }
  isBusy = false;
}

/** The index, opened once. */
const index = (folder) => (opened ??= open(folder));

async function open(folder) {
  const files = await keeper(folder);
  const store = await new Store(files.read).open();
  files.prune(store).catch(() => {});
  return { files, store };
}

async function keep(folder) {
  try {
    const { files, store } = await index(folder);
    await files.keepAll(store, (bytes) => postMessage({ kept: bytes }));
    postMessage({ kept: Infinity });
  } catch ({ message }) {
    postMessage({ notKept: message });
  }
}
