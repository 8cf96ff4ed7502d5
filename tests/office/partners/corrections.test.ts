import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standing } from '../../../src/office/partners/store/standing.ts';
import { type Desk, desk } from './desk.ts';

let office: Desk;
beforeAll(async () => {
  office = await desk();
});
afterAll(() => office?.close());
beforeEach(() => office.clock.advance({ minutes: 5 }));

const standing = (key: string) => office.standing(key);
const grantOf = (of: Standing, code: string) => of.grants.find((grant) => grant.code === code);
const last = async (key: string) => (await office.kept(key))[0]!;

type Voice = 'minh' | 'ha' | 'truong-phong';
/** Who says what of which organisation; what the read-back shows; what stands there afterwards; under which name the history keeps old and new. */
type Row = readonly [Voice, string, string, RegExp, (of: Standing) => unknown, unknown, string];

const rows: readonly Row[] = [
  [
    'ha',
    'SCI gia hạn đến 08/01/2032, số 77/GĐK-VPĐD',
    'sci',
    /thứ Sáu, 08\/01\/2027 → thứ Năm, 08\/01\/2032/,
    (o) => [o.certificate!.expiresOn, o.certificate!.number],
    ['2032-01-08', '77/GĐK-VPĐD'],
    'expiresOn',
  ],
  [
    'minh',
    'oxfam dc gia han den 30/6/2029',
    'oxfam',
    /→ thứ Bảy, 30\/06\/2029/,
    (o) => o.certificate!.expiresOn,
    '2029-06-30',
    'expiresOn',
  ],
  [
    'truong-phong',
    'Thẻ của Plan sai ngày hết hạn, đúng là 30/6/2027',
    'plan',
    /→ thứ Tư, 30\/06\/2027/,
    (o) => o.certificate!.expiresOn,
    '2027-06-30',
    'expiresOn',
  ],
  [
    'minh',
    'sua han cua childfund thanh 31/12/2028 nhe',
    'childfund',
    /→ Chủ nhật, 31\/12\/2028/,
    (o) => o.certificate!.expiresOn,
    '2028-12-31',
    'expiresOn',
  ],
  [
    'ha',
    'Giấy của Helvetas đã được gia hạn tới ngày 19/02/2030',
    'helvetas',
    /→ thứ Ba, 19\/02\/2030/,
    (o) => o.certificate!.expiresOn,
    '2030-02-19',
    'expiresOn',
  ],
  [
    'minh',
    'sửa số giấy đăng ký của GNI thành 45/GĐK-HĐ',
    'gni',
    /→ 45\/GĐK-HĐ/,
    (o) => o.certificate!.number,
    '45/GĐK-HĐ',
    'number',
  ],
  [
    'truong-phong',
    'số giấy đăng ký của MCNV là 123/CNV-HD, sửa lại',
    'mcnv',
    /→ 123\/CNV-HD/,
    (o) => o.certificate!.number,
    '123/CNV-HD',
    'number',
  ],
  [
    'minh',
    'đổi trưởng đại diện Plan thành bà Nguyễn Thị Lan',
    'plan',
    /→ Nguyễn Thị Lan/,
    (o) => o.certificate!.head,
    'Nguyễn Thị Lan',
    'headName',
  ],
  [
    'ha',
    'trưởng văn phòng của CARE nay là anh Lê Văn Hùng',
    'care',
    /→ Lê Văn Hùng/,
    (o) => o.certificate!.head,
    'Lê Văn Hùng',
    'headName',
  ],
  [
    'truong-phong',
    'trưởng đại diện mới của World Vision là bà Trần Thu Hằng',
    'wvi',
    /→ Trần Thu Hằng/,
    (o) => o.certificate!.head ?? o.certificate!.representative,
    'Trần Thu Hằng',
    'Name',
  ],
  [
    'minh',
    'GRET đổi trưởng đại diện, giờ là ông Pierre Martin',
    'gret',
    /→ Pierre Martin/,
    (o) => o.certificate!.representative,
    'Pierre Martin',
    'representativeName',
  ],
  [
    'ha',
    'sửa địa chỉ của SNV thành số 5 Tô Hiến Thành, Hà Nội',
    'snv',
    /→ số 5 Tô Hiến Thành, Hà Nội/,
    (o) => o.address,
    'số 5 Tô Hiến Thành, Hà Nội',
    'address',
  ],
  [
    'minh',
    'helvetas chuyen tru so ve 298F Kim Ma Ha Noi',
    'helvetas',
    /→ 298F Kim Ma Ha Noi/,
    (o) => o.address,
    '298F Kim Ma Ha Noi',
    'address',
  ],
  [
    'truong-phong',
    'WWF chuyển văn phòng về 6 Hoàng Diệu, cập nhật giúp',
    'wwf',
    /→ 6 Hoàng Diệu/,
    (o) => o.address,
    '6 Hoàng Diệu',
    'address',
  ],
  [
    'minh',
    'website của Oxfam là oxfam.org/vietnam',
    'oxfam',
    /chưa có → oxfam\.org\/vietnam/,
    (o) => o.website,
    'oxfam.org/vietnam',
    'website',
  ],
  ['ha', 'trang web cua crs la www.crs.org', 'crs', /→ www\.crs\.org/, (o) => o.website, 'www.crs.org', 'website'],
  [
    'minh',
    'thêm lĩnh vực văn hóa cho ChildFund',
    'childfund',
    /Lĩnh vực: thêm văn hóa/,
    (o) => o.fields.includes('culture'),
    true,
    'fields',
  ],
  [
    'truong-phong',
    'bổ sung lĩnh vực y tế cho Oxfam',
    'oxfam',
    /Lĩnh vực: thêm y tế/,
    (o) => o.fields.includes('health'),
    true,
    'fields',
  ],
  [
    'ha',
    'bỏ lĩnh vực giáo dục của SCI',
    'sci',
    /Lĩnh vực: bỏ giáo dục/,
    (o) => o.fields.includes('education'),
    false,
    'fields',
  ],
  [
    'minh',
    'thêm địa bàn huyện Sốp Cộp cũ cho World Vision',
    'wvi',
    /thêm huyện Sốp Cộp cũ/,
    (o) => o.formerDistricts.includes('Sốp Cộp'),
    true,
    'formerDistricts',
  ],
  [
    'ha',
    'bo dia ban huyen Bac Yen cu cua SCI',
    'sci',
    /bỏ huyện Bắc Yên cũ/,
    (o) => o.formerDistricts.includes('Bắc Yên'),
    false,
    'formerDistricts',
  ],
  ['minh', 'thêm địa bàn xã Co Mạ cho Plan', 'plan', /thêm xã Co Mạ/, (o) => o.communes, ['03781'], 'communes'],
  [
    'truong-phong',
    'Aide et Action đổi tên thành Action Education',
    'aea',
    /Aide et Action → Action Education/,
    (o) => o.nameEn,
    'Action Education',
    'nameEn',
  ],
  [
    'ha',
    'tên tiếng Việt của Plan là Tổ chức Plan Quốc tế tại Việt Nam',
    'plan',
    /→ Tổ chức Plan Quốc tế tại Việt Nam/,
    (o) => o.nameVi,
    'Tổ chức Plan Quốc tế tại Việt Nam',
    'nameVi',
  ],
  [
    'minh',
    'thêm tên viết tắt WVVN cho World Vision',
    'wvi',
    /thêm WVVN/,
    (o) => o.aliases.includes('WVVN'),
    true,
    'aliases',
  ],
  [
    'ha',
    'giấy của VSO bị đình chỉ từ 1/10/2026',
    'vso',
    /bị đình chỉ, thứ Năm, 01\/10\/2026/,
    (o) => o.certificate!.id !== null,
    true,
    'event',
  ],
  [
    'truong-phong',
    'VSO được hoạt động trở lại từ 1/11/2026',
    'vso',
    /được hoạt động trở lại, Chủ nhật, 01\/11\/2026/,
    (o) => o.certificate!.id !== null,
    true,
    'event',
  ],
  [
    'minh',
    'đã thu hồi giấy đăng ký của Rikolto ngày 5/11/2026',
    'rikolto',
    /bị thu hồi, thứ Năm, 05\/11\/2026/,
    (o) => o.certificate!.id !== null,
    true,
    'event',
  ],
  [
    'ha',
    'ChildFund nộp hồ sơ gia hạn hôm qua',
    'childfund',
    /Hồ sơ gia hạn: nộp Chủ nhật, 22\/11\/2026/,
    (o) => o.request?.filedOn,
    '2026-11-22',
    'filedOn',
  ],
  [
    'minh',
    'hồ sơ gia hạn của ChildFund đang ở Bộ Ngoại giao',
    'childfund',
    /→ chờ Bộ Ngoại giao quyết định/,
    (o) => o.request?.heldBy,
    'mfa',
    'heldBy',
  ],
  [
    'truong-phong',
    'ho so gia han cua care da chuyen sang ubnd tinh',
    'care',
    /→ đang lấy ý kiến UBND tỉnh/,
    (o) => o.request?.heldBy,
    'province',
    'heldBy',
  ],
  [
    'minh',
    'giá trị dự án VT-2026-002 của SCI là 8 tỷ 2',
    'sci',
    /7,2 tỷ đồng → 8,2 tỷ đồng/,
    (o) => grantOf(o, 'VT-2026-002')!.committed,
    '8200000000',
    'committed',
  ],
  [
    'ha',
    'vt 2026 2 da giai ngan 5 ty',
    'sci',
    /→ 5 tỷ đồng/,
    (o) => grantOf(o, 'VT-2026-002')!.disbursed,
    '5000000000',
    'disbursed',
  ],
  [
    'truong-phong',
    'dự án VT-2026-001 đã kết thúc',
    'sci',
    /→ ✅ đã kết thúc/,
    (o) => grantOf(o, 'VT-2026-001')!.stage,
    'finished',
    'stage',
  ],
  [
    'minh',
    'VT-2026-004 của CARE đã bàn giao',
    'care',
    /→ ✅ đã bàn giao/,
    (o) => grantOf(o, 'VT-2026-004')!.stage,
    'handed_over',
    'stage',
  ],
  ['truong-phong', 'cán bộ phụ trách SCI là chị Hà', 'sci', /→ Hà/, (o) => o.officer, 'Nguyễn Thị Thu Hà', 'officerId'],
  [
    'ha',
    'người liên hệ mới của SCI là chị Trần Thị Mai, 0912 345 678',
    'sci',
    /Trần Thị Mai, 0912345678/,
    (o) => o.id !== null,
    true,
    'person',
  ],
  [
    'minh',
    'GNI đạt tiêu chí tư cách pháp nhân theo giấy đăng ký số 45',
    'gni',
    /tư cách pháp nhân – đạt: giấy đăng ký số 45/,
    (o) => o.id !== null,
    true,
    'criteria',
  ],
  [
    'ha',
    'GNI không đạt tiêu chí tiềm lực vì chưa có báo cáo tài chính',
    'gni',
    /tiềm lực – chưa đạt: chưa có báo cáo tài chính/,
    (o) => o.id !== null,
    true,
    'criteria',
  ],
  [
    'truong-phong',
    'VVOB sáp nhập vào Plan',
    'plan',
    /Sáp nhập vào: Plan International/,
    (o) => o.communes.length > 0,
    true,
    'formerNames',
  ],
];

