import { bareName } from '../../places/find.ts';
import type { TimeMention } from '../../time/mentions.ts';
import { dayOf } from '../../time/span.ts';
import type { Facts } from '../facts.ts';
import {
  audienceKind,
  exclude,
  excludedRange,
  moment,
  orgs,
  places,
  put,
  round,
  type Slots,
  timesOf,
  when,
} from './common.ts';

/** round_status: what is asked about a round. */
export function roundStatus(f: Facts, slots: Slots): void {
  round(f, slots);
  const { cues } = f;
  if (cues.has('no_need') || cues.has('no_need_units')) slots['filter'] = 'no_need';
  else if (cues.has('overdue')) slots['filter'] = 'overdue';
  else if (cues.has('late') && !/chua (?:nop|gui)|(?:muon|cham) nhat/.test(f.s.flat)) slots['filter'] = 'late';
  else if (cues.has('not_submitted')) slots['filter'] = 'not_submitted';
  else if (cues.has('pending')) slots['filter'] = 'pending';
  else if (cues.has('submitted')) slots['filter'] = 'submitted';
  if (!slots['filter'] && cues.has('deadline')) slots['ask'] = 'deadline';
  else if (!slots['filter'] && cues.has('totals')) slots['ask'] = 'totals';
  if (!slots['filter'] && !slots['ask']) {
    if (
      /(?:bao gio|khi nao|ngay (?:nao|may)|hom nao|may gio|luc nao|when|con (?:may|bao nhieu) ngay|den bao)/.test(
        f.s.flat,
      )
    )
      slots['ask'] = 'deadline';
    else if (/(?<!\p{L})(?:tong|bao nhieu tien|total|sum)(?!\p{L})/u.test(f.s.flat)) slots['ask'] = 'totals';
  }
  const kind = audienceKind(f);
  if (kind) slots['audience_kind'] = kind;
  const { in: units, out } = orgs(f, true);
  put(slots, 'org', units);
  exclude(slots, out);
  const district = f.places.filter(
    (p) => p.names.some((n) => n.is === 'district') && (p.kind === null || p.kind === 'huyen'),
  );
  if (district.length) put(slots, 'place', district.map(bareName));
  if (!slots['ask'] && !slots['filter']) when(f, slots);
}

