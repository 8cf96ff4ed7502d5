import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, desk } from './desk.ts';

/** Corrections as they are dictated, shortened and typed without marks: what is read back, old and new, before anything is saved. */
const said: readonly (readonly [who: string, sentence: string, key: string, back: RegExp])[] = [
  [
    'minh',
    'sci dc gh den 8/1/32 so 77/gdk-vpdd',
    'sci',
    /Hạn giấy đăng ký: .*→ thứ Năm, 08\/01\/2032\nSố giấy: .*→ 77\/gdk-vpdd/,
  ],
  ['ha', 'oxfam vừa đổi trưởng đại diện, người mới là ông Phạm Minh Họa', 'oxfam', /→ Phạm Minh Họa/],
  ['minh', 'wvi truong dd moi: ba Hoang Minh Hoa', 'wvi', /→ Hoang Minh Hoa/],
  ['ha', 'Helvetas cho biết website mới của họ là helvetas.example.org', 'helvetas', /→ helvetas\.example\.org/],
  [
    'minh',
    'care dc cap gp moi so 12/GDK-HD han 20/10/2031',
    'care',
    /→ thứ Hai, 20\/10\/2031\nSố giấy: .*→ 12\/GDK-HD/,
  ],
  [
    'truong-phong',
    'Ghi giúp tôi: ChildFund đã nộp hồ sơ gia hạn từ thứ Hai tuần trước',
    'childfund',
    /nộp thứ Hai, 16\/11\/2026/,
  ],
  ['minh', 'hs gia han cua care dang o bo ngoai giao', 'care', /→ chờ Bộ Ngoại giao/],
  ['ha', 'dự án VT-2026-002 nâng tổng vốn lên 9,5 tỷ', 'sci', /cam kết: 7,2 tỷ đồng → 9,5 tỷ đồng/],
  ['minh', 'vt 2026-001 gn 6ty2', 'sci', /đã giải ngân: .*→ 6,2 tỷ đồng/],
  ['minh', 'vt2026 4 xong roi', 'care', /→ ✅ đã kết thúc/],
  ['ha', 'GNI bỏ địa bàn Mường La, thêm xã Co Mạ', 'gni', /bỏ .*Mường La[^\n]*\nĐịa bàn: thêm xã Co Mạ/],
  ['minh', 'them dia ban xa chieng lao cho gni', 'gni', /thêm xã Chiềng Lao/],
  ['truong-phong', 'cán bộ phụ trách Oxfam từ nay là anh Minh nhé', 'oxfam', /Cán bộ phụ trách: .*→ Minh/],
  ['ha', 'Rikolto đổi tên tiếng Anh thành Rikolto International', 'rikolto', /Rikolto → Rikolto International/],
  ['ha', 'KFHI thêm lĩnh vực nước sạch', 'kfhi', /thêm nước sạch/],
  ['truong-phong', 'VSO đã chấm dứt hoạt động ở Việt Nam từ 30/10/2026', 'vso', /chấm dứt, thứ Sáu, 30\/10\/2026/],
  ['ha', 'Saemaul được cho hoạt động trở lại từ hôm qua', 'saemaul', /trở lại, Chủ nhật, 22\/11\/2026/],
  [
    'minh',
    'lien he moi cua plan: chi Mai Minh Hoa, mai@plan.example.org',
    'plan',
    /Mai Minh Hoa, mai@plan\.example\.org/,
  ],
  [
    'ha',
    'Please update: Save the Children’s registration was renewed until 8 January 2032',
    'sci',
    /→ thứ Năm, 08\/01\/2032/,
  ],
  ['minh', 'người đại diện của oxfam là Lê Minh Họa', 'oxfam', /→ Lê Minh Họa/],
  ['minh', 'ndđ của oxfam là Lê Minh Họa', 'oxfam', /→ Lê Minh Họa/],
  ['ha', 'giấy đăng ký của Orbis hết hạn 30/6/2027 chứ không phải 2026', 'orbis', /→ thứ Tư, 30\/06\/2027/],
  ['minh', 'mcnv con goi la uy ban y te ha lan', 'mcnv', /thêm uy ban y te ha lan/],
  [
    'truong-phong',
    'văn phòng Plan nay chuyển về số 2 phố Minh Họa, quận Ba Đình rồi nhé',
    'plan',
    /→ số 2 phố Minh Họa, quận Ba Đình$/m,
  ],
  ['minh', 'VVOB nhap vao rikolto', 'vvob', /Sáp nhập vào: Rikolto/],
];

let of: Desk;
beforeAll(async () => {
  of = await desk();
});
afterAll(() => of?.close());
beforeEach(() => of.clock.advance({ minutes: 10 }));

test.each(said)('%s: %s', async (who, sentence, key, back) => {
  const read = (await of.say(who, sentence)).join('\n');
  expect(read).toMatch(back);
  const before = (await of.kept(key)).length;
  expect((await of.press(who, 'Ghi vào sổ')).join('\n')).toMatch(/^✅ Đã ghi vào sổ/);
  expect((await of.kept(key)).length).toBeGreaterThan(before);
  expect((await of.press(who, 'Hoàn tác')).join('\n')).toContain('như trước khi sửa');
});

test('an amount of a project without a word for which is asked about, never guessed', async () => {
  expect((await of.say('minh', 'VT-2026-001 6 tỷ 2')).join('\n')).not.toContain('→');
});
