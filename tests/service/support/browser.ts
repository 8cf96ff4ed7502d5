/** A message as the page gets it. */
export interface Shown {
  readonly from: 'me' | 'bot';
  readonly lines: readonly unknown[];
  readonly key?: string;
  readonly seq: string;
}

/** A browser of the web chat, as far as its requests go. */
export interface Visitor {
  /** Hands in a text under a key; the status, 0 when the connection broke. */
  say(text: string, key: string): Promise<number>;
  /** What was said in this chat, both ways, oldest first. */
  history(): Promise<readonly Shown[]>;
}

/** Opens the page for a cookie, as a new guest. `at`: where the service is now; it may move. */
export async function visitor(at: () => string): Promise<Visitor> {
  const page = await fetch(`${at()}/`);
  await page.text();
  const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!;
  return {
    async say(text, key) {
      try {
        const answer = await fetch(`${at()}/web/messages`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', 'x-nhip-cau': '1' },
          body: JSON.stringify({ kind: 'text', text, key }),
        });
        await answer.text();
        return answer.status;
      } catch {
        return 0;
      }
    },
    async history() {
      const all: Shown[] = [];
      for (let before = '999999999999999999'; ; before = all[0]!.seq) {
        const answer = await fetch(`${at()}/web/history?before=${before}`, { headers: { cookie } });
        const { messages, older } = (await answer.json()) as { messages: Shown[]; older: boolean };
        all.unshift(...messages);
        if (!older) return all;
      }
    },
  };
}
