import { isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reads } from '../../chat/work.ts';
import type { PartnerEntry } from '../../language/types.ts';
import bodiesFile from './data/not-foreign-ngos.json' with { type: 'json' };
import { partner } from './schema.ts';

/** A body that people take for a foreign NGO. Ships with the program: what JICA is does not depend on the store. */
export interface Body {
  readonly id: string;
  readonly short: string;
  readonly nameEn: string;
  readonly nameVi: string;
  readonly natureVi: string;
  readonly natureEn: string;
}

const shape = z.array(
  z.object({
    id: z.string(),
    short: z.string(),
    name_en: z.string(),
    name_vi: z.string(),
    nature_vi: z.string(),
    nature_en: z.string(),
  }),
);

/** Ids in the vocabulary that are no row of the register begin with this. */
export const bodyPrefix = 'body:';

export const bodies: readonly Body[] = shape.parse(bodiesFile).map((body) => ({
  id: bodyPrefix + body.id,
  short: body.short,
  nameEn: body.name_en,
  nameVi: body.name_vi,
  natureVi: body.nature_vi,
  natureEn: body.nature_en,
}));

/**
 * All names by which partners are asked for: the rows of the register, then the bodies that are no NGOs and have no row.
 * Read again whenever the register changes; the names of hidden entries are in it too, so an answer asks the store what may be said.
 */
export async function vocabularyEntries(reads: Reads): Promise<PartnerEntry[]> {
  const rows = await reads
    .select({
      id: partner.id,
      key: partner.key,
      kind: partner.kind,
      nameEn: partner.nameEn,
      nameVi: partner.nameVi,
      shortName: partner.shortName,
      aliases: partner.aliases,
      formerNames: partner.formerNames,
      country: partner.country,
    })
    .from(partner)
    .where(isNull(partner.mergedInto))
    .orderBy(partner.key);
  const taken = new Set(rows.map((row) => bodyPrefix + row.key));
  const names = (name: string, others: readonly (string | null)[]) =>
    [...new Set(others)].filter((other): other is string => other !== null && other !== name);
  return [
    ...rows.map(
      (row): PartnerEntry => ({
        id: row.id,
        name: row.nameEn,
        names: names(row.nameEn, [row.nameVi, row.shortName, ...row.aliases, ...row.formerNames]),
        kind: row.kind === 'other' ? 'not_ngo' : row.kind,
        ...(row.country === null ? {} : { country: row.country }),
      }),
    ),
    ...bodies
      .filter((body) => !taken.has(body.id))
      .map(
        (body): PartnerEntry => ({
          id: body.id,
          name: body.nameEn,
          names: names(body.nameEn, [body.nameVi, body.short]),
          kind: 'not_ngo',
        }),
      ),
  ];
}
