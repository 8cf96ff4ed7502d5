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
    const item = bubble(lines, t.kept, upload.refused, [[t.drop, () => drop(key)]]);
    const body = item.querySelector('.bubble');
    if (upload.picture) body.prepend(make('img', { class: 'picture', src: upload.picture, alt: '' }));
    if (upload.refused === undefined) {
      const bar = make('progress', { max: 100, value: upload.done, 'aria-label': upload.file.name });
      const words = item.querySelector('.mark-sent');
      upload.progressed = () => {
        bar.value = upload.done;
        if (!upload.waits) words.textContent = upload.done > 0 ? `${t.sending} ${upload.done}%` : t.sending;
      };
      upload.progressed();
      const stop = make('button', { type: 'button', class: 'stop', onclick: () => drop(key) }, t.stop);
      item.querySelector('.foot').before(bar);
      item.querySelector('.foot').prepend(stop);
    }
    return item;
  }

  /** What stands on the screen, by key, with what it was drawn from: only what changed is drawn anew, so that nothing loses the focus. */
  const drawn = new Map();

  function element(key, from, make) {
    const old = drawn.get(key);
    if (old?.from === from) return old.item;
    const item = make();
    drawn.set(key, { from, item });
    return item;
  }

  const show = () => around(draw);

  function draw() {
    const lang = document.documentElement.lang;
    const entries = outbox.entries().filter((entry) => entry.kind !== 'start');
    const keys = new Set(entries.map((entry) => entry.key));
    const foot = outbox.isAway() ? t.kept : t.sending;
    const items = [
      ...[...settled.values()]
        .filter((entry) => entry.kind !== 'start' && !keys.has(entry.key))
        .map((entry) => element(entry.key, `${lang} ${t.sent}`, () => entryElement(entry, t.sent))),
      ...entries.map((entry) =>
        element(entry.key, `${lang} ${foot} ${entry.refused}`, () => entryElement(entry, foot)),
      ),
      ...[...uploads].map(([key, upload]) =>
        element(key, `${lang} ${upload.waits} ${upload.refused}`, () => uploadElement(key, upload)),
      ),
    ];
    for (const [key, { item }] of drawn) if (!items.includes(item)) drawn.delete(key);
    for (const old of [...list.children]) if (!items.includes(old)) old.remove();
    for (const [at, item] of items.entries())
      if (list.children[at] !== item) list.insertBefore(item, list.children[at]);
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
