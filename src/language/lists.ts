import type {
  DistrictEntry,
  OldPlaceEntry,
  PartnerEntry,
  PlaceEntry,
  SplitUnitEntry,
  UnitEntry,
  VocabularyLists,
} from './types.ts';

interface CommuneJson {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly formerDistrictCodes: readonly string[];
}
interface DistrictJson {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly newUnitCodes: readonly string[];
  readonly oldUnits: readonly {
    readonly name: string;
    readonly kind: string;
    readonly newCode: string;
    readonly formerNames?: readonly string[];
  }[];
}
interface UnitJson {
  readonly code: string;
  readonly kind: string;
  readonly name_vi: string;
  readonly name_en?: string;
  readonly full_name_vi?: string;
  readonly aliases?: readonly string[];
}
interface FormerUnitJson {
  readonly name_vi: string;
  readonly aliases?: readonly string[];
  readonly successors: readonly { readonly code: string }[];
}
interface PartnerJson {
  readonly id: string;
  readonly name_en: string;
  readonly name_vi?: string;
  readonly abbreviations?: readonly string[];
  readonly spoken?: readonly string[];
  readonly aliases?: readonly string[];
  readonly country?: string;
}

/** The lists as they lie in the data folders, parsed and otherwise untouched. */
export interface ListSources {
  /** `{ units: [...] }` or the array in it. */
  readonly communes: unknown;
  /** `{ districts: [...] }` or the array in it. */
  readonly districts: unknown;
  readonly departments: unknown;
  readonly formerDepartments?: unknown;
  readonly ngos: unknown;
  readonly missions?: unknown;
  readonly notNgos?: unknown;
}

function rows<T>(source: unknown, key?: string): readonly T[] {
  if (Array.isArray(source)) return source as readonly T[];
  const inner = key && source && typeof source === 'object' ? (source as Record<string, unknown>)[key] : undefined;
  return Array.isArray(inner) ? (inner as readonly T[]) : [];
}

/** "Sở NN&PTNT (cũ)" is typed without its "(cũ)". */
const bare = (name: string) => name.replace(/ ?\((?:cũ|mới)\)/g, '').trim();

function partner(kind: PartnerEntry['kind']) {
  return (p: PartnerJson): PartnerEntry => ({
    id: p.id,
    name: p.name_en,
    names: [
      ...new Set(
        [p.name_vi, ...(p.abbreviations ?? []), ...(p.spoken ?? []), ...(p.aliases ?? [])].filter(
          (n): n is string => !!n && n !== p.name_en,
        ),
      ),
    ],
    kind,
    ...(p.country ? { country: p.country } : {}),
  });
}

/**
 * The lists of names from the JSON files of the data folders: today's communes, former districts with their old units, departments (those that were
 * split too), NGOs, missions, and bodies that are taken for NGOs. A commune is a unit as well, "UBND xã …", its id and code the five digits of its place.
 */
export function listsFrom(s: ListSources): VocabularyLists {
  const communes = rows<CommuneJson>(s.communes, 'units');
  const districts = rows<DistrictJson>(s.districts, 'districts');
  const places: PlaceEntry[] = communes.map((c) => ({
    code: c.code,
    name: c.name,
    kind: c.kind === 'phuong' ? 'phuong' : 'xa',
    formerDistricts: c.formerDistrictCodes,
  }));
  const nameOf = new Map(places.map((p) => [p.code, p.name]));
  const oldPlaces: OldPlaceEntry[] = districts.flatMap((d) =>
    d.oldUnits.flatMap((o) =>
      [o.name, ...(o.formerNames ?? [])]
        .filter((name) => name !== nameOf.get(o.newCode))
        .map((name) => ({
          name: name.replace(/^(?:xã|phường|thị trấn) /i, ''),
          kind:
            o.kind === 'phuong' ? ('phuong' as const) : o.kind === 'thi_tran' ? ('thi_tran' as const) : ('xa' as const),
          district: d.code,
          now: o.newCode,
        })),
    ),
  );
  const units: UnitEntry[] = [
    ...rows<UnitJson>(s.departments).map((u) => ({
      id: u.code,
      code: u.code,
      name: u.name_vi,
      aliases: [
        u.code,
        ...(u.aliases ?? []).map(bare),
        ...(u.full_name_vi ? [u.full_name_vi] : []),
        ...(u.name_en ? [u.name_en] : []),
      ],
      kind: (u.kind === 'mass_org' || u.kind === 'other_unit' || u.kind === 'commune'
        ? u.kind
        : 'department') as UnitEntry['kind'],
    })),
    ...places.map((p) => ({
      id: p.code,
      code: p.code,
      name: `UBND ${p.kind === 'xa' ? 'xã' : 'phường'} ${p.name}`,
      aliases: [],
      kind: 'commune' as const,
    })),
  ];
  return {
    places,
    districts: districts.map(
      (d): DistrictEntry => ({
        code: d.code,
        name: d.name,
        kind: d.kind === 'thanh_pho' ? 'thanh_pho' : d.kind === 'thi_xa' ? 'thi_xa' : 'huyen',
        units: d.newUnitCodes,
      }),
    ),
    oldPlaces,
    units,
    splitUnits: rows<FormerUnitJson>(s.formerDepartments).map(
      (u): SplitUnitEntry => ({
        name: u.name_vi,
        aliases: u.aliases ?? [],
        successors: u.successors.map((x) => x.code),
      }),
    ),
    partners: [
      ...rows<PartnerJson>(s.ngos).map(partner('ngo')),
      ...rows<PartnerJson>(s.missions).map(partner('mission')),
      ...rows<PartnerJson>(s.notNgos).map(partner('not_ngo')),
    ],
  };
}
