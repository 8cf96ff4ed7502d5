import { localZone } from './zone.ts';

type Lang = 'vi' | 'en';

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const two = (n: number) => String(n).padStart(2, '0');

/** "27/11/2026"; English "27 November 2026". */
export function dateWords(d: Temporal.PlainDate, lang: Lang): string {
  return lang === 'vi' ? `${two(d.day)}/${two(d.month)}/${d.year}` : `${d.day} ${months[d.month - 1]} ${d.year}`;
}

/** A date with its weekday: "thứ Sáu, 27/11/2026"; "Friday, 27 November 2026". */
export function dayWords(d: Temporal.PlainDate, lang: Lang): string {
  return `${weekdays[lang][d.dayOfWeek - 1]}, ${dateWords(d, lang)}`;
}

/** How long something can be taken back or waits: "2 phút", "5 giây"; "2 minutes", "5 seconds". */
export function waitWords(seconds: number, lang: Lang): string {
  const minutes = seconds >= 120;
  const n = minutes ? Math.round(seconds / 60) : seconds;
  if (lang === 'vi') return `${n} ${minutes ? 'phút' : 'giây'}`;
  return `${n} ${minutes ? 'minute' : 'second'}${n === 1 ? '' : 's'}`;
}

/** What a date means on `today`: "còn 4 ngày", "hôm nay", "quá 3 ngày"; "4 days left", "today", "3 days ago". */
export function daysLeftWords(d: Temporal.PlainDate, today: Temporal.PlainDate, lang: Lang): string {
  const n = today.until(d, { largestUnit: 'days' }).days;
  if (n === 0) return lang === 'vi' ? 'hôm nay' : 'today';
  if (lang === 'vi') return n > 0 ? `còn ${n} ngày` : `quá ${-n} ngày`;
  const days = Math.abs(n) === 1 ? 'day' : 'days';
  return n > 0 ? `${n} ${days} left` : `${-n} ${days} ago`;
}

/** "thứ Sáu, 27/11/2026 (còn 4 ngày)". */
export function withDaysLeft(d: Temporal.PlainDate, today: Temporal.PlainDate, lang: Lang): string {
  return `${dayWords(d, lang)} (${daysLeftWords(d, today, lang)})`;
}

/** "16 giờ 00"; English "16:00". Takes anything with an hour and a minute. */
export function hourWords(t: { readonly hour: number; readonly minute: number }, lang: Lang): string {
  return lang === 'vi' ? `${two(t.hour)} giờ ${two(t.minute)}` : `${two(t.hour)}:${two(t.minute)}`;
}

/** An instant as a person reads it in `zone`: "14 giờ 05 thứ Hai, 23/11/2026"; "14:05 Monday, 23 November 2026". */
export function momentWords(at: Temporal.Instant, zone: string = localZone, lang: Lang = 'vi'): string {
  const z = at.toZonedDateTimeISO(zone);
  return `${hourWords(z, lang)} ${dayWords(z.toPlainDate(), lang)}`;
}

/** "3/2027"; English "March 2027". Takes anything with a year and a month. */
export function monthWords(m: { readonly year: number; readonly month: number }, lang: Lang): string {
  return lang === 'vi' ? `${m.month}/${m.year}` : `${months[m.month - 1]} ${m.year}`;
}

/** First to last day of a project, by months where both ends are ends of months: "3/2027 – 11/2027", else "15/03/2027 – 20/11/2027". */
export function periodWords(start: Temporal.PlainDate, end: Temporal.PlainDate, lang: Lang): string {
  const whole = start.day === 1 && end.day === end.daysInMonth;
  const of = (d: Temporal.PlainDate) => (whole ? monthWords(d, lang) : dateWords(d, lang));
  return of(start) === of(end) ? of(start) : `${of(start)} – ${of(end)}`;
}

/**
 * A length of time, for lateness: "2 giờ 05 phút", "45 phút", "3 ngày", "1 ngày 4 giờ". Seconds are cut off (less than a minute: "dưới 1 phút");
 * beside days the minutes are left out.
 */
export function spanWords(d: Temporal.Duration, lang: Lang): string {
  const all = Math.floor(Math.abs(d.total({ unit: 'minutes', relativeTo: Temporal.PlainDate.from('2026-01-01') })));
  const days = Math.floor(all / 1440);
  const hours = Math.floor((all % 1440) / 60);
  const minutes = all % 60;
  const say = (n: number, vi: string, en: string, pad = false) =>
    lang === 'vi' ? `${pad ? two(n) : n} ${vi}` : `${n} ${en}${n === 1 ? '' : 's'}`;
  if (all === 0) return lang === 'vi' ? 'dưới 1 phút' : 'less than a minute';
  if (days > 0) return hours ? `${say(days, 'ngày', 'day')} ${say(hours, 'giờ', 'hour')}` : say(days, 'ngày', 'day');
  if (hours > 0)
    return minutes ? `${say(hours, 'giờ', 'hour')} ${say(minutes, 'phút', 'minute', true)}` : say(hours, 'giờ', 'hour');
  return say(minutes, 'phút', 'minute');
}
