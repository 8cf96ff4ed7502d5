import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import { partners } from '../../../src/office/partners/index.ts';
import { vocabularyEntries } from '../../../src/office/partners/vocabulary.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { actor, seededStore } from './seeded.ts';

let store: Store;
let close: () => Promise<void>;
let words: Vocabulary;
let kernel: TestKernel;

beforeAll(async () => {
  ({ store, close } = await seededStore());
  const entries = await store.read((reads) => vocabularyEntries(reads));
  words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: entries });
  kernel = await testKernel(store, [partners({ keys: keyring(randomBytes(32)), undoSeconds: 120 })], {
    ports: { vocabulary: () => words },
  });
  kernel.people.set('minh', actor('officer'));
  kernel.people.set('lan', actor('focal_point'));
});
afterAll(async () => {
  await kernel?.stop();
  await close?.();
});

test('an officer in a corridor asks, presses, and reads on', async () => {
  const [card] = await kernel.say('minh', 'sci con han ko');
  expect(card).toContain('🟡 Save the Children (SCI) – Anh');
  const [grants] = await kernel.press('minh', 'Dự án');
  expect(grants).toContain('Save the Children: dự án 1–2/3');
  const [more] = await kernel.press('minh', 'Xem tiếp');
  expect(more).toContain('3–3/3');
});

test.each([
  ['giấy đăng ký của plan còn hạn không', '🟢 Plan International – Anh'],
  ['oxfam hết hạn khi nào', '🟡 Oxfam – Kê-ni-a'],
  ['tinh trang to chuc care the nao', '🔴 CARE'],
  ['wvi con han dang ky ko a', 'World Vision'],
])('%s', async (question, said) => {
  expect((await kernel.say('minh', question)).join('\n')).toContain(said);
});

test('a name that two share: its number, or its words, is an answer', async () => {
  const [which] = await kernel.say('minh', 'caritas het han chua');
  expect(which).toContain('Anh/chị hỏi tổ chức nào ạ?');
  expect((await kernel.say('minh', '1')).join('\n')).toMatch(/Caritas (Switzerland|Germany)/);
  await kernel.say('minh', 'caritas het han chua');
  expect((await kernel.say('minh', 'caritas duc')).join('\n')).toContain('Caritas Germany');
  await kernel.say('minh', 'caritas het han chua');
  expect(await kernel.press('minh', 'Cả hai')).toHaveLength(2);
});

test('a focal point and a guest read less of the same', async () => {
  expect((await kernel.say('lan', 'sci con han ko')).join('\n')).toContain('còn 46 ngày');
  const guest = (await kernel.say('somebody', 'sci con han ko')).join('\n');
  expect(guest).toContain('Y tế, giáo dục, xã hội');
  expect(guest).not.toContain('46');
});

test('JICA is no NGO', async () => {
  expect((await kernel.say('minh', 'jica còn hạn đăng ký không')).join('\n')).toContain(
    'JICA không phải tổ chức PCPNN',
  );
});

test('a mission by its country, or all of them', async () => {
  expect((await kernel.say('minh', 'dsq nhat tai tro gi')).join('\n')).toMatch(
    /^Đại sứ quán Nhật Bản\nViện trợ quy mô nhỏ: GGP/,
  );
  const [list] = await kernel.say('somebody', 'những đại sứ quán nào có viện trợ nhỏ');
  expect(list).toContain('Đại sứ quán, viện trợ quy mô nhỏ 1–5/12');
  expect(list).toContain('– Nhật Bản: GGP, viện trợ không hoàn lại cấp cơ sở');
  expect(list).toContain('Dữ liệu minh họa');
  const [next] = await kernel.press('somebody', 'Xem tiếp');
  expect(next).toContain('6–10/12');
  expect((await kernel.say('minh', 'đại sứ quán brazil')).join('\n')).toMatch(
    /Chưa có đại sứ quán|viện trợ quy mô nhỏ/,
  );
});

test('the projects of an organisation, for those who may see them', async () => {
  expect((await kernel.say('minh', 'du an cua sci')).join('\n')).toContain('Save the Children: dự án 1–2/3');
  expect((await kernel.say('lan', 'du an cua sci')).join('\n')).not.toContain('VT-');
});
