// What was said and is not yet with us: kept in the browser, so that it goes out later, also after the page was closed.

const STORE = "waiting";
let opening;
let memory = new Map(); // for a browser that keeps nothing

function database() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open("sempre", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

async function ask(mode, question) {
  const opened = await database();
  return new Promise((done, failed) => {
    const request = question(opened.transaction(STORE, mode).objectStore(STORE));
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

// entry: {id, at, frame, blob?, media?, shown}
export async function put(entry) {
  memory.set(entry.id, entry);
  try {
    await ask("readwrite", (store) => store.put(entry));
  } catch {
    // It waits in the memory of this page alone.
  }
}

export async function drop(id) {
  memory.delete(id);
  try {
    await ask("readwrite", (store) => store.delete(id));
  } catch {
    // It was in the memory alone.
  }
}

export async function load() {
  try {
    for (const entry of await ask("readonly", (store) => store.getAll())) memory.set(entry.id, entry);
  } catch {
    // There is nothing from before.
  }
  return inOrder();
}

export const inOrder = () => [...memory.values()].sort((one, other) => one.at - other.at);

export async function clear() {
  memory = new Map();
  try {
    await ask("readwrite", (store) => store.clear());
  } catch {
    // There was nothing.
  }
}
