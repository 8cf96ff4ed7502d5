import { z } from 'zod';
import type { Id } from '../base/ids.ts';
import { currencies } from '../base/money/money.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import { instantOf } from '../base/time/zone.ts';
import type { Work } from '../chat/work.ts';
import { fieldsOfWork } from '../language/types.ts';
import { sealContact } from '../office/partners/commands/contact.ts';
import missionsFile from '../office/partners/data/missions.json' with { type: 'json' };
import ngosFile from '../office/partners/data/ngos.json' with { type: 'json' };
import {
  aidGrant,
  certificateEvent,
  certificateRequest,
  contactLog,
  introduction,
  ngoCertificate,
  partner,
  partnerContact,
} from '../office/partners/schema.ts';
import { demoContacts, demoIntroductions, demoPeople } from './partners/contacts.ts';
import { demoGrants } from './partners/grants.ts';
import { registrationOf } from './partners/registrations.ts';

/** Who of the demonstration's people looks after partners. Without anybody the talks name an officer who has no account. */
export interface PartnerRefs {
  readonly officers: readonly { readonly id: Id<'person'>; readonly fullName: string }[];
  /** Seals whom one knows at a partner. */
  readonly keys: Keyring;
}

const named = {
  id: z.string(),
  name_en: z.string(),
  name_vi: z.string(),
  country: z.string(),
  country_vi: z.string(),
  relation: z.enum(['attested', 'fictitious']),
};
const ngos = z
  .array(
    z.object({
      ...named,
      short: z.string().optional(),
      abbreviations: z.array(z.string()),
      spoken: z.array(z.string()).optional(),
      fields: z.array(z.enum(fieldsOfWork)),
      former_districts: z.array(z.string()),
    }),
  )
  .parse(ngosFile);
const missions = z
  .array(
    z.object({
      ...named,
      aliases: z.array(z.string()),
      fields: z.array(z.enum(fieldsOfWork)),
      tools: z.array(z.object({ name: z.string(), vi: z.string().optional(), confirmed: z.boolean() })),
    }),
  )
  .parse(missionsFile);

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];

/**
 * Fills the register with the NGOs and missions of the lists and invented certificates, grants and talks, all marked as
 * demonstration data. Dates are offsets from `today`; the same `today` gives the same rows (their ids apart).
 */
export async function seedPartners(work: Work, today: Temporal.PlainDate, refs: PartnerRefs): Promise<void> {
  const stamp = { createdAt: work.now, updatedAt: work.now };
  const ids = new Map([...ngos, ...missions].map((of) => [of.id, work.newId<'partner'>()] as const));
  const officers = refs.officers.toSorted(
    (a, b) => Number(b.fullName.endsWith(' Hà')) - Number(a.fullName.endsWith(' Hà')),
  );
  const officer = (index: number) => officers[index % Math.max(1, officers.length)]?.id ?? null;
  const checked = (daysAgo: number) => instantOf(today.subtract({ days: daysAgo }).toPlainDateTime({ hour: 9 }));

  const rows = [
    ...ngos.map((of, i): Row<typeof partner> => {
      const registration = registrationOf(of.id, i);
      return {
        id: ids.get(of.id)!,
        key: of.id,
        kind: 'ngo',
        nameEn: of.name_en,
        nameVi: of.name_vi,
        shortName: of.short ?? null,
        aliases: [...of.abbreviations, ...(of.spoken ?? [])],
        formerNames: [],
        country: of.country,
        countryVi: of.country_vi,
        fields: of.fields,
        formerDistricts: of.former_districts,
        communes: [],
        criteria: {},
        relation: demoGrants.some((grant) => grant.partner === of.id)
          ? 'partner'
          : demoContacts.some((contact) => contact.partner === of.id)
            ? 'in_dialogue'
            : registration === 'none'
              ? 'prospect'
              : 'contacted',
        tools: [],
        officerId: officer(i),
        published: registration !== 'none' && registration !== 'pending',
        // Most were checked lately; one in nine so long ago that its card says so, the last ones never.
        verifiedAt: of.id === 'sci' ? checked(3) : i >= 42 ? null : checked(i % 9 === 7 ? 200 + i : 2 + (i % 40)),
        demo: true,
        rowVersion: 1,
        ...stamp,
      };
    }),
    ...missions.map(
      (of, i): Row<typeof partner> => ({
        id: ids.get(of.id)!,
        key: of.id,
        kind: 'mission',
        nameEn: of.name_en,
        nameVi: of.name_vi,
        aliases: of.aliases,
        formerNames: [],
        country: of.country,
        countryVi: of.country_vi,
        fields: of.fields,
        formerDistricts: [],
        communes: [],
        criteria: {},
        relation: of.relation === 'attested' ? 'in_dialogue' : 'prospect',
        tools: of.tools,
        officerId: officer(i),
        published: true,
        verifiedAt: checked(5 + i),
        demo: true,
        rowVersion: 1,
        ...stamp,
      }),
    ),
  ];
  await work.tx.insert(partner).values(rows);
  await seedCertificates(work, today, ids);
  await work.tx.insert(aidGrant).values(
    demoGrants.map((of, i): Row<typeof aidGrant> => {
      const currency = of.currency ?? 'VND';
      const unit = currency === 'VND' ? 1_000_000n : 10n ** BigInt(currencies[currency]);
      const end = today.add({ days: of.to });
      return {
        id: work.newId(),
        code: `VT-${today.year}-${String(i + 1).padStart(3, '0')}`,
        partnerId: ids.get(of.partner)!,
        titleVi: of.vi,
        titleEn: of.en,
        aidKind: of.partner === 'opsmile' ? 'non_project' : 'project',
        fields: [of.field],
        stage: of.stage,
        committed: BigInt(of.committed) * unit,
        disbursed: of.disbursed === null ? null : BigInt(of.disbursed) * unit,
        currency,
        disbursedOn: of.disbursed === null ? null : today.subtract({ days: 20 }),
        startsOn: today.add({ days: of.from }).with({ day: 1 }),
        endsOn: end.with({ day: end.daysInMonth }),
        formerDistricts: ngos.find((ngo) => ngo.id === of.partner)!.former_districts,
        demo: true,
        rowVersion: 1,
        ...stamp,
      };
    }),
  );
  await work.tx.insert(contactLog).values(
    demoContacts.map(
      (of, i): Row<typeof contactLog> => ({
        id: work.newId(),
        partnerId: ids.get(of.partner)!,
        onDay: today.subtract({ days: of.days }),
        kind: of.kind,
        officerId: officer(of.partner === 'sci' ? 0 : i),
        officerName: officers.length > 0 ? null : 'chị Hà',
        summary: of.summary,
        fields: [],
        nextStep: of.next?.step ?? null,
        nextDue: of.next ? today.add({ days: of.next.days }) : null,
        demo: true,
        createdAt: work.now,
      }),
    ),
  );
  await work.tx.insert(introduction).values(
    demoIntroductions.map(
      (of, i): Row<typeof introduction> => ({
        id: work.newId(),
        partnerId: ids.get(of.partner)!,
        // Those of a year count in its plan: early in January they are of its first day.
        onDay: laterOf(today.subtract({ days: of.days }), today.with({ month: 1, day: 1 })),
        how: of.how,
        audience: of.partner.startsWith('emb-')
          ? 'mission'
          : demoGrants.some((grant) => grant.partner === of.partner && grant.stage === 'implementing')
            ? 'ngo_with'
            : 'ngo_without',
        needs: [],
        officerId: officer(i),
        demo: true,
        createdAt: work.now,
      }),
    ),
  );
  await work.tx.insert(partnerContact).values(
    demoPeople.map((of): Row<typeof partnerContact> => {
      const id = work.newId<'partner_contact'>();
      return {
        id,
        partnerId: ids.get(of.partner)!,
        position: of.position,
        sealed: sealContact(refs.keys, id, of),
        active: true,
        demo: true,
        rowVersion: 1,
        ...stamp,
      };
    }),
  );
}

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b);

