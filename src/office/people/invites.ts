import { randomBytes } from 'node:crypto';
import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Role, Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import { inviteCode, normaliseInviteCode } from '../../base/secrets/invite-code.ts';
import type { Keyring } from '../../base/secrets/keyring.ts';
import type { Work } from '../../chat/work.ts';
import { allowed, isSystem } from './access.ts';
import { mayInvite } from './rules.ts';
import { invite } from './schema.ts';

/** Whom a code is for. */
export interface NewInvite {
  readonly unit: Id<'unit'> | null;
  readonly role: Exclude<Role, 'guest'>;
  readonly name?: string;
  readonly position?: string;
  /** A further channel of somebody who has an account already. */
  readonly person?: Id<'person'>;
  readonly days: number;
  /** One code for several people of a unit; default 1. */
  readonly maxUses?: number;
}

export type InviteResult =
  | { readonly ok: true; readonly code: string; readonly expiresAt: Temporal.Instant; readonly invite: Id<'invite'> }
  | Extract<Verdict, { ok: false }>;

/** A code with letters and digits: inside a sentence letters alone could be a word, digits alone a number of a need or a phone. */
function recognisable(): string {
  for (;;) {
    const code = inviteCode(randomBytes);
    if (/\d/.test(code) && /[A-Z]/.test(code)) return code;
  }
}

/** Makes a code. It is given out here once and kept nowhere: the row holds its keyed hash. */
export async function createInvite(work: Work, keys: Keyring, of: NewInvite): Promise<InviteResult> {
  // Everybody may make a code for a further chat of their own.
  const own = of.person !== undefined && of.person === work.actor.person && work.actor.consent === 'given';
  const verdict: Verdict = own ? { ok: true } : allowed(work, 'invite.create', { unit: of.unit });
  if (!verdict.ok) return verdict;
  if (!own && !isSystem(work) && (of.person || !mayInvite(work.actor, of.role, of.unit))) {
    return { ok: false, why: 'role' };
  }
  const code = recognisable();
  const id = work.newId<'invite'>();
  const expiresAt = work.now.add({ hours: 24 * of.days });
  await work.tx.insert(invite).values({
    id,
    codeHash: keys.lookupHash('links', code),
    personId: of.person ?? null,
    unitId: of.unit,
    role: of.role,
    name: of.name ?? null,
    position: of.position ?? null,
    expiresAt,
    maxUses: of.maxUses ?? 1,
    uses: 0,
    attempts: 0,
    createdAt: work.now,
    createdBy: work.actor.person,
  });
  work.audit({
    action: 'invite.create',
    on: { kind: 'invite', id, ...(of.unit ? { unit: of.unit } : {}) },
    after: { role: of.role, unit: of.unit, expires: expiresAt.toString(), uses: of.maxUses ?? 1 },
  });
  return { ok: true, code, expiresAt, invite: id };
}

export type Invite = typeof invite.$inferSelect;

/** `unknown`: no such code; the rest: it was right, but its time is over, it was used, or taken back. */
export type InviteFound =
  | { readonly ok: true; readonly invite: Invite }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'expired' | 'used' | 'revoked'; readonly usedBy: Id<'person'> | null };

/** Finds what a typed code stands for. A code past its end counts the attempt. */
export async function findInvite(work: Pick<Work, 'tx' | 'now'>, keys: Keyring, typed: string): Promise<InviteFound> {
  const code = normaliseInviteCode(typed);
  if (code === null) return { ok: false, why: 'unknown' };
  const [row] = await work.tx
    .select()
    .from(invite)
    .where(inArray(invite.codeHash, [...keys.lookupHashes('links', code)]));
  if (!row) return { ok: false, why: 'unknown' };
  const why = row.revokedAt
    ? ('revoked' as const)
    : row.uses >= row.maxUses
      ? ('used' as const)
      : Temporal.Instant.compare(row.expiresAt, work.now) <= 0
        ? ('expired' as const)
        : null;
  if (why === null) return { ok: true, invite: row };
  await work.tx
    .update(invite)
    .set({ attempts: sql`${invite.attempts} + 1` })
    .where(eq(invite.id, row.id));
  return { ok: false, why, usedBy: row.usedBy };
}

/** Uses a code up, once; false when somebody else was faster or its time is over. */
export async function useInvite(work: Pick<Work, 'tx' | 'now'>, id: Id<'invite'>, by: Id<'person'>): Promise<boolean> {
  const done = await work.tx
    .update(invite)
    .set({ uses: sql`${invite.uses} + 1`, usedAt: work.now, usedBy: by })
    .where(
      and(eq(invite.id, id), lt(invite.uses, invite.maxUses), isNull(invite.revokedAt), gt(invite.expiresAt, work.now)),
    )
    .returning({ id: invite.id });
  return done.length > 0;
}

/** The code inside a message ("mã của em là k7m4-px9r"); null where there is none. What only looks like one is given back too. */
export function codeIn(text: string): string | null {
  const whole = normaliseInviteCode(text);
  if (whole) return whole;
  for (const [found] of text.matchAll(
    /(?<![\p{L}\d\p{Pd}])[A-Za-z0-9]{4}[ \p{Pd}._]?[A-Za-z0-9]{4}(?![\p{L}\d\p{Pd}])/gu,
  )) {
    const code = normaliseInviteCode(found);
    if (code && /\d/.test(found) && /[A-Za-z]/.test(found)) return code;
  }
  // Of a code's shape, with letters that none has: a wrong code, to be told so.
  const alone = text.trim();
  return /^[A-Za-z\d]{4}[ \p{Pd}._]?[A-Za-z\d]{4}$/u.test(alone) && /\d/.test(alone) && /[A-Za-z]/.test(alone)
    ? alone
    : null;
}
