import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import type { CertificateEventKind } from '../rules/certificate.ts';
import { certificateEvent, certificateRequest, ngoCertificate } from '../schema.ts';
import type { RequestHolder, RequestKind } from '../words.ts';
import {
  type Changed,
  differenceOf,
  may,
  nextVersion,
  note,
  openPartner,
  type Refused,
  said,
  touch,
} from './common.ts';

type Row = typeof ngoCertificate.$inferSelect;

/** What a certificate says. */
export type CertificatePatch = Partial<
  Pick<
    Row,
    | 'number'
    | 'issuedOn'
    | 'expiresOn'
    | 'issuer'
    | 'fields'
    | 'areas'
    | 'nationwide'
    | 'representativeName'
    | 'headName'
    | 'officeCity'
    | 'fileId'
  >
>;
/** `project_office_legacy` comes in by an import of what was given out until 2022; no conversation offers it. */
export interface NewCertificate extends CertificatePatch {
  readonly kind: Row['kind'];
}

const backwards = (of: { readonly issuedOn?: Row['issuedOn']; readonly expiresOn?: Row['expiresOn'] }): boolean =>
  !!of.issuedOn && !!of.expiresOn && Temporal.PlainDate.compare(of.issuedOn, of.expiresOn) > 0;

/** Adds a certificate; with a day of issue it was granted on that day. A number that the organisation has already is `taken`. */
export async function addCertificate(
  work: Work,
  of: Id<'partner'>,
  certificate: NewCertificate,
): Promise<Changed<'ngo_certificate'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  if (backwards(certificate)) return { ok: false, why: 'dates' };
  if (!(await openPartner(work, of))) return { ok: false, why: 'gone' };
  if (certificate.number) {
    const same = and(eq(ngoCertificate.partnerId, of), eq(ngoCertificate.number, certificate.number));
    const [known] = await work.tx.select({ id: ngoCertificate.id }).from(ngoCertificate).where(same);
    if (known) return { ok: false, why: 'taken' };
  }
  const id = work.newId<'ngo_certificate'>();
  const values = { fields: [], areas: [], nationwide: false, ...said(certificate) };
  await work.tx.insert(ngoCertificate).values({
    ...values,
    id,
    partnerId: of,
    rowVersion: 1,
    createdAt: work.now,
    createdBy: work.actor.person,
    updatedAt: work.now,
  });
  if (certificate.issuedOn) await addEvent(work, id, { kind: 'grant', onDay: certificate.issuedOn });
  await touch(work, of);
  const difference = differenceOf<Partial<Row>>({}, certificate);
  note(work, of, 'certificate.add', { after: { certificate: id, ...difference?.after } });
  return { ok: true, id, version: 1, difference };
}

/** Corrects what is written about a certificate. `at`: the version that was read. */
export async function changeCertificate(
  work: Work,
  id: Id<'ngo_certificate'>,
  patch: CertificatePatch,
  at?: number,
): Promise<Changed<'ngo_certificate'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  return write(work, id, patch, at, 'certificate.change');
}

async function write(
  work: Work,
  id: Id<'ngo_certificate'>,
  patch: CertificatePatch,
  at: number | undefined,
  action: string,
  also: Readonly<Record<string, string>> = {},
): Promise<Changed<'ngo_certificate'>> {
  const [row] = await work.tx.select().from(ngoCertificate).where(eq(ngoCertificate.id, id));
  if (!row) return { ok: false, why: 'gone' };
  if (at !== undefined && row.rowVersion !== at) return { ok: false, why: 'stale' };
  if (backwards({ ...row, ...said(patch) })) return { ok: false, why: 'dates' };
  const difference = differenceOf(row, said(patch));
  if (!difference && Object.keys(also).length === 0) return { ok: true, id, version: row.rowVersion, difference };
  const [done] = await work.tx
    .update(ngoCertificate)
    .set({ ...said(patch), rowVersion: nextVersion, updatedAt: work.now })
    .where(and(eq(ngoCertificate.id, id), eq(ngoCertificate.rowVersion, row.rowVersion)))
    .returning({ version: ngoCertificate.rowVersion });
  if (!done) return { ok: false, why: 'stale' };
  await touch(work, row.partnerId);
  note(work, row.partnerId, action, {
    before: { certificate: id, ...difference?.before },
    after: { certificate: id, ...also, ...difference?.after },
  });
  return { ok: true, id, version: done.version, difference };
}

