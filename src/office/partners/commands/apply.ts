import { eq } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Work } from '../../../chat/work.ts';
import { fold } from '../../../language/index.ts';
import type { Change } from '../rules/change.ts';
import { type GrantTool, partner } from '../schema.ts';
import { type Standing, standingOf } from '../store/standing.ts';
import { type CertificatePatch, changeCertificate, moveRequest, openRequest, recordEvent } from './certificate.ts';
import { type Difference, may, openPartner, type Refused } from './common.ts';
import { addContact } from './contact.ts';
import { changeGrant, type GrantPatch } from './grant.ts';
import { mergePartners } from './merge.ts';
import { keepPapers, type Paper } from './paper.ts';
import { changePartner, type PartnerPatch, setCriterion } from './partner.ts';

/** A change that has no row to go to. */
export type Missing = {
  readonly ok: false;
  readonly why: 'certificate' | 'grant' | 'officer' | 'request';
  readonly said: string;
};

/** What was changed where, so that it can be taken back: the row, its version since, and the values before. */
export interface Step {
  readonly on: 'partner' | 'certificate' | 'grant' | 'criterion' | 'contact' | 'request' | 'merger' | 'papers';
  /** Of the row; of papers the organisation that keeps them. */
  readonly id: string;
  readonly version: number;
  readonly difference: Difference;
  /** The row itself was made by it. */
  readonly made?: true;
  /** The event that was recorded with it. */
  readonly event?: { readonly kind: 'renew' | 'suspend' | 'resume' | 'terminate' | 'revoke'; readonly onDay: string };
  /** The papers that were kept. */
  readonly papers?: readonly string[];
}

/** `steps`: by which it is taken back; none where the register held all of it already. */
export type Applied = { readonly ok: true; readonly steps: readonly Step[] } | Refused | Missing;

/**
 * Everything that a sentence said, by the commands that everybody else calls: all of it, or nothing. The entry is locked and read again first; where it is
 * no longer what the read-back showed it is `stale`. A command that refuses after that is our mistake, and undoes the turn.
 */
export async function applyChanges(
  work: Work,
  keys: Keyring,
  shown: Standing,
  changes: readonly Change[],
  papers: readonly Paper[] = [],
): Promise<Applied> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  await work.tx.select({ id: partner.id }).from(partner).where(eq(partner.id, shown.id)).for('update');
  const now = await standingOf(work.tx, shown.id, work.now);
  if (!now) return { ok: false, why: 'gone' };
  if (versions(now) !== versions(shown)) return { ok: false, why: 'stale' };
  const keeper = keeperOf(changes, now);
  if (keeper !== now.id && !(await openPartner(work, keeper))) return { ok: false, why: 'gone' };
  const missing = changes.map((of) => lacks(of, now)).find((one) => one !== null);
  if (missing) return missing;
  const values = [
    await entry(work, now, changes),
    await certificate(work, now, changes, papers[0]?.file ?? null),
    ...(await inTurn(now.grants, (grant) => grantChanges(work, grant, changes))),
  ];
  const others = await inTurn(changes, (of) => single(work, keys, now, of));
  const all = [...values, ...others, await paperStep(work, keeper, papers)];
  for (const done of all) {
    if (done && !done.ok) throw new Error(`a change of ${now.id} was refused under its lock: ${done.why}`);
  }
  return { ok: true, steps: all.flatMap((done): Step[] => (done?.ok && done.step ? [done.step] : [])) };
}

/** Which entry shows what was changed: of a merger, the one that remains. */
export const keeperOf = (changes: readonly Change[], { id }: Pick<Standing, 'id'>): Id<'partner'> =>
  (changes.find((of) => of.what === 'merge')?.into as Id<'partner'> | undefined) ?? id;

async function paperStep(work: Work, of: Id<'partner'>, papers: readonly Paper[]): Promise<Done> {
  const kept = await keepPapers(work, of, papers);
  if (!kept.ok) return kept;
  if (kept.ids.length === 0) return null;
  return { ok: true, step: { on: 'papers', id: of, version: 0, difference: nothing, papers: kept.ids } };
}

const nothing: Difference = { before: {}, after: {} };

