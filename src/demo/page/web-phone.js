import { make } from '/web/a/demo/rich.js';
import { onLang, t } from './texts.js';
import { typeOut } from './typing.js';
import { countDown } from './undo.js';

const look = new URL('frame.css', import.meta.url).href;

/** The real web chat in a frame of its own. `arrived(role, lines, age)` hears every message of the bot that comes while it is open. */
export function createWebPhone({ arrived, latest }) {
  let role = null;
  const address = make('span', { class: 'address' }, location.host);
  const head = make('div', { class: 'browser' }, make('span', { class: 'lock', 'aria-hidden': 'true' }), address);
  const frame = make('iframe', { class: 'frame' });
  const element = make('div', { class: 'screen web' }, head, frame);

  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    const log = page?.getElementById('log');
    if (!log) return;
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = look;
    page.head.append(link);
    const opened = performance.now();
    const seen = new WeakSet();
    new MutationObserver(() => {
      for (const item of log.querySelectorAll('.message.bot')) {
        if (seen.has(item)) continue;
        seen.add(item);
        // What was there before the frame was opened comes in the first moment.
        if (performance.now() - opened < 1500) continue;
        const lines = [item.querySelector('.said')?.textContent ?? ''];
        arrived(role, lines, 0);
        latest(role, lines);
        for (const button of item.querySelectorAll('.buttons button')) countDown(button, 0);
      }
    }).observe(log, { childList: true, subtree: true });
  });
  onLang(() => {
    frame.title = `${t.names.web}: ${t.talk}`;
  });

  return {
    name: 'web',
    element,
    async typeOut(text) {
      const box = frame.contentDocument?.getElementById('text');
      if (box) await typeOut(box, text);
    },
    setRole(now) {
      role = now;
      frame.src = `/demo/as/${now}`;
    },
    role: () => role,
  };
}
