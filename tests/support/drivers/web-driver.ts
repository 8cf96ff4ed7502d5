import type { ShownMessage } from '../../../src/chat/channels/web/shown.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { type Driver, shows } from './driver.ts';
import { streamEvents } from './event-stream.ts';

/** A browser without a screen: the page's API over real HTTP, its event stream, and its habit of trying again with the same key. */
export interface WebDriver extends Driver {
  /** The session cookie as the browser sends it. */
  readonly cookie: string;
  /** Hands an event in as the page does; gives the answer. */
  post(event: object): Promise<Response>;
  /** The messages in the order of the page, as they came. */
  messages(): readonly ShownMessage[];
  /** Breaks the line and comes back with the last place; ends when the server has answered. */
  reconnect(): Promise<void>;
  /** Breaks the line. */
  disconnect(): void;
}

/** Opens the page at `url` (without a trailing slash) as a new guest, or with the cookie of a known one. */
export async function webDriver(url: string, known?: string): Promise<WebDriver> {
  const page = await fetch(`${url}/`, { headers: known ? { cookie: known } : {} });
  await page.body?.cancel();
  const cookie = known ?? page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const own = { cookie, 'x-nhip-cau': '1' };
  const shown: ShownMessage[] = [];
  let last: string | undefined;
  let line = new AbortController();
  let keys = 0;

  function take(message: ShownMessage): void {
    const old = message.replaces ? shown.findIndex(({ id }) => id === message.replaces) : -1;
    if (shown.some(({ id }) => id === message.id)) throw new Error(`the stream repeated message ${message.seq}`);
    if (old >= 0) shown[old] = message;
    else shown.push(message);
  }

  async function connect(): Promise<void> {
    line = new AbortController();
    const headers: Record<string, string> = { cookie, ...(last ? { 'last-event-id': last } : {}) };
    const answer = await fetch(`${url}/web/stream`, { headers, signal: line.signal });
    if (answer.status !== 200) throw new Error(`the stream answered ${answer.status}: ${await answer.text()}`);
    void (async () => {
      for await (const { event, id, data } of streamEvents(answer)) {
        if (event !== 'message') continue;
        last = id;
        take(JSON.parse(data) as ShownMessage);
      }
    })().catch(() => {});
  }

  const post = (event: object) =>
    fetch(`${url}/web/messages`, {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });

  const mine = () => shown.filter(({ from }) => from === 'me').length;

  /** What a person did is on the page before they look for the answer. What could not be processed may never be: gives up. */
  async function shownAfter(before: number): Promise<void> {
    await shows(() => mine() > before || line.signal.aborted, 2_000);
  }

  async function hand(event: object): Promise<void> {
    keys += 1;
    const before = mine();
    const key = `test-${keys}-${crypto.randomUUID()}`;
    for (let tries = 0; tries < 100; tries++) {
      const answer = await post({ ...event, key });
      const said = await answer.text();
      if (answer.ok) return shownAfter(before);
      if (answer.status < 500) throw new Error(`refused with ${answer.status}: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the server stays away');
  }

  const labels = ({ buttons = [] }: ShownMessage) => buttons.flat();
  await connect();
  // The token's payload can be read by whoever holds it: "web <chat>".
  const payload = Buffer.from(cookie.split('=')[1]?.split('.')[2] ?? '', 'base64url').toString();
  const chat = payload.replace(/^web /, '');
  return {
    kind: 'web',
    cookie,
    chat,
    post,
    messages: () => shown,
    say: (text) => hand({ kind: 'text', text }),
    start: (code) => hand({ kind: 'start', ...(code ? { code } : {}) }),
    async press(label) {
      await shows(() => shown.some((message) => labels(message).some((one) => one.label === label)));
      for (const message of shown.toReversed()) {
        const button = labels(message).find((one) => one.label === label);
        if (button) return hand({ kind: 'press', message: message.id, button: button.index });
      }
      throw new Error(`no button [${label}] on the page`);
    },
    async sendFile(file, caption) {
      const answer = await fetch(`${url}/web/files?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { ...own, 'content-type': file.mime },
        body: new Uint8Array(file.content),
      });
      if (!answer.ok) throw new Error(`the file was refused: ${await answer.text()}`);
      const { ticket } = (await answer.json()) as { ticket: string };
      await hand({ kind: 'files', tickets: [ticket], ...(caption ? { caption } : {}) });
    },
    read: async () =>
      shown
        .filter(({ did }) => did !== 'start')
        .map((message) => ({
          from: message.from,
          text: plain(message.lines),
          buttons: labels(message).map(({ label }) => label),
          files: (message.files ?? []).map(({ name, mime, bytes }) => ({ name, mime, bytes })),
        })),
    disconnect: () => line.abort(),
    async reconnect() {
      line.abort();
      await connect();
    },
    close: async () => line.abort(),
  };
}
