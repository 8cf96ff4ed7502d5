import { matches } from '../text/matches.ts';
import type { Scan } from '../text/words.ts';

const hours: readonly string[] = 'khong mot hai ba bon nam sau bay tam chin muoi'
  .split(' ')
  .concat('muoi mot', 'muoi hai');
/** An hour in words counts only beside what makes it one: "ba giờ rưỡi", "hai giờ chiều", "lúc chín giờ"; "hai giờ" may be how long. */
const spoken =
  /(?<![\p{L}\d.,/])(luc |vao luc )?(muoi mot|muoi hai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) gio(?: (ruoi))?(?: (sang|trua|chieu|toi|dem)(?!\p{L}))?(?!\p{L}| \p{L}+ gio)/gu;

const clock =
  /(?<![\p{L}\d.,/])(?:luc |vao |hoi )?(\d{1,2}) ?(?:h|gio|g|:)(?: ?(\d{2}|\d(?= ?phut))(?!\d)| ?(ruoi)| kem (\d{1,2}))?(?!\p{L}|\d)(?: ?phut)?(?: (sang|trua|chieu|toi|dem|am|pm))?|(?<![\p{L}\d])(\d{1,2}) ?(am|pm)(?!\p{L})|(?<![\p{L}\d])(\d{1,2}) ruoi (sang|trua|chieu|toi)(?!\p{L})/gu;
/** Day parts that turn "4 giờ" into 16:00, also further off: "4h ngày mai, buổi chiều". */
function hourOf(h: number, part: string | undefined): number {
  if ((part === 'chieu' || part === 'toi' || part === 'pm' || part === 'dem') && h < 12) return h + 12;
  if (part === 'trua' && h < 3) return h + 12;
  return h;
}

/** Times of the clock, as minutes of the day. */
export function clocks(s: Scan): { start: number; end: number; minutes: number; grain: 'minute' | 'hour' }[] {
  const out: { start: number; end: number; minutes: number; grain: 'minute' | 'hour' }[] = [];
  for (const m of /\d/.test(s.flat) ? matches(clock, s.flat) : []) {
    const h = Number(m[1] ?? m[6] ?? m[8]);
    // "chiều mai 4h", "4h chiều": a part of the day just before counts too.
    const near =
      m[5] ??
      m[7] ??
      m[9] ??
      /(sang|trua|chieu|toi|dem) (?:nay|mai|qua|hom qua|kia|thu (?:\d|\p{L}+)|t\d|cn|ngay [\d/]+)?,? ?$/u.exec(
        s.flat.slice(Math.max(0, m.index - 26), m.index),
      )?.[1] ??
      /^ ?,? ?(?:buoi )?(sang|trua|chieu|toi) (?:mai|nay|thu|ngay|t\d|hom)/.exec(
        s.flat.slice(m.index + m[0].length, m.index + m[0].length + 16),
      )?.[1];
    const minute = m[3] || m[8] ? 30 : m[2] ? Number(m[2]) : 0;
    const total = hourOf(h, near) * 60 + minute - (m[4] ? Number(m[4]) : 0);
    if (h > 24 || minute > 59 || total > 1440) continue;
    // "5 giờ học", "24 giờ" as a length of time.
    if (
      /^ ?(?:hoc|lam viec|cong|tap huan|day)(?!\p{L})/u.test(s.flat.slice(m.index + m[0].length)) ||
      /trong (?:vong )?$/.test(s.flat.slice(0, m.index))
    )
      continue;
    out.push({
      start: m.index,
      end: m.index + m[0].trimEnd().length,
      minutes: total,
      grain: m[2] || m[3] || m[4] || m[8] ? 'minute' : 'hour',
    });
  }
  if (s.flat.includes('gio'))
    for (const m of matches(spoken, s.flat)) {
      if (!m[1] && !m[3] && !m[4]) continue;
      // "bây giờ" is now, and "giờ sang" no morning.
      const raw = s.raw.slice(m.index, m.index + m[0].length);
      if ((m[2] === 'bay' && !/bảy|bẩy/i.test(raw)) || (!m[1] && !m[3] && m[4] === 'sang' && !/sáng/i.test(raw)))
        continue;
      out.push({
        start: m.index,
        end: m.index + m[0].length,
        minutes: hourOf(hours.indexOf(m[2]!), m[4]) * 60 + (m[3] ? 30 : 0),
        grain: m[3] ? 'minute' : 'hour',
      });
    }
  return out;
}
