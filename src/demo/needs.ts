import type { Actor } from '../base/access/access.ts';
import type { Id } from '../base/ids.ts';
import type { Money } from '../base/money/money.ts';
import type { Work } from '../chat/work.ts';
import type { Beneficiaries, FieldOfWork } from '../language/index.ts';
import { decideNeed, takeNeed } from '../office/needs/commands/review.ts';
import { submitNeed } from '../office/needs/commands/submit.ts';
import { withdrawNeed } from '../office/needs/commands/unit.ts';
import type { FullNeed } from '../office/needs/rules/content.ts';
import type { DemoPeople, DemoPerson } from './people.ts';
import type { DemoRound } from './rounds.ts';

/** How far a need of the demonstration has come. */
type Fate = 'submitted' | 'under_review' | 'revision_requested' | 'accepted' | 'withdrawn';

interface DemoNeed {
  readonly title: string;
  readonly field: FieldOfWork;
  readonly unit: string;
  readonly objective: string;
  readonly places: readonly string[] | 'province';
  readonly village?: string;
  readonly beneficiaries: readonly Beneficiaries[];
  /** Total, requested aid, counterpart, in million đồng. */
  readonly millions: readonly [number, number, number];
  readonly months: number;
  readonly kind?: 'programme' | 'project' | 'non_project';
  readonly activities?: string;
  readonly fate: Fate;
  /** Said with the fate, where one is needed. */
  readonly reason?: string;
  /** How long ago it was submitted. */
  readonly daysAgo: number;
}

/** Ten invented needs. Places, units and amounts are plausible; none of them exists. */
const needs: readonly DemoNeed[] = [
  {
    title: 'Xây nhà bán trú và bếp ăn điểm trường',
    field: 'education',
    unit: '03781',
    objective: '180 học sinh bán trú có chỗ ở an toàn và bữa ăn nóng trong suốt năm học',
    places: ['03781'],
    beneficiaries: [{ count: 180, unit: 'students' }],
    millions: [2400, 2000, 400],
    months: 12,
    kind: 'project',
    activities: 'Xây 6 phòng ở, 1 bếp ăn một chiều, 1 giếng khoan; trang bị giường, bếp và tủ lạnh',
    fate: 'accepted',
    daysAgo: 15,
  },
  {
    title: 'Cấp nước sinh hoạt 3 bản vùng cao',
    field: 'water_sanitation',
    unit: '03763',
    objective: '120 hộ ở 3 bản có nước sạch quanh năm, mùa khô không phải đi lấy nước xa',
    places: ['03763'],
    village: '3 bản',
    beneficiaries: [{ count: 120, unit: 'households' }],
    millions: [800, 700, 100],
    months: 9,
    fate: 'under_review',
    daysAgo: 12,
  },
  {
    title: 'Nâng cấp trạm y tế, thiết bị sản nhi',
    field: 'health',
    unit: 'SYT',
    objective: 'Phụ nữ mang thai và trẻ em ở hai xã được khám, sinh con an toàn tại trạm y tế xã',
    places: ['04240', '04228'],
    beneficiaries: [{ count: 9500, unit: 'people' }],
    millions: [3100, 2600, 500],
    months: 18,
    kind: 'project',
    fate: 'submitted',
    daysAgo: 3,
  },
  {
    title: 'Sinh kế chăn nuôi bản địa cho phụ nữ nghèo',
    field: 'agriculture',
    unit: 'HPN',
    objective: '300 phụ nữ nghèo nuôi lợn đen, gà đen theo nhóm và bán được sản phẩm ổn định',
    places: ['03862', '03868'],
    beneficiaries: [{ count: 300, unit: 'households', group: 'phụ nữ nghèo' }],
    millions: [4500, 4000, 500],
    months: 36,
    kind: 'programme',
    fate: 'accepted',
    daysAgo: 14,
  },
  {
    title: 'Dạy nghề du lịch cộng đồng',
    field: 'vocational',
    unit: 'SVHTTDL',
    objective: '150 người ở hai xã làm được nghề đón khách, nấu ăn và dẫn khách tại bản',
    places: ['04048', '03820'],
    beneficiaries: [{ count: 150, unit: 'people' }],
    millions: [1200, 1000, 200],
    months: 12,
    fate: 'revision_requested',
    reason: 'Chưa rõ số học viên của từng xã và đơn vị mở lớp',
    daysAgo: 11,
  },
  {
    title: 'Cảnh báo sớm lũ quét dựa vào cộng đồng',
    field: 'disaster_response',
    unit: 'SNNMT',
    objective: '18 bản ven suối có trạm đo mưa, còi báo và đội ứng phó được tập huấn trước mùa lũ',
    places: ['03808', '03814'],
    beneficiaries: [{ count: 18, unit: 'villages' }],
    millions: [5200, 4700, 500],
    months: 24,
    kind: 'project',
    fate: 'submitted',
    daysAgo: 2,
  },
  {
    title: 'Phòng chống tảo hôn, mua bán người tại xã biên giới',
    field: 'social',
    unit: 'SDTTG',
    objective: '2.000 học sinh và phụ huynh biết cách nhận diện, phòng tránh tảo hôn và mua bán người',
    places: ['04045', '03985', '04099'],
    beneficiaries: [{ count: 2000, unit: 'students' }],
    millions: [900, 850, 50],
    months: 24,
    fate: 'under_review',
    daysAgo: 9,
  },
  {
    title: 'Bảo tồn vượn đen và sinh kế vùng đệm',
    field: 'environment',
    unit: 'SNNMT',
    objective: 'Quần thể vượn đen được theo dõi, 250 hộ vùng đệm có thu nhập không dựa vào rừng',
    places: ['03820'],
    beneficiaries: [{ count: 250, unit: 'households' }],
    millions: [3600, 3200, 400],
    months: 36,
    kind: 'project',
    fate: 'accepted',
    daysAgo: 13,
  },
  {
    title: 'Thư viện thân thiện trường tiểu học',
    field: 'education',
    unit: 'SGDDT',
    objective: '1.100 học sinh tiểu học có góc đọc, sách phù hợp lứa tuổi và giờ đọc hằng tuần',
    places: ['04168', '04210'],
    beneficiaries: [{ count: 1100, unit: 'students' }],
    millions: [650, 600, 50],
    months: 10,
    fate: 'withdrawn',
    reason: 'Đã có nguồn xã hội hóa của ngành',
    daysAgo: 8,
  },
  {
    title: 'Phẫu thuật nhân đạo trẻ khe hở môi, vòm',
    field: 'health',
    unit: 'BVDK',
    objective: '80 trẻ khe hở môi, vòm miệng được phẫu thuật miễn phí và theo dõi sau mổ',
    places: 'province',
    beneficiaries: [{ count: 80, unit: 'children' }],
    millions: [1000, 900, 100],
    months: 1,
    kind: 'non_project',
    fate: 'submitted',
    daysAgo: 1,
  },
];

