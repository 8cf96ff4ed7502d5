import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import type { Step } from './apply.ts';
import { changeCertificate, forgetEvent, forgetRequest, moveRequest } from './certificate.ts';
import type { Refused } from './common.ts';
import { forgetContact } from './contact.ts';
import { changeGrant } from './grant.ts';
import { undoMerger } from './merge.ts';
import { forgetPapers } from './paper.ts';
import { changePartner, restoreCriteria } from './partner.ts';

const values = z.record(z.string(), z.json());
/** The steps of a correction, as the button [Hoàn tác] carries them. */
export const stepShape = z.object({
  on: z.enum(['partner', 'certificate', 'grant', 'criterion', 'contact', 'request', 'merger', 'papers']),
  id: z.string().refine(isId),
  version: z.int(),
  difference: z.object({ before: values, after: values }),
  made: z.literal(true).exactOptional(),
  event: z
    .object({ kind: z.enum(['renew', 'suspend', 'resume', 'terminate', 'revoke']), onDay: z.iso.date() })
    .exactOptional(),
  papers: z.array(z.string().refine(isId)).exactOptional(),
});

const days = new Set(['expiresOn', 'issuedOn', 'disbursedOn', 'startsOn', 'endsOn', 'approvedOn', 'filedOn', 'since']);
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
  // A row that two steps changed has moved on by the first of them to be taken back.
  const moved = new Map<string, number>();
  for (const step of steps.toReversed()) {
    const done = await undoStep(work, step, moved.get(step.id) ?? step.version);
    if (!done.ok) return done;
    moved.set(done.id, done.version);
  }
  return { ok: true };
}

/** `id`, `version`: the row that has moved on by it. */
async function undoStep(
  work: Work,
  { on, id, difference, made, event, papers }: Step,
  at: number,
): Promise<Refused | { readonly ok: true; readonly id: string; readonly version: number }> {
  const back = loaded(difference.before);
  switch (on) {
    case 'partner':
      return changePartner(work, id as Id<'partner'>, back, at);
    case 'criterion':
      return restoreCriteria(work, id as Id<'partner'>, back['criteria'] as never, at);
    case 'merger':
      return undoMerger(work, id as Id<'partner_merger'>);
    case 'papers': {
      const done = await forgetPapers(work, (papers ?? []) as Id<'partner_paper'>[]);
      return done.ok ? { ok: true, id: papers!.join(), version: 0 } : done;
    }
    case 'grant':
      return changeGrant(work, id as Id<'aid_grant'>, back, at);
    case 'contact':
      return forgetContact(work, id as Id<'partner_contact'>, at);
    case 'request':
      return made
        ? forgetRequest(work, id as Id<'certificate_request'>, at)
        : moveRequest(work, id as Id<'certificate_request'>, back, at);
    case 'certificate': {
      const certificate = id as Id<'ngo_certificate'>;
      if (!event) return changeCertificate(work, certificate, back, at);
      return forgetEvent(
        work,
        certificate,
        { kind: event.kind, onDay: Temporal.PlainDate.from(event.onDay) },
        back,
        at,
      );
    }
  }
}
