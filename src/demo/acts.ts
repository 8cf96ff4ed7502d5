import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../base/http/body.ts';
import type { ClientAddress } from '../base/http/client.ts';
import { rateLimiter } from '../base/http/limiter.ts';
import { Refusal } from '../base/http/refusal.ts';
import type { Clock } from '../base/time/clock.ts';
import { sameSiteOnly } from '../chat/channels/web/guard.ts';
import { chatOf, type PhoneName, phoneNames, type Role, roles } from './cast.ts';
import { type DemoPlatforms, platformNames } from './platforms.ts';

const key = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const role = z.enum(roles);
const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('type'), key, text: z.string().trim().min(1).max(25_000) }),
  z.object({ kind: z.literal('press'), key, label: z.string().max(200), ref: z.string().max(100) }),
]);
const entering = z.object({ phone: z.enum(phoneNames), role });
const switching = z.object({ platform: z.enum(platformNames), on: z.boolean() });

interface Acts {
  readonly clock: Clock;
  readonly platforms: DemoPlatforms;
  readonly enter: (phone: PhoneName, role: Role) => Promise<void>;
  /** Ends this process as a power cut would; null where nobody would start it again. */
  readonly kill: (() => void) | null;
  readonly origin: string | null;
  readonly address: ClientAddress;
  /** Something about the service changed. */
  readonly changed: () => void;
}

/**
 * What the demonstration page does: `POST /demo/enter` (a phone into a role's hand), `POST /demo/phones/<platform>/<role>` (type,
 * press; answers when it is settled), `POST /demo/platforms` (on, off), `POST /demo/kill`. Only from our own page, within limits.
 */
export function demoActs(app: Hono, of: Acts): void {
  const usual = rateLimiter(of.clock, { burst: 120, perSecond: 10 });
  const kills = rateLimiter(of.clock, { burst: 3, perSecond: 0.2 });
  const count = (c: Context, limiter: typeof usual) => {
    const wait = limiter.take(of.address(c));
    if (wait > 0) {
      const says = { vi: 'Thao tác quá nhanh, xin chờ giây lát.', en: 'Too fast, please wait a moment.' };
      throw new Refusal(429, 'too_fast', says, Math.ceil(wait / 1000));
    }
  };
  const guard = sameSiteOnly(of.origin);
  const isOff = (phone: PhoneName) => phone !== 'web' && !of.platforms.isOn(phone);
  const off = () => new Refusal(503, 'off', { vi: 'Nền tảng đang tắt.', en: 'The platform is switched off.' }, 1);

  app.post('/demo/enter', guard, async (c) => {
    count(c, usual);
    const { phone, role } = await readJson(c, entering, 1024);
    if (isOff(phone)) throw off();
    await of.enter(phone, role);
    return c.json({});
  });

  app.post('/demo/phones/:platform/:role', guard, async (c) => {
    count(c, usual);
    const name = z.enum(platformNames).safeParse(c.req.param('platform')).data;
    const whose = role.safeParse(c.req.param('role')).data;
    if (!name || !whose) return c.notFound();
    const act = await readJson(c, said);
    // The phone keeps it until then: what waits here would be lost with the process.
    if (isOff(name)) throw off();
    const phone = of.platforms[name].phone(chatOf(whose));
    if (act.kind === 'type') return c.json({ settled: await phone.type(act.text, act.key) });
    const there = phone.screen().find((bubble) => bubble.ref === act.ref);
    if (!there?.buttons.flat().includes(act.label)) {
      throw new Refusal(422, 'no_button', { vi: 'Nút này không còn.', en: 'This button is gone.' });
    }
    return c.json({ settled: await phone.press(act.label, { ref: act.ref, key: act.key }) });
  });

  app.post('/demo/platforms', guard, async (c) => {
    count(c, usual);
    const { platform, on } = await readJson(c, switching, 1024);
    await of.platforms.switch(platform, on);
    of.changed();
    return c.json({});
  });

  app.post('/demo/kill', guard, async (c) => {
    count(c, kills);
    if (!of.kill) {
      throw new Refusal(409, 'no_parent', {
        vi: 'Không có tiến trình mẹ để khởi động lại: hãy chạy bằng npm start.',
        en: 'Nobody would start it again: run it by npm start.',
      });
    }
    // The answer goes out first, so that the page knows that what follows was meant.
    setTimeout(of.kill, 30);
    return c.json({});
  });
}
