import { make } from '/web/a/demo/rich.js';
import { onLang, t } from './texts.js';

/** Needs of one commune, each with what the form asks after it: who plays the story again sends another one. */
const needs = [
  [
    'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
    '120 hộ có nước sạch quanh năm',
  ],
  [
    'Kính gửi SNgV, xã Co Mạ cần xây bếp ăn cho trường tiểu học, 210 học sinh. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 6 tháng từ tháng 4/2027.',
    '210 học sinh có bữa trưa nóng mỗi ngày',
  ],
  [
    'Kính gửi SNgV, xã Co Mạ cần tập huấn phòng chống lũ quét cho 5 bản, 260 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 8 tháng từ tháng 5/2027.',
    '260 hộ biết cách ứng phó khi có lũ quét',
  ],
];

/**
 * What each role can have typed. `after`: how many steps of the story must be done, `over`: after how many it
 * is behind us, `asks`: what the bot says when it is due; `{need}`, `{goal}` and `{code}` are filled in.
 * `story` numbers the chips that lead through.
 */
const all = [
  { role: 'focal', story: 1, over: 1, label: ['Dán một đoạn nhu cầu', 'Paste a need'], text: '{need}' },
  { role: 'focal', story: 2, over: 1, asks: /Mục tiêu của dự án/u, label: ['Mục tiêu', 'Objective'], text: '{goal}' },
  {
    role: 'focal',
    story: 3,
    over: 1,
    asks: /gọi ai/u,
    label: ['Người liên hệ', 'Contact'],
    text: 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018',
  },
  {
    role: 'focal',
    story: 4,
    over: 1,
    asks: /^(?![\s\S]*Bản sửa)[\s\S]*Đủ mục để gửi/u,
    label: ['Gửi', 'Send'],
    text: 'gửi',
  },
  { role: 'officer', story: 5, over: 3, after: 2, label: ['Mở nhu cầu', 'Open the need'], text: 'xem {code}' },
  {
    role: 'officer',
    story: 6,
    over: 3,
    asks: /chờ xem xét – NC-/u,
    after: 2,
    label: ['Đề nghị bổ sung', 'Return it'],
    text: 'trả lại {code}, dự toán thiếu chi phí khảo sát',
  },
  {
    role: 'officer',
    story: 7,
    over: 3,
    asks: /hoàn thiện\?[\s\S]*Lý do gửi đơn vị/u,
    after: 2,
    label: ['Gửi đơn vị', 'Send the reason'],
    text: 'gửi đơn vị',
  },
  {
    role: 'focal',
    story: 8,
    over: 4,
    after: 3,
    label: ['Sửa kinh phí', 'Mend the budget'],
    text: 'sửa lại kinh phí là 850 triệu, đối ứng 150 triệu',
  },
  {
    role: 'focal',
    story: 9,
    over: 4,
    asks: /Bản sửa;[\s\S]*Đủ mục để gửi/u,
    after: 3,
    label: ['Gửi lại', 'Send again'],
    text: 'gửi',
  },
  { role: 'officer', story: 10, over: 5, after: 4, label: ['Xem bản sửa', 'See the change'], text: 'xem {code}' },
  {
    role: 'officer',
    story: 11,
    over: 5,
    asks: /chờ xem xét – NC-/u,
    after: 4,
    label: ['Tiếp nhận xem xét', 'Take it up'],
    text: 'tiếp nhận xem xét',
  },
  {
    role: 'officer',
    story: 12,
    over: 5,
    asks: /nhận xem xét NC-/u,
    after: 4,
    label: ['Tiếp nhận', 'Accept'],
    text: 'tiếp nhận',
  },
  { role: 'officer', label: ['“sci con han ko”', '“sci con han ko”'], text: 'sci con han ko' },
  { role: 'officer', label: ['Việc của tôi', 'My duties'], text: 'việc của tôi' },
  { role: 'focal', label: ['“hạn nộp là ngày nào”', '“hạn nộp là ngày nào”'], text: 'hạn nộp là ngày nào' },
  { role: 'focal', label: ['Việc đang dở', 'What is open'], text: 'tiếp tục' },
  { role: 'focal', label: ['Nhu cầu của đơn vị', 'Needs of the unit'], text: 'nhu cầu của đơn vị tôi' },
  { role: 'officer', label: ['Ai chưa gửi?', 'Who has not sent?'], text: 'đơn vị nào chưa gửi nhu cầu' },
  { role: 'officer', label: ['“caritas het han chua”', '“caritas het han chua”'], text: 'caritas het han chua' },
  { role: 'head', label: ['Ai chưa gửi?', 'Who has not sent?'], text: 'đơn vị nào chưa gửi nhu cầu' },
  { role: 'head', label: ['Tiến độ đợt này', 'How far are we?'], text: 'đợt này đến đâu rồi' },
  { role: 'head', label: ['“caritas het han chua”', '“caritas het han chua”'], text: 'caritas het han chua' },
  { role: 'head', label: ['Nhu cầu chờ xem xét', 'Needs that wait'], text: 'nhu cầu chờ xem xét' },
  { role: 'guest', label: ['Can we help?', 'Can we help?'], text: 'How can my organisation help?' },
  { role: 'guest', label: ['Who are you?', 'Who are you?'], text: 'Who are you?' },
  { role: 'guest', label: ['When is the deadline?', 'When is the deadline?'], text: 'What is the deadline for needs?' },
  {
    role: 'guest',
    label: ['Is Plan registered?', 'Is Plan registered?'],
    text: 'When does the registration of Plan expire?',
  },
];
const shownAtOnce = 4;

