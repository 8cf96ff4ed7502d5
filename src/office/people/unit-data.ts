import communes from './data/communes.json' with { type: 'json' };
import departments from './data/departments.json' with { type: 'json' };
import formerDepartments from './data/former-departments.json' with { type: 'json' };
import formerDistricts from './data/former-districts.json' with { type: 'json' };
import type { UnitKind } from './types.ts';

/** A unit as the lists that come with the service know it. */
export interface UnitData {
  readonly code: string;
  readonly kind: UnitKind;
  readonly communeKind: 'xa' | 'phuong' | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly managingAgency: string | null;
}

/** The lists themselves, for the language's vocabulary. */
export const lists = { communes, departments, formerDepartments, formerDistricts };

/** Whose approval a unit's aid needs where it is not the province's (domain: known practice). */
const agencies: Readonly<Record<string, string>> = {
  DHTB: 'Bộ Giáo dục và Đào tạo',
  CAT: 'Bộ Công an',
  BCHQS: 'Bộ Quốc phòng',
};

const kindWords = { xa: 'xã', phuong: 'phường' } as const;

/** A commune's people's committee: "UBND xã Co Mạ". */
const committees: readonly UnitData[] = communes.units.map((place) => {
  const kind = place.kind as 'xa' | 'phuong';
  return {
    code: place.code,
    kind: 'commune',
    communeKind: kind,
    nameVi: `UBND ${kindWords[kind]} ${place.name}`,
    nameEn: `People's Committee of ${place.fullNameEn}`,
    aliases: [`${kindWords[kind]} ${place.name}`, `Ủy ban nhân dân ${kindWords[kind]} ${place.name}`],
    managingAgency: null,
  };
});

const others: readonly UnitData[] = departments.map((one) => ({
  code: one.code,
  kind: one.kind as UnitKind,
  communeKind: null,
  nameVi: one.name_vi,
  nameEn: one.name_en,
  aliases: 'full_name_vi' in one && one.full_name_vi ? [...one.aliases, one.full_name_vi] : one.aliases,
  managingAgency: agencies[one.code] ?? null,
}));

/** The 102 units that the service starts with; more come by import. */
export const unitData: readonly UnitData[] = [...others, ...committees];
