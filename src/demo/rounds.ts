import type { Id } from '../base/ids.ts';
import { localZone } from '../base/time/zone.ts';
import type { Work } from '../chat/work.ts';
import { openRound } from '../office/rounds/commands/open.ts';
import { declareNoNeed } from '../office/rounds/targets.ts';
import type { DemoPeople } from './people.ts';

/** The open round of the demonstration. */
export interface DemoRound {
  readonly id: Id<'round'>;
  readonly code: string;
  readonly planYear: number;
  readonly dueAt: Temporal.Instant;
}

/** Units that answered that they have no need. */
const withoutNeed = ['STP', 'TTT', 'SCT'];

const at = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: localZone, plainTime: time }).toInstant();

/** The Friday nearest to ten days from `today`. */
export function dueDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const about = today.add({ days: 10 });
  const off = (5 - about.dayOfWeek + 7) % 7;
  return about.add({ days: off > 3 ? off - 7 : off });
}

/** Opens the round: three weeks old, due on a Friday at 17:00 about ten days from today, late needs accepted for two weeks more. */
export async function seedRounds(
  work: Work,
  today: Temporal.PlainDate,
  people: Pick<DemoPeople, 'units'>,
): Promise<DemoRound> {
  const due = dueDay(today);
  const opened = today.subtract({ days: 21 });
  const code = `${due.year}-1`;
  const planYear = due.year + 1;
  const dueAt = at(due, '17:00');
  const made = await openRound(work, {
    code,
    planYear,
    titleVi: `Rà soát nhu cầu viện trợ phi chính phủ nước ngoài năm ${planYear}`,
    titleEn: `Call for needs for foreign non-governmental aid, ${planYear}`,
    docNo: '412/SNgV-HTQT',
    docDate: opened,
    opensAt: at(opened, '07:30'),
    dueAt,
    closesAt: at(due.add({ days: 14 }), '17:00'),
    audience: ['department', 'commune', 'mass_org', 'other_unit'],
    demo: true,
  });
  if (!made.ok) throw new Error(`the demonstration's round could not be opened: ${made.why}`);
  for (const name of withoutNeed) {
    const unit = people.units.get(name);
    if (unit) await declareNoNeed(work, { round: made.round, unit });
  }
  return { id: made.round, code, planYear, dueAt };
}
