import type { Hono } from 'hono';

/** One thing that the service leans on. */
export interface Part {
  /** Whether the service can't do its work without it. A platform that is away is shown but does not make us unready. */
  readonly needed: boolean;
  /** How it is now; `says` is a sentence for the operator. */
  state(): Promise<PartState> | PartState;
}

export interface PartState {
  readonly ok: boolean;
  readonly says: string;
  readonly since?: Temporal.Instant;
}

/** One part may take this long to say how it is. */
const limitMs = 2_000;

/**
 * `GET /health`: the process answers. `GET /ready`: how each part is, 503 when a needed one is not well.
 * `parts` is asked anew each time, so that what is composed later shows too.
 */
export function healthRoutes(app: Hono, parts: () => Readonly<Record<string, Part>>): void {
  app.get('/health', (c) => c.json({ ok: true }));
  app.get('/ready', async (c) => {
    const named = Object.entries(parts());
    const states = await Promise.all(named.map(([, part]) => ask(part)));
    const ready = named.every(([, part], i) => !part.needed || states[i]!.ok);
    const shown = Object.fromEntries(
      named.map(([name, { needed }], i) => {
        const { ok, says, since } = states[i]!;
        return [name, { ok, needed, says, ...(since ? { since: since.toString() } : {}) }];
      }),
    );
    c.header('cache-control', 'no-store');
    return c.json({ ready, parts: shown }, ready ? 200 : 503);
  });
}

async function ask(part: Part): Promise<PartState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, says: `No answer within ${limitMs / 1000} seconds.` }), limitMs);
  });
  try {
    return await Promise.race([Promise.resolve().then(() => part.state()), late]);
  } catch (error) {
    return { ok: false, says: error instanceof Error ? error.message : 'It broke.' };
  } finally {
    clearTimeout(timer);
  }
}
