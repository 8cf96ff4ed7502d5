import { type PlaceHit, placesIn } from '../places/find.ts';
import { placesReadOf } from '../places/read.ts';
import type { Scan } from '../text/words.ts';
import type { PlacesRead, UnitEntry } from '../types.ts';
import type { UnitHit } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { piece, type Section } from './labels.ts';
import { addressee, communeSender, senderOf } from './sender.ts';

/** Who sends a need and where it is to be done. */
export interface Whereabouts {
  readonly unit: UnitEntry | null;
  /** Where the sender is named as a unit. */
  readonly sender: UnitHit | null;
  /** Behind a commune that stands at the head without being called a unit; 0 where none does. */
  readonly behindHead: number;
  readonly hits: readonly PlaceHit[];
  readonly places: PlacesRead | null;
}

const isProvince = (h: PlaceHit) => h.names.some((n) => n.is === 'province');

/** "tỉnh Sơn La" beside a commune is where it lies. */
const narrowed = (hits: readonly PlaceHit[]): readonly PlaceHit[] =>
  hits.length > 1 && hits.some((h) => !isProvince(h)) ? hits.filter((h) => !isProvince(h)) : hits;

/** Sender and places of a scanned text in which `units` are named; the labelled parts come first. */
export function whereabouts(
  s: Scan,
  units: readonly UnitHit[],
  v: Vocabulary,
  labelled: { readonly org: Section | undefined; readonly place: Section | undefined },
): Whereabouts {
  const { org, place } = labelled;
  const sender = org ? (units.find((u) => u.start >= org.start && u.end <= org.end) ?? null) : senderOf(s, units);
  let unit = sender?.units[0] ?? null;

  // What only names a body is no place.
  const inBody = (h: PlaceHit) =>
    units.some((u) => h.start >= u.start && h.end <= u.end && !(u.bare && u.units[0]!.kind === 'commune'));
  const everywhere = () => placesIn(s, v, false).filter((h) => !inBody(h));
  const under = place ? piece(s, place) : null;
  let from = under ?? s;
  let hits: readonly PlaceHit[] = under ? placesIn(under, v, true) : everywhere();
  if (hits.length === 0 && under) {
    hits = everywhere();
    from = s;
  }
  hits = narrowed(hits);

  const head = unit || under ? null : communeSender(s, hits);
  if (head) unit = v.units.byCode.get(head.code) ?? null;
  // Nobody is named as the sender, and one commune only is named at all: it is its need.
  const others = units.filter((u) => u.units[0]?.code !== addressee);
  const [sole] = others;
  if (
    !unit &&
    sole?.units[0]?.kind === 'commune' &&
    others.every((u) => u.units.length === 1 && u.units[0] === sole.units[0])
  )
    unit = sole.units[0];
  if (unit?.kind !== 'commune')
    return { unit, sender, behindHead: head?.outerEnd ?? 0, hits, places: placesReadOf(from, hits, v) };

  // "Sở Ngoại vụ tỉnh Sơn La": where the addressee sits is no place of a commune's need.
  if (hits.every(isProvince)) hits = [];
  const read = placesReadOf(from, hits, v);
  const none = !read || (read.communes.length === 0 && read.unclear.length === 0 && !read.province);
  const places =
    none && v.places.byCode.has(unit.code)
      ? { ...(read ?? { province: false, unclear: [], renamed: [] }), communes: [unit.code] }
      : read;
  return { unit, sender, behindHead: head?.outerEnd ?? 0, hits, places };
}
