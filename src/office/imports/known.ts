import type { Id } from '../../base/ids.ts';
import { fold } from '../../language/index.ts';
import { nameKey } from './read/names.ts';

/** A partner as the register has it: the columns that a file can change, as JSON. */
export interface PartnerRow {
  readonly id: Id<'partner'>;
  readonly key: string;
  readonly kind: 'ngo' | 'mission' | 'other';
  readonly nameEn: string;
  readonly nameVi: string | null;
  readonly shortName: string | null;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly country: string | null;
  readonly countryVi: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly fields: readonly string[];
  readonly formerDistricts: readonly string[];
  readonly communes: readonly string[];
  readonly officerId: Id<'person'> | null;
  readonly relation: string;
}

export interface KnownPartner extends PartnerRow {
  readonly rowVersion: number;
}

/** A certificate as JSON; days as text. `version` null: to be made. */
export interface CertificateRow {
  readonly id: Id<'ngo_certificate'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly areas: readonly string[];
  readonly nationwide: boolean;
  readonly representativeName: string | null;
  readonly headName: string | null;
  readonly officeCity: string | null;
  readonly fields: readonly string[];
  readonly version: number | null;
}

/** A grant as JSON; money as digits. `version` null: to be made. */
export interface GrantRow {
  readonly id: Id<'aid_grant'>;
  readonly partnerId: Id<'partner'>;
  readonly titleVi: string;
  readonly titleEn: string | null;
  readonly aidKind: string;
  readonly stage: string;
  readonly committed: string;
  readonly disbursed: string | null;
  readonly currency: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly ownerName: string | null;
  readonly fields: readonly string[];
  readonly formerDistricts: readonly string[];
  readonly version: number | null;
}

/** What is written for one organisation when the import is confirmed. */
export interface Plan {
  readonly partner: PartnerRow;
  readonly certificates: readonly CertificateRow[];
  readonly grants: readonly GrantRow[];
}

/** The register as it stood when a file was compared with it. */
export interface Known {
  /** How many entries there were in all, closed ones too. */
  readonly seen: number;
  readonly byId: ReadonlyMap<Id<'partner'>, KnownPartner>;
  readonly byKey: ReadonlyMap<string, KnownPartner>;
  /** By every name it has or had. */
  readonly byName: ReadonlyMap<string, readonly KnownPartner[]>;
  readonly byNumber: ReadonlyMap<string, KnownPartner>;
  readonly certificates: ReadonlyMap<Id<'partner'>, readonly CertificateRow[]>;
  readonly grants: ReadonlyMap<Id<'partner'>, readonly GrantRow[]>;
}

/** Indexes the register for the comparison. */
export function knownOf(
  partners: readonly KnownPartner[],
  certificates: readonly CertificateRow[],
  grants: readonly GrantRow[],
  seen = partners.length,
): Known {
  const byId = new Map(partners.map((of) => [of.id, of]));
  const byName = new Map<string, KnownPartner[]>();
  for (const of of partners) {
    for (const name of new Set(
      [of.nameEn, of.nameVi, of.shortName, ...of.aliases, ...of.formerNames].map((n) => (n ? nameKey(n) : '')),
    )) {
      if (name === '') continue;
      const has = byName.get(name);
      if (has) has.push(of);
      else byName.set(name, [of]);
    }
  }
  return {
    seen,
    byId,
    byKey: new Map(partners.map((of) => [of.key, of])),
    byName,
    byNumber: new Map(
      certificates.flatMap((one) => {
        const owner = byId.get(one.partnerId);
        return one.number && owner ? [[fold(one.number), owner] as const] : [];
      }),
    ),
    certificates: Map.groupBy(certificates, (one) => one.partnerId),
    grants: Map.groupBy(grants, (one) => one.partnerId),
  };
}
