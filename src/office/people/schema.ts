import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { roles } from '../../base/access/access.ts';
import { bytea, id, instant } from '../../base/database/columns.ts';

/** The hours of an office, as wall-clock spans of its working days (1 is Monday). */
export interface OpeningHours {
  readonly days: readonly number[];
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

/** Sở Ngoại vụ itself: one row, set before going live. */
export const office = pgTable('office', {
  /** Always true: there is one office in a store. */
  only: boolean().primaryKey().default(true),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  /** "tỉnh Sơn La". */
  provinceVi: text().notNull(),
  provinceEn: text().notNull(),
  /** The division that looks after aid: named where no officer is. */
  divisionVi: text().notNull(),
  divisionEn: text().notNull(),
  address: text().notNull(),
  phone: text().notNull(),
  email: text().notNull(),
  /** As in document numbers: SNgV. */
  symbol: text().notNull(),
  dataOfficer: text().notNull(),
  dataOfficerPhone: text().notNull(),
  hours: jsonb().$type<OpeningHours>().notNull(),
  dutyPhone: text().notNull(),
  demo: boolean().notNull(),
  updatedAt: instant().notNull(),
  updatedBy: id<'person'>(),
  rowVersion: integer().notNull(),
});

/** A body that sends needs and is reminded; Sở Ngoại vụ is one itself. Units merge: old rows stay, closed, with their successor. */
export const unit = pgTable(
  'unit',
  {
    id: id<'unit'>().primaryKey(),
    kind: text({ enum: ['department', 'commune', 'mass_org', 'other_unit'] }).notNull(),
    communeKind: text({ enum: ['xa', 'phuong'] }),
    /** The five digits of a commune, or ours: SYT. */
    code: text().notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    aliases: jsonb().$type<readonly string[]>().notNull(),
    parentId: id<'unit'>(),
    /** The officer in charge of this unit at Sở Ngoại vụ; unset: every officer is told. */
    officerId: id<'person'>(),
    /** The unit's office line (văn thư), never a personal number. */
    phone: text(),
    managingAgency: text(),
    /** "Lãnh đạo duyệt trong ứng dụng": a focal point's need waits for the unit's head. */
    approvesInApp: boolean().notNull(),
    /** Null until the Sở confirms: never stated as fact before. */
    isBorder: boolean(),
    isExtremelyHard: boolean(),
    activeFrom: instant().notNull(),
    activeTo: instant(),
    successorId: id<'unit'>(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
    rowVersion: integer().notNull(),
  },
  (t) => [uniqueIndex('unit_code').on(t.code).where(sql`active_to is null`), index('unit_officer').on(t.officerId)],
);

/** Somebody with an account. The phone is sealed; its keyed hash finds it again. */
export const person = pgTable(
  'person',
  {
    id: id<'person'>().primaryKey(),
    fullName: text().notNull(),
    address: text({ enum: ['anh', 'chi', 'dong_chi'] }),
    position: text(),
    unitId: id<'unit'>(),
    phoneSealed: bytea(),
    phoneHash: bytea(),
    /** Direct line at the office, if any: may be shown. */
    officeLine: text(),
    email: text(),
    active: boolean().notNull(),
    leftAt: instant(),
    demo: boolean().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
    rowVersion: integer().notNull(),
  },
  (t) => [index('person_unit').on(t.unitId), index('person_phone').on(t.phoneHash)],
);

/**
 * An account on a platform and who stands behind it. `pending`: a code was accepted, consent is being asked; nobody stands behind it yet.
 * A link that ends keeps its row (`unlinked`), and a new code reuses it.
 */
export const identity = pgTable(
  'identity',
  {
    id: id<'identity'>().primaryKey(),
    accountId: id<'account'>().notNull(),
    external: text().notNull(),
    personId: id<'person'>(),
    status: text({ enum: ['pending', 'linked', 'blocked', 'unlinked'] }).notNull(),
    displayName: text(),
    /** While pending: the code that was accepted, and, once agreed, when and how, until the name is known. */
    inviteId: id<'invite'>(),
    agreedAt: instant(),
    agreedBy: text({ enum: ['button', 'typed'] }),
    linkedAt: instant(),
    endedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('identity_external').on(t.accountId, t.external),
    index('identity_person').on(t.personId).where(sql`status = 'linked'`),
  ],
);

/** What a person may do, for which unit, and from when to when; `standsInFor`: by a delegation. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: id<'role_grant'>().primaryKey(),
    personId: id<'person'>().notNull(),
    role: text({ enum: roles }).notNull(),
    unitId: id<'unit'>(),
    validFrom: instant().notNull(),
    validTo: instant(),
    standsInFor: id<'person'>(),
    grantedBy: id<'person'>(),
    createdAt: instant().notNull(),
  },
  (t) => [index('role_grant_person').on(t.personId), index('role_grant_unit').on(t.unitId, t.role)],
);

/** A code that links a chat to a role in a unit, or to a person who has an account already. The code itself is kept nowhere. */
export const invite = pgTable(
  'invite',
  {
    id: id<'invite'>().primaryKey(),
    codeHash: bytea().notNull(),
    /** A further channel of somebody who has an account. */
    personId: id<'person'>(),
    unitId: id<'unit'>(),
    role: text({ enum: roles }).notNull(),
    name: text(),
    position: text(),
    expiresAt: instant().notNull(),
    maxUses: integer().notNull(),
    uses: integer().notNull(),
    usedAt: instant(),
    usedBy: id<'person'>(),
    /** How often it was tried after its end. */
    attempts: integer().notNull(),
    revokedAt: instant(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
  },
  (t) => [uniqueIndex('invite_code').on(t.codeHash)],
);

/** Wrong codes from one chat: after too many it must wait. */
export const linkAttempt = pgTable(
  'link_attempt',
  {
    accountId: id<'account'>().notNull(),
    external: text().notNull(),
    wrong: integer().notNull(),
    firstAt: instant().notNull(),
    lockedUntil: instant(),
  },
  (t) => [uniqueIndex('link_attempt_chat').on(t.accountId, t.external)],
);

/** A text that people agreed to, word for word: the proof that a consent's hash points at. */
export const consentText = pgTable('consent_text', {
  hash: text().primaryKey(),
  policyVersion: text().notNull(),
  lang: text({ enum: ['vi', 'en'] }).notNull(),
  body: text().notNull(),
  firstUsedAt: instant().notNull(),
});

/** Who agreed to what, where, when and how; the newest row of a person counts. */
export const consent = pgTable(
  'consent',
  {
    id: id<'consent'>().primaryKey(),
    personId: id<'person'>().notNull(),
    policyVersion: text().notNull(),
    textHash: text().notNull(),
    channel: text().notNull(),
    at: instant().notNull(),
    method: text({ enum: ['button', 'typed', 'demo'] }).notNull(),
    withdrawnAt: instant(),
    withdrawnVia: text(),
  },
  (t) => [index('consent_person').on(t.personId, t.at)],
);
