import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { cardPages } from '../../../src/office/partners/card/card.ts';
import { cut, pages, wrappedLines } from '../../../src/office/partners/card/fit.ts';
import { buttonName, cardName } from '../../../src/office/partners/card/name.ts';
import {
  longestView,
  missionView,
  publishedOnly,
  sampleNow,
  sampleView,
  statusOnly,
} from '../../../src/office/partners/card/sample.ts';
import { certificateStates } from '../../../src/office/partners/rules/certificate.ts';
import * as texts from '../../../src/office/partners/texts/card.ts';
import type { PartnerView } from '../../../src/office/partners/types.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const lines = (view: PartnerView, lang: 'vi' | 'en' = 'vi') => plain(cardPages(view, sampleNow, lang)[0]!).split('\n');
const certificate = (of: Partial<NonNullable<PartnerView['certificate']>>): PartnerView => ({
  ...sampleView,
  certificate: { ...sampleView.certificate!, ...of },
});

test('an officer reads in one screen what stands and with whom the ball lies', () => {
  expect(lines(sampleView)).toEqual([
    '🟡 Save the Children (SCI) – Anh',
    'Tổ chức Cứu trợ Trẻ em Quốc tế',
    'VPĐD: sắp hết hạn, còn 46 ngày',
    'đến thứ Sáu, 08/01/2027',
    'Gia hạn: nộp 02/11/2026, đang lấy ý kiến UBND tỉnh',
    'Y tế, giáo dục, xã hội',
    'Huyện Mường La cũ, huyện Bắc Yên cũ',
    'Đang làm 2 dự án: 18,4 tỷ đồng, đã giải ngân 63%',
    'Gặp gần nhất 12/10/2026: chị Hà',
    'Dữ liệu minh họa, cập nhật 20/11/2026',
  ]);
  expect(wrappedLines(cardPages(sampleView, sampleNow, 'vi')[0]!)).toBe(12);
});

test('the same in English', () => {
  expect(lines(sampleView, 'en')).toEqual([
    '🟡 Save the Children – expiring soon',
    'Representative office: valid until',
    'Friday, 8 January 2027 (46 days left)',
    'Renewal: filed 2 November 2026, with the province',
    'Health, education, social',
    'Former districts: Mường La, Bắc Yên',
    '2 running projects: VND 18.4 billion, 63% disbursed',
    'Last met 12 October 2026: chị Hà',
    'Demonstration data, 20 November 2026',
  ]);
});

test('a unit reads names, fields and status; a guest no status', () => {
  const unit = lines(statusOnly(sampleView)).join('\n');
  expect(unit).toContain('còn 46 ngày');
  expect(unit).not.toMatch(/Gia hạn|dự án|Gặp|112|Mường La/);
  const open = lines(publishedOnly(sampleView)).join('\n');
  expect(open).toMatch(/^Save the Children \(SCI\) – Anh\n/);
  expect(open).toContain('Y tế, giáo dục, xã hội');
  expect(open).toContain('gõ “liên kết”');
  expect(open).not.toMatch(/🟢|🟡|🔴|⚪|46|hạn, /u);
});

