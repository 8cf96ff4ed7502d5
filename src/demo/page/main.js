import { make } from '/web/a/demo/rich.js';
import { setLang as setChatLang } from '/web/a/demo/texts.js';
import { createChips } from './chips.js';
import { createLine, post } from './line.js';
import { createOps } from './ops.js';
import { createPhone } from './phone.js';
import { createStory } from './story.js';
import { createTabs } from './tabs.js';
import { clockWords, onLang, setLang, t, wordsOf } from './texts.js';
import { createWebPhone } from './web-phone.js';

const $ = (id) => document.getElementById(id);
const roles = ['focal', 'officer', 'head', 'guest'];
const first = { zalo: 'focal', telegram: 'officer', web: 'guest' };
const opened = performance.now();
const elapsed = () => (performance.now() - opened) / 1000;

const story = createStory($('story'), elapsed);

/** A message of the bot came to a role on a phone. Those from before the page was opened are no news. */
function arrived(name, role, lines, age) {
  if (age > performance.now() - opened) return;
  const text = wordsOf(lines);
  story.heard(role, text);
  chips.show();
  const phone = phones.find((one) => one.phone.name === name);
  if (!phone || phone.phone.role() !== role) return;
  tabs.news(name);
  phone.column.classList.remove('news');
  requestAnimationFrame(() => phone.column.classList.add('news'));
}

// ---- the three columns --------------------------------------------------------------------------

function column(phone) {
  const { name } = phone;
  const title = make('h2', { id: `title-${name}` });
  const kind = make('p', { class: 'kind' });
  const hand = make('legend', { class: 'hidden' });
  const inputs = roles.map((role) => {
    const input = make('input', { type: 'radio', name: `role-${name}`, value: role, id: `role-${name}-${role}` });
    input.addEventListener('change', () => take(phone, role));
    return { role, input, label: make('label', { for: input.id }) };
  });
  const switcher = make('fieldset', { class: 'roles' }, hand, ...inputs.flatMap(({ input, label }) => [input, label]));
  const who = make('p', { class: 'who' });
  const frame = make('div', { class: `phone of-${name}` }, statusBar(), phone.element);
  const place = make('div', { class: 'chips', role: 'group' });
  const element = make(
    'section',
    { class: 'column', id: `column-${name}`, 'aria-labelledby': `title-${name}` },
    make('div', { class: 'title' }, title, kind),
    switcher,
    who,
    frame,
    place,
  );
  onLang(() => {
    title.textContent = t.names[name];
    kind.textContent = t.kinds[name];
    hand.textContent = t.hand;
    for (const { role, label } of inputs) label.textContent = t.roles[role];
    who.textContent = t.who[phone.role() ?? first[name]];
    place.setAttribute('aria-label', `${t.names[name]}: ${t.chips}`);
  });
  return {
    phone,
    column: element,
    place,
    chosen(role) {
      for (const { role: own, input } of inputs) input.checked = own === role;
      who.textContent = t.who[role];
    },
  };
}

function statusBar() {
  const time = make('time');
  const show = () => {
    time.textContent = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
  };
  show();
  setInterval(show, 10_000);
  return make(
    'div',
    { class: 'status', 'aria-hidden': 'true' },
    time,
    make('i', { class: 'notch' }),
    make('i', { class: 'signs' }),
  );
}

const heard = (name) => ({
  arrived: (role, lines, age) => arrived(name, role, lines, age),
  latest: (role, lines) => chips.asked(role, wordsOf(lines)),
});
const platforms = { zalo: createPhone('zalo', heard('zalo')), telegram: createPhone('telegram', heard('telegram')) };
const web = createWebPhone(heard('web'));
const phones = [platforms.zalo, platforms.telegram, web].map(column);
for (const { column: element } of phones) $('phones').append(element);
const tabs = createTabs(
  $('tabs'),
  phones.map(({ phone, column: element }) => [phone.name, element]),
);

// ---- in whose hand a phone is -------------------------------------------------------------------

/** Phones whose role the server has not heard of yet: it was away. */
const unheard = new Map();

async function take(phone, role) {
  phones.find((one) => one.phone === phone).chosen(role);
  phone.setRole(role);
  chips.show();
  await enter(phone.name, role);
}

async function enter(name, role) {
  unheard.set(name, role);
  const status = await post('/demo/enter', { phone: name, role });
  if (status === 200 && unheard.get(name) === role) unheard.delete(name);
}

// ---- the line -----------------------------------------------------------------------------------

const ops = createOps({
  away() {
    // The web chat says it itself.
    for (const phone of Object.values(platforms)) phone.away(ops.why(phone.name));
  },
});
const line = createLine({
  hello(now) {
    ops.hello(now);
    for (const [name, role] of unheard) void enter(name, role);
  },
  screen: (screen) => platforms[screen.platform].screen(screen),
  flash: (flash) => platforms[flash.platform].flash(flash),
  lost: () => ops.lost(),
});

const chips = createChips({
  phones: phones.map(({ phone, place }) => ({ phone, place })),
  story,
  sent: () => platforms.zalo.receipts('focal') + platforms.telegram.receipts('focal'),
  type: (phone, text) => phone.typeOut(text),
  next: (name) => tabs.next(name),
});

// ---- start --------------------------------------------------------------------------------------

function speak(lang) {
  setChatLang(lang);
  setLang(lang);
  $('lang').textContent = t.other;
  $('lang').lang = lang === 'vi' ? 'en' : 'vi';
}
$('lang').addEventListener('click', () => speak(document.documentElement.lang === 'vi' ? 'en' : 'vi'));
setInterval(() => {
  $('stopwatch').textContent = clockWords(elapsed());
}, 250);

speak((navigator.languages?.[0] ?? 'vi').startsWith('en') ? 'en' : 'vi');
for (const { phone } of phones) void take(phone, first[phone.name]);
line.connect();
