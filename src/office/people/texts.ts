import type { Role } from '../../base/access/access.ts';
import { dayWords, momentWords } from '../../base/time/format.ts';
import { localZone } from '../../base/time/zone.ts';
import { label, text } from '../../chat/text.ts';
import type { Office } from './types.ts';

/** The office as samples know it; its longest names. */
const sampleOffice: Office = {
  nameVi: 'Sở Ngoại vụ tỉnh Sơn La',
  nameEn: 'Department of Foreign Affairs of Sơn La province',
  provinceVi: 'tỉnh Sơn La',
  provinceEn: 'Sơn La province',
  divisionVi: 'Phòng Hợp tác quốc tế',
  divisionEn: 'International Cooperation Division',
  address: 'Số 1, đường Minh họa, phường Tô Hiệu, tỉnh Sơn La',
  phone: '0212 3000 100',
  email: 'songoaivu@example.org',
  symbol: 'SNgV',
  dataOfficer: 'Lò Thị Hương',
  dataOfficerPhone: '0212 3000 102',
  hours: { days: [1], spans: [] },
  dutyPhone: '0212 3000 199',
  demo: true,
};
const sampleTime = Temporal.Instant.from('2026-11-27T10:00:00Z');
const moment = (at: Temporal.Instant, lang: 'vi' | 'en') => momentWords(at, localZone, lang);
const day = (at: Temporal.Instant, lang: 'vi' | 'en') => dayWords(at.toZonedDateTimeISO(localZone).toPlainDate(), lang);

/** What a role is called. */
export const roleName: Readonly<Record<Role, ReturnType<typeof label>>> = {
  guest: label('khách', 'guest'),
  focal_point: label('cán bộ đầu mối', 'focal point'),
  unit_approver: label('lãnh đạo đơn vị', 'head of the unit'),
  officer: label('chuyên viên', 'officer'),
  division_head: label('lãnh đạo phòng', 'head of division'),
  director: label('lãnh đạo Sở', 'director'),
  admin: label('quản trị', 'administrator'),
};

export const agree = label('Đồng ý', 'I agree');
export const disagree = label('Không đồng ý', 'I do not agree');
export const readAll = label('Xem đầy đủ', 'Read it all');
export const readAgain = label('Xem lại nội dung', 'Read the notice');
export const enterCode = label('Nhập mã liên kết', 'Enter a link code');
export const sayAnh = label('Anh', 'Anh (Mr)');
export const sayChi = label('Chị', 'Chị (Ms)');
export const sayDongChi = label('Đồng chí', 'Đồng chí (comrade)');
export const inEnglish = label('English', 'English');
export const inVietnamese = label('Tiếng Việt', 'Tiếng Việt');
export const yesWithdraw = label('Rút đồng ý', 'Withdraw consent');
export const keepConsent = label('Giữ nguyên', 'Keep it');
export const yesUnlink = label('Ngắt liên kết nơi này', 'Unlink this chat');
export const keepLink = label('Giữ liên kết', 'Keep the link');
export const takeUpKept = label('Làm tiếp', 'Continue');
export const makeCode = label('Tạo mã', 'Make the code');
export const dropCode = label('Không tạo', 'Do not make it');

/** Words of buttons that stand for what a person would type; the typed form is understood by the same reading. */
export const wish = {
  proposals: label('Đề xuất chờ duyệt', 'Proposals to decide'),
  sendNeed: label('Gửi nhu cầu viện trợ', 'Submit a need'),
  myNeeds: label('Nhu cầu của đơn vị', 'Needs of my unit'),
  deadline: label('Hạn nộp nhu cầu', 'Deadline for needs'),
  notSent: label('Đơn vị nào chưa gửi nhu cầu?', 'Which units have not submitted?'),
  toReview: label('Nhu cầu chờ xem xét', 'Needs to review'),
  certificate: label('Giấy đăng ký nào sắp hết hạn?', 'Which certificates expire soon?'),
  invite: label('Cấp mã liên kết cho đơn vị', 'Make a link code for a unit'),
  duties: label('Việc của tôi', 'My duties'),
} as const;

