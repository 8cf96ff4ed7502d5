import { describe, expect, test } from 'vitest';
import {
  type Asker,
  followUp,
  pointsAt,
  type Shown,
  sameDistrict,
  shownOf,
  understand,
} from '../../src/language/index.ts';
import { fc, test as property } from './property.ts';
import { names, now } from './support.ts';

const by = (asker: Asker) => ({ vocabulary: names, now, asker });
const officer = by('officer');
/** The name that a spelling stands for. */
const called = (said: string) => understand(`${said} còn hạn không`, officer).slots['ngo'] as string;
const partner = (said: string) => names.lists.partners.find((p) => p.name === called(said))!.id;

const asked = (text: string, kind: Shown['kind'], ids: readonly string[], focus: number | null = null): Shown => {
  const shown = shownOf(understand(text, officer), kind, ids);
  return focus === null ? shown : { ...shown, focus };
};
const sci = asked('sci còn hạn không', 'partner', [partner('SCI')]);
const list = asked('nhu cầu giáo dục ở xã Co Mạ', 'need', ['a', 'b', 'c']);

/** The intent and slots that the words become. */
const meant = (text: string, shown: Shown, asker: Asker = 'officer') => {
  const found = followUp(text, shown, by(asker));
  return found?.is === 'ask' ? { intent: found.ask.intent, ...found.ask.slots } : found;
};

describe('a pronoun', () => {
  test.each([
    ['nó hết hạn khi nào', 'ngo_status'],
    ['no het han khi nao', 'ngo_status'],
    ['tổ chức này còn hiệu lực không', 'ngo_status'],
    ['dự án của nó', 'ngo_project_list'],
    ['du an cua no', 'ngo_project_list'],
    ['its projects', 'ngo_project_list'],
    ['liên hệ của tổ chức đó', 'ngo_contacts'],
  ])('%s', (text, intent) => {
    expect(meant(text, sci)).toMatchObject({ intent, ngo: called('SCI') });
  });
  test('means the thing that was opened last, with what is to be done with it', () => {
    expect(meant('trả lại cái này vì thiếu đầu mối', { ...list, focus: 1 })).toMatchObject({
      intent: 'need_review',
      need_id: 'b',
      decision: 'return',
      reason: 'thiếu đầu mối',
    });
    expect(meant('rút nhu cầu này', { ...list, focus: 2 }, 'department')).toMatchObject({
      intent: 'withdraw_need',
      need_id: 'c',
    });
  });
  test('where several were shown and none was opened it is asked which', () => {
    expect(followUp('cái này đến đâu rồi', list, officer)).toEqual({ is: 'which', shown: 3 });
  });
  test.each(['nhu cầu này đến đâu rồi', 'nó thuộc CARE à', 'no need for now', 'em chưa nộp nó có sao không nhỉ'])(
    'is none here: %s',
    (text) => {
      const found = meant(text, sci) as { ngo?: string } | null;
      expect(found?.ngo === called('SCI') && text.includes('CARE')).toBe(false);
      if (text.startsWith('nhu cầu') || text.startsWith('no need')) expect(found).toBeNull();
    },
  );
});

describe('a position', () => {
  test.each([
    ['cái thứ hai', 'b'],
    ['cai thu hai', 'b'],
    ['nhu cầu thứ 3 thì sao', 'c'],
    ['cái cuối cùng', 'c'],
    ['xem cái đầu tiên', 'a'],
    ['the second one', 'b'],
    ['the last one please', 'c'],
    ['cái số 2', 'b'],
  ])('%s', (text, id) => {
    expect(meant(text, list)).toMatchObject({ intent: 'needs_search', need_id: id });
  });
  test('with what is to be done', () => {
    expect(meant('trả lại cái thứ hai vì thiếu đầu mối', list)).toMatchObject({
      intent: 'need_review',
      need_id: 'b',
      decision: 'return',
    });
  });
  test('of more than were shown is said so; of one thing alone nobody speaks so', () => {
    expect(followUp('cái thứ bảy', list, officer)).toEqual({ is: 'beyond', shown: 3 });
    expect(followUp('cái thứ hai', sci, officer)).toBeNull();
  });
  test.each(['nhắc các xã trước thứ hai', 'sáng thứ hai', 'nhu cầu số 2', 'nc 12', 'quý thứ hai', 'lần thứ ba rồi'])(
    'is none here: %s',
    (text) => expect(pointsAt(text)).toBeNull(),
  );
});

