import type { Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../../../base/http/body.ts';
import { Refusal } from '../../../base/http/refusal.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Inbound, Input, Intake } from '../../messaging/types.ts';
import type { Tickets } from './files.ts';
import { type Count, sameSiteOnly } from './guard.ts';
import { pageLang } from './lang.ts';
import type { Sessions } from './session.ts';

const common = {
  /** Made by the page once for each thing that is sent, and the same when it tries again. */
  key: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  /** Milliseconds since it was typed, measured by the page; at most 60 days. */
  age: z
    .number()
    .min(0)
    .max(60 * 86_400_000)
    .default(0),
};

/** What a page may hand in. */
export const sent = z.discriminatedUnion('kind', [
  // More than the routing takes (20,000), so that a text that is too long is answered in words instead of refused.
  z.object({ ...common, kind: z.literal('text'), text: z.string().trim().min(1).max(25_000) }),
  z.object({
    ...common,
    kind: z.literal('press'),
    message: z.string().refine(isId, 'not the id of a message'),
    button: z.int().min(0).max(999),
  }),
  z.object({ ...common, kind: z.literal('start'), code: z.string().max(64).optional() }),
  z.object({
    ...common,
    kind: z.literal('files'),
    tickets: z.array(z.string().max(2_000)).min(1).max(10),
    caption: z.string().trim().max(2_000).optional(),
  }),
]);

type Sent = z.output<typeof sent>;

function inputOf(event: Sent, chat: string, tickets: Tickets): Input {
  switch (event.kind) {
    case 'text':
      return { kind: 'text', text: event.text };
    case 'press':
      return { kind: 'press', message: event.message, button: event.button };
    case 'start':
      return { kind: 'start', ...(event.code ? { code: event.code } : {}) };
    case 'files': {
      const files = event.tickets.map((ticket) => tickets.take(chat, ticket));
      return { kind: 'files', files, ...(event.caption ? { caption: event.caption } : {}) };
    }
  }
}

interface IncomingRoutes {
  readonly account: Id<'account'>;
  readonly intakeRef: { readonly current: Intake | null };
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly count: Count;
  readonly origin: string | null;
  /** Called when something of the chat was committed. */
  readonly settled: (chat: string) => void;
}

/** `POST /web/messages`: answers only when the event is committed, so that the page may forget it. */
export function incomingRoutes(app: Hono, of: IncomingRoutes): void {
  app.post('/web/messages', sameSiteOnly(of.origin), async (c) => {
    const chat = of.sessions.chatOf(c);
    of.count(c, chat, 'messages');
    const event = await readJson(c, sent);
    const inbound: Inbound = {
      // With the chat in front, one browser can't use up the key of another.
      key: `${chat}:${event.key}`,
      chat: { account: of.account, chat, kind: 'private' },
      from: { external: chat, locale: pageLang(c) },
      sentAt: of.clock.now().subtract({ milliseconds: Math.round(event.age) }),
      input: inputOf(event, chat, of.tickets),
    };
    const settled = await of.intakeRef.current?.settle([inbound]).catch(() => undefined);
    if (!settled) {
      const says = {
        vi: 'Hệ thống đang khởi động lại, tin được giữ và gửi lại sau.',
        en: 'Restarting: the message is kept.',
      };
      throw new Refusal(503, 'stopping', says, 2);
    }
    of.settled(chat);
    return c.json({ settled: settled[0] });
  });
}