describe('forty corrections, each in one sentence', () => {
  test('are forty', () => expect(rows).toHaveLength(40));

  test.each(rows)('%s: %s', async (who, sentence, key, back, value, expected, kept) => {
    const readBack = (await office.say(who, sentence)).join('\n');
    expect(readBack).toMatch(back);
    const receipt = (await office.press(who, 'Ghi vào sổ')).join('\n');
    expect(receipt).toMatch(/^✅ Đã ghi vào sổ/);
    const after = await standing(key);
    expect(value(after)).toEqual(expected);
    const history = await last(key);
    const has = (side: Record<string, unknown> | null) => Object.keys(side ?? {}).some((name) => name.endsWith(kept));
    expect(has(history.after), JSON.stringify(history)).toBe(true);
    if (!['event', 'person', 'filedOn', 'headName', 'representativeName', 'Name'].includes(kept)) {
      expect(has(history.before), JSON.stringify(history)).toBe(true);
      expect(history.before).not.toEqual(history.after);
    }
    expect(history.actor).toBe(
      { minh: office.demo.minh, ha: office.demo.ha, 'truong-phong': office.demo.divisionHead }[who].id,
    );
  });
});

describe('around a correction', () => {
  test('a wrong press is taken back within two minutes, and the history keeps both', async () => {
    await office.say('minh', 'website của Plan là plan.example.org');
    await office.press('minh', 'Ghi vào sổ');
    expect((await standing('plan')).website).toBe('plan.example.org');
    expect((await office.press('minh', 'Hoàn tác')).join('\n')).toContain('Đã hoàn tác');
    expect((await standing('plan')).website).toBeNull();
    expect(await last('plan')).toMatchObject({ before: { website: 'plan.example.org' }, after: { website: null } });
    await office.say('minh', 'website của Plan là plan.example.org');
    await office.press('minh', 'Ghi vào sổ');
    office.clock.advance({ minutes: 3 });
    expect((await office.press('minh', 'Hoàn tác')).join('\n')).toContain('Hết thời gian hoàn tác');
    expect((await standing('plan')).website).toBe('plan.example.org');
  });

  test('a renewal that is taken back opens its request again', async () => {
    const before = await standing('care');
    await office.say('ha', 'CARE được gia hạn đến 20/10/2031');
    await office.press('ha', 'Ghi vào sổ');
    expect(await standing('care')).toMatchObject({ certificate: { expiresOn: '2031-10-20' }, request: null });
    await office.press('ha', 'Hoàn tác');
    expect(await standing('care')).toMatchObject({
      certificate: { expiresOn: before.certificate!.expiresOn },
      request: { heldBy: 'province' },
    });
  });

  test('a merger is taken back: each has its own again, and the history keeps all of it', async () => {
    const [oxfam, care] = [await office.standing('oxfam'), await office.standing('care')];
    const said = (name: string) => office.history('ha', name);
    await office.say('ha', 'CARE sáp nhập vào Oxfam');
    await office.press('ha', 'Ghi vào sổ');
    const together = await office.standing('oxfam');
    expect(together.grants.map(({ code }) => code)).toEqual(
      expect.arrayContaining(care.grants.map(({ code }) => code)),
    );
    const after = await said('Oxfam');
    expect(after).toContain('nhận sáp nhập');
    expect(after).toContain(`– tổ chức: ${care.nameEn}`);
    // What was corrected of CARE before is not lost.
    expect(after).toContain(`(${care.nameEn})`);
    expect((await office.say('minh', 'care còn hạn không')).join('\n')).toContain('Oxfam');
    await office.say('ha', 'website của Helvetas là x.example.org');
    await office.press('ha', 'Bỏ bản nháp');
    expect((await office.press('ha', 'Hoàn tác')).join('\n')).toContain('Đã hoàn tác');
    const { version: _, ...own } = care;
    const { version: __, ...others } = oxfam;
    expect(await office.standing('care')).toMatchObject(own);
    expect(await office.standing('oxfam')).toMatchObject(others);
    expect((await office.say('minh', 'care còn hạn không')).join('\n')).toMatch(/CARE/);
    expect(await said('Oxfam')).toMatch(/hoàn tác sáp nhập[\s\S]*nhận sáp nhập/);
    expect(await said('CARE')).toMatch(/hoàn tác sáp nhập[\s\S]*sáp nhập vào tổ chức khác/);
    expect((await office.press('ha', 'Hoàn tác')).join('\n')).toContain('Hết thời gian hoàn tác');
  });

  test('a merger is not undone over what somebody changed since, nor after two minutes', async () => {
    await office.say('ha', 'GNI sáp nhập vào ChildFund');
    await office.press('ha', 'Ghi vào sổ');
    await office.say('minh', 'website của ChildFund là c.example.org');
    await office.press('minh', 'Ghi vào sổ');
    expect((await office.press('ha', 'Hoàn tác')).join('\n')).toContain('đã có sửa mới');
    expect((await office.standing('childfund')).website).toBe('c.example.org');
    await office.say('ha', 'MCNV sáp nhập vào ChildFund');
    await office.press('ha', 'Ghi vào sổ');
    office.clock.advance({ minutes: 3 });
    expect((await office.press('ha', 'Hoàn tác')).join('\n')).toContain('Hết thời gian hoàn tác');
  });

  test('what somebody else changed meanwhile is not run over', async () => {
    await office.say('minh', 'website của Helvetas là a.example.org');
    await office.say('ha', 'website của Helvetas là b.example.org');
    await office.press('ha', 'Ghi vào sổ');
    expect((await office.press('minh', 'Ghi vào sổ')).join('\n')).toContain('vừa được người khác sửa');
    expect((await standing('helvetas')).website).toBe('b.example.org');
    await office.press('minh', 'Bỏ bản nháp');
  });

  test('without a value it is asked for; what no register holds is not guessed', async () => {
    expect((await office.say('minh', 'sửa thẻ Oxfam')).join('\n')).toContain('Sửa mục nào của Oxfam, thành gì ạ?');
    expect((await office.say('minh', 'mục thứ ba của bảng')).join('\n')).toContain('Chưa rõ sửa mục nào');
    expect((await office.say('minh', 'gia hạn đến 31/12/2030')).join('\n')).toContain('→ thứ Ba, 31/12/2030');
    await office.press('minh', 'Bỏ bản nháp');
  });

  test('a grant that is not there, an officer whom nobody knows: said, nothing saved', async () => {
    await office.say('minh', 'cán bộ phụ trách Oxfam là anh Khôi');
    expect((await office.press('minh', 'Ghi vào sổ')).join('\n')).toContain('Chưa rõ cán bộ nào: “Khôi”');
    await office.press('minh', 'Bỏ bản nháp');
    await office.say('minh', 'website của Oxfam là oxfam.example.org, VT-2026-099');
    await office.press('minh', 'Bỏ bản nháp').catch(() => []);
  });

  test('the director reads and does not change; a unit says that it is wrong', async () => {
    const said = (await office.say('giam-doc', 'SCI gia hạn đến 08/01/2033')).join('\n');
    expect(said).toContain('Báo cán bộ phụ trách');
    await office.press('giam-doc', 'Bỏ bản nháp');
    expect((await office.say('senh', 'thẻ SCI sai')).join('\n')).toContain('Thẻ sai ở chỗ nào ạ?');
    await office.press('senh', 'Bỏ bản nháp').catch(() => []);
    expect((await standing('sci')).certificate!.expiresOn).toBe('2032-01-08');
  });

  test('a new organisation in a sentence; one that is there is not added twice', async () => {
    const back = (await office.say('minh', 'thêm tổ chức mới Teach for Vietnam, quốc tịch Mỹ, làm giáo dục')).join(
      '\n',
    );
    expect(back).toContain('Teach for Vietnam');
    expect(back).toContain('Lĩnh vực: giáo dục');
    expect((await office.press('minh', 'Thêm vào sổ')).join('\n')).toContain('✅ Đã thêm vào sổ: Teach for Vietnam');
    expect((await office.kept('teach-for-vietnam'))[0]).toMatchObject({
      after: { country: 'United States', fields: ['education'] },
    });
    // By its name in the very next message.
    expect((await office.say('ha', 'teach for vietnam còn hạn không')).join('\n')).toMatch(/^⚪ Teach for Vietnam/);
    const again = (await office.say('minh', 'thêm tổ chức Oxfam')).join('\n');
    expect(again).not.toContain('✅');
  });
});
