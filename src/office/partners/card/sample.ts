import type { Id } from '../../../base/ids.ts';
import type { ContactCard } from '../store/contacts.ts';
import type { NeedMatch } from '../store/matches.ts';
import type { ContactView, GrantView, PartnerFacts, PartnerView } from '../types.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** Monday, 23/11/2026, 14 giờ 05: the moment at which the samples are shown. */
export const sampleNow = Temporal.Instant.from('2026-11-23T07:05:00Z');

export const sampleContact: ContactView = {
  onDay: day('2026-10-12'),
  kind: 'meeting',
  by: 'chị Hà',
  summary: 'Trao đổi kế hoạch dự án dinh dưỡng năm 2027; tổ chức đề nghị tỉnh sớm cho ý kiến về việc gia hạn.',
  nextStep: 'Gửi danh mục nhu cầu y tế',
  nextDue: day('2026-12-15'),
};

export const sampleGrant: GrantView = {
  id: '01890000-0000-7000-8000-000000000002' as Id<'aid_grant'>,
  code: 'VT-2026-001',
  titleVi: 'Cải thiện dinh dưỡng cho trẻ em dưới 5 tuổi và phụ nữ mang thai tại các xã đặc biệt khó khăn',
  titleEn: 'Better nutrition for children under five and pregnant women in the poorest communes',
  stage: 'implementing',
  committed: { minor: 11_200_000_000n, currency: 'VND' },
  disbursed: { minor: 7_400_000_000n, currency: 'VND' },
  percent: 66,
  startsOn: day('2025-01-01'),
  endsOn: day('2027-12-31'),
};

export const sampleContactCard: ContactCard = {
  id: '01890000-0000-7000-8000-000000000005' as Id<'partner_contact'>,
  name: 'Trần Thị Mai',
  position: 'Quản lý chương trình khu vực Tây Bắc',
  phone: '0912 000 000',
  email: 'mai@example.org',
  rowVersion: 1,
  updatedAt: Temporal.Instant.from('2026-11-20T02:00:00Z'),
};

export const sampleMatch: NeedMatch = {
  id: '01890000-0000-7000-8000-000000000006' as Id<'need'>,
  code: 'NC-2026-0012',
  title: 'Xây nhà bán trú và bếp ăn điểm trường cho học sinh các bản vùng cao',
  unitName: 'UBND xã Co Mạ',
  field: 'education',
  requested: { minor: 2_000_000_000n, currency: 'VND' },
  place: '03781',
  provinceWide: false,
};

const facts: PartnerFacts = {
  id: '01890000-0000-7000-8000-000000000001' as Id<'partner'>,
  kind: 'ngo',
  nameEn: 'Save the Children International',
  nameVi: 'Tổ chức Cứu trợ Trẻ em Quốc tế',
  shortName: 'Save the Children',
  aliases: ['SCI', 'StC', 'Cứu trợ trẻ em'],
  country: 'United Kingdom',
  countryVi: 'Anh',
  website: null,
  address: null,
  fields: ['health', 'education', 'social'],
  formerDistricts: ['Mường La', 'Bắc Yên'],
  communes: [],
  tools: [],
  natureVi: null,
  natureEn: null,
  verifiedAt: Temporal.Instant.from('2026-11-20T02:00:00Z'),
  updatedAt: Temporal.Instant.from('2026-11-20T02:00:00Z'),
  demo: true,
  rowVersion: 1,
};