/** A guest's first words. */
export const welcome = text<[Office]>({
  vi: (office) => [
    `Đây là Nhịp Cầu, trợ lý của ${office.nameVi} về viện trợ phi chính phủ nước ngoài.`,
    'Cán bộ đơn vị gửi và theo dõi nhu cầu viện trợ tại đây, sau khi liên kết bằng mã do Sở cấp.',
    'Có mã thì gõ ngay vào đây, ví dụ:',
    { code: 'K7M4-PX9R' },
    `Chưa có mã: gọi ${office.phone}.`,
  ],
  en: (office) => [
    `This is Nhịp Cầu, the assistant of the ${office.nameEn} for foreign non-governmental aid.`,
    `Organisations and embassies are welcome to write or call: ${office.email}, ${office.phone}.`,
    'Officials of the province type their link code, e.g.',
    { code: 'K7M4-PX9R' },
  ],
  samples: [[sampleOffice]],
});

/** What a guest asked for needs a linked account. `kept`: what was typed waits. */
export const howToLink = text<[kept: boolean, phone: string, email: string]>({
  vi: (kept, phone) => [
    'Việc này dành cho cán bộ đã liên kết với đơn vị.',
    ...(kept ? ['Nội dung vừa gõ được giữ lại, liên kết xong sẽ làm tiếp.'] : []),
    'Anh/chị gõ mã liên kết (8 ký tự), ví dụ:',
    { code: 'K7M4-PX9R' },
    `Chưa có mã: hỏi lãnh đạo đơn vị hoặc gọi Sở Ngoại vụ ${phone}.`,
  ],
  en: (kept, phone, email) => [
    'Organisations, embassies and visitors: please write or call the Department of Foreign Affairs,',
    `${email}, ${phone}.`,
    'Here Nhịp Cầu serves officials of the province. They type their link code, e.g.',
    { code: 'K7M4-PX9R' },
    ...(kept ? ['What you typed is kept and taken up then.'] : []),
  ],
  samples: [
    [true, '0212 3000 100', 'songoaivu@example.org'],
    [false, '0212 3000 100', 'songoaivu@example.org'],
  ],
});

/** What is kept about somebody who is not linked, and who deletes it. */
export const guestsData = text<[officer: string, officerPhone: string]>({
  vi: (officer, officerPhone) => [
    'Anh/chị chưa liên kết: Nhịp Cầu chỉ giữ tin nhắn ở đây trong 90 ngày, không có dữ liệu cá nhân nào khác.',
    `Xem, sửa hoặc xóa: ${officer}, ${officerPhone}; trả lời trong 2 ngày làm việc.`,
  ],
  en: (officer, officerPhone) => [
    'You are not linked: Nhịp Cầu keeps only the messages here, for 90 days, and no other personal data.',
    `For a copy, corrections or deletion: ${officer}, ${officerPhone}; answered within 2 working days.`,
  ],
  samples: [['Lò Thị Hương', '0212 3000 102']],
});

/** Asks for the code alone. */
export const askCode = text({
  vi: () => [
    'Mã liên kết của anh/chị là gì ạ?',
    'Mã gồm 8 ký tự, không phân biệt chữ hoa, chữ thường, ví dụ:',
    { code: 'K7M4-PX9R' },
  ],
  en: () => ['What is your link code?', 'It has 8 characters; capitals do not matter, e.g.', { code: 'K7M4-PX9R' }],
  samples: [[]],
});

/** The code is none of ours. */
export const codeUnknown = text<[left: number, phone: string]>({
  vi: (left, phone) => [
    'Chưa tìm thấy mã này. Mã gồm 8 chữ và số, không có chữ O, I, L, ví dụ:',
    { code: 'K7M4-PX9R' },
    `Còn ${left} lần thử trong giờ này. Cần hỏi: ${phone}.`,
  ],
  en: (left, phone) => [
    'This code is not known. It has 8 letters and digits, without O, I, L, e.g.',
    { code: 'K7M4-PX9R' },
    `${left} more ${left === 1 ? 'try' : 'tries'} this hour. To ask: ${phone}.`,
  ],
  samples: [
    [4, '0212 3000 100'],
    [1, '0212 3000 100'],
  ],
});

