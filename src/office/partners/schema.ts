import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea, currency, id, instant, plainDate } from '../../base/database/columns.ts';
import type { Id } from '../../base/ids.ts';
import type { FieldOfWork } from '../../language/types.ts';

/** A way in which a mission gives small grants. Not confirmed: known from general knowledge only, said so on the card. */
export interface GrantTool {
  readonly name: string;
  /** What it is in a few Vietnamese words; absent: the name says it. */
  readonly vi?: string | undefined;
  readonly confirmed: boolean;
}

/** The five questions by which a partner is chosen (Plan 167). */
export const criteria = ['legal_status', 'purpose', 'field_fit', 'capacity', 'goodwill'] as const;
export type Criterion = (typeof criteria)[number];

/** What was found about one of them. `at`: an instant as text. */
export interface CriterionFinding {
  readonly state: 'met' | 'not_met';
  readonly evidence: string;
  readonly by: Id<'person'> | null;
  readonly at: string;
}

/** The register: foreign NGOs, missions, and other bodies that one works with. */
export const partner = pgTable(
  'partner',
  {
    id: id<'partner'>().primaryKey(),
    /** A short stable name of ours ("sci"), by which imports and seeds find the row again. */
    key: text().notNull(),
    kind: text({ enum: ['ngo', 'mission', 'other'] }).notNull(),
    nameEn: text().notNull(),
    nameVi: text(),
    /** What stands in a heading where the full name is long: "Save the Children". */
    shortName: text(),
    /** Abbreviations and spoken forms. */
    aliases: text().array().notNull(),
    formerNames: text().array().notNull(),
    country: text(),
    countryVi: text(),
    website: text(),
    /** Where its office in Viet Nam is. */
    address: text(),
    fields: text().array().$type<FieldOfWork[]>().notNull(),
    /** Names of the former districts where it works: how its papers name places. */
    formerDistricts: text().array().notNull(),
    /** Codes of today's communes and wards where it works, beside the former districts. */
    communes: text().array().notNull(),
    relation: text({
      enum: ['prospect', 'contacted', 'in_dialogue', 'partner', 'dormant', 'not_suitable', 'left'],
    }).notNull(),
    /** Why it is not suitable, or has left. */
    relationReason: text(),
    /** What is missing has not been looked at. */
    criteria: jsonb().$type<Partial<Record<Criterion, CriterionFinding>>>().notNull(),
    /** Missions: how they give small grants. */
    tools: jsonb().$type<readonly GrantTool[]>().notNull(),
    /** Other bodies: what they are, as the end of "… is": "cơ quan của Chính phủ Nhật Bản (ODA)". */
    natureVi: text(),
    natureEn: text(),
    officerId: id<'person'>(),
    /** Whether a guest may learn that it is in the register. */
    published: boolean().notNull(),
    /** When an officer last checked the entry. */
    verifiedAt: instant(),
    /** It became part of that one; its own entry is closed and found by no search. */
    mergedInto: id<'partner'>(),
    demo: boolean().notNull(),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('partner_key').on(t.key), index('partner_officer').on(t.officerId)],
);

