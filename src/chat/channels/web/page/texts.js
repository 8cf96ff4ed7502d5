/** What the page itself says; everything else comes from the conversation. */
const words = {
  vi: {
    office: 'Sở Ngoại vụ',
    older: 'Xem tin cũ hơn',
    welcome: 'Xin chào anh/chị. Bấm “Bắt đầu” hoặc gõ câu hỏi vào ô bên dưới.',
    begin: 'Bắt đầu',
    log: 'Tin nhắn',
    waiting: 'Tin đang gửi',
    typing: 'đang soạn',
    down: 'Xuống tin mới nhất',
    attach: 'Gửi tệp',
    write: 'Nhập tin nhắn',
    send: 'Gửi',
    sending: 'đang gửi',
    kept: 'chờ mạng, sẽ tự gửi',
    sent: 'đã gửi',
    seen: 'đã xem',
    you: 'Anh/chị:',
    bot: 'Nhịp Cầu:',
    unread: 'chưa đọc',
    again: 'Gửi lại',
    drop: 'Bỏ tin này',
    stop: 'Dừng gửi',
    dropHere: 'Thả tệp vào đây để gửi',
    away: 'Mất kết nối. Anh/chị cứ gõ, tin được giữ lại và tự gửi khi có mạng.',
    pressed: 'Đã bấm nút',
    tooLarge: 'Tệp lớn hơn 20 MB nên chưa gửi được. Xin gửi bản nhỏ hơn.',
    refused: 'Không gửi được.',
    noCookies: 'Trình duyệt đang chặn cookie của trang này nên không giữ được cuộc trò chuyện.',
    marks: {
      green: 'xanh',
      yellow: 'vàng',
      red: 'đỏ',
      white: 'trắng',
      done: 'xong',
      file: 'tệp',
      due: 'hạn',
    },
  },
  en: {
    office: 'Department of Foreign Affairs',
    older: 'Show older messages',
    welcome: 'Welcome. Press “Start”, or type your question below.',
    begin: 'Start',
    log: 'Messages',
    waiting: 'Messages being sent',
    typing: 'typing',
    down: 'Go to the newest message',
    attach: 'Send a file',
    write: 'Type a message',
    send: 'Send',
    sending: 'sending',
    kept: 'waiting for a connection',
    sent: 'sent',
    seen: 'seen',
    you: 'You:',
    bot: 'Nhịp Cầu:',
    unread: 'unread',
    again: 'Send again',
    drop: 'Discard',
    stop: 'Stop sending',
    dropHere: 'Drop files here to send them',
    away: 'No connection. Keep typing: messages are kept and sent once it is back.',
    pressed: 'Button pressed',
    tooLarge: 'The file is larger than 20 MB and was not sent. Please send a smaller one.',
    refused: 'It could not be sent.',
    noCookies: "The browser blocks this page's cookies, so the conversation can't be kept.",
    marks: {
      green: 'green',
      yellow: 'yellow',
      red: 'red',
      white: 'white',
      done: 'done',
      file: 'file',
      due: 'due',
    },
  },
};

/** The page's words in the language that is set now. */
export let t = words.vi;

/** The sentence of a refusal (`{ vi, en }`) in the page's language; '' where there is none. */
export const saysWords = (says) => says?.[document.documentElement.lang] ?? says?.vi ?? '';

/** Sets the language of the page and writes its fixed words. */
export function setLang(lang) {
  t = words[lang] ?? words.vi;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-words]')) element.textContent = t[element.dataset.words];
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', t[element.dataset.label]);
  for (const element of document.querySelectorAll('[data-hint]')) element.placeholder = t[element.dataset.hint];
}
