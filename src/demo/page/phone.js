import { make, saidElement, sizeWords } from '/web/a/demo/rich.js';
import { createOutbox } from './outbox.js';
import { onLang, t, wordsOf } from './texts.js';
import { typeOut } from './typing.js';
import { countDown } from './undo.js';

const receipt = /^✅ Sở Ngoại vụ đã nhận NC-(?![\s\S]*Bản sửa thay)/u;

/** A phone of a platform: `name` says which skin it wears. `arrived(role, lines, age)` hears every new message of the bot,
 * `latest(role, lines)` what stands at the end of a chat. */
export function createPhone(name, { arrived, latest }) {
  /** By role: messages by name, their order, what is on its way. */
  const chats = new Map();
  let role = null;
  let flashTimer = 0;

  const list = make('ol', { class: 'log' });
  const scroller = make('div', { class: 'scroller', role: 'log', tabindex: 0 }, list);
  const box = make('textarea', { rows: 1, maxlength: 2000, enterkeyhint: 'send' });
  const send = make('button', { type: 'submit', class: 'send' });
  const form = make('form', { class: 'composer', autocomplete: 'off' }, box, send);
  const title = make('b', {}, 'Nhịp Cầu');
  const under = make('small');
  const head = make(
    'header',
    {},
    make('span', { class: 'avatar', 'aria-hidden': 'true' }),
    make('div', {}, title, under),
  );
  const banner = make('p', { class: 'banner', role: 'status', hidden: true });
  const flash = make('p', { class: 'flash', hidden: true });
  const element = make('div', { class: `screen ${name}` }, head, banner, scroller, flash, form);

  const chat = (of) => {
    let known = chats.get(of);
    if (!known) {
      const outbox = createOutbox(`/demo/phones/${name}/${of}`, () => of === role && draw());
      known = { outbox, bubbles: new Map(), elements: new Map(), order: [] };
      chats.set(of, known);
    }
    return known;
  };

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

  function bubbleElement(bubble, of) {
    const mine = bubble.from === 'person';
    const said = make('div', { class: 'bubble' });
    if (bubble.lines.length > 0) said.append(saidElement(bubble.lines));
    for (const file of bubble.files) {
      said.append(make('span', { class: 'file' }, `📎 ${file.name} `, make('small', {}, sizeWords(file.bytes))));
    }
    const foot = make('div', { class: 'foot' });
    if (bubble.edited) foot.append(make('span', {}, t.edited));
    foot.append(make('time', {}, bubble.clock));
    said.append(foot);
    const item = make('li', { class: `message ${mine ? 'me' : 'bot'}` }, said);
    if (bubble.buttons.length > 0) {
      const press = (label) => of.outbox.add({ kind: 'press', label, ref: bubble.ref });
      const rows = bubble.buttons.map((row) =>
        make('div', {}, ...row.map((label) => make('button', { type: 'button', onclick: () => press(label) }, label))),
      );
      const buttons = make('div', { class: 'buttons' }, ...rows);
      // Zalo puts them into the bubble, Telegram below it.
      (name === 'zalo' ? said : item).append(buttons);
      for (const button of buttons.querySelectorAll('button')) countDown(button, bubble.age);
    }
    return item;
  }

  function waitingElement(entry) {
    const foot = make(
      'div',
      { class: 'foot' },
      make('span', {}, entry.refused ? t.refused : entry.waits ? t.waiting : '…'),
    );
    return make(
      'li',
      { class: 'message me waiting' },
      make('div', { class: 'bubble' }, saidElement(entry.act.text.split('\n')), foot),
    );
  }

  function draw() {
    const of = chat(role);
    const follow = atEnd();
    const items = of.order.map((ref) => {
      let item = of.elements.get(ref);
      if (!item) {
        const bubble = of.bubbles.get(ref);
        item = bubbleElement(bubble, of);
        if (bubble.age < 3000) item.classList.add('fresh');
        item.addEventListener('animationend', () => item.classList.remove('fresh'));
        of.elements.set(ref, item);
      }
      return item;
    });
    const pending = of.outbox
      .entries()
      .filter(({ act }) => act.kind === 'type' && !of.bubbles.has(act.key))
      .map(waitingElement);
    const wanted = [...items, ...pending];
    // What is there already stays in place: a button keeps its focus.
    for (const old of [...list.children]) if (!wanted.includes(old)) old.remove();
    for (const [at, item] of wanted.entries())
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    if (follow) scroller.scrollTop = scroller.scrollHeight;
  }

  function say() {
    const text = box.value.trim();
    if (!text) return;
    box.value = '';
    grow();
    scroller.scrollTop = scroller.scrollHeight;
    chat(role).outbox.add({ kind: 'type', text });
    scroller.scrollTop = scroller.scrollHeight;
  }

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, 120)}px`;
    if (atEnd()) scroller.scrollTop = scroller.scrollHeight;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say();
  });
  box.addEventListener('input', grow);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  new ResizeObserver(() => {
    scroller.scrollTop = scroller.scrollHeight;
  }).observe(scroller);
  onLang(() => {
    box.setAttribute('aria-label', `${t.names[name]}: ${t.write}`);
    box.placeholder = t.write;
    send.setAttribute('aria-label', t.send);
    scroller.setAttribute('aria-label', `${t.names[name]}: ${t.talk}`);
    under.textContent = name === 'telegram' ? t.bot : t.account;
    if (role) {
      for (const of of chats.values()) of.elements.clear();
      draw();
    }
  });

  return {
    name,
    element,
    typeOut: (text) => typeOut(box, text),
    setRole(now) {
      role = now;
      list.replaceChildren();
      draw();
      scroller.scrollTop = scroller.scrollHeight;
    },
    role: () => role,
    /** What the server says of a chat of this platform. */
    screen({ role: of, order, bubbles }) {
      const known = chat(of);
      known.order = order;
      for (const bubble of bubbles) {
        const before = known.bubbles.get(bubble.ref);
        known.bubbles.set(bubble.ref, bubble);
        // The same as before, after a new connection: the element stays.
        if (before && JSON.stringify({ ...before, age: 0 }) === JSON.stringify({ ...bubble, age: 0 })) continue;
        known.elements.delete(bubble.ref);
        if (bubble.from === 'bot' && !before) arrived(of, bubble.lines, bubble.age);
      }
      const last = known.bubbles.get(order.at(-1));
      if (last?.from === 'bot') latest(of, last.lines);
      if (of === role) draw();
    },
    flash({ role: of, text }) {
      if (of !== role || text === '…') return;
      clearTimeout(flashTimer);
      flash.textContent = text;
      flash.hidden = false;
      flashTimer = setTimeout(() => {
        flash.hidden = true;
      }, 2500);
    },
    /** `words`: why nothing goes out or in; '' where all is well, and what waited goes out. */
    away(words) {
      banner.textContent = words;
      banner.hidden = words === '';
      element.classList.toggle('away', words !== '');
      if (words === '') for (const of of chats.values()) of.outbox.flush();
    },
    /** How many needs were sent from the chat of a role, as far as it shows. */
    receipts: (of) => [...chat(of).bubbles.values()].filter(({ lines }) => receipt.test(wordsOf(lines))).length,
  };
}