describe('the state in one word with its mark', () => {
  test.each([
    [
      { state: 'valid', expiresOn: day('2027-06-25') },
      '🟢',
      ['VPĐD: còn hiệu lực, còn 214 ngày', 'đến thứ Sáu, 25/06/2027'],
    ],
    [
      { state: 'expiring', expiresOn: day('2026-11-23') },
      '🟡',
      ['VPĐD: sắp hết hạn, hôm nay là ngày cuối', 'đến thứ Hai, 23/11/2026'],
    ],
    [
      { state: 'expired', expiresOn: day('2026-11-22') },
      '🔴',
      ['VPĐD: hết hiệu lực, quá 1 ngày', 'hạn Chủ nhật, 22/11/2026'],
    ],
    [{ state: 'suspended', since: day('2026-10-01') }, '🔴', ['VPĐD: bị đình chỉ', 'từ thứ Năm, 01/10/2026']],
    [{ state: 'revoked', since: day('2026-10-01') }, '🔴', ['VPĐD: đã bị thu hồi', 'từ thứ Năm, 01/10/2026']],
    [{ state: 'terminated', since: null }, '🔴', ['VPĐD: đã chấm dứt']],
    [{ state: 'converted', kind: 'project_office_legacy', since: null }, '⚪', ['VPDA: đã chuyển đổi']],
    [{ state: 'pending', kind: 'activity' }, '⚪', ['Đăng ký hoạt động: đang xin cấp']],
    [{ state: 'unknown', expiresOn: null }, '⚪', ['VPĐD: chưa có thông tin về thời hạn']],
  ] as const)('%o', (of, mark, said) => {
    const shown = lines(certificate(of));
    expect(shown[0]!.startsWith(mark)).toBe(true);
    expect(shown).toEqual(expect.arrayContaining([...said]));
  });

  test('nothing known about a registration is said', () => {
    const shown = lines({ ...sampleView, certificate: null, here: null, request: null });
    expect(shown[0]).toBe('⚪ Save the Children (SCI) – Anh');
    expect(shown).toContain('Giấy đăng ký: chưa có thông tin');
  });
});

describe('unknown is said, nothing is invented', () => {
  test.each([
    [{ running: { count: 0, parts: [] }, grants: 0 }, 'Dự án: chưa có thông tin'],
    [{ running: { count: 0, parts: [] }, grants: 2 }, 'Không có dự án đang thực hiện'],
    [{ lastContact: null }, 'Làm việc gần nhất: chưa có thông tin'],
    [
      { running: { count: 1, parts: [{ money: { minor: 18_500_000n, currency: 'USD' }, percent: null }] } },
      'Đang làm 1 dự án: 185.000 USD, chưa có số giải ngân',
    ],
    [{ facts: { ...sampleView.facts, fields: [] } }, 'Lĩnh vực: chưa có thông tin'],
    [{ facts: { ...sampleView.facts, verifiedAt: null } }, 'Dữ liệu minh họa, chưa xác minh, cập nhật 20/11/2026'],
    [
      { facts: { ...sampleView.facts, demo: false, verifiedAt: Temporal.Instant.from('2026-05-27T07:05:00Z') } },
      'Cập nhật 27/05/2026',
    ],
    [
      { facts: { ...sampleView.facts, demo: false, verifiedAt: Temporal.Instant.from('2026-05-27T07:04:59Z') } },
      'Chưa xác minh, cập nhật 27/05/2026',
    ],
  ] as [Partial<PartnerView>, string][])('%#: %s', (part, said) => {
    expect(lines({ ...sampleView, ...part })).toContain(said);
  });

  test('a certificate that does not reach the province is pointed out', () => {
    const view = { ...certificate({ areas: ['Hòa Bình', 'Điện Biên'] }), here: false };
    expect(plain(cardPages(view, sampleNow, 'vi').flat())).toContain('Hòa Bình, Điện Biên (không có tỉnh này)');
  });
});

test('a mission has a small card; what is not confirmed says so', () => {
  expect(lines(missionView)).toEqual([
    'Đại sứ quán Nhật Bản',
    'Viện trợ quy mô nhỏ: GGP / Kusanone (Viện trợ không hoàn lại cấp cơ sở)',
    'Làm việc gần nhất: chưa có thông tin',
    'Dữ liệu minh họa, cập nhật 20/11/2026',
  ]);
  const unsure = { ...missionView, facts: { ...missionView.facts, tools: [{ name: 'CFLI', confirmed: false }] } };
  expect(lines(unsure)[1]).toBe('Viện trợ quy mô nhỏ: CFLI (chưa xác minh)');
});

test('whatever there is to say, no screen is longer than a phone, and nothing gets lost', () => {
  const views = [sampleView, longestView, missionView].flatMap((view) => [view, statusOnly(view), publishedOnly(view)]);
  for (const view of [...views, ...certificateStates.map((state) => ({ ...longestView, ...certificate({ state }) }))]) {
    for (const lang of ['vi', 'en'] as const) {
      const screens = cardPages(view, sampleNow, lang);
      for (const screen of screens) expect(wrappedLines(screen), plain(screen)).toBeLessThanOrEqual(12);
      expect(plain(screens[0]!)).toMatch(lang === 'vi' ? /minh họa/ : /Demonstration data/);
    }
  }
  const all = plain(cardPages(longestView, sampleNow, 'vi').flat());
  for (const said of ['Nguyễn Thị Phương Thảo', 'Gặp gần nhất', 'Sốp Cộp', '1.234.567 USD', 'Văn học', '112/GĐK-VPĐD'])
    expect(all).toContain(said);
});

