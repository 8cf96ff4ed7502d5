import { base } from './base.js';
import { createLink } from './link.js';
import { createLog } from './log.js';
import { createOutbox } from './outbox.js';
import { createScroll } from './scroll.js';
import { setLang, t } from './texts.js';
import { createUnread } from './unread.js';
import { createUploads } from './upload.js';
import { createWaiting } from './waiting.js';

const $ = (id) => document.getElementById(id);
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
  around: (change) => scroll.keepAtEnd(change),
});
const uploads = createUploads({
  uploads: waiting.uploads,
  show: waiting.show,
  done: ({ ticket, name }) => outbox.add({ kind: 'files', tickets: [ticket], names: [name] }),
  lostSession,
});

const scroll = createScroll($('scroller'), $('down'), { reached: () => unread.soon(), older: () => older() });
const unread = createUnread({ log, icon: $('icon'), down: $('down'), seen: scroll.isFollowing });

// ---- the line to the server ---------------------------------------------------------------------

let bannerTimer = 0;
const link = createLink({
  hello({ lang, older, resumed }) {
    // A line that came back knows no message yet, so neither the language of the conversation.
    if (!resumed) {
      setLang(lang);
      $('older').hidden = !older;
      quietly();
    }
    sessionStorage.removeItem('nhip-cau.reloaded');
    waiting.show();
    setTimeout(welcome, 400);
    outbox.flush();
    uploads.resume();
  },
  message(message) {
    if (message.lang !== document.documentElement.lang) setLang(message.lang);
    if ($('talk').ariaBusy) quietly();
    scroll.keepAtEnd(() => {
      if (message.from === 'me') waiting.arrived(message);
      else $('typing').hidden = true;
      log.add(message);
    });
    welcome();
    unread.soon();
  },
  mark({ id, read }) {
    if (read) log.markRead(id);
    unread.show();
  },
  typing() {
    scroll.keepAtEnd(() => {
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
  scroll.keepAtEnd(() => outbox.add({ kind: 'text', text: words }), true);
  welcome();
}

function press(message, button, label, element) {
  // A finger that trembles presses once; a button that is disabled would lose the keyboard's focus.
  if (element.ariaDisabled) return;
  element.ariaDisabled = 'true';
  setTimeout(() => {
    element.ariaDisabled = null;
  }, 1500);
  scroll.keepAtEnd(() => outbox.add({ kind: 'press', message, button, label }), true);
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
// On a phone Enter makes a new line, and its key must say so.
const withKeyboard = matchMedia('(pointer: fine)').matches;
// In a frame the keyboard belongs to the page around it.
if (withKeyboard && window === top) text.focus();
if (!withKeyboard) text.enterKeyHint = 'enter';
text.addEventListener('keydown', (event) => {
  // Enter while Telex is composing belongs to the keyboard.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !withKeyboard) return;
  event.preventDefault();
  say();
});
const sendFiles = (files) => files.length > 0 && scroll.keepAtEnd(() => uploads.add([...files]), true);
$('file').addEventListener('change', (event) => {
  sendFiles(event.target.files);
  event.target.value = '';
});
// A picture that was copied, and files that are dropped on the page.
text.addEventListener('paste', (event) => {
  if (event.clipboardData.files.length === 0) return;
  event.preventDefault();
  sendFiles(event.clipboardData.files);
});
for (const [name, over] of Object.entries({ dragover: true, dragleave: false, drop: false })) {
  $('phone').addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    $('dropping').hidden = !over;
    if (name === 'drop') sendFiles(event.dataTransfer.files);
  });
}
$('begin').addEventListener('click', () => {
  begin();
  text.focus();
});
$('older').addEventListener('click', older);

// ---- what is on the screen ----------------------------------------------------------------------

let loading = false;
async function older() {
  if (loading || $('older').hidden) return;
  loading = true;
  const answer = await fetch(`${base}history?before=${log.firstSeq() ?? 0}`).catch(() => null);
  if (answer?.ok) {
    const { older: more, messages } = await answer.json();
    quietly(() => scroll.keepPlace(() => log.prepend(messages)));
    $('older').hidden = !more;
  }
  loading = false;
}

/** What was said before is not read out: only what is new. */
let quietTimer = 0;
function quietly(change) {
  $('talk').setAttribute('aria-busy', 'true');
  change?.();
  clearTimeout(quietTimer);
  quietTimer = setTimeout(() => $('talk').removeAttribute('aria-busy'), 400);
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

document.addEventListener('visibilitychange', unread.soon);
addEventListener('online', () => outbox.flush());
addEventListener('storage', () => waiting.show());
// Words are kept by the browser, files are not.
addEventListener('beforeunload', (event) => {
  if ([...waiting.uploads.values()].some(({ refused }) => refused === undefined)) event.preventDefault();
});

// ---- start --------------------------------------------------------------------------------------

const invited = /^\/vao\/([^/]{4,64})$/.exec(location.pathname);
if (invited) {
  // Into the outbox first, then out of the address: handed in once, and a bookmark holds no code.
  begin(decodeURIComponent(invited[1]));
  history.replaceState(null, '', '/');
}
waiting.show();
// Pressed before this script was there, the browser would have sent the form itself and lost the words.
$('send').disabled = false;
link.connect();