/** The code was right once. */
export const codeOver = text<[why: 'expired' | 'used' | 'revoked', phone: string]>({
  vi: (why, phone) => [
    { expired: 'Mã này đã hết hạn.', used: 'Mã này đã được dùng.', revoked: 'Mã này không còn hiệu lực.' }[why],
    `Xin mã mới: hỏi lãnh đạo đơn vị hoặc gọi Sở Ngoại vụ ${phone}.`,
  ],
  en: (why, phone) => [
    {
      expired: 'This code has expired.',
      used: 'This code has been used already.',
      revoked: 'This code is no longer valid.',
    }[why],
    `For a new one ask the head of your unit, or call the Department, ${phone}.`,
  ],
  samples: [
    ['expired', '0212 3000 100'],
    ['used', '0212 3000 100'],
    ['revoked', '0212 3000 100'],
  ],
});

/** Too many wrong codes. */
export const codeLocked = text<[until: Temporal.Instant, phone: string]>({
  vi: (until, phone) => [
    'Đã nhập sai mã 5 lần. Để an toàn, việc nhập mã tạm dừng ở đây.',
    `⏰ Thử lại từ ${moment(until, 'vi')}.`,
    `Cần ngay: gọi Sở Ngoại vụ ${phone}.`,
  ],
  en: (until, phone) => [
    'Five wrong codes. For safety no code is taken here for a while.',
    `⏰ Try again from ${moment(until, 'en')}.`,
    `Urgent: call the Department, ${phone}.`,
  ],
  samples: [[sampleTime, '0212 3000 100']],
});

/** The consent itself: the words that are stored with their hash. */
export const consentText = text<[Office]>({
  kind: 'consent',
  vi: (o) => [
    `${o.nameVi} xử lý họ tên, chức vụ, đơn vị, số điện thoại, thư điện tử công vụ và tin nhắn với Nhịp Cầu của anh/chị để tiếp nhận nhu cầu viện trợ, tra cứu, thông báo và đôn đốc.`,
    'Tin nhắn giữ 90 ngày, nhật ký thao tác giữ 5 năm, thông tin liên hệ giữ đến 12 tháng sau khi thôi nhiệm vụ.',
    'Không chuyển cho bên thứ ba, trừ nền tảng nhắn tin mà anh/chị đang dùng.',
    'Anh/chị có quyền xem, sửa, xóa, rút lại đồng ý: gõ “dữ liệu của tôi”.',
    `Cán bộ phụ trách dữ liệu: ${o.dataOfficer}, điện thoại ${o.dataOfficerPhone}.`,
    'Anh/chị có đồng ý không?',
  ],
  en: (o) => [
    `The ${o.nameEn} processes your name, position, unit, phone number, official e-mail address and your messages with Nhịp Cầu in order to receive needs for aid, answer questions, send notices and reminders.`,
    'Messages are kept for 90 days, the log of actions for 5 years, contact details until 12 months after you leave the post.',
    'Nothing is passed to third parties except the messaging platform that you are using.',
    'You may see, correct and delete your data and withdraw your consent: type “my data”.',
    `Data officer: ${o.dataOfficer}, phone ${o.dataOfficerPhone}.`,
    'Do you agree?',
  ],
  samples: [[sampleOffice]],
});

/** Before the consent: the code is right. */
export const codeRight = text<[unit: string, role: Role]>({
  vi: (unit, role) => [`Mã đúng: ${unit}, ${roleName[role]('vi')}.`, 'Trước khi liên kết, xin đọc và trả lời:', ''],
  en: (unit, role) => [
    `The code is right: ${unit}, ${roleName[role]('en')}.`,
    'Before linking, please read and answer:',
    '',
  ],
  samples: [['Trường Đại học Tây Bắc', 'unit_approver']],
});