/** A registration certificate. What it is worth on a day follows from its dates and events (rules.ts), and is stored nowhere. */
export const ngoCertificate = pgTable(
  'ngo_certificate',
  {
    id: id<'ngo_certificate'>().primaryKey(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    kind: text({ enum: ['activity', 'rep_office', 'project_office_legacy'] }).notNull(),
    number: text(),
    /** Null: applied for, not yet granted. */
    issuedOn: plainDate(),
    /** The last day on which it holds. Null where it is not known. */
    expiresOn: plainDate(),
    issuer: text(),
    fields: text().array().$type<FieldOfWork[]>().notNull(),
    /** Provinces that it names, by their Vietnamese names; empty where not known. */
    areas: text().array().notNull(),
    nationwide: boolean().notNull(),
    /** Người đại diện. */
    representativeName: text(),
    /** Trưởng Văn phòng đại diện. */
    headName: text(),
    officeCity: text({ enum: ['hanoi', 'danang', 'hcmc'] }),
    fileId: id<'file'>(),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('ngo_certificate_partner').on(t.partnerId), index('ngo_certificate_expiry').on(t.expiresOn)],
);

/** What an authority did with a certificate. */
export const certificateEvent = pgTable(
  'certificate_event',
  {
    id: id<'certificate_event'>().primaryKey(),
    certificateId: id<'ngo_certificate'>()
      .notNull()
      .references(() => ngoCertificate.id),
    kind: text({
      enum: ['grant', 'renew', 'amend', 'reissue', 'convert', 'suspend', 'resume', 'terminate', 'revoke'],
    }).notNull(),
    onDay: plainDate().notNull(),
    documentNo: text(),
    /** The paper that says so. */
    fileId: id<'file'>(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
  },
  (t) => [
    index('certificate_event_certificate').on(t.certificateId, t.onDay),
    index('certificate_event_telling')
      .on(t.certificateId)
      .where(sql`kind in ('suspend', 'terminate', 'revoke', 'convert')`),
  ],
);

/** A renewal or change that was asked for and is not decided: a line beside the state, never a state. */
export const certificateRequest = pgTable(
  'certificate_request',
  {
    id: id<'certificate_request'>().primaryKey(),
    certificateId: id<'ngo_certificate'>()
      .notNull()
      .references(() => ngoCertificate.id),
    kind: text({ enum: ['renew', 'amend', 'reissue', 'convert'] }).notNull(),
    filedOn: plainDate().notNull(),
    /** With whom the ball lies. `opinions`: the ministries and the province are being asked. */
    heldBy: text({ enum: ['ngo', 'comingo', 'opinions', 'province', 'mfa'] }).notNull(),
    /** Since when it lies there. */
    since: plainDate(),
    /** Set when it is decided or withdrawn: no longer in progress. */
    closedOn: plainDate(),
    outcome: text({ enum: ['granted', 'refused', 'withdrawn'] }),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('certificate_request_open').on(t.certificateId).where(sql`closed_on is null`)],
);

/** A programme, project or gift of a partner. Money in the currency's minor unit. */
export const aidGrant = pgTable(
  'aid_grant',
  {
    id: id<'aid_grant'>().primaryKey(),
    code: text().notNull(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    titleVi: text().notNull(),
    titleEn: text(),
    aidKind: text({ enum: ['programme', 'project', 'non_project'] }).notNull(),
    fields: text().array().$type<FieldOfWork[]>().notNull(),
    stage: text({
      enum: [
        'pledged',
        'signed',
        'preparing',
        'approved',
        'implementing',
        'suspended',
        'finished',
        'handed_over',
        'settled',
        'cancelled',
      ],
    }).notNull(),
    committed: bigint({ mode: 'bigint' }).notNull(),
    /** Null: nobody has reported it. */
    disbursed: bigint({ mode: 'bigint' }),
    currency: currency().notNull(),
    disbursedOn: plainDate(),
    startsOn: plainDate(),
    endsOn: plainDate(),
    formerDistricts: text().array().notNull(),
    ownerUnitId: id<'unit'>(),
    /** The body that runs it, as its papers call it, where it is not a unit of ours. */
    ownerName: text(),
    approvalNo: text(),
    approvedOn: plainDate(),
    demo: boolean().notNull(),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('aid_grant_code').on(t.code), index('aid_grant_partner').on(t.partnerId)],
);

/** Somebody of a partner, for officers' eyes: name, phone and e-mail are sealed together, bound to the row. */
export const partnerContact = pgTable(
  'partner_contact',
  {
    id: id<'partner_contact'>().primaryKey(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    /** What they do there: "Quản lý chương trình". */
    position: text(),
    sealed: bytea().notNull(),
    active: boolean().notNull(),
    demo: boolean().notNull(),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('partner_contact_partner').on(t.partnerId)],
);

/** A paper that came with a correction: what is written in the register rests on it. */
export const partnerPaper = pgTable(
  'partner_paper',
  {
    id: id<'partner_paper'>().primaryKey(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    fileId: id<'file'>().notNull(),
    /** What its sender called it. */
    name: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
  },
  (t) => [uniqueIndex('partner_paper_file').on(t.partnerId, t.fileId), index('partner_paper_of_file').on(t.fileId)],
);

/** What an organisation that took in another one held before: its own lists, and which rows are not from itself. */
export interface BeforeMerger {
  readonly lists: {
    readonly formerNames: readonly string[];
    readonly aliases: readonly string[];
    readonly fields: readonly FieldOfWork[];
    readonly formerDistricts: readonly string[];
    readonly communes: readonly string[];
  };
  readonly published: boolean;
  /** Ids of the rows that went over, by their table. */
  readonly moved: Readonly<Record<string, readonly string[]>>;
}

/** One organisation became part of another. What it takes to undo that is kept with it. */
export const partnerMerger = pgTable('partner_merger', {
  id: id<'partner_merger'>().primaryKey(),
  fromId: id<'partner'>()
    .notNull()
    .references(() => partner.id),
  intoId: id<'partner'>()
    .notNull()
    .references(() => partner.id),
  /** The versions of both entries since: another one is a change that an undo would run over. */
  fromVersion: integer().notNull(),
  intoVersion: integer().notNull(),
  before: jsonb().$type<BeforeMerger>().notNull(),
  undoneAt: instant(),
  createdAt: instant().notNull(),
  createdBy: id<'person'>(),
});

/** A meeting, call or letter with a partner. */
export const contactLog = pgTable(
  'contact_log',
  {
    id: id<'contact_log'>().primaryKey(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    onDay: plainDate().notNull(),
    kind: text({ enum: ['meeting', 'call', 'email', 'letter', 'event', 'chat'] }).notNull(),
    officerId: id<'person'>(),
    /** How that officer is called where there is no person of ours behind it: "chị Hà". */
    officerName: text(),
    summary: text().notNull(),
    /** What they are interested in. */
    fields: text().array().$type<FieldOfWork[]>().notNull(),
    nextStep: text(),
    nextDue: plainDate(),
    demo: boolean().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
  },
  (t) => [index('contact_log_partner').on(t.partnerId, t.onDay)],
);

/** The list of needs was introduced to a partner: counts towards the year's plan. */
export const introduction = pgTable(
  'introduction',
  {
    id: id<'introduction'>().primaryKey(),
    partnerId: id<'partner'>()
      .notNull()
      .references(() => partner.id),
    onDay: plainDate().notNull(),
    how: text({ enum: ['email', 'meeting', 'letter', 'call', 'chat'] }),
    /** What the partner was on that day, which the plan counts apart. */
    audience: text({ enum: ['ngo_without', 'ngo_with', 'mission', 'other'] }).notNull(),
    /** Codes of single needs that were introduced; empty: the list as a whole. */
    needs: text().array().notNull(),
    officerId: id<'person'>(),
    demo: boolean().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
  },
  (t) => [index('introduction_partner').on(t.partnerId, t.onDay), index('introduction_day').on(t.onDay)],
);