/** What an officer sees of an NGO whose certificate runs out in 46 days while its renewal is being decided. */
export const sampleView: PartnerView = {
  detail: 'full',
  facts,
  certificate: {
    id: '01890000-0000-7000-8000-000000000003' as Id<'ngo_certificate'>,
    rowVersion: 1,
    updatedAt: Temporal.Instant.from('2026-11-20T02:00:00Z'),
    kind: 'rep_office',
    state: 'expiring',
    number: '112/GĐK-VPĐD',
    issuedOn: day('2022-01-09'),
    expiresOn: day('2027-01-08'),
    since: null,
    areas: ['Sơn La', 'Yên Bái'],
    nationwide: false,
    representativeName: null,
    headName: null,
  },
  here: true,
  request: {
    id: '01890000-0000-7000-8000-000000000004' as Id<'certificate_request'>,
    kind: 'renew',
    filedOn: day('2026-11-02'),
    heldBy: 'province',
  },
  running: { count: 2, parts: [{ money: { minor: 18_400_000_000n, currency: 'VND' }, percent: 63 }] },
  grants: 3,
  lastContact: sampleContact,
  file: {
    officer: 'chị Hà',
    relation: 'partner',
    relationReason: null,
    criteria: { legal_status: 'met', purpose: 'met', field_fit: 'met' },
    criteriaAt: sampleNow,
    introducedOn: day('2026-11-16'),
    grantsAt: Temporal.Instant.from('2026-11-03T02:00:00Z'),
  },
};

/** Every line at its longest: the card that must drop the most. */
export const longestView: PartnerView = {
  ...sampleView,
  facts: {
    ...facts,
    nameEn: 'Vietnam Health, Education and Literature Projects',
    nameVi: 'Tổ chức Hỗ trợ Y tế, Giáo dục và Văn học cho Việt Nam',
    shortName: null,
    countryVi: 'Đài Loan (Trung Quốc)',
    aliases: ['VNHELP'],
    fields: ['education', 'health', 'social', 'water_sanitation', 'disaster_response', 'war_legacy'],
    formerDistricts: ['Sơn La', 'Mộc Châu', 'Thuận Châu', 'Quỳnh Nhai', 'Sốp Cộp'],
    verifiedAt: null,
    website: 'https://www.vietnam-health-education-and-literature-projects.example.org/sonla',
    address: 'Tầng 12, tòa nhà Minh Họa, số 123 đường Nguyễn Văn Minh Họa, phường Ba Đình, Hà Nội',
  },
  file: {
    ...sampleView.file!,
    relation: 'not_suitable',
    relationReason:
      'Tổ chức chuyển trọng tâm sang các tỉnh miền Trung và không mở chương trình mới trong giai đoạn tới',
    criteria: { legal_status: 'met', purpose: 'not_met' },
  },
  certificate: {
    ...sampleView.certificate!,
    kind: 'activity',
    representativeName: 'Nguyễn Thị Phương Thảo',
    headName: 'Nguyễn Thị Phương Thảo',
    areas: ['Hòa Bình'],
  },
  here: false,
  request: { ...sampleView.request!, kind: 'amend', heldBy: 'ngo' },
  running: {
    count: 12,
    parts: [
      { money: { minor: 123_456_789_000n, currency: 'VND' }, percent: 63 },
      { money: { minor: 123_456_700n, currency: 'USD' }, percent: 7 },
    ],
  },
};

/** A mission as its small card shows it. */
export const missionView: PartnerView = {
  detail: 'full',
  facts: {
    ...facts,
    kind: 'mission',
    nameEn: 'Embassy of Japan in Hanoi',
    nameVi: 'Đại sứ quán Nhật Bản',
    shortName: null,
    aliases: ['Nhật', 'Nhật Bản'],
    country: 'Japan',
    countryVi: 'Nhật Bản',
    fields: [],
    formerDistricts: [],
    tools: [{ name: 'GGP / Kusanone (Viện trợ không hoàn lại cấp cơ sở)', confirmed: true }],
  },
  running: { count: 0, parts: [] },
  grants: 0,
  lastContact: null,
};

/** The same entry for a reader who sees less. */
export const statusOnly = ({ detail: _, facts, certificate, here }: PartnerView): PartnerView => ({
  detail: 'status',
  facts,
  certificate: certificate ?? null,
  here: here ?? null,
});
export const publishedOnly = ({ facts }: PartnerView): PartnerView => ({ detail: 'published', facts });
