/** The line to the server: what comes over the stream, kept up by itself; and what the page does. */
export function createLine(on) {
  let source = null;
  let silence = 0;
  let timer = 0;

  function heard() {
    clearTimeout(silence);
    // Three beats are missing: the line is dead although nobody said so.
    silence = setTimeout(again, 30_000);
  }

  function connect() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource('/demo/stream');
    heard();
    for (const name of ['hello', 'screen', 'flash', 'beat']) {
      source.addEventListener(name, (event) => {
        heard();
        on[name]?.(JSON.parse(event.data));
      });
    }
    source.onerror = again;
  }

  function again() {
    clearTimeout(silence);
    clearTimeout(timer);
    source?.close();
    on.lost();
    timer = setTimeout(connect, 500);
  }

  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && connect());
  return { connect };
}

/** Hands an act to the server; gives the status (0: it did not answer). */
export async function post(path, body) {
  const headers = { 'content-type': 'application/json', 'x-nhip-cau': '1' };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
  return answer?.status ?? 0;
}

/** randomUUID exists on https and localhost only. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