test('every text fits a phone in both languages and never says "bạn"', () => {
  for (const [name, of] of Object.entries(texts)) {
    if (!('samples' in of)) continue;
    for (const sample of of.samples) {
      for (const lang of ['vi', 'en'] as const) {
        const said = (of as (lang: 'vi' | 'en', ...args: readonly unknown[]) => ReturnType<typeof texts.whichPartner>)(
          lang,
          ...sample,
        );
        expect(wrappedLines(said), `${name} ${lang}\n${plain(said)}`).toBeLessThanOrEqual(12);
        expect(plain(said)).not.toMatch(/undefined|null|NaN|(?<!\p{L})[bB]ạn(?!\p{L})/u);
      }
    }
  }
});

test.each([
  ['ngắn', 1],
  ['', 1],
  ['Gia hạn: nộp 02/11/2026, đang lấy ý kiến UBND tỉnh', 2],
  ['x'.repeat(38), 1],
  ['x'.repeat(39), 2],
  [`a ${'x'.repeat(80)}`, 4],
])('%s takes %i lines', (text, count) => {
  expect(wrappedLines([text])).toBe(count);
});

test('the droppable goes to the next screen, the highest rank first', () => {
  const of = (rank: number, ...lines: string[]) => ({ rank, lines });
  expect(pages([of(0, 'a'), of(2, 'b'), of(1, 'c'), of(0, 'd')], 3)).toEqual([['a', 'c', 'd'], ['b']]);
  expect(pages([of(0, 'a'), of(2, 'b', 'c'), of(1, 'd', 'e')], 2)).toEqual([['a'], ['b', 'c'], ['d', 'e']]);
  expect(pages([of(0, 'a')], 3)).toEqual([['a']]);
});

test('long text is cut at a word', () => {
  expect(cut('một hai ba', 20)).toBe('một hai ba');
  expect(cut('một hai ba bốn năm', 12)).toBe('một hai ba…');
  expect(cut('x'.repeat(20), 10)).toHaveLength(10);
});

describe('names', () => {
  const named = (nameEn: string, nameVi: string, shortName: string | null, ...aliases: string[]) =>
    ({ kind: nameEn.startsWith('Embassy') ? 'mission' : 'ngo', nameEn, nameVi, shortName, aliases }) as const;
  test.each([
    [
      named('Save the Children International', 'Tổ chức Cứu trợ Trẻ em Quốc tế', 'Save the Children', 'SCI', 'StC'),
      'Save the Children (SCI)',
      'Save the Children',
      'Save the Children',
    ],
    [
      named('Caritas Switzerland', 'Tổ chức Caritas Thụy Sĩ', null, 'CACH'),
      'Caritas Switzerland (CACH)',
      'Caritas Thụy Sĩ',
      'Caritas Switzerland',
    ],
    [
      named('CARE International', 'Tổ chức CARE Quốc tế tại Việt Nam', 'CARE', 'CARE', 'CARE Quốc tế'),
      'CARE',
      'CARE',
      'CARE',
    ],
    [
      named('Plan International', 'Tổ chức Plan International', null, 'Plan', 'PI'),
      'Plan International',
      'Plan International',
      'Plan International',
    ],
    [
      named('Embassy of Japan in Hanoi', 'Đại sứ quán Nhật Bản', null, 'Nhật'),
      'Đại sứ quán Nhật Bản',
      'ĐSQ Nhật Bản',
      'Embassy of Japan',
    ],
  ] as const)('$0.nameEn', (of, card, vi, en) => {
    expect(cardName(of, 'vi')).toBe(card);
    expect(buttonName(of, 'vi')).toBe(vi);
    expect(buttonName(of, 'en')).toBe(en);
  });
});
