import type { Field } from '../../src/chat/dialogue/form/types.ts';
import { form } from '../../src/chat/dialogue/form/types.ts';
import type { Flow, Slice } from '../../src/chat/dialogue/types.ts';
import { label } from '../../src/chat/text.ts';
import { fold } from '../../src/language/index.ts';

const title: Field<string> = {
  label: label('Tên', 'Title'),
  free: true,
  ask: () => ['Tên của việc là gì ạ?'],
  read: (input) =>
    input.kind === 'text' && input.text.length >= 5
      ? { ok: input.text }
      : { error: ['Tên ngắn quá, ví dụ: Nước sạch xã Co Mạ.'] },
  show: (value) => value,
  store: (value) => value,
  load: (stored) => (typeof stored === 'string' && stored.length >= 5 ? stored : undefined),
};

export const colours = ['đỏ', 'cam', 'vàng', 'lục', 'lam', 'chàm', 'tím', 'đen', 'trắng', 'xám', 'hồng', 'nâu'];

const colour: Field<string> = {
  label: label('Màu', 'Colour'),
  ask: () => ['Chọn màu nào ạ?'],
  choices: () => colours.map((c) => ({ label: c, value: c })),
  read: (input) => {
    const typed = input.kind === 'text' ? fold(input.text) : '';
    const found = colours.find((c) => fold(c) === typed);
    return found ? { ok: found } : { error: ['Chưa rõ màu, ví dụ: đỏ.'] };
  },
  show: (value) => value,
  store: (value) => value,
  load: (stored) => colours.find((c) => c === stored),
};

interface Sum {
  readonly total: number;
  readonly own?: number;
}
const sum: Field<Sum> = {
  label: label('Tiền', 'Money'),
  typed: true,
  ask: (c) => (c.value ? [`Tổng ${c.value.total}, phần tự có bao nhiêu ạ?`] : ['Tổng bao nhiêu ạ?']),
  choices: (c) => (c.value ? [{ label: 'Không có', value: { total: c.value.total, own: 0 } }] : []),
  read: (input, c) => {
    const numbers = input.kind === 'text' ? [...input.text.matchAll(/\d+/g)].map((m) => Number(m[0])) : [];
    if (numbers.length === 0) return { error: ['Chưa rõ số, ví dụ: 800.'] };
    return {
      ok: c.value
        ? { ...c.value, own: numbers[0]! }
        : { total: numbers[0]!, ...(numbers[1] === undefined ? {} : { own: numbers[1] }) },
    };
  },
  complete: (value) => value.own !== undefined,
  show: (value) => `${value.total}/${value.own ?? '?'}`,
  store: (value) => ({ ...value }),
  load: (stored) =>
    typeof stored === 'object' && stored !== null && 'total' in stored ? (stored as unknown as Sum) : undefined,
};

const note: Field<string> = { ...title, label: label('Ghi chú', 'Note'), ask: () => ['Ghi chú thêm?'], optional: true };
const more: Field<string> = { ...title, label: label('Chi tiết', 'Details'), ask: () => ['Chi tiết?'], later: true };

export interface Submitted {
  readonly draft: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A form small enough to see whole, with a field of every kind; what was submitted stands in `submitted`. */
export function sampleSlice(submitted: Submitted[] = []): Slice {
  const begin: Flow = {
    name: 'sample',
    intents: ['sample'],
    command: 'form',
    may: () => true,
    run: (turn, ask) => turn.open('sample', { text: ask.text.replace(/^\/form\s*/, '') }),
  };
  const help: Flow = {
    name: 'help',
    intents: ['help'],
    may: () => true,
    inForm: true,
    run: (turn) => turn.reply({ text: ['Các việc có thể làm: …'] }),
  };
  const deadline: Flow = {
    name: 'deadline',
    intents: ['round_status'],
    command: 'deadline',
    may: () => true,
    inForm: true,
    run: (turn) => turn.reply({ text: ['Hạn nộp là thứ Sáu, 27/11/2026.'] }),
  };
  const other: Flow = {
    name: 'other',
    intents: ['export'],
    command: 'other',
    may: () => true,
    run: (turn) => turn.reply({ text: ['việc khác'] }),
  };
  return {
    name: 'sample',
    flows: [begin, help, deadline, other],
    forms: [
      form('sample', {
        title: label('Việc mẫu', 'Sample'),
        fields: { title, colour, sum, note, more },
        may: () => true,
        submitLabel: label('Gửi đi', 'Submit'),
        understand: (text) => {
          const found: Record<string, unknown> = {};
          const name = /Tên:\s*(.+)/.exec(text)?.[1];
          const tint = colours.find((c) => text.includes(`màu ${c}`) || text.includes(`Màu: ${c}`));
          if (name) found['title'] = name;
          if (tint) found['colour'] = tint;
          return found as never;
        },
        review: (answers, c) => [
          '⚪ BẢN NHÁP – CHƯA GỬI',
          `Tên: ${answers.title ?? '…'}`,
          `Màu: ${answers.colour ?? '…'}`,
          `Tiền: ${answers.sum ? sum.show(answers.sum, c.lang) : '…'}`,
          ...(c.missing.length > 0 ? [`Còn ${c.missing.length} mục`] : []),
        ],
        submit: async (_turn, draft, answers) => {
          submitted.push({ draft: draft.id, answers: { ...answers } });
          return { receipt: { text: ['✅ đã nhận'] } };
        },
      }),
    ],
  };
}
