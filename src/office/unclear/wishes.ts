import { type Label, label } from '../../chat/text.ts';

/** What each intent is called where somebody is asked back. What nobody is asked back about is missing: greetings, what is not ours, acknowledging. */
const wishes: Readonly<Record<string, Label>> = {
  submit_need: label('Gửi nhu cầu viện trợ', 'Submit a need'),
  my_needs: label('Xem nhu cầu đã gửi', 'See the needs I sent'),
  drafts: label('Làm tiếp bản nháp', 'Go on with a draft'),
  edit_need: label('Sửa nhu cầu đã gửi', 'Change a need I sent'),
  withdraw_need: label('Rút nhu cầu đã gửi', 'Withdraw a need'),
  no_need: label('Báo không có nhu cầu', 'Say that we have no need'),
  round_status: label('Hạn nộp, tình hình nộp', 'Deadline and who has sent'),
  ask_extension: label('Xin lùi hạn nộp', 'Ask for more time'),
  ngo_status: label('Đăng ký của một tổ chức', 'An organisation’s registration'),
  ngo_search: label('Tìm tổ chức', 'Find organisations'),
  ngo_expiring: label('Giấy đăng ký sắp hết hạn', 'Certificates that expire soon'),
  ngo_project_list: label('Dự án của tổ chức', 'An organisation’s projects'),
  ngo_contacts: label('Liên hệ của tổ chức', 'An organisation’s contacts'),
  mission_search: label('Đại sứ quán, cơ quan đại diện', 'Embassies and missions'),
  needs_search: label('Tìm trong các nhu cầu', 'Search the needs'),
  need_review: label('Xem xét một nhu cầu', 'Review a need'),
  match_need: label('Nhu cầu và tổ chức phù hợp', 'Needs and organisations that fit'),
  remind: label('Đôn đốc đơn vị', 'Remind units'),
  schedule_list: label('Lịch nhắc', 'Scheduled reminders'),
  cancel_reminder: label('Bỏ một lịch nhắc', 'Cancel a reminder'),
  round_edit: label('Mở, lùi hạn, đóng đợt', 'Open, extend or close a round'),
  kpi: label('Số liệu so với kế hoạch', 'Figures against the plan'),
  export: label('Xuất danh sách ra tệp', 'Export a list'),
  log_contact: label('Ghi buổi làm việc', 'Note a meeting'),
  log_call: label('Ghi cuộc gọi', 'Note a call'),
  ngo_edit: label('Sửa thẻ của tổ chức', 'Correct an organisation’s card'),
  delegate: label('Nhờ người làm thay', 'Have somebody stand in'),
  dossier_status: label('Hồ sơ viện trợ', 'Aid dossiers'),
  procedure_question: label('Hỏi thủ tục', 'Ask about procedures'),
  link_account: label('Liên kết tài khoản', 'Link an account'),
  who_am_i: label('Tôi đang dùng quyền gì', 'Who I am here'),
  language_switch: label('Đổi ngôn ngữ', 'Change the language'),
  my_duties: label('Việc của tôi', 'My duties'),
  help: label('Xem các việc có thể làm', 'See what can be done'),
};

/** The words of a wish as a button; null: nothing to ask back about. */
export const wishOf = (intent: string, lang: 'vi' | 'en'): string | null => wishes[intent]?.(lang) ?? null;
