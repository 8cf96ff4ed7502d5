import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileKinds } from '../../../src/base/files/type.ts';
import { type Desk, desk } from './desk.ts';

let of: Desk;
beforeAll(async () => {
  of = await desk();
});
afterAll(() => of.close());
beforeEach(() => of.clock.advance({ minutes: 20 }));

/** A correction of every kind; whose entry keeps it; how its line in the history ends. */
const kinds: readonly (readonly [string, string, string, string])[] = [
  ['head', 'trưởng đại diện Plan là bà Lê Minh Họa', 'plan', 'trưởng VPĐD: '],
  ['address', 'địa chỉ văn phòng Oxfam là số 5 đường Minh Họa, Hà Nội', 'oxfam', 'địa chỉ: '],
  ['contact', 'người liên hệ mới của CARE là anh Vũ Minh Họa, 0912 345 678', 'care', 'người: '],
  ['project value', 'VT-2026-002 tổng 9 tỷ', 'sci', 'cam kết: '],
  ['renewal', 'ChildFund được gia hạn đến 31/12/2031, số 9/GĐK-VPĐD', 'childfund', 'hạn: '],
  ['rename', 'đổi tên Rikolto thành Rikolto International', 'rikolto', 'tên tiếng Anh: '],
  ['merger', 'VVOB sáp nhập vào MCNV', 'mcnv', 'tổ chức: '],
];

describe('a paper with a correction of every kind', () => {
  test.each(kinds)('%s, sent while the correction is open', async (_, sentence, key, line) => {
    const file = await of.file(`giay ${key}.pdf`);
    await of.say('ha', sentence);
    const back = await of.send('ha', [file]);
    expect(back).toContain(`📎 giay ${key}.pdf`);
    expect((await of.press('ha', 'Ghi vào sổ')).join('\n')).toContain(`📎 giay ${key}.pdf`);
    const read = await of.history('ha', (await of.standing(key)).nameEn);
    // Under the correction itself, not by itself.
    const [first] = read.split(/\n(?=\d\d\/\d\d\/\d{4} \d\d:\d\d )/).slice(1);
    expect(first).toContain(line);
    expect(first).toContain(`📎 giay ${key}.pdf`);
    await of.press('ha', 'Giấy tờ');
    expect(of.filesIn('ha')).toEqual([file.file]);
  });

  test('a new organisation', async () => {
    const file = await of.file('giay dang ky.pdf');
    await of.say('minh', 'thêm tổ chức Blue Minority Fund, quốc tịch Na Uy, làm y tế');
    expect(await of.send('minh', [file])).toContain('📎 giay dang ky.pdf');
    expect((await of.press('minh', 'Thêm vào sổ')).join('\n')).toContain('✅ Đã thêm vào sổ: Blue Minority Fund');
    expect((await of.kept('blue-minority-fund')).map(({ action }) => action)).toEqual(['partner.paper', 'partner.add']);
  });
});

