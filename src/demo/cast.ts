import { guest } from '../base/access/access.ts';
import type { Store } from '../base/database/store.ts';
import { type Id, newId } from '../base/ids.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import type { Clock } from '../base/time/clock.ts';
import type { Kernel } from '../chat/kernel/kernel.ts';
import type { Intake } from '../chat/messaging/types.ts';
import { createInvite } from '../office/people/invites.ts';
import { focalPoints, staff } from './people-names.ts';
import { type DemoPlatforms, platformNames } from './platforms.ts';

/** Whose hand a phone of the demonstration page can be in. */
export const roles = ['focal', 'officer', 'head', 'guest'] as const;
export type Role = (typeof roles)[number];
export const phoneNames = [...platformNames, 'web'] as const;
export type PhoneName = (typeof phoneNames)[number];

const senh = focalPoints.find(({ unit }) => unit === '03781')!;
/** Who plays a role; a guest is nobody we know. */
export const people: Readonly<Record<Exclude<Role, 'guest'>, string>> = {
  focal: senh.name,
  officer: staff.minh.name,
  head: staff.divisionHead.name,
};

/** The chat of a role, by the same name on every platform. */
export const chatOf = (role: Role): string => `demo-${role}`;

interface Parts {
  readonly store: Store;
  readonly kernel: Pick<Kernel, 'write' | 'intake'>;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly platforms: DemoPlatforms;
  readonly webAccount: Id<'account'>;
}

/**
 * Puts a phone into the hand of a role: its account is linked by an invitation as a real one is, and the bot greets. A guest has
 * no link and reads English. Once done for a phone and role, it does nothing.
 */
export function caster(of: Parts): (phone: PhoneName, role: Role) => Promise<void> {
  const under = new Map<string, Promise<void>>();
  const accountOf = (phone: PhoneName) => (phone === 'web' ? of.webAccount : of.platforms[phone].account);

  async function starts(phone: PhoneName, role: Role, code?: string): Promise<void> {
    const chat = chatOf(role);
    if (phone !== 'web') return void (await of.platforms[phone].phone(chat).start(code));
    const now = of.clock.now();
    const intake: Intake = of.kernel.intake;
    await intake.settle([
      {
        key: `demo:${newId(now.epochMilliseconds)}`,
        chat: { account: of.webAccount, chat, kind: 'private' },
        from: { external: chat },
        sentAt: now,
        input: { kind: 'start', ...(code ? { code } : {}) },
      },
    ]);
  }

  async function invitation(role: Exclude<Role, 'guest'>): Promise<string> {
    const [person] = await of.store.aside(
      (sql) => sql<{ id: Id<'person'> }[]>`
        select id from person where demo and active and full_name = ${people[role]} order by created_at limit 1`,
    );
    if (!person) throw new Error(`nobody plays the role ${role}`);
    const made = await of.kernel.write({ actor: guest, via: { channel: 'cli', request: 'demo' } }, (work) =>
      createInvite(work, of.keys, { unit: null, role: 'officer', person: person.id, days: 1 }),
    );
    if (!made.ok) throw new Error(`no invitation for the role ${role}: ${made.why}`);
    return made.code;
  }

  async function enter(phone: PhoneName, role: Role): Promise<void> {
    const account = accountOf(phone);
    const at = of.clock.now();
    const [known] = await of.store.aside(
      (sql) => sql`
        select 1 from chat c where c.account_id = ${account} and c.external = ${chatOf(role)}
          and exists (select from message m where m.chat_id = c.id and m.direction = 'out')`,
    );
    if (known) return;
    if (role === 'guest') {
      const [chat, dialogue] = [newId(at.epochMilliseconds), newId(at.epochMilliseconds)];
      await of.store.aside(
        (sql) => sql`
          with made as (
            insert into chat (id, account_id, external, kind, dialogue_id, created_at)
            values (${chat}, ${account}, ${chatOf(role)}, 'private', ${dialogue}, ${at.toString()})
            on conflict (account_id, external) do nothing returning dialogue_id)
          insert into dialogue (id, lang, version, updated_at) select dialogue_id, 'en', 1, ${at.toString()} from made`,
      );
    } else {
      await starts(phone, role, await invitation(role));
    }
    await starts(phone, role);
  }

  return (phone, role) => {
    const key = `${phone} ${role}`;
    const running = under.get(key) ?? enter(phone, role).finally(() => under.delete(key));
    under.set(key, running);
    return running;
  };
}
