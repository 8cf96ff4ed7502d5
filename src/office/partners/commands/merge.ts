import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import {
  aidGrant,
  contactLog,
  introduction,
  ngoCertificate,
  partner,
  partnerContact,
  partnerMerger,
  partnerPaper,
} from '../schema.ts';
import { may, nextVersion, note, type Refused } from './common.ts';
import { write } from './partner.ts';

type Row = typeof partner.$inferSelect;

/** What belongs to an organisation and goes over with it. */
const belongings = {
  certificates: ngoCertificate,
  grants: aidGrant,
  talks: contactLog,
  introductions: introduction,
  contacts: partnerContact,
  papers: partnerPaper,
} as const;
type Belonging = keyof typeof belongings;
const kinds = Object.keys(belongings) as Belonging[];

const lists = ({ formerNames, aliases, fields, formerDistricts, communes }: Row) => ({
  formerNames,
  aliases,
  fields,
  formerDistricts,
  communes,
});
const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** That two became one. `id`: of the merger, by which it is undone. */
export type Merged = { readonly ok: true; readonly id: Id<'partner_merger'> } | Refused;

/**
 * An organisation became part of another: certificates, grants, talks, introductions, contacts and papers go over, its names lead to the other one
 * from now on, and its own entry is closed. `undoMerger` takes it back.
 */
export async function mergePartners(work: Work, from: Id<'partner'>, into: Id<'partner'>): Promise<Merged> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  if (from === into) return { ok: false, why: 'taken' };
  const [old, kept] = await both(work, from, into);
  if (!old || !kept || old.mergedInto || kept.mergedInto) return { ok: false, why: 'gone' };
  const moved: Record<string, readonly string[]> = {};
  for (const kind of kinds) moved[kind] = await move(work, kind, { from, into });
  const names = [old.nameEn, old.nameVi, old.shortName].filter((name) => name !== null);
  const done = await write(
    work,
    kept,
    {
      formerNames: union(kept.formerNames, [...names, ...old.formerNames]),
      aliases: union(kept.aliases, old.aliases),
      fields: union(kept.fields, old.fields),
      formerDistricts: union(kept.formerDistricts, old.formerDistricts),
      communes: union(kept.communes, old.communes),
    },
    'merge',
    { merged: old.nameEn },
  );
  if (!done.ok) return done;
  const fromVersion = await closeInto(work, old, into, false);
  note(work, from, 'merged', { before: { mergedInto: null }, after: { mergedInto: into, into: kept.nameEn } });
  const id = work.newId<'partner_merger'>();
  await work.tx.insert(partnerMerger).values({
    id,
    fromId: from,
    intoId: into,
    fromVersion,
    intoVersion: done.version,
    before: { lists: lists(kept), published: old.published, moved },
    createdAt: work.now,
    createdBy: work.actor.person,
  });
  return { ok: true, id };
}

/** What came of taking a merger back. `id`: the organisation that stands by itself again, with its version. */
export type Parted = { readonly ok: true; readonly id: Id<'partner'>; readonly version: number } | Refused;

/** Takes a merger back, where neither entry has been changed since: what had gone over goes back, what was recorded afterwards stays. */
export async function undoMerger(work: Work, id: Id<'partner_merger'>): Promise<Parted> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const [merger] = await work.tx.select().from(partnerMerger).where(eq(partnerMerger.id, id));
  if (!merger) return { ok: false, why: 'gone' };
  const { fromId: from, intoId: into, before } = merger;
  const [old, kept] = await both(work, from, into);
  const untouched = old?.rowVersion === merger.fromVersion && kept?.rowVersion === merger.intoVersion;
  if (!old || !kept || !untouched || merger.undoneAt || kept.mergedInto) return { ok: false, why: 'stale' };
  for (const kind of kinds) await move(work, kind, { from: into, into: from }, before.moved[kind] ?? []);
  const back: Partial<Row> = {
    formerNames: [...before.lists.formerNames],
    aliases: [...before.lists.aliases],
    fields: [...before.lists.fields],
    formerDistricts: [...before.lists.formerDistricts],
    communes: [...before.lists.communes],
  };
  const done = await write(work, kept, back, 'merge.undo', { merged: old.nameEn });
  if (!done.ok) return done;
  const version = await closeInto(work, old, null, before.published);
  note(work, from, 'merged.undo', { before: { mergedInto: into, into: kept.nameEn }, after: { mergedInto: null } });
  await work.tx.update(partnerMerger).set({ undoneAt: work.now }).where(eq(partnerMerger.id, id));
  return { ok: true, id: from, version };
}

/** Both rows, locked in the order of their ids, as all rows are that are locked together. */
async function both(
  work: Work,
  from: Id<'partner'>,
  into: Id<'partner'>,
): Promise<readonly [Row | undefined, Row | undefined]> {
  const rows = await work.tx
    .select()
    .from(partner)
    .where(inArray(partner.id, [from, into]))
    .orderBy(partner.id)
    .for('update');
  return [rows.find((row) => row.id === from), rows.find((row) => row.id === into)];
}

/** Gives what belongs to one organisation to the other: all of it, or these rows. Gives the ids that went over. */
async function move(
  work: Work,
  kind: Belonging,
  { from, into }: { readonly from: Id<'partner'>; readonly into: Id<'partner'> },
  only?: readonly string[],
): Promise<readonly string[]> {
  const table = belongings[kind];
  if (only?.length === 0) return [];
  const rows = await work.tx
    .update(table)
    .set({ partnerId: into })
    .where(and(eq(table.partnerId, from), only ? inArray(table.id, only as never[]) : undefined))
    .returning({ id: table.id });
  return rows.map(({ id }) => id);
}

/** Closes an entry into another one, or opens it again. Gives its version since. */
async function closeInto(work: Work, row: Row, into: Id<'partner'> | null, published: boolean): Promise<number> {
  const [done] = await work.tx
    .update(partner)
    .set({ mergedInto: into, published, rowVersion: nextVersion, updatedAt: work.now })
    .where(and(eq(partner.id, row.id), into ? isNull(partner.mergedInto) : undefined))
    .returning({ version: partner.rowVersion });
  return done!.version;
}