/** What an authority did, and when; with a renewal what the paper says from now on. */
export interface NewEvent {
  readonly kind: CertificateEventKind;
  readonly onDay: Temporal.PlainDate;
  readonly documentNo?: string;
  readonly fileId?: Id<'file'>;
  readonly sets?: CertificatePatch;
}

const addEvent = (work: Work, certificate: Id<'ngo_certificate'>, of: NewEvent) =>
  work.tx.insert(certificateEvent).values({
    id: work.newId<'certificate_event'>(),
    certificateId: certificate,
    kind: of.kind,
    onDay: of.onDay,
    documentNo: of.documentNo ?? null,
    fileId: of.fileId ?? null,
    createdAt: work.now,
    createdBy: work.actor.person,
  });

/** The kinds of request that an event of the same kind decides. */
const decided: ReadonlySet<string> = new Set<RequestKind>(['renew', 'amend', 'reissue', 'convert']);

/**
 * Records that a certificate was renewed, amended, suspended, withdrawn … on a day. What it is worth follows from its dates and these events.
 * An open request of that kind is granted by it.
 */
export async function recordEvent(
  work: Work,
  id: Id<'ngo_certificate'>,
  event: NewEvent,
  at?: number,
): Promise<Changed<'ngo_certificate'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const done = await write(
    work,
    id,
    { ...event.sets, ...(event.fileId ? { fileId: event.fileId } : {}) },
    at,
    'certificate.event',
    {
      event: event.kind,
      onDay: event.onDay.toString(),
      ...(event.documentNo ? { documentNo: event.documentNo } : {}),
    },
  );
  if (!done.ok) return done;
  await addEvent(work, id, event);
  if (decided.has(event.kind)) {
    await work.tx
      .update(certificateRequest)
      .set({ closedOn: event.onDay, outcome: 'granted', rowVersion: nextVersion, updatedAt: work.now })
      .where(
        and(
          eq(certificateRequest.certificateId, id),
          eq(certificateRequest.kind, event.kind as RequestKind),
          isNull(certificateRequest.closedOn),
        ),
      );
  }
  return done;
}

/** Takes back what `recordEvent` just did: for an undo. The row keeps what was recorded after it. */
export async function forgetEvent(
  work: Work,
  id: Id<'ngo_certificate'>,
  of: Pick<NewEvent, 'kind' | 'onDay'>,
  back: CertificatePatch,
  at: number,
): Promise<Changed<'ngo_certificate'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const done = await write(work, id, back, at, 'certificate.undo', { event: of.kind, onDay: of.onDay.toString() });
  if (!done.ok) return done;
  const same = and(
    eq(certificateEvent.certificateId, id),
    eq(certificateEvent.kind, of.kind),
    eq(certificateEvent.onDay, of.onDay),
    eq(certificateEvent.createdBy, work.actor.person!),
  );
  await work.tx.delete(certificateEvent).where(same);
  const request = and(
    eq(certificateRequest.certificateId, id),
    eq(certificateRequest.kind, of.kind as RequestKind),
    eq(certificateRequest.outcome, 'granted'),
    eq(certificateRequest.closedOn, of.onDay),
  );
  if (decided.has(of.kind)) {
    await work.tx
      .update(certificateRequest)
      .set({ closedOn: null, outcome: null, rowVersion: nextVersion, updatedAt: work.now })
      .where(request);
  }
  return done;
}