describe('a question with one thing changed', () => {
  test.each([
    ['còn y tế?', { field: 'health', place: 'Co Mạ' }],
    ['con y te', { field: 'health', place: 'Co Mạ' }],
    ['thế y tế thì sao', { field: 'health', place: 'Co Mạ' }],
    ['what about health', { field: 'health', place: 'Co Mạ' }],
    ['còn xã Long Hẹ?', { field: 'education', place: 'Long Hẹ' }],
    ['thế còn ở Long Hẹ thì sao ạ', { field: 'education', place: 'Long Hẹ' }],
  ])('%s', (text, slots) => {
    expect(meant(text, list)).toEqual({ intent: 'needs_search', ...slots });
  });
  test('again and again', () => {
    const first = followUp('còn xã Long Hẹ?', list, officer);
    if (first?.is !== 'ask') throw new Error('not understood');
    const next = shownOf(first.ask, 'need', ['d']);
    expect(meant('thế y tế?', next)).toEqual({ intent: 'needs_search', field: 'health', place: 'Long Hẹ' });
  });
  test.each([
    ['thế Plan thì sao', 'Plan'],
    ['the plan thi sao', 'Plan'],
    ['còn CARE?', 'CARE'],
    ['what about oxfam', 'Oxfam'],
  ])('%s', (text, ngo) => {
    expect(meant(text, sci)).toMatchObject({ intent: 'ngo_status', ngo: called(ngo) });
  });
  test.each([
    'còn hạn nộp là ngày nào nhỉ',
    'thế nào rồi',
    'còn bao nhiêu đơn vị chưa nộp',
    'cảm ơn em nhé',
    'nhắc các xã chưa nộp trước 16h thứ sáu',
    'menu',
    'tôi muốn gửi nhu cầu mới',
  ])('is none here: %s', (text) => {
    expect(followUp(text, list, officer)).toBeNull();
  });
});

test('what is left out because a card was just shown', () => {
  expect(meant('còn hiệu lực không', sci)).toMatchObject({ ngo: called('SCI') });
  // A name that nobody knows is a name all the same.
  expect(meant('tổ chức Sao Biển Xanh còn hiệu lực không', sci)).toBeNull();
});

test('the commune next to it: of which, and what is known of it', () => {
  expect(followUp('còn của xã bên cạnh?', list, officer)).toMatchObject({
    is: 'beside',
    code: '03781',
    ask: { intent: 'needs_search', slots: { field: 'education' } },
  });
  const { districts, places } = sameDistrict('03781', names);
  expect(districts).toEqual(['Thuận Châu']);
  expect(places.map((p) => p.name)).toContain('Long Hẹ');
  expect(places.map((p) => p.code)).not.toContain('03781');
});

test('what is kept stays small', () => {
  const long = shownOf(
    { intent: 'needs_search', slots: { money: 'x'.repeat(2_000) }, text: 'y'.repeat(2_000) },
    'need',
    Array.from({ length: 200 }, (_, i) => `${i}`),
  );
  expect(JSON.stringify(long).length).toBeLessThan(1_000);
});

const words = fc.array(
  fc.constantFrom(
    ...'nó cái này thứ hai đầu tiên cuối còn thế thì sao xã bên cạnh Co Mạ y tế giáo dục Plan SCI hết hạn khi nào dự án của trả lại rút 2 số nhu cầu không vâng ? it the second one what about health'.split(
      ' ',
    ),
  ),
  { maxLength: 12 },
);
property(
  'never throws, points only at what was shown, and says so again',
  fc.tuple(words, fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1, max: 5 }), fc.boolean()),
  ([said, count, at, ofPartners]) => {
    const ids = ofPartners
      ? names.lists.partners.slice(0, count).map((p) => p.id)
      : Array.from({ length: count }, (_, i) => `need${i}`);
    const base = shownOf(understand('nhu cầu giáo dục', officer), ofPartners ? 'partner' : 'need', ids);
    const shown = { ...base, focus: at >= 0 && at < count ? at : null };
    const found = followUp(said.join(' '), shown, officer);
    expect(followUp(said.join(' '), shown, officer)).toEqual(found);
    if (found?.is === 'beyond' || found?.is === 'which') expect(found.shown).toBe(ids.length);
    if (found?.is === 'ask' && found.ask.slots['need_id'] !== undefined)
      expect(ids).toContain(found.ask.slots['need_id']);
  },
);
