import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import type { Step } from './apply.ts';
import { changeCertificate, forgetEvent } from './certificate.ts';
import type { Refused } from './common.ts';
import { changeGrant } from './grant.ts';
import { changePartner } from './partner.ts';

const values = z.record(z.string(), z.json());
/** The steps of a correction, as the button [Hoàn tác] carries them. */
export const stepShape = z.object({
  on: z.enum(['partner', 'certificate', 'grant']),
  id: z.string().refine(isId),
  version: z.int(),
  difference: z.object({ before: values, after: values }),
  event: z
    .object({ kind: z.enum(['renew', 'suspend', 'resume', 'terminate', 'revoke']), onDay: z.iso.date() })
    .exactOptional(),
});

const days = new Set(['expiresOn', 'issuedOn', 'disbursedOn', 'startsOn', 'endsOn', 'approvedOn']);
const amounts = new Set(['committed', 'disbursed']);

/** Values of an audit row as a command takes them. */
const loaded = (before: Step['difference']['before']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(before).map(([key, value]) => [
      key,
      typeof value === 'string' && days.has(key)
        ? Temporal.PlainDate.from(value)
        : typeof value === 'string' && amounts.has(key)
          ? BigInt(value)
          : value,
    ]),
  );

/** Takes a correction back, the last step first, where nobody has changed those rows since: through the same commands, into the same history. */
export async function undoSteps(work: Work, steps: readonly Step[]): Promise<{ readonly ok: true } | Refused> {
  for (const { on, id, version, difference, event } of steps.toReversed()) {
    const back = loaded(difference.before);
    const done =
      on === 'partner'
        ? await changePartner(work, id as Id<'partner'>, back, version)
        : on === 'grant'
          ? await changeGrant(work, id as Id<'aid_grant'>, back, version)
          : event
            ? await forgetEvent(
                work,
                id as Id<'ngo_certificate'>,
                { kind: event.kind, onDay: Temporal.PlainDate.from(event.onDay) },
                back,
                version,
              )
            : await changeCertificate(work, id as Id<'ngo_certificate'>, back, version);
    if (!done.ok) return done;
  }
  return { ok: true };
}
