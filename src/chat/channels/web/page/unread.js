import { base } from './base.js';
import { t } from './texts.js';

/**
 * What the person has not seen: the count in the title, a dot on the tab's icon and on the button that leads down, and the read marks.
 * A message counts as read only when it can be seen: the page in front, the newest message on the screen.
 */
export function createUnread({ log, icon, down, seen }) {
  const quiet = icon.getAttribute('href');
  const dotted = quiet.replace('bridge.svg', 'bridge-new.svg');
  let timer = 0;

  function show() {
    const count = log.unread().length;
    const away = document.hidden && count > 0;
    document.title = away ? `(${count}) Nhịp Cầu` : 'Nhịp Cầu';
    const href = away ? dotted : quiet;
    if (icon.getAttribute('href') !== href) icon.setAttribute('href', href);
    down.dataset.count = count > 0 ? String(Math.min(count, 99)) : '';
    down.setAttribute('aria-label', count > 0 ? `${t.down} (${count} ${t.unread})` : t.down);
  }

  function mark() {
    const unread = log.unread();
    if (document.hidden || !seen() || unread.length === 0) return;
    const headers = { 'content-type': 'application/json', 'x-nhip-cau': '1' };
    const body = JSON.stringify({ seq: unread.at(-1).dataset.seq });
    // What is not marked stays unread and is told again with the next message.
    fetch(`${base}read`, { method: 'POST', headers, body }).catch(() => {});
  }

  return {
    show,
    /** Something came, or came into sight: half a second later it counts as read, if it still is. */
    soon() {
      show();
      clearTimeout(timer);
      timer = setTimeout(mark, 500);
    },
  };
}
