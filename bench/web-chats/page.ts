import { streamEvents } from '../../tests/support/drivers/event-stream.ts';

/** A page of the web chat without a browser: a session, an open stream, and what is typed handed in as the page does. */
export interface OpenPage {
  /** Hands in and waits for the first answer on the stream; milliseconds until the event was acknowledged, and until the answer stood on the page. */
  turn(event: object): Promise<{ readonly acknowledged: number; readonly answered: number }>;
  close(): void;
}

/** How long an answer may take, in milliseconds. */
const patience = 20_000;

/** Opens a page as somebody who comes from `address`. @throws when the service refuses it. */
export async function openPage(url: string, address: string): Promise<OpenPage> {
  const from = { 'x-forwarded-for': address };
  const page = await fetch(`${url}/`, { headers: from });
  await page.body?.cancel();
  const headers = { ...from, cookie: page.headers.getSetCookie()[0]!.split(';')[0]!, 'x-nhip-cau': '1' };
  const line = new AbortController();
  const stream = await fetch(`${url}/web/stream`, { headers, signal: line.signal });
  if (!stream.ok) throw new Error(`a stream was refused with ${stream.status}`);
  let heard = () => {};
  void (async () => {
    for await (const { event, data } of streamEvents(stream)) {
      if (event === 'message' && (JSON.parse(data) as { from: string }).from === 'bot') heard();
    }
  })().catch(() => {});
  return {
    async turn(event) {
      const since = performance.now();
      let late: NodeJS.Timeout | undefined;
      const answered = new Promise<number>((resolve, reject) => {
        heard = () => resolve(performance.now() - since);
        late = setTimeout(() => reject(new Error(`no answer for ${patience / 1000} s`)), patience);
      });
      try {
        const answer = await fetch(`${url}/web/messages`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ ...event, key: crypto.randomUUID() }),
        });
        const said = await answer.text();
        if (!answer.ok) throw new Error(`refused with ${answer.status}: ${said}`);
        const acknowledged = performance.now() - since;
        return { acknowledged, answered: await answered };
      } finally {
        clearTimeout(late);
      }
    },
    close: () => line.abort(),
  };
}
