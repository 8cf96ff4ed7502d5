import { make } from '/web/a/demo/rich.js';
import { post } from './line.js';
import { clockWords, onLang, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const kills = document.documentElement.dataset.kill === 'yes';

/** The strip "Vận hành": how the service stands, the button that kills it, and a switch for each platform. `away()` hears of changes. */
export function createOps({ away }) {
  let service = null;
  let upSince = 0;
  let lostAt = null;
  let told = () => '';

  const switches = ['zalo', 'telegram'].map((name) => {
    const button = make('button', { type: 'button', role: 'switch', class: 'switch', 'data-platform': name });
    button.addEventListener('click', async () => {
      const on = service?.off.includes(name) ?? false;
      if ((await post('/demo/platforms', { platform: name, on })) === 200)
        say(() => (on ? t.on : t.off)(t.names[name]));
    });
    $('switches').append(button);
    return { name, button };
  });
  $('kill').disabled = !kills;
  $('kill').addEventListener('click', async () => {
    const victim = service?.pid;
    const status = await post('/demo/kill', {});
    if (status === 429) say(() => t.tooFast);
    // The answer may come later than the successor: what was said since is newer.
    else if ((status === 200 || status === 0) && service?.pid === victim) say(() => t.killed);
  });

  function say(words) {
    told = words;
    $('told').textContent = words();
  }

  function show() {
    const up = service !== null && lostAt === null;
    document.documentElement.classList.toggle('down', !up);
    const age = clockWords((performance.now() - upSince) / 1000);
    $('state').textContent = up ? t.up(service.pid, age) : service ? t.down : t.noServer;
    for (const { name, button } of switches) {
      button.setAttribute('aria-checked', String(!(service?.off.includes(name) ?? false)));
      button.textContent = t.switchOf(t.names[name]);
    }
  }

  setInterval(show, 1000);
  onLang(() => {
    show();
    $('told').textContent = kills ? told() : t.noParent;
  });

  return {
    hello(now) {
      const before = service;
      service = now;
      upSince = performance.now() - now.age;
      if (before && before.pid !== now.pid && lostAt !== null) {
        const seconds = ((performance.now() - lostAt) / 1000).toFixed(1);
        say(() => t.back(document.documentElement.lang === 'en' ? seconds : seconds.replace('.', ',')));
      }
      lostAt = null;
      show();
      away();
    },
    lost() {
      lostAt ??= performance.now();
      show();
      away();
    },
    /** Why a phone is cut off; '' where it is not. */
    why(name) {
      if (lostAt !== null) return t.noServer;
      return service?.off.includes(name) ? t.noPlatform : '';
    },
  };
}
