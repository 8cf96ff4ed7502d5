import { fileElement, make, saidElement } from './rich.js';
import { t } from './texts.js';

/** The transcript on the screen. `press(message, index, label)` is called for a button. */
export function createLog(list, { press }) {
  const byId = new Map();

  const messages = () => [...list.querySelectorAll('.message')];

  function labelOf({ message, button }) {
    return byId.get(message)?.querySelector(`button[data-index="${button}"]`)?.textContent ?? t.pressed;
  }

  function buttonsElement(message) {
    // Under a card that only offers ways on, all are equal; one that stands first and alone is where the card leads.
    const allWays = message.buttons.flat().every(({ way }) => way);
    const lead = allWays && message.buttons.length > 1 && message.buttons[0].length === 1;
    const rows = message.buttons.map((row) =>
      make(
        'div',
        {},
        ...row.map(({ label, index, way }) =>
          make(
            'button',
            {
              type: 'button',
              class: lead && index === 0 ? 'lead' : way && !allWays ? 'way' : '',
              'data-index': index,
              onclick: (event) => press(message.id, index, label, event.currentTarget),
            },
            label,
          ),
        ),
      ),
    );
    return make('div', { class: 'buttons' }, ...rows);
  }

  function element(message) {
    const mine = message.from === 'me';
    const lines = message.did === 'press' ? [labelOf(message.press)] : message.lines;
    const foot = make('div', { class: 'foot' }, make('time', {}, message.clock));
    if (mine) foot.append(make('span', { class: 'mark-sent' }, t.sent));
    const bubble = make('div', { class: 'bubble' }, make('span', { class: 'hidden' }, mine ? t.you : t.bot));
    if (lines.length > 0) bubble.append(saidElement(lines));
    for (const file of message.files ?? []) bubble.append(fileElement(file));
    bubble.append(foot);
    const item = make(
      'li',
      {
        class: `message ${message.from}${message.did === 'press' ? ' pressed' : ''}`,
        'data-seq': message.seq,
        'data-date': message.date,
      },
      bubble,
    );
    if (message.buttons) item.append(buttonsElement(message));
    item.message = message;
    return item;
  }

  /** Only the last of the person's own messages says how it stands; it is seen once something came after it. */
  function remark() {
    const all = messages();
    const last = all.findLastIndex((one) => one.classList.contains('me'));
    for (const [at, one] of all.entries()) one.classList.toggle('last', at === last);
    const state = all[last]?.querySelector('.mark-sent');
    if (state) state.textContent = last < all.length - 1 ? t.seen : t.sent;
    // Where a card leads stands out while it is the newest one that leads anywhere.
    const open = all.findLastIndex((one) => one.message.buttons);
    for (const [at, one] of all.entries()) one.classList.toggle('past', at < open);
  }

  function days() {
    for (const old of list.querySelectorAll('.day')) old.remove();
    let date = '';
    for (const one of messages()) {
      if (one.dataset.date !== date) one.before(make('li', { class: 'day' }, one.message.day));
      date = one.dataset.date;
    }
  }

  function place(item, message, atTop) {
    const old = message.replaces ? byId.get(message.replaces) : undefined;
    if (old) {
      item.dataset.date = old.dataset.date;
      item.message.day = old.message.day;
      const pressed = old.contains(document.activeElement) ? document.activeElement.dataset.index : undefined;
      old.replaceWith(item);
      byId.set(message.replaces, item);
      // Whoever turns pages by keyboard goes on where the pressed button was.
      if (pressed !== undefined) {
        const there = item.querySelector(`button[data-index="${pressed}"]`) ?? item.querySelector('button');
        there?.focus({ preventScroll: true });
      }
    } else if (atTop) {
      list.insertBefore(item, atTop);
    } else {
      const before = messages().at(-1)?.dataset.date;
      if (before !== message.date) list.append(make('li', { class: 'day' }, message.day));
      list.append(item);
    }
    byId.set(message.id, item);
  }

  return {
    /** Shows a message, or its new form in place of the old. False where it is not shown. */
    add(message) {
      if (message.did === 'start' || byId.has(message.id)) return false;
      place(element(message), message, null);
      remark();
      return true;
    },
    /** Puts older messages in front. */
    prepend(older) {
      const top = messages()[0] ?? null;
      for (const message of older) {
        if (message.did !== 'start' && !byId.has(message.id)) place(element(message), message, top);
      }
      days();
      remark();
    },
    labelOf,
    firstSeq: () => messages()[0]?.dataset.seq,
    isEmpty: () => messages().length === 0,
    /** Our messages that the person has not read. */
    unread: () => messages().filter(({ message }) => message.from === 'bot' && !message.read),
    markRead(id) {
      const item = byId.get(id);
      if (item) item.message.read = true;
    },
  };
}
