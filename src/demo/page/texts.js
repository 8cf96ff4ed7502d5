/** What the demonstration page itself says; everything in the phones comes from the conversation. */
const words = {
  vi: {
    lead: 'Trợ lý viện trợ của Sở Ngoại vụ tỉnh Sơn La',
    demo: 'Bản minh họa – dữ liệu không có thật',
    watch: 'Từ lúc mở trang',
    other: 'English',
    story: 'Đường đi của một nhu cầu',
    steps: ['Xã gửi nhu cầu', 'Chuyên viên được báo', 'Đề nghị bổ sung', 'Xã sửa, gửi lại', 'Được tiếp nhận'],
    page: 'Trang minh họa',
    phones: 'Ba điện thoại',
    names: { zalo: 'Zalo', telegram: 'Telegram', web: 'Trang web' },
    kinds: {
      zalo: 'tối đa năm nút, nhiều hơn thì gõ số',
      telegram: 'nút dưới tin, tin đổi ngay tại chỗ',
      web: 'không cần cài gì, có mạng là dùng được',
    },
    hand: 'Điện thoại này của ai',
    roles: { focal: 'Xã Co Mạ', officer: 'Chuyên viên', head: 'Trưởng phòng', guest: 'Khách (EN)' },
    who: {
      focal: 'Thào A Sếnh, cán bộ đầu mối xã Co Mạ',
      officer: 'Quàng Văn Minh, chuyên viên Sở Ngoại vụ',
      head: 'Cầm Văn Tuấn, Trưởng phòng Hợp tác quốc tế',
      guest: 'Khách nước ngoài, nói tiếng Anh',
    },
    chips: 'Bấm để điện thoại tự gõ',
    write: 'Tin nhắn',
    send: 'Gửi',
    talk: 'Cuộc trò chuyện',
    account: 'Sở Ngoại vụ tỉnh Sơn La',
    bot: 'bot',
    edited: 'đã sửa',
    waiting: 'chờ mạng',
    refused: 'không gửi được',
    empty: 'Chưa có tin nào.',
    noPlatform: 'Đang tắt: tin không ra, không vào',
    noServer: 'Đang kết nối lại…',
    ops: 'Vận hành',
    up: (pid, age) => `Máy chủ đang chạy ${age} · tiến trình ${pid}`,
    down: 'Máy chủ đã bị tắt. Đang tự khởi động lại…',
    kill: 'Tắt đột ngột máy chủ',
    killed: 'Đã tắt máy chủ giữa chừng. Anh/chị cứ gõ tiếp, tin được giữ lại.',
    back: (seconds) => `Máy chủ đã chạy lại sau ${seconds} giây. Việc đang soạn còn nguyên, tin gõ lúc tắt đã tới.`,
    noParent: 'Chạy bằng “npm start” thì nút này mới khởi động lại được máy chủ.',
    tooFast: 'Máy chủ vừa khởi động lại, xin chờ vài giây rồi bấm tiếp.',
    switchOf: (name) => `${name} hoạt động`,
    off: (name) =>
      `${name} đã tắt. Thông báo cho ai có kênh khác thì sang kênh đó; không có thì chuyên viên nhận việc gọi điện (gõ “việc của tôi”).`,
    on: (name) => `${name} hoạt động trở lại.`,
    next: 'Bấm tiếp ở đây',
    fresh: 'có tin mới',
    made: 'Người, đơn vị, số điện thoại và số liệu đều là dữ liệu minh họa.',
    people: 'Vào vai một người trên máy này',
    done: 'đã xong lúc',
  },
  en: {
    lead: 'The aid assistant of Sơn La Department of Foreign Affairs',
    demo: 'Demonstration – nothing here is real',
    watch: 'Since the page was opened',
    other: 'Tiếng Việt',
    story: 'The way of a need',
    steps: ['Commune sends a need', 'Officer is told', 'Returned with a reason', 'Mended and sent again', 'Accepted'],
    page: 'Demonstration page',
    phones: 'Three phones',
    names: { zalo: 'Zalo', telegram: 'Telegram', web: 'Web page' },
    kinds: {
      zalo: 'five buttons at most, else a number is typed',
      telegram: 'buttons under messages, messages change in place',
      web: 'nothing to install, works wherever there is a line',
    },
    hand: 'In whose hand this phone is',
    roles: { focal: 'Commune', officer: 'Officer', head: 'Head', guest: 'Guest' },
    who: {
      focal: 'Thào A Sếnh, focal point of Co Mạ commune',
      officer: 'Quàng Văn Minh, officer of the Department',
      head: 'Cầm Văn Tuấn, head of the International Cooperation Division',
      guest: 'A foreign guest who speaks English',
    },
    chips: 'Press, and the phone types by itself',
    write: 'Message',
    send: 'Send',
    talk: 'Conversation',
    account: 'Department of Foreign Affairs',
    bot: 'bot',
    edited: 'edited',
    waiting: 'waits for a connection',
    refused: 'could not be sent',
    empty: 'No messages yet.',
    noPlatform: 'Switched off: nothing gets out or in',
    noServer: 'Connecting again…',
    ops: 'Operation',
    up: (pid, age) => `The server has run for ${age} · process ${pid}`,
    down: 'The server was killed. It is starting again by itself…',
    kill: 'Kill the server',
    killed: 'Killed in the middle. Keep typing: messages are kept.',
    back: (seconds) =>
      `The server runs again after ${seconds} seconds. The open form is still there, and what was typed has arrived.`,
    noParent: 'Run it by “npm start”: then this button can have the server started again.',
    tooFast: 'The server has just been started again: please wait a few seconds.',
    switchOf: (name) => `${name} works`,
    off: (name) =>
      `${name} is switched off. A notice takes the person's other channel; where there is none, an officer gets a duty to phone (type “việc của tôi”).`,
    on: (name) => `${name} works again.`,
    next: 'Press here next',
    fresh: 'new message',
    made: 'People, units, phone numbers and figures are demonstration data.',
    people: 'Be one of the people on this device',
    done: 'done at',
  },
};

/** The page's words in the language that is set now. */
export let t = words.vi;
const listeners = [];

/** Calls `write` now and whenever the language changes. */
export function onLang(write) {
  listeners.push(write);
  write();
}

/** Sets the language of the page. */
export function setLang(lang) {
  t = words[lang] ?? words.vi;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t[element.dataset.t];
  for (const element of document.querySelectorAll('[data-a]')) element.setAttribute('aria-label', t[element.dataset.a]);
  for (const write of listeners) write();
}

/** "0:07" of seconds. */
export const clockWords = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const spanWords = (span) => (typeof span === 'string' ? span : String(span.b ?? span.code ?? span.link ?? ''));

/** The lines of a message as plain text. */
export const wordsOf = (lines) =>
  lines.map((line) => (Array.isArray(line) ? line : [line]).map(spanWords).join('')).join('\n');
