import { type Label, label } from '../../chat/text.ts';

/** What each slash command does, as Telegram's menu shows it; in the order of the menu. */
export const commandWords: Readonly<Record<string, Label>> = {
  menu: label('Các việc có thể làm', 'What can be done'),
  nhucau: label('Gửi nhu cầu viện trợ', 'Submit a need'),
  nhucaucuatoi: label('Nhu cầu của đơn vị', 'Needs of your unit'),
  dangdo: label('Việc đang soạn dở', 'Unfinished drafts'),
  viec: label('Việc của tôi', 'My duties'),
  hannop: label('Hạn nộp nhu cầu', 'When needs are due'),
  toi: label('Tài khoản đang liên kết', 'The linked account'),
  lienket: label('Mời hoặc liên kết tài khoản', 'Invite or link an account'),
  dulieucuatoi: label('Dữ liệu của tôi', 'My data'),
  rutdongy: label('Rút lại đồng ý', 'Withdraw my consent'),
  lang: label('Đổi ngôn ngữ · English', 'Change the language'),
};

/** Above the button that starts the bot; at most 512 characters. */
export const description: Label = label(
  'Nhịp Cầu là kênh nhắn tin của Sở Ngoại vụ: tiếp nhận nhu cầu viện trợ của các đơn vị, báo hạn nộp và kết quả. Bấm BẮT ĐẦU và nhập mã liên kết do Sở cấp. Không gửi tài liệu mật qua kênh này.',
  'Nhịp Cầu is the chat of the Department of Foreign Affairs: units submit their funding needs here and hear what became of them. Press START and enter the code that the Department gave you. Never send secret papers here.',
);

/** In the bot's profile; at most 120 characters. */
export const profile: Label = label(
  'Kênh nhắn tin của Sở Ngoại vụ: gửi nhu cầu viện trợ, hỏi hạn nộp, theo dõi kết quả.',
  'The chat of the Department of Foreign Affairs: submit needs, ask for deadlines, follow results.',
);
