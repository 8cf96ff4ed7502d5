import { eq } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { addDuty } from '../../duties/index.ts';
import { allowed } from '../../people/access.ts';
import { called, unitsOf } from '../../people/rules.ts';
import { unit } from '../../people/schema.ts';
import { officeOfficer } from '../officer.ts';
import { note, openPartner, type Refused } from './common.ts';

/** Told to whom: the officer in charge, or the whole office where none is. */
export type Reported = { readonly ok: true; readonly officer: Id<'person'> | null } | Refused;

/**
 * Somebody says that a card is wrong ([Báo sai]). It becomes a duty of the officer in charge, who hears of it at once. One open report a person
 * and entry: said again it is not a second duty.
 */
export async function reportCard(work: Work, of: Id<'partner'>, text: string): Promise<Reported> {
  const verdict = allowed(work, 'card.report');
  if (!verdict.ok) return verdict;
  if (!text.trim()) return { ok: false, why: 'empty' };
  const owner = await openPartner(work, of);
  if (!owner) return { ok: false, why: 'gone' };
  const officer = await officeOfficer(work.tx, owner.officerId);
  const name = owner.shortName ?? owner.nameVi ?? owner.nameEn;
  const by = await reporter(work);
  const made = await addDuty(work, {
    person: officer,
    about: { kind: 'partner', id: of },
    template: 'note',
    values: { text: `Kiểm tra thẻ ${name}: ${by} báo sai “${text.trim().slice(0, 300)}”.` },
    source: 'report',
    once: `card:${of}:${work.actor.person}:${text.trim().slice(0, 60)}`,
    due: work.now.add({ hours: 72 }),
  });
  if (made) {
    note(work, of, 'report', { after: { duty: made, text: text.trim() } });
    if (officer && officer !== work.actor.person) {
      work.notify(officer, {
        template: 'partner.reported',
        values: { partner: of, name, by, text: text.trim().slice(0, 200) },
        topic: `partner:${of}`,
        ifUnknown: 'resend',
      });
    }
  }
  return { ok: true, officer };
}

/** "anh Sếnh (UBND xã Co Mạ)". */
async function reporter(work: Work): Promise<string> {
  const who = called(work.actor, 'vi');
  const [own] = unitsOf(work.actor);
  if (!own) return who;
  const [row] = await work.tx.select({ name: unit.nameVi }).from(unit).where(eq(unit.id, own));
  return row ? `${who} (${row.name})` : who;
}
