import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Work } from '../../../chat/work.ts';
import { isSystem } from '../../people/access.ts';
import { fullyCalled } from '../../people/rules.ts';
import { holders, unitsById } from '../../people/store.ts';
import { unitsOfRound } from '../store.ts';

/**
 * Tells everybody who answers for a unit of the round; what is told waits for the undo of the round, at the earliest at `notBefore`.
 * Gives how many are told. What the service does by itself (seeding, imports) tells nobody.
 */
export async function tellUnits(
  work: Work,
  round: Id<'round'>,
  template: string,
  values: Readonly<Record<string, Json>>,
  how: { readonly notBefore?: Temporal.Instant; readonly only?: Id<'unit'> } = {},
): Promise<number> {
  if (isSystem(work)) return 0;
  const units = await unitsById(work.tx, how.only ? [how.only] : await unitsOfRound(work.tx, round));
  const people = await holders(work.tx, { roles: ['focal_point', 'unit_approver'] }, work.now);
  const told = new Set<string>();
  const later = how.notBefore && Temporal.Instant.compare(how.notBefore, work.now) > 0 ? how.notBefore : undefined;
  for (const { person, name, address, unit } of people) {
    const of = unit && units.get(unit);
    if (!of || told.has(person) || person === work.actor.person) continue;
    told.add(person);
    work.notify(
      person,
      {
        template,
        values: {
          ...values,
          round,
          unit: of.id,
          to: { vi: fullyCalled({ name, address }, 'vi'), en: name },
          unitName: { vi: of.nameVi, en: of.nameEn },
        },
        topic: `round:${round}`,
        ifUnknown: 'resend',
      },
      { ...(later ? { notBefore: later } : {}), holdFor: { kind: 'round', id: round } },
    );
  }
  return told.size;
}