/** One after the other: they share a connection. */
async function inTurn<T, R>(all: readonly T[], run: (of: T) => Promise<R>): Promise<R[]> {
  const out: R[] = [];
  for (const one of all) out.push(await run(one));
  return out;
}

const versions = ({ version, certificate, grants }: Standing): string =>
  JSON.stringify([version, certificate?.id, certificate?.version, grants.map((grant) => [grant.code, grant.version])]);

/** What a change needs and the register has not. */
function lacks(of: Change, now: Standing): Missing | Refused | null {
  const no = (why: Missing['why'], said = ''): Missing => ({ ok: false, why, said });
  if ('code' in of) {
    const grant = now.grants.find(({ code }) => code === of.code);
    if (!grant) return no('grant', of.code);
    // One grant is in one currency: an amount in another one is not turned into it.
    const other = 'currency' in of && of.currency !== grant.currency;
    return other && (of.what === 'disbursed' || grant.disbursed !== null) ? { ok: false, why: 'currency' } : null;
  }
  switch (of.what) {
    case 'expires': {
      const issued = now.certificate?.issuedOn;
      const backwards = issued && Temporal.PlainDate.compare(of.to, issued) < 0;
      return now.certificate ? (backwards ? { ok: false, why: 'dates' } : null) : no('certificate');
    }
    case 'number':
    case 'head':
    case 'event':
    case 'filed':
      return now.certificate ? null : no('certificate');
    case 'held':
      return now.request ? null : no('request');
    case 'officer':
      return officerNamed(of.to, now) ? null : no('officer', of.to);
    case 'merge':
      return of.into === now.id ? { ok: false, why: 'taken' } : null;
    default:
      return null;
  }
}

/** The officer whose name ends as said, if only one's does: "anh Minh", "Quàng Văn Minh". */
function officerNamed(said: string, { officers }: Standing): Id<'person'> | null {
  const wanted = fold(said);
  const found = officers.filter(({ name }) => ` ${fold(name)}`.endsWith(` ${wanted}`));
  return found.length === 1 ? found[0]!.id : null;
}

type Done = { readonly ok: true; readonly step?: Step } | Refused | null;

async function entry(work: Work, now: Standing, changes: readonly Change[]): Promise<Done> {
  const patch: { -readonly [K in keyof PartnerPatch]: PartnerPatch[K] } = {};
  const list = <T>(before: readonly T[], op: 'add' | 'remove', value: T): T[] =>
    op === 'add' ? [...new Set([...before, value])] : before.filter((one) => one !== value);
  for (const of of changes) {
    if (of.what === 'address') patch.address = of.to;
    else if (of.what === 'website') patch.website = of.to;
    else if (of.what === 'name_en') patch.nameEn = of.to;
    else if (of.what === 'name_vi') patch.nameVi = of.to;
    else if (of.what === 'alias') patch.aliases = list(patch.aliases ?? now.aliases, 'add', of.to);
    else if (of.what === 'field') patch.fields = list(patch.fields ?? now.fields, of.op, of.to);
    else if (of.what === 'district')
      patch.formerDistricts = list(patch.formerDistricts ?? now.formerDistricts, of.op, of.to);
    else if (of.what === 'commune') patch.communes = list(patch.communes ?? now.communes, of.op, of.to);
    else if (of.what === 'tool') patch.tools = toolsAfter(patch.tools ?? now.tools, of);
    else if (of.what === 'officer') patch.officerId = officerNamed(of.to, now);
  }
  // What is shown instead of the English name would hide the new one.
  if (patch.nameEn) patch.shortName = null;
  if (Object.keys(patch).length === 0) return null;
  const done = await changePartner(work, now.id, patch, now.version);
  return done.ok ? stepOf('partner', done) : done;
}

/** What is added by a sentence an officer said; removed is what the words name. */
const toolsAfter = (before: readonly GrantTool[], { op, to }: Extract<Change, { what: 'tool' }>): GrantTool[] => {
  const names = (tool: GrantTool) => [tool.name, ...(tool.vi ? [tool.vi] : [])].map(fold);
  const others = before.filter(
    (tool) => !names(tool).some((name) => name.includes(fold(to)) || fold(to).includes(name)),
  );
  return op === 'add' ? [...others, { name: to, vi: to, confirmed: true }] : others;
};

