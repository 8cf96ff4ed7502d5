import type { Scan } from '../text/words.ts';
import { at, type Lean } from './calendar.ts';
import { clocks } from './clocks.ts';
import { anyTime, type Now, patterns, type TimeMention } from './patterns.ts';

export type { TimeMention } from './patterns.ts';

/** All times of a text, left to right; a time of the clock beside a day is joined with it. `lean`: where days without a year or week lie. */
export function timeMentions(s: Scan, today: Temporal.PlainDate, lean: Lean = 'near'): TimeMention[] {
  if (!anyTime.test(s.flat)) return [];
  const c: Now = { today, lean, s };
  const all: TimeMention[] = [];
  for (const [shape, read] of patterns) {
    shape.lastIndex = 0;
    for (let m = shape.exec(s.flat); m; m = shape.exec(s.flat)) {
      const span = read(m, c);
      if (span) all.push({ ...span, start: m.index, end: m.index + m[0].length });
      if (m[0].length === 0) shape.lastIndex++;
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: TimeMention[] = [];
  for (const m of all) if (!taken.some((t) => m.start < t.end && t.start < m.end)) taken.push(m);
  // "thứ Sáu, 27/11/2026": the date decides.
  for (const w of taken.filter((t) => t.weekday)) {
    const date = taken.find(
      (t) =>
        t !== w &&
        !t.weekday &&
        t.grain === 'day' &&
        /^[ ,(]*(?:ngay |tuc |la |- )?$/.test(s.flat.slice(Math.min(w.end, t.end), Math.max(w.start, t.start))),
    );
    if (!date) continue;
    taken.splice(taken.indexOf(w), 1);
    taken[taken.indexOf(date)] = { ...date, start: Math.min(w.start, date.start), end: Math.max(w.end, date.end) };
  }
  for (const k of clocks(s)) {
    const overlap = taken.findIndex((t) => k.start < t.end && t.start < k.end);
    // "8h sáng mai" shares its "sáng" with the day; what else overlaps was misread as a day.
    const shared = overlap >= 0 && taken[overlap]!.start > k.start && taken[overlap]!.end > k.end;
    if (overlap >= 0 && !shared) taken.splice(overlap, 1);
    const neighbour = taken.findIndex(
      (t) =>
        !t.clock &&
        t.grain === 'day' &&
        !t.rolling &&
        /^[ ,]*(?:ngay |at |vao |sang |chieu |toi |cua |hom |on |trua |\()*$/.test(
          s.flat.slice(Math.min(k.end, t.end), Math.max(k.start, t.start)),
        ),
    );
    const beside = shared ? overlap : neighbour;
    const day = beside >= 0 ? taken[beside]! : null;
    const from = at(day ? day.from.toPlainDate() : today).add({ minutes: k.minutes });
    const joined: TimeMention = {
      from,
      to: from.add(k.grain === 'hour' ? { hours: 1 } : { minutes: 1 }),
      grain: k.grain,
      start: Math.min(k.start, day?.start ?? k.start),
      end: Math.max(k.end, day?.end ?? 0),
      ...(day ? {} : { clock: true as const }),
    };
    if (beside >= 0) taken[beside] = joined;
    else taken.push(joined);
  }
  taken.sort((a, b) => a.start - b.start);
  // "từ 8h đến 10h sáng mai": the day is said once.
  return taken.map((m, i) => {
    const next = taken[i + 1];
    if (!m.clock || !next || next.clock || (next.grain !== 'hour' && next.grain !== 'minute')) return m;
    if (!/^ ?(?:-|den|toi|to) ?$/.test(s.flat.slice(m.end, next.start))) return m;
    const { clock: _clock, ...rest } = m;
    const from = next.from.toPlainDate().toPlainDateTime(m.from.toPlainTime());
    return { ...rest, from, to: from.add(m.from.until(m.to)) };
  });
}