async function seedCertificates(
  work: Work,
  today: Temporal.PlainDate,
  ids: ReadonlyMap<string, Id<'partner'>>,
): Promise<void> {
  const stamp = { createdAt: work.now, updatedAt: work.now };
  const certificates: Row<typeof ngoCertificate>[] = [];
  const events: Row<typeof certificateEvent>[] = [];
  const requests: Row<typeof certificateRequest>[] = [];
  ngos.forEach((of, i) => {
    const registration = registrationOf(of.id, i);
    if (registration === 'none') return;
    const id = work.newId<'ngo_certificate'>();
    const pending = registration === 'pending';
    const kind = pending ? 'activity' : registration.kind;
    const expiresOn = pending ? null : today.add({ days: registration.days });
    const issuedOn = expiresOn?.subtract({ years: kind === 'rep_office' ? 5 : 3 }).add({ days: 1 }) ?? null;
    certificates.push({
      id,
      partnerId: ids.get(of.id)!,
      kind,
      number: pending ? null : `${100 + i}/GĐK-MH`,
      issuedOn,
      expiresOn,
      issuer: pending ? null : 'Bộ Ngoại giao',
      fields: of.fields,
      areas: of.id === 'agriterra' ? ['Hòa Bình', 'Điện Biên'] : ['Sơn La'],
      nationwide: i % 5 === 2,
      officeCity: kind === 'rep_office' ? 'hanoi' : null,
      rowVersion: 1,
      ...stamp,
    });
    if (issuedOn) {
      events.push({ id: work.newId(), certificateId: id, kind: 'grant', onDay: issuedOn, createdAt: work.now });
    }
    if (!pending && registration.suspended !== undefined) {
      const onDay = today.add({ days: registration.suspended });
      events.push({ id: work.newId(), certificateId: id, kind: 'suspend', onDay, createdAt: work.now });
    }
    if (!pending && registration.renewal) {
      const { filed, heldBy } = registration.renewal;
      const filedOn = today.add({ days: filed });
      const since = filedOn.add({ days: 5 });
      requests.push({
        id: work.newId(),
        certificateId: id,
        kind: 'renew',
        filedOn,
        heldBy,
        since,
        rowVersion: 1,
        ...stamp,
      });
    }
  });
  await work.tx.insert(ngoCertificate).values(certificates);
  await work.tx.insert(certificateEvent).values(events);
  await work.tx.insert(certificateRequest).values(requests);
}
