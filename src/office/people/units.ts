import { eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Reads, Work } from '../../chat/work.ts';
import type { VocabularyLists } from '../../language/index.ts';
import { allowed, type Refused } from './access.ts';
import { unit } from './schema.ts';
import { unitsOfToday } from './store.ts';
import { lists, unitData } from './unit-data.ts';

/**
 * Makes the rows of the units that come with the service; what is there already stays as it is.
 * @returns ids by code, of all units of today.
 */
export async function importUnits(
  work: Work,
): Promise<{ readonly ok: true; readonly made: number; readonly byCode: ReadonlyMap<string, Id<'unit'>> } | Refused> {
  const verdict = allowed(work, 'unit.import');
  if (!verdict.ok) return verdict;
  const rows = unitData.map((one) => ({
    ...one,
    id: work.newId<'unit'>(),
    approvesInApp: false,
    activeFrom: work.now,
    createdAt: work.now,
    createdBy: work.actor.person,
    updatedAt: work.now,
    rowVersion: 1,
  }));
  const made = await work.tx
    .insert(unit)
    .values(rows)
    .onConflictDoNothing({ target: unit.code, where: sql`active_to is null` })
    .returning({ id: unit.id, code: unit.code });
  if (made.length > 0) {
    work.audit({ action: 'unit.import', on: { kind: 'unit', id: 'all' }, after: { made: made.length } });
  }
  const all = await work.tx.select({ id: unit.id, code: unit.code }).from(unit).where(isNull(unit.activeTo));
  return { ok: true, made: made.length, byCode: new Map(all.map((row) => [row.code, row.id])) };
}

/** Puts officers in charge of units: who answers, and whom receipts name. */
export async function setOfficerInCharge(
  work: Work,
  units: readonly Id<'unit'>[],
  officer: Id<'person'> | null,
): Promise<Verdict> {
  const verdict = allowed(work, 'role.set');
  if (!verdict.ok || units.length === 0) return verdict;
  await work.tx
    .update(unit)
    .set({ officerId: officer, updatedAt: work.now, rowVersion: sql`${unit.rowVersion} + 1` })
    .where(inArray(unit.id, [...units]));
  work.audit({ action: 'unit.officer', on: { kind: 'unit', id: units.join(' ') }, after: { officer } });
  return verdict;
}

/** A unit's office line. */
export async function setUnitPhone(work: Work, of: Id<'unit'>, phone: string | null): Promise<Verdict> {
  const verdict = allowed(work, 'unit.import');
  if (!verdict.ok) return verdict;
  await work.tx
    .update(unit)
    .set({ phone, updatedAt: work.now, rowVersion: sql`${unit.rowVersion} + 1` })
    .where(eq(unit.id, of));
  work.audit({ action: 'unit.phone', on: { kind: 'unit', id: of, unit: of }, after: { phone } });
  return verdict;
}

/** Whether a unit wants its head's approval in the app. */
export async function setApprovesInApp(work: Work, of: Id<'unit'>, approves: boolean): Promise<boolean> {
  if (!allowed(work, 'role.set').ok) return false;
  const done = await work.tx
    .update(unit)
    .set({ approvesInApp: approves, updatedAt: work.now, rowVersion: sql`${unit.rowVersion} + 1` })
    .where(eq(unit.id, of))
    .returning({ id: unit.id });
  if (done.length > 0)
    work.audit({ action: 'unit.approves', on: { kind: 'unit', id: of, unit: of }, after: { approves } });
  return done.length > 0;
}

/** The names of units and places for the language's vocabulary: units by the ids of their rows, places from the lists. */
export async function vocabularyLists(reads: Reads): Promise<Omit<VocabularyLists, 'partners'>> {
  const units = await unitsOfToday(reads);
  return {
    places: lists.communes.units.map((one) => ({
      code: one.code,
      name: one.name,
      kind: one.kind as 'xa' | 'phuong',
      formerDistricts: one.formerDistrictCodes,
    })),
    districts: lists.formerDistricts.districts.map((one) => ({
      code: one.code,
      name: one.name,
      kind: one.kind as 'huyen' | 'thi_xa' | 'thanh_pho',
      units: one.newUnitCodes,
    })),
    oldPlaces: lists.formerDistricts.districts.flatMap((district) =>
      district.oldUnits.flatMap((old) =>
        [old.name, ...('formerNames' in old && old.formerNames ? (old.formerNames as string[]) : [])].map((name) => ({
          name,
          kind: old.kind as 'xa' | 'phuong' | 'thi_tran',
          district: district.code,
          now: old.newCode,
        })),
      ),
    ),
    units: units.map((one) => ({
      id: one.id,
      code: one.code,
      name: one.nameVi,
      aliases: one.aliases,
      kind: one.kind,
    })),
    splitUnits: lists.formerDepartments.map((one) => ({
      name: one.name_vi,
      aliases: one.aliases,
      successors: one.successors.map((s) => units.find((u) => u.code === s.code)?.id ?? s.code),
    })),
  };
}
