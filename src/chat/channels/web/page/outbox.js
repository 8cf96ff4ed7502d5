import { base } from './base.js';
import { saysWords } from './texts.js';

/**
 * What the person did and we have not settled yet, kept in the browser: it survives a closed page and a server that is away,
 * and is handed in once, since the same key is sent with every try.
 */

const prefix = `nhip-cau.outbox${base === '/web/' ? '' : base}.`;
/** A clock that does not jump while the page is open; only differences of it are sent. */
const wall = () => performance.timeOrigin + performance.now();

/** A line that died without a word answers nothing: the same is handed in again, with the same key. */
const patience = 20_000;

/** `changed` is called after every change; `gone` when an entry was settled; `lostSession` when we don't know the browser. */
export function createOutbox({ changed, gone, lostSession }) {
  // Where storing is forbidden (private windows of old browsers), at least this page remembers.
  const memory = new Map();
  let running = false;
  let timer = 0;
  let pause = 1000;
  let away = false;

  function write(entry) {
    memory.set(entry.key, entry);
    try {
      localStorage.setItem(prefix + entry.key, JSON.stringify(entry));
    } catch {
      // Kept in memory.
    }
  }

  function remove(key) {
    memory.delete(key);
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // It was never there.
    }
  }

  /** Every entry, oldest first; entries of another window of this browser too. */
  function entries() {
    const all = new Map(memory);
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        if (!name?.startsWith(prefix)) continue;
        const entry = JSON.parse(localStorage.getItem(name));
        if (entry?.key) all.set(entry.key, entry);
      }
    } catch {
      // What can't be read can't be sent.
    }
    return [...all.values()].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  }

  function add(event) {
    const last = entries().at(-1)?.at ?? 0;
    // Two within a millisecond keep their order.
    const entry = { ...event, key: newKey(), at: Math.max(wall(), last + 0.001) };
    write(entry);
    changed();
    flush();
    return entry;
  }

  async function hand(entry) {
    const { at, label: _label, names: _names, refused: _refused, ...event } = entry;
    const body = JSON.stringify({ ...event, age: Math.min(Math.max(0, Math.round(wall() - at)), 59 * 86_400_000) });
    const headers = { 'content-type': 'application/json', 'x-nhip-cau': '1' };
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    const answer = await fetch(`${base}messages`, { method: 'POST', headers, body, signal: late.signal }).finally(() =>
      clearTimeout(timer),
    );
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return { end: 'settled', as: said.settled };
    if (answer.status === 401) return { end: 'session' };
    if (answer.status === 408 || answer.status === 429 || answer.status >= 500) {
      return { end: 'later', after: Number(answer.headers.get('retry-after') ?? 0) * 1000 };
    }
    return { end: 'refused', says: saysWords(said.says) };
  }

  async function run() {
    for (;;) {
      const entry = entries().find((one) => one.refused === undefined);
      if (!entry) return;
      const result = await hand(entry).catch(() => ({ end: 'later', after: 0 }));
      if (result.end === 'session') return lostSession();
      if (result.end === 'later') {
        away = true;
        changed();
        timer = setTimeout(flush, Math.max(pause, result.after));
        pause = Math.min(pause * 2, 30_000);
        return;
      }
      away = false;
      pause = 1000;
      if (result.end === 'settled') {
        remove(entry.key);
        gone(entry, result.as);
      } else {
        write({ ...entry, refused: result.says });
      }
      changed();
    }
  }

  /** Hands in what waits, one after the other. Two windows of one browser take turns. */
  async function flush() {
    if (running) return;
    running = true;
    clearTimeout(timer);
    try {
      await (navigator.locks ? navigator.locks.request(prefix, run) : run());
    } finally {
      running = false;
    }
  }

  return {
    add,
    entries,
    flush,
    isAway: () => away,
    /** Tries an entry again that was refused. */
    again(key) {
      const entry = entries().find((one) => one.key === key);
      if (!entry) return;
      const { refused: _, ...rest } = entry;
      write(rest);
      changed();
      flush();
    },
    drop(key) {
      remove(key);
      changed();
    },
  };
}

/** randomUUID exists on https and localhost only. */
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