/** Where a request stands. */
export interface RequestPatch {
  readonly heldBy?: RequestHolder;
  readonly since?: Temporal.PlainDate;
  readonly filedOn?: Temporal.PlainDate;
  readonly closedOn?: Temporal.PlainDate | null;
  readonly outcome?: 'granted' | 'refused' | 'withdrawn' | null;
}

/** A renewal or change was asked for. One that is open already is moved instead. */
export async function openRequest(
  work: Work,
  certificate: Id<'ngo_certificate'>,
  of: { readonly kind: RequestKind; readonly filedOn: Temporal.PlainDate; readonly heldBy: RequestHolder },
): Promise<Changed<'certificate_request'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const owner = await ownerOf(work, certificate);
  if (!owner) return { ok: false, why: 'gone' };
  const [open] = await work.tx
    .select({ id: certificateRequest.id })
    .from(certificateRequest)
    .where(
      and(
        eq(certificateRequest.certificateId, certificate),
        eq(certificateRequest.kind, of.kind),
        isNull(certificateRequest.closedOn),
      ),
    );
  if (open) return moveRequest(work, open.id, { heldBy: of.heldBy, filedOn: of.filedOn });
  const id = work.newId<'certificate_request'>();
  await work.tx.insert(certificateRequest).values({
    id,
    certificateId: certificate,
    ...of,
    since: of.filedOn,
    rowVersion: 1,
    createdAt: work.now,
    createdBy: work.actor.person,
    updatedAt: work.now,
  });
  await touch(work, owner);
  const difference = differenceOf<object>({}, of);
  note(work, owner, 'request.open', { after: { certificate, ...difference?.after } });
  return { ok: true, id, version: 1, difference };
}

/** The request lies elsewhere now, or is decided (`closedOn`, `outcome`). */
export async function moveRequest(
  work: Work,
  id: Id<'certificate_request'>,
  patch: RequestPatch,
  at?: number,
): Promise<Changed<'certificate_request'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const [row] = await work.tx.select().from(certificateRequest).where(eq(certificateRequest.id, id));
  const owner = row && (await ownerOf(work, row.certificateId));
  if (!row || !owner) return { ok: false, why: 'gone' };
  if (at !== undefined && row.rowVersion !== at) return { ok: false, why: 'stale' };
  const difference = differenceOf(row, said(patch));
  if (!difference) return { ok: true, id, version: row.rowVersion, difference };
  const [done] = await work.tx
    .update(certificateRequest)
    .set({ ...said(patch), rowVersion: nextVersion, updatedAt: work.now })
    .where(and(eq(certificateRequest.id, id), eq(certificateRequest.rowVersion, row.rowVersion)))
    .returning({ version: certificateRequest.rowVersion });
  if (!done) return { ok: false, why: 'stale' };
  await touch(work, owner);
  note(work, owner, 'request.move', difference);
  return { ok: true, id, version: done.version, difference };
}

/** Takes back a request that was just recorded: for an undo. `at`: the version that was recorded. */
export async function forgetRequest(
  work: Work,
  id: Id<'certificate_request'>,
  at: number,
): Promise<Changed<'certificate_request'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const [gone] = await work.tx
    .delete(certificateRequest)
    .where(and(eq(certificateRequest.id, id), eq(certificateRequest.rowVersion, at)))
    .returning({ certificate: certificateRequest.certificateId, kind: certificateRequest.kind });
  const owner = gone && (await ownerOf(work, gone.certificate));
  if (!owner) return { ok: false, why: 'stale' };
  await touch(work, owner);
  note(work, owner, 'request.undo', { before: { certificate: gone.certificate, kind: gone.kind } });
  return { ok: true, id, version: at, difference: null };
}

async function ownerOf(work: Work, certificate: Id<'ngo_certificate'>): Promise<Id<'partner'> | null> {
  const [row] = await work.tx
    .select({ partner: ngoCertificate.partnerId })
    .from(ngoCertificate)
    .where(eq(ngoCertificate.id, certificate));
  return row?.partner ?? null;
}

export type { Refused };