async function certificate(
  work: Work,
  now: Standing,
  changes: readonly Change[],
  paper: Id<'file'> | null,
): Promise<Done> {
  const of = now.certificate;
  if (!of) return null;
  const patch: { -readonly [K in keyof CertificatePatch]: CertificatePatch[K] } = {};
  for (const change of changes) {
    if (change.what === 'expires') patch.expiresOn = Temporal.PlainDate.from(change.to);
    else if (change.what === 'number') patch.number = change.to;
    else if (change.what === 'head') patch[of.kind === 'activity' ? 'representativeName' : 'headName'] = change.to;
  }
  const happened = changes.find((change) => change.what === 'event');
  const renewed = changes.some((change) => change.what === 'expires' && change.renewed);
  const event = happened
    ? { kind: happened.kind, onDay: Temporal.PlainDate.from(happened.on) }
    : renewed
      ? { kind: 'renew' as const, onDay: localDay(work.now) }
      : null;
  if (event) {
    const sets = { ...patch, ...(paper ? { fileId: paper } : {}) };
    const done = await recordEvent(work, of.id, { ...event, sets, ...(paper ? { fileId: paper } : {}) }, of.version);
    return done.ok ? stepOf('certificate', done, { kind: event.kind, onDay: event.onDay.toString() }) : done;
  }
  if (Object.keys(patch).length === 0) return null;
  const done = await changeCertificate(work, of.id, { ...patch, ...(paper ? { fileId: paper } : {}) }, of.version);
  return done.ok ? stepOf('certificate', done) : done;
}

async function grantChanges(work: Work, grant: Standing['grants'][number], changes: readonly Change[]): Promise<Done> {
  const patch: { -readonly [K in keyof GrantPatch]: GrantPatch[K] } = {};
  for (const of of changes) {
    if (!('code' in of) || of.code !== grant.code) continue;
    if (of.what === 'stage') patch.stage = of.to;
    else if (of.what === 'committed') Object.assign(patch, { committed: BigInt(of.minor), currency: of.currency });
    else Object.assign(patch, { disbursed: BigInt(of.minor), currency: of.currency, disbursedOn: localDay(work.now) });
  }
  if (Object.keys(patch).length === 0) return null;
  const done = await changeGrant(work, grant.id, patch, grant.version);
  return done.ok ? stepOf('grant', done) : done;
}

/** What is no value of a row: recorded for itself. */
async function single(work: Work, keys: Keyring, now: Standing, of: Change): Promise<Done> {
  switch (of.what) {
    case 'filed': {
      const filed = { kind: 'renew', filedOn: Temporal.PlainDate.from(of.on), heldBy: 'comingo' } as const;
      const done = await openRequest(work, now.certificate!.id, filed);
      if (!done.ok) return done;
      // One that was open already was moved instead.
      return done.version === 1 ? madeStep('request', done) : stepOf('request', done);
    }
    case 'held': {
      const done = await moveRequest(work, now.request!.id, { heldBy: of.by, since: localDay(work.now) });
      return done.ok ? stepOf('request', done) : done;
    }
    case 'contact': {
      const done = await addContact(work, keys, now.id, of);
      return done.ok ? madeStep('contact', done) : done;
    }
    case 'criterion': {
      const done = await setCriterion(work, now.id, of.which, { state: of.state, evidence: of.evidence });
      return done.ok ? stepOf('criterion', done) : done;
    }
    case 'merge': {
      const done = await mergePartners(work, now.id, of.into as Id<'partner'>);
      return done.ok ? { ok: true, step: { on: 'merger', id: done.id, version: 0, difference: nothing } } : done;
    }
    default:
      return null;
  }
}

const madeStep = (on: 'request' | 'contact', { id, version }: { readonly id: string; readonly version: number }) => ({
  ok: true as const,
  step: { on, id, version, difference: nothing, made: true as const },
});

function stepOf(
  on: Step['on'],
  done: { readonly id: string; readonly version: number; readonly difference: Difference | null },
  event?: Step['event'],
): { readonly ok: true; readonly step?: Step } {
  const difference = done.difference ?? nothing;
  if (!done.difference && !event) return { ok: true };
  return { ok: true, step: { on, id: done.id, version: done.version, difference, ...(event ? { event } : {}) } };
}
