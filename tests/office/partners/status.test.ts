import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/base/access/access.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import type { LookContext } from '../../../src/chat/dialogue/types.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Say } from '../../../src/chat/messaging/types.ts';
import type { Lang } from '../../../src/chat/text.ts';
import { type Understood, understand, type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import { wrappedLines } from '../../../src/office/partners/card/fit.ts';
import { partnerActions } from '../../../src/office/partners/flows/actions.ts';
import { ngoStatus } from '../../../src/office/partners/flows/status.ts';
import { partners as slice } from '../../../src/office/partners/index.ts';
import { saidName } from '../../../src/office/partners/rules/asked.ts';
import { vocabularyEntries } from '../../../src/office/partners/vocabulary.ts';
import { actor, now, seededStore } from './seeded.ts';

const partners = slice({ keys: keyring(randomBytes(32)), undoSeconds: 120 });

let store: Store;
let close: () => Promise<void>;
let words: Vocabulary;

beforeAll(async () => {
  ({ store, close } = await seededStore());
  const entries = await store.read((reads) => vocabularyEntries(reads));
  words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: entries });
});
afterAll(() => close?.());

const by = (role: Role, lang: Lang = 'vi'): LookContext => ({ actor: actor(role), now, lang, vocabulary: words });
const understood = (text: string, ngo?: string | string[]): Understood => ({
  intent: 'ngo_status',
  confidence: 0.9,
  slots: ngo ? { ngo } : {},
  text,
});

/** What is said to a question, `ngo` being what the understanding has found in it. */
const ask = (role: Role, text: string, ngo?: string | string[], lang: Lang = 'vi'): Promise<readonly Say[]> =>
  store.read((reads) => ngoStatus.look!(reads, by(role, lang), understood(text, ngo)));

/** What is said to a question as it is understood. */
const askAsRead = (role: Role, text: string): Promise<readonly Say[]> =>
  store.read((reads) =>
    ngoStatus.look!(reads, by(role), understand(text, { vocabulary: words, now, asker: 'officer' })),
  );

/** What is said to a press on a button of `say` with this label. */
const press = (role: Role, say: Say, label: string): Promise<readonly Say[]> => {
  const { call } = say.buttons!.flat().find((button) => button.label === label)!;
  const action = partnerActions.find(({ name }) => name === call.action)!;
  return store.read((reads) => action.look!(reads, by(role), call.args));
};
const labels = (say: Say) => (say.buttons ?? []).flat().map((button) => button.label);
const said = (all: readonly Say[]) => all.map((say) => plain(say.text)).join('\n---\n');