/** The chips under the phones. `type(phone, text)` lets a phone type; `phones`: phone and place of each; `sent()`: how many needs were sent before. */
export function createChips({ phones, story, sent, type, next }) {
  const used = new Set();
  const busy = new Set();
  let [need, goal] = needs[0];

  /** Which chip the story goes on with; null at its end. */
  const due = () => all.find((chip) => chip.story && !isUsed(chip)) ?? null;
  const isUsed = (chip) => used.has(chip) || (chip.over !== undefined && story.done() >= chip.over);
  const ready = (chip) => !chip.after || story.done() >= chip.after;

  /** The next chips of a role: four that are not used yet, the story's first; when all were used they come again. */
  function chipsOf(role) {
    const own = all.filter((chip) => chip.role === role);
    const left = own.filter((chip) => !isUsed(chip));
    const rest = own.filter((chip) => isUsed(chip) && !chip.story);
    return [...left.filter((chip) => ready(chip)), ...rest, ...left.filter((chip) => !ready(chip))].slice(
      0,
      shownAtOnce,
    );
  }

  async function press(phone, chip) {
    if (busy.has(phone) || !ready(chip)) return;
    busy.add(phone);
    used.add(chip);
    if (chip.story === 1) [need, goal] = needs[sent() % needs.length];
    const words = { need, goal, code: story.code() ?? '' };
    await type(
      phone,
      chip.text.replace(/\{(\w+)\}/g, (_, name) => words[name]),
    );
    busy.delete(phone);
    show();
  }

  function show() {
    const first = due();
    let where = null;
    for (const { phone, place } of phones) {
      const had = place.contains(document.activeElement);
      const at = [...place.children].indexOf(document.activeElement);
      const lang = document.documentElement.lang === 'en' ? 1 : 0;
      const chips = chipsOf(phone.role()).map((chip) => {
        const leads = chip === first && ready(chip) && where === null;
        if (leads) where = phone.name;
        return make(
          'button',
          {
            type: 'button',
            class: `chip${leads ? ' next' : ''}`,
            'aria-disabled': String(!ready(chip)),
            ...(leads ? { 'aria-description': t.next } : {}),
            onclick: () => press(phone, chip),
          },
          chip.label[lang],
        );
      });
      place.replaceChildren(...chips);
      // Whoever goes by keyboard goes on from the same place.
      if (had)
        (chips.find((chip) => chip.classList.contains('next')) ?? chips[Math.min(at, chips.length - 1)])?.focus();
    }
    next(where);
  }

  onLang(show);
  return {
    show,
    /** The bot's newest message to a role: what it asks for is due, however the person came there. */
    asked(role, text) {
      const now = all.find((chip) => chip.role === role && !isUsed(chip) && ready(chip) && chip.asks?.test(text));
      if (!now) return;
      for (const chip of all) if (chip.story < now.story) used.add(chip);
      show();
    },
  };
}
