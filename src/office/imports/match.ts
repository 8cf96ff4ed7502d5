import { type Id, newId } from '../../base/ids.ts';
import { findPartner, fold, type Vocabulary } from '../../language/index.ts';
import { bodies, bodyPrefix } from '../partners/vocabulary.ts';
import type { Known, KnownPartner, Plan } from './known.ts';
import { type Change, changesOf, merged, planCertificate, planGrant, plannedNew } from './plan.ts';
import { breathing } from './read/breath.ts';
import { nameKey } from './read/names.ts';
import { type EntryVerdict, isFault, type Problem, type ReadEntry } from './types.ts';

/** An organisation of the file beside the register: what would be done with it, and why not. */
export interface Matched {
  readonly row: number;
  readonly rows: readonly number[];
  readonly name: string;
  readonly verdict: EntryVerdict;
  readonly partner: Id<'partner'> | null;
  /** The version of the row that the plan was made on. */
  readonly version: number | null;
  readonly plan: Plan | null;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** Compares every organisation of the file with the register, in slices that give the event loop back. */
export async function match(
  entries: readonly ReadEntry[],
  known: Known,
  vocabulary: Vocabulary,
  now: Temporal.Instant,
  stop?: AbortSignal,
): Promise<Matched[]> {
  const breath = breathing(stop);
  const names = namesIn(entries);
  const taken = new Map<Id<'partner'>, number>();
  const keys = new Set(known.byKey.keys());
  const out: Matched[] = [];
  for (const entry of entries) {
    await breath();
    const problems = [...entry.problems];
    const found = partnerFor(entry, known, vocabulary, problems);
    const twin = twinOf(entry, names);
    if (twin !== null) problems.push({ row: entry.row, code: 'twice', column: 'nameEn', beside: [String(twin)] });
    else if (found && taken.has(found.id))
      problems.push({
        row: entry.row,
        code: 'twice',
        column: 'nameEn',
        said: found.nameEn,
        beside: [String(taken.get(found.id))],
      });
    if (found && !taken.has(found.id)) taken.set(found.id, entry.row);
    for (const { row, number } of elsewhere(entry, found, known))
      problems.push({
        row,
        code: 'certificate_elsewhere',
        column: 'certificateNumber',
        said: number.number,
        beside: [number.owner],
      });
    out.push(judged(entry, found, problems, known, keys, now));
  }
  return out;
}

function judged(
  entry: ReadEntry,
  found: KnownPartner | null,
  problems: readonly Problem[],
  known: Known,
  keys: Set<string>,
  now: Temporal.Instant,
): Matched {
  const name = entry.facts.nameEn ?? entry.facts.nameVi ?? found?.nameEn ?? '';
  const base = {
    row: entry.row,
    rows: entry.rows,
    name,
    problems,
    partner: found?.id ?? null,
    version: found?.rowVersion ?? null,
  };
  if (problems.some(isFault)) return { ...base, verdict: 'wrong', plan: null, changes: [] };
  const id = found?.id ?? newId<'partner'>(now.epochMilliseconds);
  const row = found ? merged(found, entry.facts) : plannedNew(id, entry, keys);
  const certificates = entry.certificates.map((one) =>
    planCertificate(one, id, found ? (known.certificates.get(found.id) ?? []) : [], row.fields, now),
  );
  const grants = entry.grants.map((one) =>
    planGrant(one, id, found ? (known.grants.get(found.id) ?? []) : [], row, now),
  );
  if (!found) {
    return {
      ...base,
      verdict: 'new',
      plan: { partner: row, certificates: certificates.map((c) => c.plan), grants: grants.map((g) => g.plan) },
      changes: [],
    };
  }
  const changes = [...changesOf(found, row), ...[...certificates, ...grants].flatMap((one) => one.changes)];
  const plan: Plan = {
    partner: row,
    certificates: certificates.filter((one) => one.changes.length > 0).map((one) => one.plan),
    grants: grants.filter((one) => one.changes.length > 0).map((one) => one.plan),
  };
  return { ...base, verdict: changes.length > 0 ? 'changed' : 'same', plan: changes.length > 0 ? plan : null, changes };
}

/** The organisation of the register that is meant; what hinders knowing it becomes a problem. */
function partnerFor(entry: ReadEntry, known: Known, vocabulary: Vocabulary, problems: Problem[]): KnownPartner | null {
  const { facts, row } = entry;
  const say = (code: Problem['code'], column: Problem['column'], said: string, beside: readonly string[]) =>
    void problems.push({ row, code, ...(column ? { column } : {}), said, beside });
  if (facts.key !== undefined) {
    const of = known.byKey.get(facts.key);
    if (!of) say('key_unknown', 'key', facts.key, []);
    return of ?? null;
  }
  const said = [facts.nameEn, facts.nameVi].filter((name) => name !== undefined);
  if (said.length === 0) return null;
  const exact = [...new Set(said.flatMap((name) => known.byName.get(nameKey(name)) ?? []))];
  if (exact.length > 1) {
    say('fits_several', 'nameEn', said[0]!, exact.map(labelOf));
    return null;
  }
  const [only] = exact;
  if (only) {
    if (!facts.isNew) return only;
    say('key_not_new', 'key', said[0]!, [labelOf(only)]);
    return null;
  }
  const found = said.map((name) => findPartner(name, vocabulary));
  const ids = new Set(found.flatMap(({ sure, candidates }) => (sure ? [sure] : candidates)));
  const body = bodies.find((one) => ids.has(one.id) || said.some((name) => nameKey(name) === nameKey(one.nameEn)));
  if (body && facts.kind !== 'other') {
    say('not_an_ngo', 'nameEn', said[0]!, [`${body.short}: ${body.natureVi}`]);
    return null;
  }
  if (facts.isNew) return null;
  const like = [...ids]
    .filter((id) => !id.startsWith(bodyPrefix))
    .flatMap((id) => known.byId.get(id as Id<'partner'>) ?? []);
  const short = (facts.abbreviations ?? []).flatMap((one) => known.byName.get(nameKey(one)) ?? []);
  const all = [...new Set([...like, ...short])];
  if (all.length > 0) say('is_like', 'nameEn', said[0]!, all.map(labelOf));
  return null;
}

const labelOf = (of: KnownPartner): string => `${of.nameEn} (mã ${of.key})`;

/** Every name of the file, with the row of the organisation that has it first. */
function namesIn(entries: readonly ReadEntry[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const { facts, row } of entries) {
    for (const name of [facts.nameEn, facts.nameVi]) {
      if (name !== undefined && !names.has(nameKey(name))) names.set(nameKey(name), row);
    }
  }
  return names;
}

function twinOf({ facts, row }: ReadEntry, names: ReadonlyMap<string, number>): number | null {
  const rows = [facts.nameEn, facts.nameVi].flatMap((name) =>
    name === undefined ? [] : (names.get(nameKey(name)) ?? []),
  );
  return rows.find((other) => other < row) ?? null;
}

/** Certificates whose number is another organisation's in the register. */
function* elsewhere(
  entry: ReadEntry,
  found: KnownPartner | null,
  known: Known,
): Generator<{ row: number; number: { number: string; owner: string } }> {
  for (const { number, row } of entry.certificates) {
    if (number === undefined) continue;
    const owner = known.byNumber.get(fold(number));
    if (owner && owner.id !== found?.id) yield { row, number: { number, owner: labelOf(owner) } };
  }
}
