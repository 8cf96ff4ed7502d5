/** Raised whenever a rule below is changed: rules that nobody has verified are then replaced in every store at its next start. */
export const edition = 1;

/** A rule as the program brings it; nobody has verified it yet. */
export interface SeedRule {
  readonly key: string;
  readonly vi: string;
  readonly en: string;
  readonly citation: string;
  readonly certainty: 'text' | 'press' | 'general' | 'ours' | 'unknown';
  readonly replaced?: string;
}

const d58 = 'Nghị định 58/2022/NĐ-CP';
const d80 = 'Nghị định 80/2020/NĐ-CP';
const d313 = 'Nghị định 313/2025/NĐ-CP';
const old = (
  key: string,
  article: string,
  vi: string,
  en: string,
  certainty: SeedRule['certainty'] = 'text',
): SeedRule => ({
  key,
  vi,
  en,
  citation: article ? `${article} ${d80}` : d80,
  certainty,
  replaced: 'NĐ 80/2020',
});
const rule = (
  key: string,
  citation: string,
  vi: string,
  en: string,
  certainty: SeedRule['certainty'] = 'text',
): SeedRule => ({
  key,
  vi,
  en,
  citation,
  certainty,
});

/** What is known of the law on foreign NGOs and their aid, with its source and how sure it is. Numbers stand here and nowhere else. */
export const rules: readonly SeedRule[] = [
  // Aid: approval, files, appraisal
  old(
    'aid.sets',
    'Điều 8',
    'Hồ sơ phê duyệt khoản viện trợ: 6 bộ; giấy tờ tiếng nước ngoài kèm bản dịch có chứng thực.',
    'A file for approving aid: 6 sets; foreign papers with a certified translation.',
  ),
  old(
    'aid.file_project',
    'Điều 8',
    'Hồ sơ chương trình, dự án: văn bản đề nghị phê duyệt; thỏa thuận của bên viện trợ; văn kiện; giấy tờ tư cách pháp lý của bên viện trợ.',
    'File for a programme or project: request to approve; the donor’s agreement; the document; proof of the donor’s legal status.',
  ),
  old(
    'aid.file_non_project',
    'Điều 8',
    'Hồ sơ phi dự án (tặng hàng, tiền, quà): văn bản đề nghị; thỏa thuận của bên viện trợ; văn kiện phi dự án (mục đích, nội dung, danh mục hàng, kết quả); tư cách pháp lý. Phải được phê duyệt trước khi nhận.',
    'File for non-project aid (gifts of goods or money): request; the donor’s agreement; non-project document; legal status. It must be approved before anything is received.',
  ),
  old(
    'aid.approver',
    'Điều 7',
    'Chủ tịch UBND tỉnh phê duyệt viện trợ cho tỉnh, trừ phần của Thủ tướng (an ninh, quốc phòng, tôn giáo, góp ý pháp luật, hàng phải được Thủ tướng cho phép).',
    'The Chairman of the provincial People’s Committee approves, except what is the Prime Minister’s (security, defence, religion, law-making, certain goods).',
  ),
  old(
    'aid.appraisal_days',
    'Điều 9–10',
    'Thẩm định không quá 20 ngày kể từ khi đủ hồ sơ hợp lệ.',
    'Appraisal takes at most 20 days from a full, valid file.',
  ),
  old(
    'aid.appraiser',
    'Điều 9–10',
    'Cơ quan chủ trì thẩm định: Sở Kế hoạch và Đầu tư (nay hiểu là Sở Tài chính); lấy ý kiến Công an tỉnh, Sở Ngoại vụ và các sở liên quan.',
    'Appraisal is led by Planning and Investment (now read: the Department of Finance), which asks the police, Foreign Affairs and line departments.',
    'general',
  ),
  old(
    'aid.lapse',
    '',
    'Sau 6 tháng kể từ khi phê duyệt mà chưa thực hiện, không có lý do chính đáng, thì có thể bị thu hồi phê duyệt.',
    'If nothing is done within 6 months of approval without good reason, the approval may be withdrawn.',
  ),
  old(
    'aid.refusal',
    '',
    'Khi không tiếp nhận, cơ quan chủ quản thông báo cho bên viện trợ.',
    'When aid is not accepted, the managing agency tells the donor.',
  ),
  old(
    'aid.management',
    'Điều 12',
    'Quản lý thực hiện: bộ phận của đơn vị nếu dưới 200.000 USD; hoặc ban quản lý dự án có sẵn hay thành lập mới.',
    'Management: an own unit below USD 200,000; or an existing or new project management unit.',
  ),
  old(
    'aid.duties',
    'Điều 14',
    'Chủ khoản viện trợ: quản lý viện trợ và vốn đối ứng, lập kế hoạch năm, đấu thầu, kế toán, báo cáo.',
    'The aid owner manages the aid and counterpart funds, plans, tenders, keeps accounts and reports.',
  ),
  old(
    'aid.account',
    'Điều 14',
    'Chủ khoản viện trợ mở tài khoản tại Kho bạc hoặc ngân hàng để tiếp nhận; tiền vào ra qua tài khoản tiếp nhận viện trợ.',
    'The aid owner opens an account at the Treasury or a bank; money passes through the aid-receiving account.',
  ),
  old(
    'aid.reports',
    'Điều 14',
    'Chủ khoản viện trợ báo cáo tiếp nhận, tiến độ, giải ngân 6 tháng và hằng năm cho cơ quan chủ quản. Ngày nộp cụ thể: chưa xác định.',
    'The aid owner reports receipt, progress and disbursement every six months and every year. Exact dates: not established.',
  ),
  old(
    'aid.non_project',
    '',
    'Phi dự án: khoản viện trợ đơn lẻ, riêng biệt bằng tiền, hiện vật, hàng hóa, chuyên gia (cả tình nguyện viên), hoặc cho hội thảo, tập huấn, khảo sát, nghiên cứu.',
    'Non-project aid: a single, separate gift of money, goods, experts (volunteers too), or for conferences, training, surveys, studies.',
  ),
  old(
    'aid.difference',
    '',
    'Dự án: đầu tư hoặc hỗ trợ kỹ thuật có mục tiêu, thời gian, nguồn lực xác định. Phi dự án: khoản đơn lẻ, riêng biệt (tiền, hàng, chuyên gia, hội thảo).',
    'A project is investment or technical assistance with its own aim, time and means. Non-project aid is a single, separate gift.',
    'general',
  ),
  old(
    'aid.counterpart',
    'Điều 14',
    'Vốn đối ứng: phần phía Việt Nam góp bằng tiền, hiện vật, đất, công lao động. Chưa thấy quy định tỷ lệ bắt buộc; trong phiếu nhu cầu ghi 0 cũng được nhưng phải ghi rõ.',
    'Counterpart: what the Vietnamese side gives in money, kind, land, labour. No compulsory share was found; in a need 0 may be stated, but it must be stated.',
    'general',
  ),
  rule(
    'aid.before',
    `Nguyên tắc, ${d313}`,
    'Không được nhận, thực hiện hoặc sử dụng viện trợ trước khi cấp có thẩm quyền phê duyệt. Nhận tiền, hàng, xe, quà tặng của tổ chức nước ngoài đều theo nguyên tắc này.',
    'Nothing may be received, carried out or used before the competent authority approves. This holds for money, goods, vehicles and gifts.',
  ),
  rule(
    'aid.used_goods',
    `Nguyên tắc, ${d313}`,
    'Không nhận hàng hóa cấm nhập khẩu. Hàng đã qua sử dụng: chưa xác định điều kiện cụ thể.',
    'Goods banned from import are not accepted. Conditions for used goods: not established.',
  ),
  rule(
    'aid.decree',
    d313,
    'NĐ 313/2025/NĐ-CP có hiệu lực từ 08/12/2025, thay NĐ 80/2020/NĐ-CP. Hạn mức phê duyệt, số ngày thẩm định, số bộ hồ sơ và biểu mẫu mới: chưa cập nhật.',
    'Decree 313/2025 is in force since 8 December 2025 and replaces Decree 80/2020. Its limits, days, sets and forms are not entered yet.',
  ),
  rule(
    'relief.days',
    'Nghị định 50/2020/NĐ-CP',
    'Viện trợ quốc tế khẩn cấp để cứu trợ: phê duyệt trong 3 ngày kể từ khi đủ hồ sơ hợp lệ.',
    'International emergency relief: approved within 3 days of a valid file.',
  ),
  rule(
    'relief.file',
    'Nghị định 50/2020/NĐ-CP',
    'Hồ sơ cứu trợ khẩn cấp: văn bản đề nghị; văn bản của bên viện trợ kèm danh mục (bản dịch); giấy tờ khác nếu có.',
    'File for emergency relief: request; the donor’s written notice with its list (translated); other papers.',
  ),
  // Registration of foreign NGOs
  rule(
    'reg.activity_term',
    `Điều 9 ${d58}`,
    'Giấy đăng ký hoạt động: tối đa 3 năm, không quá thời hạn đăng ký ở nước sở tại; gia hạn thêm cùng thời hạn.',
    'Activity certificate: at most 3 years, not beyond the registration at home; renewed for the same term.',
  ),
  rule(
    'reg.office_term',
    `Điều 9 ${d58}`,
    'Giấy đăng ký lập Văn phòng đại diện: tối đa 5 năm, không quá thời hạn đăng ký ở nước sở tại; gia hạn thêm cùng thời hạn.',
    'Representative office certificate: at most 5 years, not beyond the registration at home; renewed for the same term.',
  ),
  rule(
    'reg.office_place',
    `Điều 8 ${d58}`,
    'Một văn phòng, chỉ ở Hà Nội, Đà Nẵng hoặc TP. Hồ Chí Minh; không đặt trong trụ sở cơ quan Đảng, Nhà nước, tổ chức chính trị - xã hội.',
    'One office, only in Hanoi, Da Nang or Ho Chi Minh City; not inside Party, State or socio-political premises.',
  ),
  rule(
    'reg.who',
    `Điều 7 ${d58}`,
    'Bộ Ngoại giao cấp, gia hạn, sửa đổi, cấp lại, thu hồi giấy đăng ký; hồ sơ nộp COMINGO (trực tiếp, bưu chính, trực tuyến).',
    'The Ministry of Foreign Affairs issues, renews, amends and withdraws; the file goes to COMINGO (in person, by post, online).',
  ),
  rule(
    'reg.days',
    d58,
    'Trả kết quả đăng ký trong 30 ngày làm việc kể từ khi hồ sơ hợp lệ.',
    'The result is given within 30 working days of a valid file.',
    'press',
  ),
  rule(
    'reg.activity_conditions',
    d58,
    'Điều kiện đăng ký hoạt động: có tư cách pháp nhân ở nước ngoài; điều lệ, tôn chỉ rõ ràng; đề xuất chương trình, dự án cho 3 năm; có Người đại diện.',
    'For an activity certificate: legal personality at home; a clear charter; proposals for 3 years; a proposed Representative.',
  ),
  rule(
    'reg.office_conditions',
    `Điều 14 ${d58}`,
    'Điều kiện lập VPĐD: tư cách pháp nhân, điều lệ rõ ràng; cam kết lâu dài với chương trình ít nhất 5 năm tại địa phương cần quản lý thường xuyên; có Trưởng VPĐD.',
    'For a representative office: legal personality and a clear charter; programmes of at least 5 years needing on-site management; a proposed Head.',
  ),
  rule(
    'reg.renew_file',
    `Điều 16 ${d58}`,
    'Hồ sơ gia hạn VPĐD: mẫu 03a; bản gốc giấy đăng ký; báo cáo tổng kết thời gian qua và kế hoạch 5 năm tới. Giấy đăng ký hoạt động: tương tự (3 năm).',
    'To renew an office: form 03a; the original certificate; a report of the past term and a plan for 5 years. An activity certificate likewise (3 years).',
  ),
  rule(
    'reg.amend_file',
    `Điều 17 ${d58}`,
    'Hồ sơ sửa đổi, cấp lại: mẫu 03b; bản gốc (bản sao nếu mất); giấy tờ về nội dung thay đổi.',
    'To amend or re-issue: form 03b; the original (a copy if lost); papers on the change.',
  ),
  rule(
    'reg.renew_when',
    'Chưa tìm thấy trong Nghị định 58/2022/NĐ-CP',
    'Chưa tìm thấy quy định phải nộp gia hạn trước bao lâu. Nhịp Cầu nhắc từ 120 ngày trước khi hết hạn (mặc định, không phải quy định).',
    'No rule was found on how early a renewal must be filed. Nhịp Cầu reminds from 120 days before the end (a default, not law).',
    'unknown',
  ),
  rule(
    'reg.kinds',
    d58,
    'Hai loại: Giấy đăng ký hoạt động và Giấy đăng ký lập Văn phòng đại diện. Văn phòng dự án là loại cũ (NĐ 12/2012), không cấp mới.',
    'Two kinds: activity and representative office. Project offices are of the old Decree 12/2012 and are not issued any more.',
  ),
  rule(
    'reg.definition',
    d58,
    'Tổ chức PCPNN: tổ chức phi lợi nhuận, quỹ xã hội hoặc quỹ tư nhân lập theo pháp luật nước ngoài, hỗ trợ phát triển, nhân đạo, không vì lợi nhuận.',
    'A foreign NGO: a non-profit body, social or private fund under foreign law, for development or humanitarian aid, not for profit.',
  ),
  rule(
    'reg.scope',
    `Điều 8 ${d58}`,
    'Tổ chức PCPNN chỉ hoạt động tại địa bàn và lĩnh vực ghi trong giấy đăng ký.',
    'A foreign NGO works only in the places and fields written in its certificate.',
  ),
  rule(
    'reg.forbidden',
    d58,
    'Nghiêm cấm: hoạt động tôn giáo, vì lợi nhuận, rửa tiền, tài trợ khủng bố, gây hại an ninh, phong tục.',
    'Forbidden: religious activity, profit, money laundering, financing terrorism, harm to security or customs.',
  ),
  rule(
    'reg.reports',
    d58,
    'Tổ chức PCPNN báo cáo 6 tháng và hằng năm cho COMINGO và địa phương. Ngày nộp cụ thể: chưa xác định.',
    'A foreign NGO reports every six months and yearly to COMINGO and local authorities. Exact dates: not established.',
    'general',
  ),
  rule(
    'reg.province_days',
    'Đề xuất của Nhịp Cầu',
    'Thời hạn tỉnh trả lời xin ý kiến: chưa tìm thấy quy định. Nhịp Cầu theo dõi theo 7 ngày làm việc (mặc định).',
    'How soon the province must answer a consultation: no rule was found. Nhịp Cầu counts 7 working days (a default).',
    'unknown',
  ),
  // Bodies
  rule(
    'body.comingo',
    d58,
    'COMINGO: Ủy ban Công tác về các tổ chức phi chính phủ nước ngoài; nhận hồ sơ đăng ký.',
    'COMINGO: the Committee for Foreign NGO Affairs; it receives registration files.',
  ),
  rule(
    'body.paccom',
    'Trang của VUFO',
    'PACCOM: Ban Điều phối viện trợ nhân dân, đơn vị của Liên hiệp các tổ chức hữu nghị Việt Nam (VUFO).',
    'PACCOM: the people’s aid coordinating committee of VUFO.',
    'press',
  ),
  // Personal data
  rule(
    'data.request',
    'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP',
    'Yêu cầu về dữ liệu cá nhân (xóa, rút đồng ý, hạn chế): trả lời trong 2 ngày làm việc, thực hiện trong 15 ngày. Gõ "dữ liệu của tôi" để yêu cầu.',
    'Requests on personal data (erase, withdraw, restrict): answered in 2 working days, done in 15 days. Type "my data" to ask.',
    'press',
  ),
  rule(
    'data.breach',
    'Luật 91/2025/QH15',
    'Lộ dữ liệu cá nhân nghiêm trọng: thông báo trong 72 giờ.',
    'A serious leak of personal data: notified within 72 hours.',
    'press',
  ),
  rule(
    'visit.border',
    'Chưa tìm thấy văn bản cụ thể',
    'Đoàn, chuyên gia nước ngoài vào xã biên giới phải xin phép; Công an tỉnh cấp phép, Sở Ngoại vụ hướng dẫn. Số ngày báo trước: chưa xác định.',
    'Foreigners entering border communes need permission; the police grants it, Foreign Affairs guides. How many days ahead: not established.',
    'general',
  ),
  rule(
    'visit.workshop',
    'Quyết định 06/2020/QĐ-TTg',
    'Hội nghị, hội thảo quốc tế phải xin phép theo Quyết định 06/2020/QĐ-TTg.',
    'International conferences and workshops need permission under Decision 06/2020/QĐ-TTg.',
  ),
];
