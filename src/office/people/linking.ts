import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import type { Keyring } from '../../base/secrets/keyring.ts';
import { dialogue } from '../../chat/dialogue/schema.ts';
import type { Turn } from '../../chat/dialogue/types.ts';
import { chat } from '../../chat/messaging/schema.ts';
import type { Lang } from '../../chat/text.ts';
import type { Reads, Work } from '../../chat/work.ts';
import { recordConsent } from './consents.ts';
import { findInvite, type Invite, useInvite } from './invites.ts';
import { afterWrongCode, lockedUntil } from './rules.ts';
import { identity, invite, linkAttempt, person, roleGrant } from './schema.ts';
import { personById } from './store.ts';

/** An account on a platform: in a group the person, never the chat. */
export interface AccountKey {
  readonly account: Id<'account'>;
  readonly external: string;
}

/** An account whose code was accepted and whose consent is being asked. `agreed`: given, only the name is missing. */
export interface Pending {
  readonly identity: Id<'identity'>;
  readonly invite: Invite;
  readonly agreed: { readonly at: Temporal.Instant; readonly method: 'button' | 'typed' } | null;
}

const isAccount = (of: AccountKey) => and(eq(identity.accountId, of.account), eq(identity.external, of.external));
const isAttempt = (of: AccountKey) => and(eq(linkAttempt.accountId, of.account), eq(linkAttempt.external, of.external));

/** What is pending for an account, if anything. */
export async function pendingLink(reads: Reads, of: AccountKey): Promise<Pending | null> {
  const [row] = await reads
    .select({ id: identity.id, at: identity.agreedAt, by: identity.agreedBy, invite })
    .from(identity)
    .innerJoin(invite, eq(invite.id, identity.inviteId))
    .where(and(isAccount(of), eq(identity.status, 'pending')));
  if (!row) return null;
  return {
    identity: row.id,
    invite: row.invite,
    agreed: row.at && row.by ? { at: row.at, method: row.by } : null,
  };
}

/** How a typed code ended. `linked`: a further account of somebody who has agreed already; no consent is asked again. */
export type LinkResult =
  | { readonly ok: 'consent'; readonly invite: Invite }
  | { readonly ok: 'linked'; readonly person: Id<'person'> }
  | { readonly ok: false; readonly why: 'unknown'; readonly left: number }
  | { readonly ok: false; readonly why: 'expired' | 'used' | 'revoked' }
  | { readonly ok: false; readonly why: 'locked'; readonly until: Temporal.Instant };

/**
 * Takes a code for an account. A right one waits for consent: nothing of the person is written before.
 * Wrong ones are counted for each account and lock it.
 */
export async function linkByCode(work: Work, keys: Keyring, of: AccountKey, typed: string): Promise<LinkResult> {
  const [attempts = null] = await work.tx.select().from(linkAttempt).where(isAttempt(of));
  const locked = lockedUntil(attempts, work.now);
  if (locked) return { ok: false, why: 'locked', until: locked };
  const found = await findInvite(work, keys, typed);
  if (!found.ok) {
    if (found.why !== 'unknown') return { ok: false, why: found.why };
    const next = afterWrongCode(attempts, work.now);
    await work.tx
      .insert(linkAttempt)
      .values({ accountId: of.account, external: of.external, ...next })
      .onConflictDoUpdate({ target: [linkAttempt.accountId, linkAttempt.external], set: { ...next } });
    if (next.lockedUntil) {
      work.audit({ action: 'link.locked', on: { kind: 'account', id: of.account }, after: { wrong: next.wrong } });
      return { ok: false, why: 'locked', until: next.lockedUntil };
    }
    return { ok: false, why: 'unknown', left: wrongLeft(next.wrong) };
  }
  if (attempts) await work.tx.delete(linkAttempt).where(isAttempt(of));
  if (found.invite.personId) {
    const linked = await linkFurther(work, of, found.invite, found.invite.personId);
    if (linked) return linked;
  }
  await work.tx
    .insert(identity)
    .values({
      id: work.newId(),
      accountId: of.account,
      external: of.external,
      status: 'pending',
      inviteId: found.invite.id,
      createdAt: work.now,
      updatedAt: work.now,
    })
    .onConflictDoUpdate({
      target: [identity.accountId, identity.external],
      set: {
        status: 'pending',
        personId: null,
        inviteId: found.invite.id,
        agreedAt: null,
        agreedBy: null,
        updatedAt: work.now,
      },
      // A link to somebody who is still here is ended by them alone; one to somebody who left gives way.
      setWhere: sql`${identity.status} <> 'linked' or not exists (
        select 1 from person p where p.id = ${identity.personId} and p.active)`,
    });
  return { ok: 'consent', invite: found.invite };
}

const wrongLeft = (wrong: number) => Math.max(0, 5 - wrong);

async function linkFurther(
  work: Work,
  of: AccountKey,
  by: Invite,
  who: Id<'person'>,
): Promise<Extract<LinkResult, { ok: 'linked' | false }> | null> {
  const found = await personById(work.tx, who);
  if (!found?.active) return { ok: false, why: 'revoked' };
  if (!(await useInvite(work, by.id, who))) return { ok: false, why: 'used' };
  await linkIdentity(work, of, who);
  return { ok: 'linked', person: who };
}