/** All of it: rights, times, who to write to. */
export const consentFull = text<[Office]>({
  kind: 'consent',
  vi: (o) => [
    { b: 'Thông báo xử lý dữ liệu cá nhân' },
    `Bên kiểm soát dữ liệu: ${o.nameVi}, ${o.address}; điện thoại ${o.phone}; thư điện tử ${o.email}.`,
    'Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP.',
    'Dữ liệu: họ tên, chức vụ, đơn vị, số điện thoại, thư điện tử công vụ, tài khoản nhắn tin, nội dung trao đổi với Nhịp Cầu. Không thu ảnh giấy tờ tùy thân.',
    'Mục đích: tiếp nhận nhu cầu viện trợ, tra cứu, thông báo, đôn đốc. Không dùng vào việc khác.',
    'Thời gian giữ: tin nhắn 90 ngày; nhật ký thao tác 5 năm; thông tin liên hệ đến 12 tháng sau khi thôi nhiệm vụ.',
    'Chia sẻ: chỉ nền tảng nhắn tin mà anh/chị đang dùng. Máy chủ của Telegram đặt ở nước ngoài.',
    'Quyền của anh/chị: được biết, đồng ý hoặc không, xem, sửa, xóa, hạn chế, phản đối, rút lại đồng ý, khiếu nại. Yêu cầu được trả lời trong 2 ngày làm việc, thực hiện trong 15 ngày.',
    'Không đồng ý thì không liên kết được; thông tin công khai vẫn xem được như khách.',
    `Cán bộ phụ trách dữ liệu: ${o.dataOfficer}, điện thoại ${o.dataOfficerPhone}.`,
    'Anh/chị có đồng ý không?',
  ],
  en: (o) => [
    { b: 'Notice on the processing of personal data' },
    `Controller: ${o.nameEn}, ${o.address}; phone ${o.phone}; e-mail ${o.email}.`,
    'Legal basis: Law 91/2025/QH15 on Personal Data Protection and Decree 356/2025/NĐ-CP.',
    'Data: name, position, unit, phone number, official e-mail address, messaging account, what you and Nhịp Cầu write. No images of identity papers.',
    'Purpose: receiving needs for aid, answering questions, notices, reminders. Nothing else.',
    'Kept: messages 90 days; log of actions 5 years; contact details until 12 months after you leave the post.',
    "Shared: only with the messaging platform that you are using. Telegram's servers are abroad.",
    'Your rights: to be told, to consent or not, to see, correct, delete, restrict, object, withdraw consent, complain. Requests are answered within 2 working days and carried out within 15 days.',
    'Without consent you cannot be linked; public information stays open to you as a guest.',
    `Data officer: ${o.dataOfficer}, phone ${o.dataOfficerPhone}.`,
    'Do you agree?',
  ],
  samples: [[sampleOffice]],
});

/** Something else was typed while consent is open. */
export const consentFirst = text<[kept: boolean]>({
  vi: (kept) => [
    ...(kept ? ['Nội dung vừa gõ được giữ lại.'] : []),
    'Trước hết, anh/chị có đồng ý để Sở Ngoại vụ xử lý dữ liệu như đã nêu không ạ?',
  ],
  en: (kept) => [
    ...(kept ? ['What you typed is kept.'] : []),
    'First: do you agree that the Department processes your data as described?',
  ],
  samples: [[true], [false]],
});

/** "Không đồng ý". */
export const declined = text<[until: Temporal.Instant | null]>({
  vi: (until) => [
    'Vâng, chưa liên kết. Không có tài khoản nào được tạo cho anh/chị.',
    'Thông tin công khai vẫn xem được tại đây.',
    ...(until ? [`Đổi ý thì gõ lại mã, dùng được đến hết ${day(until, 'vi')}.`] : []),
  ],
  en: (until) => [
    'You are not linked, and no account was made for you.',
    'Public information stays open to you here.',
    ...(until ? [`Should you change your mind, type the code again; it is good until ${day(until, 'en')}.`] : []),
  ],
  samples: [[sampleTime], [null]],
});

