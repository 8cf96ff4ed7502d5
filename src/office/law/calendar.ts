import { type Holiday, holidays as known } from './calendar-holidays.ts';

/** When people of the office read what arrives. Wall-clock spans; `days` 1 is Monday. */
export interface Opening {
  readonly days: readonly number[];
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

/** What is asked of an office's calendar. */
export interface OfficeHours {
  /** Whether somebody is at work at this instant. */
  openAt(at: Temporal.Instant): boolean;
  /** The beginning of the next opening after `at`; `at` itself while it is open. */
  nextOpening(at: Temporal.Instant): Temporal.Instant;
  isWorkingDay(date: Temporal.PlainDate): boolean;
  /** The n-th working day after `date` (before, with a negative n); 0 gives `date` itself, or the next working day where it is none. */
  addWorkingDays(date: Temporal.PlainDate, n: number): Temporal.PlainDate;
  /** Days between two dates that somebody must decide about: public holidays by policy that are not yet law. */
  undecided(from: Temporal.PlainDate, to: Temporal.PlainDate): readonly Holiday[];
}

/** Hours where the office has said nothing: 07:30–11:30 and 13:30–17:00, Monday to Friday. */
export const usualHours: Opening = {
  days: [1, 2, 3, 4, 5],
  spans: [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
};

/** Longer than any run of days off: an office that never opens is a mistake in its row, not a loop without end. */
const horizonDays = 60;

/**
 * The calendar of an office in a time zone.
 * @throws RangeError when it has no opening at all, or a span ends before it begins.
 */
export function officeHours(
  office: { readonly hours: Opening },
  zone: string,
  holidays: readonly Holiday[] = known,
): OfficeHours {
  const { days } = office.hours;
  const spans = office.hours.spans
    .map((s) => ({ from: Temporal.PlainTime.from(s.from), to: Temporal.PlainTime.from(s.to) }))
    .sort((a, b) => Temporal.PlainTime.compare(a.from, b.from));
  if (days.length === 0 || spans.length === 0) throw new RangeError('an office must be open at some time');
  if (spans.some((s) => Temporal.PlainTime.compare(s.from, s.to) >= 0)) throw new RangeError('an opening ends early');
  const decided = new Map(holidays.map((h) => [h.date, h.working]));

  const counted = new Map<string, Temporal.PlainDate>();
  const isWorkingDay = (date: Temporal.PlainDate) => decided.get(date.toString()) ?? days.includes(date.dayOfWeek);
  const step = (date: Temporal.PlainDate, by: 1 | -1) => {
    let day = date;
    for (let i = 0; i < horizonDays; i++) {
      day = day.add({ days: by });
      if (isWorkingDay(day)) return day;
    }
    throw new RangeError(`no working day near ${date}`);
  };

  return {
    isWorkingDay,
    openAt(at) {
      const z = at.toZonedDateTimeISO(zone);
      const time = z.toPlainTime();
      return (
        isWorkingDay(z.toPlainDate()) &&
        spans.some((s) => Temporal.PlainTime.compare(s.from, time) <= 0 && Temporal.PlainTime.compare(time, s.to) < 0)
      );
    },
    nextOpening(at) {
      if (this.openAt(at)) return at;
      const z = at.toZonedDateTimeISO(zone);
      const today = z.toPlainDate();
      const later = spans.find((s) => Temporal.PlainTime.compare(s.from, z.toPlainTime()) > 0);
      const [day, from] = isWorkingDay(today) && later ? [today, later.from] : [step(today, 1), spans[0]!.from];
      return day.toZonedDateTime({ timeZone: zone, plainTime: from }).toInstant();
    },
    addWorkingDays(date, n) {
      if (n === 0) return isWorkingDay(date) ? date : step(date, 1);
      // Every need that comes in today asks for the same day.
      const asked = `${date} ${n}`;
      let day = counted.get(asked);
      if (day) return day;
      day = date;
      for (let i = 0; i < Math.abs(n); i++) day = step(day, n > 0 ? 1 : -1);
      if (counted.size >= 100) counted.clear();
      counted.set(asked, day);
      return day;
    },
    undecided: (from, to) =>
      holidays.filter(
        (h) =>
          h.working === null &&
          Temporal.PlainDate.compare(from, h.date) <= 0 &&
          Temporal.PlainDate.compare(h.date, to) <= 0,
      ),
  };
}