describe('the card of an organisation', () => {
  test('an officer gets everything, with buttons for what is behind it', async () => {
    const [card, ...more] = await ask('officer', 'sci con han ko', 'Save the Children International');
    expect(more).toEqual([]);
    expect(plain(card!.text).split('\n')).toEqual([
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
    expect(labels(card!)).toEqual([
      'Dự án',
      'Liên hệ',
      'Lịch sử làm việc',
      'Nhu cầu phù hợp',
      'Lịch sử sửa',
      'Báo sai',
      'Xem đủ',
    ]);
  });

  test.each(['focal_point', 'unit_approver'] as const)('%s: the status, no grants, no talks', async (role) => {
    const [card] = await ask(role, 'sci', 'Save the Children International');
    expect(plain(card!.text)).toContain('còn 46 ngày');
    expect(plain(card!.text)).not.toMatch(/Gia hạn|dự án|Gặp/);
    expect(labels(card!)).toEqual(['Báo sai']);
  });

  test.each(['guest', 'admin'] as const)('%s: what is published', async (role) => {
    const [card] = await ask(role, 'sci', 'Save the Children International');
    expect(plain(card!.text)).toContain('Y tế, giáo dục, xã hội');
    expect(plain(card!.text)).not.toContain('46');
    expect(labels(card!)).toEqual([]);
  });

  test('who has not consented is a guest', async () => {
    const silent = { ...by('officer'), actor: { ...actor('officer'), consent: 'withdrawn' as const } };
    const [card] = await store.read((reads) =>
      ngoStatus.look!(reads, silent, understood('sci', 'Save the Children International')),
    );
    expect(plain(card!.text)).not.toContain('46');
  });

  test('what is not published does not exist for a guest', async () => {
    const entry = await ask('officer', 'manos unidas', 'Manos Unidas');
    expect(said(entry)).toContain('Giấy đăng ký: chưa có thông tin');
    const guest = await ask('guest', 'manos unidas', 'Manos Unidas');
    const nobody = await ask('guest', 'mamos umidas');
    expect(said(guest)).toBe(said(nobody).replace('mamos umidas', 'manos unidas'));
    expect(guest[0]!.buttons ?? []).toEqual([]);
  });

  test('every organisation of the register has a card of one screen for everybody, in both languages', async () => {
    for (const [i, entry] of words.lists.partners.entries()) {
      for (const role of i % 6 === 0 ? (['officer', 'focal_point', 'guest'] as const) : (['officer'] as const)) {
        for (const lang of ['vi', 'en'] as const) {
          const [card] = await ask(role, entry.name, entry.name, lang);
          expect(wrappedLines(card!.text), plain(card!.text)).toBeLessThanOrEqual(12);
          expect(plain(card!.text)).not.toMatch(/undefined|null|NaN|evidence|vietnamplus/);
        }
      }
    }
  });

  test('two or three at once get a card each', async () => {
    const cards = await ask('officer', 'plan và oxfam', ['Plan International', 'Oxfam']);
    expect(cards.map((card) => plain(card.text).split('\n')[0])).toEqual([
      '🟢 Plan International – Anh',
      '🟡 Oxfam – Kê-ni-a',
    ]);
  });

  test('in English', async () => {
    const [full] = await ask('director', 'when does plan’s registration expire', 'Plan International', 'en');
    expect(plain(full!.text)).toMatch(/^🟢 Plan International – valid\n/);
    expect(plain(full!.text)).toContain('Representative office: valid until\nFriday, 25 June 2027 (214 days left)');
  });
});

describe('behind the card', () => {
  test('the grants, running ones first, paged', async () => {
    const [card] = await ask('officer', 'sci', 'Save the Children International');
    const [first] = await press('officer', card!, 'Dự án');
    expect(plain(first!.text).split('\n').slice(0, 5)).toEqual([
      'Save the Children: dự án 1–2/3',
      'VT-2026-002 🟢 đang thực hiện',
      'Trường học an toàn, thân thiện',
      '7,2 tỷ đồng, giải ngân 58%',
      'Thời gian: 9/2025 – 9/2027',
    ]);
    const [last] = await press('officer', first!, 'Xem tiếp');
    expect(plain(last!.text)).toContain('✅ đã bàn giao');
    expect(labels(last!)).toEqual([]);
  });

  test('the talks, the newest first, paged', async () => {
    const [card] = await ask('officer', 'sci', 'Save the Children International');
    const [first] = await press('division_head', card!, 'Lịch sử làm việc');
    expect(plain(first!.text).split('\n').slice(0, 4)).toEqual([
      'Save the Children: làm việc 1–2/3',
      'Thứ Hai, 12/10/2026: chị Hà',
      expect.stringContaining('Làm việc trực tiếp: Trao đổi kế hoạch'),
      '→ Gửi danh mục nhu cầu y tế (15/12/2026)',
    ]);
    expect(labels(first!)).toEqual(['Xem tiếp']);
  });

  test('the rest of the card', async () => {
    const [card] = await ask('officer', 'sci', 'Save the Children International');
    expect(said(await press('officer', card!, 'Xem đủ')).split('\n')).toEqual([
      'Số 105/GĐK-MH, cấp 09/01/2022',
      'Quan hệ: đối tác của tỉnh',
      'Giới thiệu danh mục: 12/10/2026',
      'Tiêu chí lựa chọn: chưa xem xét',
      'Số liệu ghi: giấy đăng ký 23/11/2026, dự án 23/11/2026',
    ]);
  });

  test('a button that was forwarded opens nothing that its presser may not see', async () => {
    const [card] = await ask('officer', 'sci', 'Save the Children International');
    for (const role of ['focal_point', 'guest', 'admin'] as const) {
      for (const label of ['Dự án', 'Lịch sử làm việc'])
        expect(said(await press(role, card!, label))).toContain('Không mở được mục này');
      expect(said(await press(role, card!, 'Xem đủ'))).not.toContain('GĐK-MH');
    }
  });

  test.each(partnerActions.map(({ name, look }) => [name, look!] as const))(
    '%s: arguments of another time are "no longer there"',
    async (_, look) => {
      for (const args of [
        null,
        7,
        {},
        { id: 'x' },
        { ids: ['x'] },
        { ids: [] },
        { id: '01890000-0000-7000-8000-000000000009' },
      ])
        expect(said(await store.read((reads) => look(reads, by('officer'), args)))).toContain('Không mở được mục này');
    },
  );
});

describe('who is not a foreign NGO', () => {
  test.each([
    ['JICA (SNRM project)', 'JICA không phải tổ chức PCPNN:\ncơ quan của Chính phủ Nhật Bản (ODA).'],
    ['UNICEF', 'UNICEF không phải tổ chức PCPNN:\nquỹ của Liên hợp quốc.'],
    ['Centre for Sustainable Rural Development (SRD)', 'SRD không phải tổ chức PCPNN:\ntổ chức của Việt Nam.'],
  ])('%s', async (name, text) => {
    for (const role of ['guest', 'officer'] as const) expect(said(await ask(role, name, name))).toContain(text);
  });

  test('a mission has a card of its own', async () => {
    const [card] = await ask('officer', 'đsq nhật', 'Embassy of Japan in Hanoi');
    expect(plain(card!.text)).toMatch(/^Đại sứ quán Nhật Bản\nViện trợ quy mô nhỏ: GGP/);
    expect(labels(card!)).toEqual([
      'Liên hệ',
      'Lịch sử làm việc',
      'Nhu cầu phù hợp',
      'Lịch sử sửa',
      'Báo sai',
      'Xem đủ',
    ]);
  });
});

describe('when it is not clear who is meant', () => {
  test('a name that two share is asked back, with both as an answer', async () => {
    const [which] = await ask('officer', 'caritas het han chua');
    expect(plain(which!.text)).toBe('Anh/chị hỏi tổ chức nào ạ?');
    expect(labels(which!).toSorted()).toEqual(['Caritas Thụy Sĩ', 'Caritas Đức', 'Cả hai'].toSorted());
    expect(said(await press('officer', which!, 'Caritas Đức'))).toContain('Tổ chức Caritas Đức');
    expect(await press('officer', which!, 'Cả hai')).toHaveLength(2);
  });

  test('a name that nobody has: said so, with the nearest', async () => {
    const [near] = await ask('officer', 'giấy đăng ký của Helvetta còn hạn không');
    const text = plain(near!.text);
    if (text.startsWith('Chưa tìm thấy')) {
      expect(text).toContain('“Helvetta”');
      expect(labels(near!)).toContain('Helvetas Thụy Sĩ');
    } else expect(text).toContain('Helvetas');
    const [none] = await ask('officer', 'tổ chức Xyzzy Qwop còn hạn không');
    expect(plain(none!.text)).toContain('Chưa tìm thấy “Xyzzy Qwop” trong sổ theo dõi');
    expect(plain(none!.text)).toContain('ví dụ: SCI');
  });

  test('a name as heard that is not certain, and a stranger with a name like ours: buttons, no card', async () => {
    for (const [question, button] of [
      ['Childfund Nhật còn hạn không', 'ChildFund Australia'],
      ['saemaul bank còn hạn không', 'Saemaul'],
    ] as const) {
      const asked = await askAsRead('officer', question);
      expect(asked, question).toHaveLength(1);
      expect(labels(asked[0]!).join(), question).toContain(button);
      expect(plain(asked[0]!.text), question).toContain('Anh/chị có hỏi tổ chức nào dưới đây không ạ?');
    }
    const [none] = await askAsRead('officer', 'tổ chức Sao Mai còn hạn không');
    expect(plain(none!.text)).toContain('Chưa tìm thấy “Sao Mai”');
  });

  test('a name as heard that can be only one gets its card', async () => {
    expect(said(await askAsRead('officer', 'cho hỏi uôn vi dần còn hạn không ạ'))).toContain('World Vision');
    expect(said(await askAsRead('officer', 'bên hen vê tát hết hạn chưa'))).toContain('Helvetas');
  });

  test.each(['plan và sci còn hạn không', 'so sánh Plan với SCI', 'plan, sci con han ko'])(
    '%s: a card of each',
    async (question) => {
      const cards = await askAsRead('officer', question);
      expect(cards.map((card) => plain(card.text).split('\n')[0])).toEqual([
        expect.stringContaining('Plan International'),
        expect.stringContaining('Save the Children'),
      ]);
    },
  );

  test('bodies that are no NGOs are told so, with what they are', async () => {
    expect(said(await askAsRead('officer', 'JICA còn hạn không'))).toMatch(
      /JICA.*không phải|cơ quan của Chính phủ Nhật Bản/s,
    );
    expect(said(await askAsRead('officer', 'unicef còn hạn đăng ký không'))).toContain('quỹ của Liên hợp quốc');
    expect(said(await askAsRead('officer', 'koica het han chua'))).toContain('cơ quan của Chính phủ Hàn Quốc');
  });

  test('no name at all: asked for one, with an example', async () => {
    const [which] = await ask('officer', 'còn hạn đăng ký không ạ');
    expect(plain(which!.text)).toContain('ví dụ: SCI còn hạn không');
  });
});

test.each([
  ['tổ chức Xyzzy còn hạn không ạ', 'Xyzzy'],
  ['bên Bánh mì cho Thế giới hết hạn khi nào?', 'Bánh mì cho Thế giới'],
  ['giay dang ky cua abc foundation con han ko', 'abc foundation'],
  ['is Foo Bar still registered?', 'Foo Bar'],
  ['còn hạn không', ''],
  ['', ''],
])('%s asks about "%s"', (question, name) => {
  expect(saidName(question)).toBe(name);
});

test('questions about the register may interrupt a form', () => {
  const questions = ['ngo_status', 'ngo_project_list', 'mission_search'];
  const flows = partners.flows!.filter(({ name }) => questions.includes(name));
  expect(flows.map(({ inForm }) => inForm)).toEqual([true, true, true]);
});
