import { describe, expect, test } from 'vitest';
import { fold, looksLikeQuestion, pickedNumber, reservedWord } from '../../src/language/index.ts';
import { fc, test as prop } from './property.ts';

describe('the whole message is one reserved word', () => {
  test.each([
    ['dạ gửi ạ', 'send'],
    ['gui', 'send'],
    ['guwir', 'send'],
    ['Gửi Sở Ngoại vụ', 'send'],
    ['ok gửi đi', 'send'],
    ['send', 'send'],
    ['ok em', 'ok'],
    ['OK!!!', 'ok'],
    ['👍', 'ok'],
    ['thôi nhé', 'stop'],
    ['dừng', 'stop'],
    ['Dừng – đã lưu', 'stop'],
    ['hủy đi ạ', 'cancel'],
    ['huỷ', 'cancel'],
    ['huyr', 'cancel'],
    ['Bỏ bản nháp', 'cancel'],
    ['để sau nhé', 'later'],
    ['Để sau – đã lưu', 'later'],
    ['ko biết', 'unknown'],
    ["I don't know", 'unknown'],
    ['không rõ', 'unknown'],
    ['chưa có ạ', 'none_yet'],
    ['không', 'no'],
    ['Không ạ', 'no'],
    ['có ạ', 'yes'],
    ['vâng ạ', 'yes'],
    ['đúng rồi', 'yes'],
    ['đồng ý', 'yes'],
    ['hoàn tác', 'undo'],
    ['tiếp tục', 'continue'],
    ['bỏ qua', 'skip'],
    ['quay lại', 'back'],
    ['menu', 'menu'],
    ['giúp em với', 'help'],
    ['gửi trẻ mầm non', null],
    ['Hỗ trợ trẻ em', null],
    ['không có', null],
    ['gửi 3 xã', null],
    ['xã Co Mạ', null],
    ['An', null],
    ['Bình', null],
    ['chị Hoa', null],
  ] as const)('%s', (text, word) => expect(reservedWord(text)).toBe(word));

  const words = [
    'gửi',
    'ok',
    'hủy',
    'để sau',
    'không biết',
    'chưa có',
    'thôi',
    'menu',
    'quay lại',
    'bỏ qua',
    'giúp',
    'tiếp tục',
    'hoàn tác',
    'send',
    'cancel',
    'later',
  ] as const;
  const decorated = fc.record({
    word: fc.constantFrom(...words),
    before: fc.constantFrom('', 'dạ ', 'em ', 'dạ em ', 'thưa anh '),
    after: fc.constantFrom('', ' ạ', ' nhé', ' nha', ' đi ạ', ' em', ' anh ơi', ' với ạ', ' please'),
    end: fc.constantFrom('', '!', '...', ' !!!', '.', ' 🙏', ' 👍'),
    upper: fc.boolean(),
    plain: fc.boolean(),
  });
  prop('politeness, case, punctuation and lost marks never hide it', decorated, (d) => {
    let text = `${d.before}${d.word}${d.after}${d.end}`;
    if (d.upper) text = text.toUpperCase();
    if (d.plain) text = fold(text);
    expect(reservedWord(text), text).toBe(reservedWord(d.word));
  });
});

test.each([
  ['3', 3],
  ['số 3', 3],
  ['chọn 2', 2],
  ['cái thứ hai', 2],
  ['2.', 2],
  ['chọn số 2 ạ', 2],
  ['số ba', 3],
  ['cái đầu tiên', 1],
  ['option 2', 2],
  ['thứ tư', 4],
  ['12', 12],
  ['ba', null],
  ['120 hộ', null],
  ['0', null],
  ['2 tỷ', null],
  ['nhu cầu 2', null],
] as const)('picked: %s', (text, n) => expect(pickedNumber(text)).toBe(n));

test.each([
  ['à hạn nộp là ngày nào ấy nhỉ?', true],
  ['han nop bn', true],
  ['đối ứng là gì', true],
  ['when is the deadline', true],
  ['bao giờ thì phải nộp', true],
  ['doi ung co bat buoc k', true],
  ['xã em thì ai duyệt', true],
  ['cần giấy tờ gì vậy', true],
  ['cái này ghi thế nào ạ', true],
  ['có cần công văn không', true],
  ['ai ký công văn vậy', true],
  ['Hỗ trợ trẻ em', false],
  ['Cấp nước sinh hoạt cho 3 bản', false],
  ['120 hộ có nước sạch quanh năm', false],
  ['Vì bà con không có nước', false],
  ['Xây cầu qua suối', false],
  ['Nhà bán trú cho học sinh không có chỗ ở', false],
  ['Hạn chế tảo hôn', false],
  ['Chống hạn cho lúa', false],
  ['Nâng cao năng lực ứng phó hạn hán', false],
  ['Khi nào có lũ bà con sơ tán an toàn', false],
] as const)('a question inside a form: %s', (text, asks) => expect(looksLikeQuestion(text)).toBe(asks));

test('folding', () => {
  expect(fold('  Mường  LA ')).toBe('muong la');
  expect(fold('Đặng Thị ƯỚC')).toBe('dang thi uoc');
});