export const askName = text({
  vi: () => ['Cảm ơn anh/chị. Họ và tên đầy đủ của anh/chị là gì ạ?', 'Ví dụ: Thào A Sếnh'],
  en: () => ['Thank you. What is your full name?', 'For example: Thào A Sếnh'],
  samples: [[]],
});

export const nameUnclear = text({
  vi: () => ['Chưa rõ họ tên. Xin ghi họ và tên đầy đủ, chỉ gồm chữ, ví dụ: Thào A Sếnh'],
  en: () => ['That does not read as a name. Please type your full name, letters only, e.g. Thào A Sếnh'],
  samples: [[]],
});

/** Linked; asks once how to be called. */
export const linked = text<[name: string, unit: string, role: Role, took: boolean]>({
  vi: (name, unit, role, took) => [
    '✅ Đã liên kết với Nhịp Cầu',
    name,
    `${unit}, ${roleName[role]('vi')}`,
    took ? 'Nội dung đã gõ lúc trước được làm tiếp ngay sau đây.' : 'Xin gọi là:',
  ],
  en: (name, unit, role, took) => [
    '✅ Linked with Nhịp Cầu',
    name,
    `${unit}, ${roleName[role]('en')}`,
    took ? 'What you typed before is taken up right below.' : 'In Vietnamese you are called:',
  ],
  samples: [
    ['Nguyễn Thị Phương Thảo', 'UBND phường Thảo Nguyên', 'focal_point', true],
    ['Thào A Sếnh', 'UBND xã Co Mạ', 'focal_point', false],
  ],
});

/** Some time after linking, to whom it was not asked then. */
export const askAddress = text({
  vi: () => ['Nhịp Cầu xin gọi anh/chị là:'],
  en: () => ['In Vietnamese you are called:'],
  samples: [[]],
});

/** A further chat of somebody who has an account. */
export const linkedFurther = text<[who: string, kept: boolean]>({
  vi: (who, kept) => [
    `✅ Đã liên kết thêm nơi này. Chào ${who}, việc đang làm ở nơi khác tiếp tục được tại đây.`,
    ...(kept ? ['Nội dung vừa gõ trước khi liên kết được giữ lại.'] : []),
  ],
  en: (who, kept) => [
    `✅ This chat is linked too. Welcome back, ${who}: what you began elsewhere continues here.`,
    ...(kept ? ['What you typed before linking is kept.'] : []),
  ],
  samples: [
    ['đồng chí Phương', true],
    ['đồng chí Phương', false],
  ],
});

/** A code gave somebody who is linked one more role. */
export const roleAdded = text<[unit: string, role: Role]>({
  vi: (unit, role) => [`✅ Đã thêm vai trò: ${unit}, ${roleName[role]('vi')}.`],
  en: (unit, role) => [`✅ Role added: ${unit}, ${roleName[role]('en')}.`],
  samples: [['UBND phường Thảo Nguyên', 'unit_approver']],
});

export const addressSet = text<[who: string]>({
  vi: (who) => [`Vâng, chào ${who}. Gõ yêu cầu bất cứ lúc nào, hoặc chọn:`],
  en: (who) => [`Thank you, ${who}. Type what you need at any time, or choose:`],
  samples: [['đồng chí Phương']],
});

/** Who the service thinks one is. */
export const whoAmI = text<
  [name: string, position: string, roles: readonly string[], channels: number, since: Temporal.Instant]
>({
  vi: (name, position, roles, channels, since) => [
    { b: name },
    ...(position ? [position] : []),
    ...roles.slice(0, 3).map((role) => `– ${role}`),
    ...(roles.length > 3 ? [`– và ${roles.length - 3} vai trò khác`] : []),
    `Đã liên kết ở ${channels} nơi`,
    `Đồng ý xử lý dữ liệu từ ${day(since, 'vi')}`,
  ],
  en: (name, position, roles, channels, since) => [
    { b: name },
    ...(position ? [position] : []),
    ...roles.slice(0, 3).map((role) => `– ${role}`),
    ...(roles.length > 3 ? [`– and ${roles.length - 3} more roles`] : []),
    `Linked in ${channels} ${channels === 1 ? 'place' : 'places'}`,
    `Consent to data processing since ${day(since, 'en')}`,
  ],
  samples: [
    [
      'Nguyễn Thị Phương Thảo',
      'Chuyên viên Phòng Văn hóa – Xã hội',
      ['cán bộ đầu mối, UBND phường Thảo Nguyên', 'lãnh đạo đơn vị, UBND xã Chiềng Sơn', 'quản trị'],
      2,
      sampleTime,
    ],
  ],
});

