import { base } from './base.js';

/**
 * The stream of events from the server, kept up whatever happens to the line. `on` has a function for each event;
 * `on.state(up)` hears when the line goes and comes, `on.lostSession()` when the server does not know this browser.
 */
export function createLink(on) {
  let source = null;
  let last = null;
  let pause = 1000;
  let timer = 0;
  let silence = 0;
  let up = false;
  let heardAt = 0;

  const state = (now) => {
    if (up !== now) on.state(now);
    up = now;
  };

  function heard() {
    heardAt = performance.now();
    clearTimeout(silence);
    // Three beats are missing: the line is dead although nobody said so.
    silence = setTimeout(again, 45_000);
  }

  function listen(name, then) {
    source.addEventListener(name, (event) => {
      heard();
      then(JSON.parse(event.data), event);
    });
  }

  function connect() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(last === null ? `${base}stream` : `${base}stream?after=${last}`);
    heard();
    listen('hello', (data) => {
      pause = 1000;
      state(true);
      on.hello(data);
    });
    listen('message', (data, event) => {
      last = event.lastEventId || data.seq;
      on.message(data);
    });
    for (const name of ['mark', 'typing', 'note']) listen(name, on[name]);
    listen('beat', () => {});
    source.onerror = () => {
      state(false);
      // A browser tries again by itself after a broken line, but not after an answer that it did not like.
      if (source.readyState === EventSource.CLOSED) again();
    };
  }

  function again() {
    clearTimeout(silence);
    clearTimeout(timer);
    source?.close();
    state(false);
    timer = setTimeout(async () => {
      const answer = await fetch(`${base}history?before=0`).catch(() => null);
      if (answer?.status === 401) on.lostSession();
      else connect();
    }, pause);
    pause = Math.min(pause * 2, 20_000);
  }

  addEventListener('online', connect);
  // A phone that slept: a line that has missed a beat may be dead, and the timers of a page that nobody sees run late.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && performance.now() - heardAt > 20_000) connect();
  });
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && connect());
  return { connect, isUp: () => up };
}
