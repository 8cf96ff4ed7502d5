import { base } from './base.js';
import { createLink } from './link.js';
import { createLog } from './log.js';
import { createOutbox } from './outbox.js';
import { setLang, t } from './texts.js';
import { createUploads } from './upload.js';
import { createWaiting } from './waiting.js';

const $ = (id) => document.getElementById(id);
const scroller = $('scroller');
const text = $('text');

const log = createLog($('log'), { press });
const outbox = createOutbox({
  changed: () => waiting.show(),
  gone: (entry, as) => waiting.settle(entry, as),
  lostSession,
});
const waiting = createWaiting($('waiting'), {
  outbox,
  log,
  drop: (key) => uploads.drop(key),
  around: (change) => keepAtEnd(change),
});
const uploads = createUploads({
  uploads: waiting.uploads,
  show: waiting.show,
  done: ({ ticket, name }) => outbox.add({ kind: 'files', tickets: [ticket], names: [name] }),
  lostSession,
});

// ---- the line to the server ---------------------------------------------------------------------

let bannerTimer = 0;
const link = createLink({
  hello({ lang, older, resumed }) {
    setLang(lang);
    if (!resumed) $('older').hidden = !older;
    sessionStorage.removeItem('nhip-cau.reloaded');
    waiting.show();
    setTimeout(welcome, 400);
    outbox.flush();
    uploads.resume();
  },
  message(message) {
    if (message.lang !== document.documentElement.lang) setLang(message.lang);
    keepAtEnd(() => {
      if (message.from === 'me') waiting.arrived(message);
      else $('typing').hidden = true;
      log.add(message);
    });
    welcome();
    readSoon();
  },
  mark({ id, read }) {
    if (read) log.markRead(id);
    title();
  },
  typing() {
    keepAtEnd(() => {
      $('typing').hidden = false;
    });
    clearTimeout(link.typing);
    link.typing = setTimeout(() => {
      $('typing').hidden = true;
    }, 8000);
  },
  note: ({ text: words }) => banner(words, 4000),
  state(up) {
    clearTimeout(bannerTimer);
    // A line that is back within a moment is nobody's concern.
    if (up) banner('');
    else bannerTimer = setTimeout(() => banner(t.away), 1500);
  },
  lostSession,
});

function banner(words, forMs) {
  const element = $('banner');
  element.textContent = words;
  element.hidden = words === '';
  if (forMs) bannerTimer = setTimeout(() => banner(link.isUp() ? '' : t.away), forMs);
}

/** The server does not know this browser: opening the page anew makes it known. What was typed stays in the outbox. */
function lostSession() {
  if (sessionStorage.getItem('nhip-cau.reloaded')) return banner(t.noCookies);
  sessionStorage.setItem('nhip-cau.reloaded', '1');
  return location.reload();
}

// ---- what the person does -----------------------------------------------------------------------

function say() {
  const words = text.value.trim();
  if (!words) return;
  text.value = '';
  grow();
  keepAtEnd(() => outbox.add({ kind: 'text', text: words }), true);
  welcome();
}

function press(message, button, label, element) {
  // A finger that trembles presses once.
  element.disabled = true;
  setTimeout(() => {
    element.disabled = false;
  }, 1500);
  keepAtEnd(() => outbox.add({ kind: 'press', message, button, label }), true);
}

function grow() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  say();
  text.focus();
});
text.addEventListener('input', grow);
text.addEventListener('keydown', (event) => {
  // Enter while Telex is composing belongs to the keyboard; on a phone it makes a new line.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !matchMedia('(pointer: fine)').matches) return;
  event.preventDefault();
  say();
});
$('file').addEventListener('change', (event) => {
  keepAtEnd(() => uploads.add([...event.target.files]), true);
  event.target.value = '';
});
$('begin').addEventListener('click', () => {
  begin();
  text.focus();
});
$('older').addEventListener('click', async () => {
  const answer = await fetch(`${base}history?before=${log.firstSeq() ?? 0}`).catch(() => null);
  if (!answer?.ok) return;
  const { older, messages } = await answer.json();
  const height = scroller.scrollHeight;
  log.prepend(messages);
  $('older').hidden = !older;
  scroller.scrollTop += scroller.scrollHeight - height;
});

// ---- what is on the screen ----------------------------------------------------------------------

let following = true;
const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

/** Stays at the newest message, unless the person has scrolled up to read. */
function keepAtEnd(change, always = false) {
  const follow = always || atEnd();
  const result = change();
  if (follow) scroller.scrollTop = scroller.scrollHeight;
  return result;
}

function welcome() {
  $('welcome').hidden = begun || !waiting.isEmpty() || outbox.entries().length > 0;
}

let begun = false;
function begin(code) {
  begun = true;
  welcome();
  outbox.add({ kind: 'start', ...(code ? { code } : {}) });
}

scroller.addEventListener('scroll', () => {
  following = atEnd();
  $('down').hidden = following;
});
// Pictures grow after they were placed.
scroller.addEventListener('load', () => keepAtEnd(() => {}, scroller.scrollHeight - scroller.scrollTop < 1400), true);
$('down').addEventListener('click', () => {
  scroller.scrollTop = scroller.scrollHeight;
});
// The keyboard, the banner and a growing text box all take room from below.
new ResizeObserver(() => {
  if (following) scroller.scrollTop = scroller.scrollHeight;
}).observe(scroller);

function title() {
  const count = document.hidden ? log.unread().length : 0;
  document.title = count > 0 ? `(${count}) Nhịp Cầu` : 'Nhịp Cầu';
}

let readTimer = 0;
function readSoon() {
  title();
  clearTimeout(readTimer);
  readTimer = setTimeout(() => {
    const unread = log.unread();
    if (document.hidden || unread.length === 0) return;
    const headers = { 'content-type': 'application/json', 'x-nhip-cau': '1' };
    const body = JSON.stringify({ seq: unread.at(-1).dataset.seq });
    // What is not marked stays unread and is told again with the next message.
    fetch(`${base}read`, { method: 'POST', headers, body }).catch(() => {});
    title();
  }, 500);
}
document.addEventListener('visibilitychange', readSoon);
addEventListener('online', () => outbox.flush());
addEventListener('storage', () => waiting.show());

// ---- start --------------------------------------------------------------------------------------

const invited = /^\/vao\/([^/]{4,64})$/.exec(location.pathname);
if (invited) {
  // Into the outbox first, then out of the address: handed in once, and a bookmark holds no code.
  begin(decodeURIComponent(invited[1]));
  history.replaceState(null, '', '/');
}
waiting.show();
link.connect();
