/** Where the bot's days and hours are: every date a person reads or types is of this zone. */
export const localZone = 'Asia/Ho_Chi_Minh';

/** The wall clock in `localZone` at an instant. */
export function localTime(at: Temporal.Instant): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(localZone).toPlainDateTime();
}

/** The day in `localZone` at an instant: at 2026-11-23T20:00Z it is already 24/11. */
export function localDay(at: Temporal.Instant): Temporal.PlainDate {
  return localTime(at).toPlainDate();
}

/** The instant of a wall-clock time in `localZone`. */
export function instantOf(local: Temporal.PlainDateTime): Temporal.Instant {
  return local.toZonedDateTime(localZone).toInstant();
}