/** Links an account to a person, whatever it was before. The caller has made sure that it is theirs. */
export async function linkIdentity(
  work: Work,
  of: AccountKey,
  who: Id<'person'>,
  displayName: string | null = null,
): Promise<void> {
  const linked = {
    personId: who,
    status: 'linked' as const,
    displayName,
    inviteId: null,
    agreedAt: null,
    agreedBy: null,
    linkedAt: work.now,
    endedAt: null,
    updatedAt: work.now,
  };
  await work.tx
    .insert(identity)
    .values({
      id: work.newId(),
      accountId: of.account,
      external: of.external,
      createdAt: work.now,
      ...linked,
    })
    .onConflictDoUpdate({ target: [identity.accountId, identity.external], set: linked });
  work.audit({
    action: 'identity.link',
    on: { kind: 'person', id: who },
    after: { channel: work.via.channel, account: of.account },
  });
}

/** Consent was given, but the name is not known yet: remembered until it is. */
export async function rememberAgreement(work: Work, of: Pending, method: 'button' | 'typed'): Promise<void> {
  await work.tx
    .update(identity)
    .set({ agreedAt: work.now, agreedBy: method, updatedAt: work.now })
    .where(and(eq(identity.id, of.identity), eq(identity.status, 'pending')));
}

/** What somebody is linked as. */
export interface Linked {
  readonly person: Id<'person'>;
  readonly name: string;
}

/**
 * Consent and name are there: uses the code up, makes the person with their grant, records the consent and links the account.
 * Null when the code was used up or ended meanwhile: the account is a guest's again.
 */
export async function completeLink(
  work: Work,
  of: AccountKey & { readonly displayName: string | null },
  pending: Pending,
  given: {
    readonly name: string;
    readonly at: Temporal.Instant;
    readonly method: 'button' | 'typed';
    readonly lang: Lang;
    readonly text: string;
  },
): Promise<Linked | null> {
  const { invite: by } = pending;
  const id = by.personId ?? work.newId<'person'>();
  if (!(await useInvite(work, by.id, id))) {
    await dropPending(work, of);
    return null;
  }
  if (!by.personId) {
    await work.tx.insert(person).values({
      id,
      fullName: given.name,
      position: by.position,
      unitId: by.unitId,
      active: true,
      demo: false,
      createdAt: work.now,
      createdBy: by.createdBy,
      updatedAt: work.now,
      rowVersion: 1,
    });
    await grantRole(work, id, by);
  }
  await recordConsent(work, id, given);
  await linkIdentity(work, of, id, of.displayName);
  return { person: id, name: given.name };
}

/** Gives somebody the role of a code, unless it is held already. */
export async function grantRole(
  work: Work,
  to: Id<'person'>,
  by: Pick<Invite, 'role' | 'unitId' | 'createdBy'>,
): Promise<void> {
  const [held] = await work.tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.personId, to),
        eq(roleGrant.role, by.role),
        by.unitId ? eq(roleGrant.unitId, by.unitId) : isNull(roleGrant.unitId),
        or(isNull(roleGrant.validTo), sql`${roleGrant.validTo} > ${work.now.toString()}`),
      ),
    );
  if (held) return;
  await work.tx.insert(roleGrant).values({
    id: work.newId(),
    personId: to,
    role: by.role,
    unitId: by.unitId,
    validFrom: work.now,
    grantedBy: by.createdBy,
    createdAt: work.now,
  });
  work.audit({
    action: 'role.grant',
    on: { kind: 'person', id: to, ...(by.unitId ? { unit: by.unitId } : {}) },
    after: { role: by.role, unit: by.unitId },
  });
}

/** "Không đồng ý": nothing is kept of the account, and the code stays good. */
export async function dropPending(work: Work, of: AccountKey): Promise<void> {
  await work.tx.delete(identity).where(and(isAccount(of), eq(identity.status, 'pending')));
}

/** This account speaks for nobody any more. Gives false where it was not linked. */
export async function unlink(work: Work, of: AccountKey): Promise<boolean> {
  const done = await work.tx
    .update(identity)
    .set({ status: 'unlinked', personId: null, displayName: null, endedAt: work.now, updatedAt: work.now })
    .where(and(isAccount(of), eq(identity.status, 'linked')))
    .returning({ id: identity.id });
  if (done.length === 0) return false;
  work.audit({
    action: 'identity.unlink',
    on: { kind: 'person', id: work.actor.person ?? '' },
    before: { channel: work.via.channel, account: of.account },
  });
  return true;
}

/** A chat that is unlinked leaves the person's dialogue for one of its own: what others with that account go on writing is not seen here. */
export async function leaveDialogue(turn: Turn): Promise<void> {
  const id = turn.newId<'dialogue'>();
  await turn.tx.insert(dialogue).values({ id, lang: turn.lang, version: 1, updatedAt: turn.now });
  await turn.tx.update(chat).set({ dialogueId: id }).where(eq(chat.id, turn.chat.id));
}