const vnd = (millions: number): Money => ({ minor: BigInt(millions) * 1_000_000n, currency: 'VND' });

function answersOf(n: DemoNeed, planYear: number, person: DemoPerson, at: number): FullNeed {
  const [budget, aid, own] = n.millions;
  return {
    title: n.title,
    field: n.field,
    objective: n.objective,
    places: {
      communes: n.places === 'province' ? [] : n.places,
      province: n.places === 'province',
      ...(n.village ? { village: n.village } : {}),
    },
    beneficiaries: n.beneficiaries,
    budget: { budget: vnd(budget), requested_aid: vnd(aid), counterpart: vnd(own) },
    period: { start: new Temporal.PlainDate(planYear, 1 + (at % 4), 1), months: n.months },
    contact: { name: person.actor.name ?? '', position: 'Cán bộ đầu mối', phone: `02123000${201 + at}` },
    ...(n.kind ? { aid_kind: n.kind } : {}),
    ...(n.activities ? { activities: n.activities } : {}),
  };
}

/**
 * Submits the demonstration's needs through the commands, by the focal points of their units, and moves some of them on. All of it is
 * invented; the office's row says that the store is a demonstration, and every card repeats it.
 */
export async function seedNeeds(
  work: Work,
  refs: Pick<DemoPeople, 'units' | 'focalPoints' | 'minh' | 'ha'> & { readonly round: Pick<DemoRound, 'planYear'> },
): Promise<ReadonlyMap<string, Id<'need'>>> {
  // What happened days ago is not told to anybody now: the demonstration begins with silent phones.
  const as = (actor: Actor, now: Temporal.Instant): Work => ({ ...work, tx: work.tx, actor, now, notify() {} });
  const made = new Map<string, Id<'need'>>();
  const byAge = [...needs].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const [at, n] of byAge.entries()) {
    const unit = refs.units.get(n.unit);
    const person = refs.focalPoints.get(n.unit);
    if (!unit || !person) throw new Error(`the demonstration names a unit without a focal point: ${n.unit}`);
    const sent = work.now.subtract({ hours: n.daysAgo * 24 + (at % 5) });
    const draft = { id: work.newId<'draft'>(), unit, subject: null };
    const done = await submitNeed(as(person.actor, sent), draft, answersOf(n, refs.round.planYear, person, at));
    if (!done.ok) throw new Error(`the demonstration's need “${n.title}” was refused: ${done.why}`);
    made.set(n.title, done.id);
    await moveOn(as, n, done.id, sent, at % 2 === 0 ? refs.minh : refs.ha, person);
  }
  return made;
}

async function moveOn(
  as: (actor: Actor, now: Temporal.Instant) => Work,
  n: DemoNeed,
  id: Id<'need'>,
  sent: Temporal.Instant,
  officer: DemoPerson,
  person: DemoPerson,
): Promise<void> {
  const later = (hours: number) => sent.add({ hours });
  if (n.fate === 'submitted') return;
  if (n.fate === 'withdrawn') {
    await withdrawNeed(as(person.actor, later(20)), id, n.reason ?? '');
    return;
  }
  await takeNeed(as(officer.actor, later(20)), id);
  if (n.fate === 'accepted') await decideNeed(as(officer.actor, later(30)), id, 'accept');
  if (n.fate === 'revision_requested') {
    await decideNeed(as(officer.actor, later(30)), id, 'request_revision', n.reason ?? '');
  }
}