export const whoGuest = text<[phone: string]>({
  vi: (phone) => [
    'Anh/chị đang dùng Nhịp Cầu với tư cách khách, chưa liên kết với đơn vị nào.',
    'Có mã liên kết thì gõ ngay vào đây.',
    `Chưa có mã: gọi ${phone}.`,
  ],
  en: (phone) => [
    'You are a guest of Nhịp Cầu, not linked to any unit.',
    'If you have a link code, type it here.',
    `If not, call ${phone}.`,
  ],
  samples: [['0212 3000 100']],
});

export const askWithdraw = text<[who: string]>({
  vi: (who) => [
    `${who} muốn rút đồng ý xử lý dữ liệu ạ?`,
    'Từ lúc rút: không nhận thông báo, không gửi và không xem nhu cầu của đơn vị tại đây. Nhu cầu đã gửi vẫn là của đơn vị.',
    'Có thể đồng ý lại bất cứ lúc nào.',
  ],
  en: () => [
    'Withdraw your consent to data processing?',
    'From then on: no notices, and no submitting or seeing the needs of your unit here. What was submitted stays with the unit.',
    'You may agree again at any time.',
  ],
  samples: [['Đồng chí']],
});

export const withdrawn = text<[dataOfficer: string, phone: string]>({
  vi: (officer, phone) => [
    '✅ Đã rút đồng ý.',
    `Muốn xem, sửa hoặc xóa dữ liệu đã lưu: ${officer}, ${phone}.`,
    'Muốn dùng lại: xem lại nội dung rồi bấm “Đồng ý”.',
  ],
  en: (officer, phone) => [
    '✅ Your consent is withdrawn.',
    `To see, correct or delete what is kept: ${officer}, ${phone}.`,
    'To use the service again: read the notice and press “I agree”.',
  ],
  samples: [['Lò Thị Hương', '0212 3000 102']],
});

/** Somebody without consent asks for more than a guest may. */
export const consentNeeded = text<[kept: boolean]>({
  vi: (kept) => [
    'Việc này cần anh/chị đồng ý để Sở Ngoại vụ xử lý dữ liệu.',
    ...(kept ? ['Nội dung vừa gõ được giữ lại, đồng ý xong sẽ làm tiếp.'] : []),
  ],
  en: (kept) => [
    'This needs your consent to the processing of your data.',
    ...(kept ? ['What you typed is kept and taken up once you have agreed.'] : []),
  ],
  samples: [[true], [false]],
});

/** The text of the consent was changed since somebody agreed: stands before the new one. */
export const consentChanged = text<[kept: boolean]>({
  vi: (kept) => [
    'Nội dung xin đồng ý đã được cập nhật, mong anh/chị xem lại.',
    ...(kept ? ['Nội dung vừa gõ được giữ lại, đồng ý xong sẽ làm tiếp.'] : []),
  ],
  en: (kept) => [
    'The notice on your data has been changed; please read it again.',
    ...(kept ? ['What you typed is kept and taken up once you have agreed.'] : []),
  ],
  samples: [[true], [false]],
});

export const consentGiven = text<[who: string]>({
  vi: (who) => [`✅ Đã ghi nhận đồng ý. Chào ${who}.`],
  en: (who) => [`✅ Your consent is recorded. Welcome back, ${who}.`],
  samples: [['đồng chí Phương']],
});

export const askUnlink = text({
  vi: () => [
    'Ngắt liên kết trò chuyện này với tài khoản?',
    'Thông báo không tới đây nữa; nơi khác đã liên kết vẫn dùng được. Muốn liên kết lại cần mã mới.',
  ],
  en: () => [
    'Unlink this chat from your account?',
    'Notices no longer come here; other linked chats keep working. Linking again needs a new code.',
  ],
  samples: [[]],
});

