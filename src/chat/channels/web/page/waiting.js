import { make, saidElement, sizeWords } from './rich.js';
import { t } from './texts.js';

/** What is on its way: entries of the outbox, files that are being sent, and what was settled but is not in the log yet. */
export function createWaiting(list, { outbox, log, drop, around }) {
  /** Settled entries by key, until the stream brings them. */
  const settled = new Map();
  const uploads = new Map();

  function bubble(lines, foot, refused, actions) {
    const body = make('div', { class: 'bubble' }, saidElement(lines));
    if (refused === undefined) body.append(make('div', { class: 'foot' }, make('span', { class: 'mark-sent' }, foot)));
    const item = make('li', { class: 'message me' }, body);
    if (refused !== undefined) {
      const buttons = actions.map(([label, act]) => make('button', { type: 'button', onclick: act }, label));
      item.append(make('p', { class: 'trouble', role: 'alert' }, refused || t.refused, ' ', ...buttons));
    }
    return item;
  }

  function entryElement(entry, foot) {
    const lines =
      entry.kind === 'text'
        ? entry.text.split('\n')
        : entry.kind === 'press'
          ? [entry.label]
          : (entry.names ?? []).map((name) => `📎 ${name}`);
    return bubble(lines, foot, entry.refused, [
      [t.again, () => outbox.again(entry.key)],
      [t.drop, () => outbox.drop(entry.key)],
    ]);
  }

  function uploadElement(key, upload) {
    const lines = [`📎 ${upload.file.name} (${sizeWords(upload.file.size)})`];
    // What was refused as it is will be refused again.
    const item = bubble(lines, upload.waits ? t.kept : t.sending, upload.refused, [[t.drop, () => drop(key)]]);
    if (upload.refused === undefined) {
      upload.bar = make('progress', { max: 100, value: upload.done, 'aria-label': upload.file.name });
      item.querySelector('.foot').before(upload.bar);
    }
    return item;
  }

  const show = () => around(draw);

  function draw() {
    const entries = outbox.entries().filter((entry) => entry.kind !== 'start');
    const keys = new Set(entries.map((entry) => entry.key));
    list.replaceChildren(
      ...[...settled.values()]
        .filter((entry) => entry.kind !== 'start' && !keys.has(entry.key))
        .map((entry) => entryElement(entry, t.sent)),
      ...entries.map((entry) => entryElement(entry, outbox.isAway() ? t.kept : t.sending)),
      ...[...uploads].map(([key, upload]) => uploadElement(key, upload)),
    );
  }

  const same = (entry, message) => {
    if (message.key) return entry.key === message.key;
    if (entry.kind === 'text') return !message.did && !message.files && message.lines.join('\n') === entry.text;
    if (entry.kind === 'press')
      return message.press?.message === entry.message && message.press.button === entry.button;
    return entry.kind === 'files' ? message.files?.length === entry.tickets.length : message.did === 'start';
  };
  /** Keys that the stream has brought before the answer to their request came. */
  const echoed = new Set();

  return {
    show,
    uploads,
    /** An entry was settled: it stays on the screen until the transcript shows it. */
    settle(entry, as) {
      if (echoed.delete(entry.key) || as === 'duplicate') return;
      settled.set(entry.key, entry);
      // What could not be processed is in no transcript: it stays here, with the apology below it.
      if (as === 'done') setTimeout(() => settled.delete(entry.key) && show(), 8000);
    },
    /** The transcript shows a message of the person: what waited for it goes. */
    arrived(message) {
      const found = [...settled.values()].find((entry) => same(entry, message));
      if (found) settled.delete(found.key);
      else {
        const waits = outbox.entries().find((entry) => !echoed.has(entry.key) && same(entry, message));
        if (waits) echoed.add(waits.key);
      }
      show();
    },
    isEmpty: () => list.childElementCount === 0 && log.isEmpty(),
  };
}