const reminderNo =
  /(?<!\p{L})(?:lich(?: nhac| gui| hen)?|nhac(?: nho)?|reminders?|schedules?|loi nhac|tin hen)(?: hen)?(?: so| no\.?| thu| #)* ?#?(\d{1,3})(?![\d/:]|[hg]| ?(?:gio|xa|so|don vi))((?: ?(?:,|va|voi|&|and) ?(?:so )?\d{1,3}(?!\d))*)/u;

/** schedule_list, cancel_reminder: which reminders. */
export function reminders(f: Facts, slots: Slots): void {
  const m =
    reminderNo.exec(f.s.flat) ??
    /(?<!\p{L})(?:so|#) ?(\d{1,3})(?!\d|\/)((?: ?(?:,|va|voi|&) ?(?:so )?\d{1,3})*)/u.exec(f.s.flat);
  if (m) put(slots, 'reminder_no', [Number(m[1]), ...[...m[2]!.matchAll(/\d+/g)].map((x) => Number(x[0]))]);
  const { in: units } = orgs(f, true);
  put(slots, 'org', units);
  const t = timesOf(f, 'future')[0];
  if (t && !m) {
    if (t.grain === 'week' || t.grain === 'month') when(f, slots, 'future', false);
    else slots['date'] = dayOf(t).toString();
  }
  const kind = audienceKind(f);
  if (kind) slots['audience_kind'] = kind;
}

const before =
  /(?<!\p{L})(?:truoc|den|toi|han|by|before|until|cham nhat|het|cham nhat la)(?: (?:la|vao|ngay|luc|khi|het|han))* ?$/u;
const clockOf = (m: TimeMention) => m.from.toPlainTime().toString({ smallestUnit: 'minute' });
const weekdayWord = /(?:thu ?(\d|hai|ba|tu|nam|sau|bay)|(chu nhat|cn)|(mon|tues|wednes|thurs|fri|satur|sun)day)/;

/** "mời … lên làm việc 8h30": what is invited to begins then. */
function invitation(f: Facts): readonly { readonly start: number }[] | undefined {
  const m = /(?<!\p{L})(?:mời|giấy mời|moi|invite)(?!\p{L})(?! (?:dau tu|tai tro))/iu.exec(
    f.s.marks > 0 ? f.s.raw : f.s.flat,
  );
  return m ? [{ start: m.index }] : undefined;
}

/** remind: to whom, by when they must act, when it goes out, when the event is. */
export function remind(f: Facts, slots: Slots): void {
  const t = f.s.flat;
  const { in: units, out } = orgs(f, true);
  if (out.length) exclude(slots, out);
  const ex = excludedRange(f);
  const kind = audienceKind(f);
  const districts = f.places.filter(
    (p) =>
      p.names.every((n) => n.is === 'district') ||
      // "các xã khu vực Mộc Châu": the former district, not the ward.
      (kind === 'communes' &&
        p.names.some((n) => n.is === 'district') &&
        /(?<!\p{L})(?:khu vuc|vung|thuoc|o|tai|cua|dia ban|huyen) $/u.test(
          t.slice(Math.max(0, p.outerStart - 9), p.start),
        )),
  );
  const notYet = f.cues.has('not_submitted');
  if (units.length > 0 && !notYet) {
    slots['audience'] = 'named';
    slots['named'] = units;
  } else if (notYet) {
    slots['audience'] = 'not_submitted';
    if (kind) slots['audience_kind'] = kind;
    if (units.length) slots['named'] = units;
  } else if (
    /(?<!\p{L})(?:tat ca|toan bo|moi|het thay|all|everyone|cac) (?:cac )?(?:don vi|units)|tat ca(?! (?:cac )?(?:xa|so|phuong))|all units|everyone|(?:so|nganh),? (?:va )?(?:cac )?xa|xa,? phuong,? (?:va )?(?:cac )?so|toan the/u.test(
      t,
    )
  )
    slots['audience'] = 'all';
  else if (kind === 'departments') slots['audience'] = 'departments';
  else if (kind === 'communes') slots['audience'] = 'communes';
  else if (kind === 'wards') {
    slots['audience'] = 'communes';
    slots['audience_kind'] = 'wards';
  } else if (kind === 'mass_orgs') {
    slots['audience'] = 'all';
    slots['audience_kind'] = 'mass_orgs';
  } else if (/cac don vi|don vi|units/.test(t)) slots['audience'] = 'all';
  if (districts.length) {
    places({ ...f, places: districts }, slots);
    if (!slots['audience']) slots['audience'] = 'communes';
  }
  if (f.cues.has('every')) repeat(f, slots);
  const meeting = f.cues.get('meeting') ?? invitation(f);
  const verb = f.cues.get('remind')?.[0];
  for (const m of timesOf(f, 'future')) {
    const dueBefore = /(?<!\p{L})han (?:\p{L}+ ){0,2}(?:toi|den|sang|la) $/u.test(
      t.slice(Math.max(0, m.start - 20), m.start),
    );
    if (ex && m.start > ex.start && m.end <= ex.end && !dueBefore) continue;
    if (m.grain === 'week' || m.grain === 'month' || m.grain === 'quarter' || m.grain === 'year') {
      if (!before.test(t.slice(Math.max(0, m.start - 20), m.start)) && !/^(?:cuoi|het)/.test(t.slice(m.start)))
        continue;
    }
    if (slots['repeat'] && !before.test(t.slice(Math.max(0, m.start - 20), m.start))) continue;
    const lead = t.slice(Math.max(0, m.start - 20), m.start);
    const sends =
      (verb && m.end <= verb.start && m.start < 40 && !before.test(lead)) ||
      /(?:gui|nhac|dat lich|hen|send)(?: (?:luc|vao|di))* $/.test(lead);
    if (dueBefore || before.test(lead)) slots['deadline'] ??= moment(m);
    else if (meeting && (m.start > meeting[0]!.start || !sends) && !slots['event_at']) slots['event_at'] = moment(m);
    else if (sends) slots['send_at'] ??= moment(m);
    else if (/(?:nop|gui|hoan thanh|bao cao|submit)(?: \p{L}+){0,4} (?:vao |trong |luc )?$/u.test(lead) || notYet)
      slots['deadline'] ??= moment(m);
    else slots['send_at'] ??= moment(m);
  }
}

function repeat(f: Facts, slots: Slots): void {
  const t = f.s.flat;
  const wd = weekdayWord.exec(t);
  const words: Readonly<Record<string, number>> = {
    hai: 1,
    ba: 2,
    tu: 3,
    nam: 4,
    sau: 5,
    bay: 6,
    mon: 1,
    tues: 2,
    wednes: 3,
    thurs: 4,
    fri: 5,
    satur: 6,
    sun: 7,
  };
  const weekday = wd ? (wd[2] ? 7 : wd[3] ? words[wd[3]]! : (words[wd[1]!] ?? Number(wd[1]) - 1)) : undefined;
  const every = /(?:hang|moi|every) (?:thang|month)|monthly/.test(t)
    ? 'month'
    : weekday !== undefined || /(?:hang|moi|every) (?:tuan|week)|weekly/.test(t)
      ? 'week'
      : 'day';
  const clock = timesOf(f, 'future').find((m) => m.grain === 'hour' || m.grain === 'minute');
  slots['repeat'] = {
    every,
    ...(every === 'week' && weekday ? { weekday } : {}),
    ...(clock ? { time: clockOf(clock) } : {}),
  };
}

/** round_edit: which round, its window, its new due date. */
export function roundEdit(f: Facts, slots: Slots): void {
  round(f, slots);
  const t = f.s.flat;
  const add = /them (\d{1,2}|mot|hai|ba|nam) (ngay|tuan|thang)/.exec(t);
  // The year of "đợt 2 năm 2027" is the round's.
  const times = timesOf(f, 'future').filter((m) => m.grain !== 'year');
  const [a, b] = times;
  if (a && b && /(?:-|den|toi|to|until)(?: het)?(?: ngay)? ?$/.test(t.slice(a.end, b.start)) && a.grain === 'day')
    slots['period'] = { from: dayOf(a).toString(), to: moment(b) };
  else if (times.length) slots['deadline'] = moment(times.at(-1)!);
  else if (add) slots['duration'] = `${add[1]} ${add[2]}`;
  const y = /(?:nam|year) (20\d\d)/.exec(t);
  if (y && times.length === 0) slots['year'] = Number(y[1]);
  const { in: units, out } = orgs(f, true);
  put(slots, 'org', units);
  exclude(slots, out);
}

/** The unit that is spoken of; "vừa gọi Xím Vàng": a commune without its kind is one where no other unit is named. */
function speaker(f: Facts): string[] {
  const { in: units } = orgs(f, true);
  if (units.length > 0) return units;
  return f.places.slice(0, 1).flatMap((p) => {
    const n = p.kind === 'huyen' || p.age === 'old' ? undefined : p.names.find((x) => x.is === 'commune');
    const unit = n?.is === 'commune' ? f.c.vocabulary.units.byCode.get(n.place.code) : undefined;
    return unit ? [unit.name] : [];
  });
}

/** ask_extension: which unit, until when. */
export function extension(f: Facts, slots: Slots): void {
  put(slots, 'org', speaker(f));
  const times = timesOf(f, 'future');
  const m =
    times.find((x) =>
      /(?:den|toi|sang|qua|truoc|until|to|by|het)(?: (?:ngay|het))* ?$/.test(
        f.s.flat.slice(Math.max(0, x.start - 14), x.start),
      ),
    ) ??
    times.filter((x) => Temporal.PlainDate.compare(dayOf(x), f.today) > 0).at(-1) ??
    times.at(-1);
  if (m && !m.rolling) slots['date'] = moment(m);
  else if (m?.rolling) slots['date'] = m.to.subtract({ nanoseconds: 1 }).toPlainDate().toString();
}

/** log_call: which unit, the day promised. */
export function logCall(f: Facts, slots: Slots): void {
  put(slots, 'org', speaker(f));
  const promised = f.cues.get('promised')?.[0]?.start ?? 0;
  const m = timesOf(f, 'future').find((x) => x.start > promised && Temporal.PlainDate.compare(dayOf(x), f.today) >= 0);
  if (m) slots['date'] = moment(m);
  const person = /(?<!\p{L})(?:anh|chị|ông|bà|đ\/c|cô|chú) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3})/u.exec(f.s.raw);
  if (person) slots['person'] = person[1]!;
}

const names = /(?<!\p{L})(?:anh|chị|ông|bà|đ\/c|đồng chí|cô|chú|em|bạn|ms|mr) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3})/gu;
const plainNames =
  /(?<!\p{L})(?:anh|chi|ong|ba|co|chu) (\p{L}+(?: \p{L}+){0,2}?)(?= (?:thay|lam thay|phu trach|nhan|truc|se|stand|tiep nhan)|$)/u;

/** delegate: until or from when, and who stands in. */
export function delegate(f: Facts, slots: Slots): void {
  const times = timesOf(f, 'future');
  const last = times.at(-1);
  if (last)
    slots['date'] =
      /ban giao|chuyen|hand over|nghi huu|tu ngay|thoi/.test(f.s.flat) &&
      times[0] &&
      !/den|toi/.test(f.s.flat.slice(0, last.start))
        ? moment(times[0])
        : moment(last);
  const all = [...f.s.raw.matchAll(names)].map((m) => m[1]!);
  const person = all.at(-1) ?? plainNames.exec(f.s.flat)?.[1];
  if (person) slots['person'] = person;
  const { in: units } = orgs(f, true);
  put(slots, 'org', units);
}
