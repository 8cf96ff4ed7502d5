import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Clock } from '../../base/time/clock.ts';
import { localZone } from '../../base/time/zone.ts';
import type { Inbound, Intake } from '../messaging/types.ts';

/** The signal by which an open question is asked once more; its data name the message that asked. */
export const askAgainSignal = 'question.again';

/** Hours in which nobody is woken by it: outside them the question comes with the person's next words. */
const waking = { from: 7, to: 21 };
/** A question that was asked longer ago is not waited for any more. */
const fresh = Temporal.Duration.from({ minutes: 30 });

/**
 * A platform was silent for so long that presses were lost: whoever was asked within the last half hour and has not answered
 * is asked again. The router looks whether the question is still open. @returns how many were asked
 */
export async function askAgain(
  of: { readonly store: Store; readonly clock: Clock; readonly intake: Intake },
  account: Id<'account'>,
): Promise<number> {
  const now = of.clock.now();
  const { hour } = now.toZonedDateTimeISO(localZone);
  if (hour < waking.from || hour >= waking.to) return 0;
  const since = now.subtract(fresh).toString();
  const rows = await of.store.aside(
    (sql) => sql<{ chat: string; message: string }[]>`
      select c.external as chat, d.question ->> 'message' as message
      from dialogue d
      join message m on m.id = (d.question ->> 'message')::uuid
      join chat c on c.id = m.chat_id
      where c.account_id = ${account} and c.kind = 'private' and d.open is not null and m.at >= ${since}::timestamptz`,
  );
  await of.intake.settle(
    rows.map(
      ({ chat, message }): Inbound => ({
        key: `again:${message}`,
        chat: { account, chat, kind: 'private' },
        // In a private chat the person has the chat's number.
        from: { external: chat },
        sentAt: now,
        input: { kind: 'signal', name: askAgainSignal, data: { message } },
      }),
    ),
  );
  return rows.length;
}
