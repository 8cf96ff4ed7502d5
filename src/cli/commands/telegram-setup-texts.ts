import { type Label, label } from '../../chat/text.ts';

/** What each slash command does, as Telegram's menu shows it; in the order of the menu. */
export const commandWords: Readonly<Record<string, Label>> = {
  menu: label('Các việc có thể làm', 'What can be done'),
  nhucau: label('Gửi nhu cầu viện trợ', 'Submit a need'),
  nhucaucuatoi: label('Nhu cầu của đơn vị', 'Needs of your unit'),
  khongconhucau: label('Báo không có nhu cầu đợt này', 'No need this round'),
  dangdo: label('Việc đang soạn dở', 'Unfinished drafts'),
  viec: label('Việc của tôi', 'My duties'),
  dexuat: label('Đề xuất chờ quyết định', 'Proposals to decide'),
  hannop: label('Hạn nộp nhu cầu', 'When needs are due'),
  dot: label('Mở, gia hạn, đóng đợt', 'Open, extend, close a round'),
  hoi: label('Hỏi lại đơn vị về một nhu cầu', 'Ask a unit about a need'),
  nghi: label('Giao người thay khi vắng', 'Who stands in while I am away'),
  nhapdanhba: label('Cách nhập danh bạ', 'How to import the register'),
  chuahieu: label('Các câu chưa hiểu', 'What was not understood'),
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