describe('when the paper comes', () => {
  test('as a caption: the words under the file are the correction', async () => {
    const file = await of.file('anh.jpg', fileKinds.jpg);
    const back = await of.send('minh', [file], 'SCI gia hạn đến 08/01/2032, số 77/GĐK');
    expect(back).toContain('→ thứ Năm, 08/01/2032');
    expect(back).toContain('📎 anh.jpg');
    await of.press('minh', 'Ghi vào sổ');
    expect((await of.standing('sci')).certificate).toMatchObject({ expiresOn: '2032-01-08', number: '77/GĐK' });
    const history_ = await of.kept('sci');
    expect(history_[0]).toMatchObject({ action: 'partner.paper', after: { papers: ['anh.jpg'] } });
  });

  test('as one album of several', async () => {
    const files = await Promise.all(['trang 1.jpg', 'trang 2.jpg'].map((name) => of.file(name, fileKinds.jpg)));
    const back = await of.send('minh', files, 'Oxfam đổi địa chỉ thành 12 phố Minh Họa, Hà Nội');
    expect(back).toContain('📎 2 tệp: trang 1.jpg, trang 2.jpg');
    await of.press('minh', 'Ghi vào sổ');
    await of.say('minh', 'thẻ Oxfam');
    await of.press('minh', 'Lịch sử sửa');
    await of.press('minh', 'Giấy tờ');
    expect(of.filesIn('minh')).toEqual(expect.arrayContaining(files.map(({ file }) => file)));
  });

  test('before its sentence, one by one: taken up by it, and left out on request', async () => {
    const [one, two] = [await of.file('truoc.jpg', fileKinds.jpg), await of.file('sau.jpg', fileKinds.jpg)];
    expect(await of.send('minh', [one])).toContain('gõ câu cần sửa');
    await of.send('minh', [two]);
    const back = (await of.say('minh', 'website của Plan là plan.example.org')).join('\n');
    expect(back).toContain('📎 2 tệp: truoc.jpg, sau.jpg');
    expect(back).toContain('bỏ tệp');
    const without = (await of.say('minh', 'bo tep')).join('\n');
    expect(without).not.toContain('📎');
    expect(without).toContain('plan.example.org');
    await of.press('minh', 'Ghi vào sổ');
    expect((await of.kept('plan'))[0]).toMatchObject({ action: 'partner.change' });
  });

  test('what was said in between, a table, or a file of long ago belongs to no sentence', async () => {
    await of.send('minh', [await of.file('cu.pdf')]);
    await of.say('minh', 'sci còn hạn không');
    expect((await of.say('minh', 'website của Plan là a.example.org')).join('\n')).not.toContain('📎');
    await of.press('minh', 'Bỏ bản nháp');
    await of.send('minh', [await of.file('lau.pdf')]);
    of.clock.advance({ minutes: 16 });
    expect((await of.say('minh', 'website của Plan là a.example.org')).join('\n')).not.toContain('📎');
    await of.press('minh', 'Bỏ bản nháp');
  });

  test('right behind the receipt: asked, then kept with it; several one by one', async () => {
    await of.say('ha', 'website của Helvetas là helvetas.example.org');
    await of.press('ha', 'Ghi vào sổ');
    const [one, two] = [await of.file('a.jpg', fileKinds.jpg), await of.file('b.jpg', fileKinds.jpg)];
    expect(await of.send('ha', [one])).toContain('Kèm vào lần sửa Helvetas Thụy Sĩ vừa ghi ạ?');
    expect(await of.send('ha', [two])).toContain('📎 2 tệp: a.jpg, b.jpg');
    expect((await of.say('ha', 'Kèm vào')).join('\n')).toContain('✅ Đã kèm');
    expect((await of.kept('helvetas'))[0]).toMatchObject({
      action: 'partner.paper',
      after: { papers: ['a.jpg', 'b.jpg'] },
    });
  });

  test('more is said under the file while the correction is open', async () => {
    await of.say('ha', 'Plan gia hạn đến 25/06/2032');
    const back = await of.send('ha', [await of.file('giay.pdf')], 'số 88/GĐK-VPĐD');
    expect(back).toContain('→ 88/GĐK-VPĐD');
    expect(back).toContain('→ thứ Sáu, 25/06/2032');
    await of.press('ha', 'Bỏ bản nháp');
  });
});

describe('what may not be', () => {
  test('a mark of secrecy is refused also where a correction is open, and nothing of it is kept', async () => {
    await of.say('ha', 'website của GNI là gni.example.org');
    const file = await of.file('Quyet dinh MẬT.pdf');
    expect(await of.send('ha', [file])).toContain('dấu độ mật');
    await of.say('ha', 'bỏ bản nháp');
  });

  test('an undo takes the papers back with the correction', async () => {
    await of.say('ha', 'website của GNI là gni.example.org');
    await of.send('ha', [await of.file('gni.pdf')]);
    await of.press('ha', 'Ghi vào sổ');
    expect((await of.press('ha', 'Hoàn tác')).join('\n')).toContain('Đã hoàn tác');
    expect((await of.standing('gni')).website).toBeNull();
    expect(await of.history('ha', 'GNI')).toContain('hoàn tác giấy tờ kèm');
    expect(of.buttons('ha')).not.toContain('Giấy tờ');
  });

  test('a unit does not see the history, and a file of theirs stays a need’s', async () => {
    await of.say('senh', 'thẻ SCI');
    expect(of.buttons('senh')).not.toContain('Lịch sử sửa');
    expect(
      await of.send('senh', [await of.file('SCI gia han den 2032.pdf')], 'SCI gia hạn đến 08/01/2032'),
    ).not.toContain('Ghi vào sổ');
  });
});