export const unlinked = text({
  vi: () => ['✅ Đã ngắt liên kết trò chuyện này.'],
  en: () => ['✅ This chat is unlinked.'],
  samples: [[]],
});

export const unchanged = text({
  vi: () => ['Vâng, giữ nguyên như cũ.'],
  en: () => ['Nothing was changed.'],
  samples: [[]],
});

export const languageSet = text({
  vi: () => ['Từ giờ Nhịp Cầu dùng tiếng Việt.'],
  en: () => ['Nhịp Cầu speaks English from now on.'],
  samples: [[]],
});

/** What can be done now, above the buttons. */
export const help = text<[who: string, role: Role]>({
  vi: (who, role) => [
    role === 'guest' ? 'Cần việc gì ạ?' : `${who.charAt(0).toUpperCase()}${who.slice(1)} cần việc gì ạ?`,
    'Chọn bên dưới, hoặc gõ yêu cầu bằng lời thường, có dấu hay không dấu đều được.',
  ],
  en: () => ['What Nhịp Cầu can do for you now:', 'Choose below, or type what you need in your own words.'],
  samples: [
    ['đồng chí Phương', 'focal_point'],
    ['', 'guest'],
  ],
});

export const greeting = text<[who: string]>({
  vi: (who) => [`Chào ${who || 'anh/chị'}. Cần việc gì, xin gõ ngay tại đây.`],
  en: (who) => [who ? `Hello, ${who}. Just type what you need.` : 'Hello. Just type what you need.'],
  samples: [['đồng chí Phương'], ['']],
});

export const thanks = text<[who: string]>({
  vi: (who) => [`Cảm ơn ${who}. Cần thêm việc gì, xin gõ tại đây.`],
  en: () => ['You are welcome. Type whenever you need something.'],
  samples: [['đồng chí Phương']],
});

/** Not ours: says so, and who may know. */
export const outOfScope = text<[name: string, phone: string]>({
  vi: (name, phone) => [
    'Việc này ngoài phạm vi của Nhịp Cầu (viện trợ phi chính phủ nước ngoài).',
    `Cần trao đổi trực tiếp: ${name}, ${phone}.`,
  ],
  en: (name, phone) => [
    'This is outside what Nhịp Cầu does (foreign non-governmental aid).',
    `To speak with a person: ${name}, ${phone}.`,
  ],
  samples: [['Phòng Hợp tác quốc tế, Sở Ngoại vụ', '0212 3000 100']],
});

/** Where the bodies that are often asked about are. */
export const elsewhere = text<[what: 'passport' | 'weather', name: string, phone: string]>({
  vi: (what, name, phone) => [
    what === 'passport'
      ? 'Hộ chiếu do cơ quan Quản lý xuất nhập cảnh, Công an tỉnh tiếp nhận.'
      : 'Nhịp Cầu không có thông tin thời tiết.',
    `Việc viện trợ nước ngoài: ${name}, ${phone}.`,
  ],
  en: (what, name, phone) => [
    what === 'passport'
      ? 'Passports are handled by the immigration office of the provincial police.'
      : 'Nhịp Cầu has no weather information.',
    `About foreign aid: ${name}, ${phone}.`,
  ],
  samples: [
    ['passport', 'Phòng Hợp tác quốc tế, Sở Ngoại vụ', '0212 3000 100'],
    ['weather', 'chuyên viên Quàng Văn Minh', '0212 3000 101'],
  ],
});

export const nothingToCancel = text({
  vi: () => ['Hiện không có việc nào đang dở ở đây.'],
  en: () => ['Nothing is in progress here.'],
  samples: [[]],
});

