import { newKey, post } from './line.js';

/**
 * What a phone has not got rid of yet, in order. The same key goes with every try, so what was heard before the line broke is not
 * heard twice. `changed` is called after every change.
 */
export function createOutbox(path, changed) {
  const entries = [];
  let running = false;
  let timer = 0;

  async function run() {
    if (running) return;
    running = true;
    clearTimeout(timer);
    for (let entry = entries[0]; entry; entry = entries[0]) {
      const status = await post(path, entry.act);
      if (status === 0 || status === 408 || status === 429 || status >= 500) {
        entry.waits = true;
        timer = setTimeout(run, 800);
        break;
      }
      entries.shift();
      if (status >= 400 && entry.act.kind === 'type') entry.refused = true;
      entry.ended = true;
      changed(entry);
    }
    running = false;
    changed();
  }

  return {
    entries: () => entries,
    add(act) {
      const entry = { act: { ...act, key: newKey() }, waits: false };
      entries.push(entry);
      changed();
      void run();
      return entry;
    },
    flush: run,
  };
}