/** Which unit a new code is for. */
export const askInvite = text<[unit: string, days: number]>({
  vi: (unit, days) => [
    `Tạo mã liên kết cho cán bộ đầu mối của ${unit}?`,
    `Mã dùng một lần, trong ${days} ngày. Chỉ đưa cho đúng người, không gửi vào nhóm.`,
  ],
  en: (unit, days) => [
    `Make a link code for the focal point of ${unit}?`,
    `It works once, within ${days} days. Give it to that person only, not to a group.`,
  ],
  samples: [['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 7]],
});

export const inviteWhich = text({
  vi: () => ['Cấp mã cho đơn vị nào ạ? Ví dụ: cấp mã cho xã Co Mạ'],
  en: () => ['For which unit? For example: code for Co Mạ commune'],
  samples: [[]],
});

/** The code, shown this once. */
export const inviteMade = text<[code: string, unit: string, until: Temporal.Instant]>({
  vi: (code, unit, until) => [
    `✅ Mã liên kết của ${unit}:`,
    { code },
    `⏰ Dùng một lần, đến ${moment(until, 'vi')}.`,
    'Mã chỉ hiện lần này; mất thì tạo mã khác.',
  ],
  en: (code, unit, until) => [
    `✅ Link code of ${unit}:`,
    { code },
    `⏰ Works once, until ${moment(until, 'en')}.`,
    'It is shown only now; if lost, make another.',
  ],
  samples: [['K7M4-PX9R', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', sampleTime]],
});

/** What is kept about somebody, and how to change that. */
export const myData = text<
  [name: string, phone: string | null, email: string | null, officer: string, officerPhone: string]
>({
  vi: (name, phone, email, officer, officerPhone) => [
    'Dữ liệu của anh/chị tại Nhịp Cầu:',
    `– Họ tên: ${name}`,
    `– Điện thoại: ${phone ?? 'chưa có'}`,
    `– Thư điện tử: ${email ?? 'chưa có'}`,
    '– Tin nhắn trong 90 ngày gần nhất',
    `Xem bản đầy đủ, sửa hoặc xóa: ${officer}, ${officerPhone}; trả lời trong 2 ngày làm việc.`,
  ],
  en: (name, phone, email, officer, officerPhone) => [
    'Your data at Nhịp Cầu:',
    `– Name: ${name}`,
    `– Phone: ${phone ?? 'none'}`,
    `– E-mail: ${email ?? 'none'}`,
    '– Messages of the last 90 days',
    `For a full copy, corrections or deletion: ${officer}, ${officerPhone}; answered within 2 working days.`,
  ],
  samples: [['Nguyễn Thị Phương Thảo', '09•• ••• 123', 'n•••@sonla.gov.vn', 'Lò Thị Hương', '0212 3000 102']],
});

/** A code for another device of one's own. */
export const askOwnCode = text({
  vi: () => [
    'Có mã mới thì gõ ngay vào đây.',
    'Muốn dùng Nhịp Cầu ở nơi khác (Zalo, Telegram, trang web): tạo mã cho chính mình.',
  ],
  en: () => [
    'If you have a new code, type it here.',
    'To use Nhịp Cầu elsewhere (Zalo, Telegram, the web): make a code for yourself.',
  ],
  samples: [[]],
});

export const ownCode = text<[code: string, until: Temporal.Instant]>({
  vi: (code, until) => [
    '✅ Mã của riêng anh/chị:',
    { code },
    'Mở Nhịp Cầu ở nơi mới và gõ mã này.',
    `⏰ Dùng một lần, đến ${moment(until, 'vi')}. Không đưa cho người khác.`,
  ],
  en: (code, until) => [
    '✅ Your own code:',
    { code },
    'Open Nhịp Cầu in the new place and type it.',
    `⏰ Works once, until ${moment(until, 'en')}. Give it to nobody.`,
  ],
  samples: [['K7M4-PX9R', sampleTime]],
});

/** Somebody pressed what their role may not do. */
export const notAllowed = text<[name: string, phone: string]>({
  vi: (name, phone) => [`Việc này ngoài quyền của tài khoản. Cần hỗ trợ: ${name}, ${phone}.`],
  en: (name, phone) => [`Your account may not do this. For help: ${name}, ${phone}.`],
  samples: [['Phòng Hợp tác quốc tế, Sở Ngoại vụ', '0212 3000 100']],
});
