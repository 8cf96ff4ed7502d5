import { type Label, label } from '../../chat/text.ts';
import type { FieldOfWork } from '../../language/types.ts';
import type { CertificateKind, CertificateState } from './rules/certificate.ts';
import type { GrantStage } from './rules/partner.ts';
import type { Criterion } from './schema.ts';

/** 🟢 holds, 🟡 watch it, 🔴 does not hold, ⚪ nothing to judge by: the same marks everywhere. */
export const stateMark: Readonly<Record<CertificateState, string>> = {
  valid: '🟢',
  expiring: '🟡',
  expired: '🔴',
  suspended: '🔴',
  terminated: '🔴',
  revoked: '🔴',
  converted: '⚪',
  pending: '⚪',
  unknown: '⚪',
};

export const stateWord: Readonly<Record<CertificateState, Label>> = {
  valid: label('còn hiệu lực', 'valid'),
  expiring: label('sắp hết hạn', 'expiring soon'),
  expired: label('hết hiệu lực', 'expired'),
  suspended: label('bị đình chỉ', 'suspended'),
  terminated: label('đã chấm dứt', 'terminated'),
  revoked: label('đã bị thu hồi', 'revoked'),
  converted: label('đã chuyển đổi', 'converted'),
  pending: label('đang xin cấp', 'applied for'),
  unknown: label('chưa có thông tin về thời hạn', 'term not known'),
};

/** The kind of certificate as a card begins its line. */
export const kindWord: Readonly<Record<CertificateKind, Label>> = {
  activity: label('Đăng ký hoạt động', 'Activity certificate'),
  rep_office: label('VPĐD', 'Representative office'),
  project_office_legacy: label('VPDA', 'Project office'),
};

/** A field of work in as few words as people use. */
export const fieldWord: Readonly<Record<FieldOfWork, Label>> = {
  agriculture: label('nông nghiệp', 'agriculture'),
  health: label('y tế', 'health'),
  education: label('giáo dục', 'education'),
  vocational: label('đào tạo nghề', 'vocational training'),
  social: label('xã hội', 'social'),
  environment: label('môi trường', 'environment'),
  disaster_response: label('phòng, chống thiên tai', 'disaster response'),
  war_legacy: label('khắc phục hậu quả chiến tranh', 'legacies of war'),
  culture: label('văn hóa', 'culture'),
  economy: label('kinh tế', 'economy'),
  infrastructure: label('hạ tầng', 'infrastructure'),
  water_sanitation: label('nước sạch', 'water and sanitation'),
  governance: label('quản trị', 'governance'),
};

export type RequestKind = 'renew' | 'amend' | 'reissue' | 'convert';
export const requestWord: Readonly<Record<RequestKind, Label>> = {
  renew: label('Gia hạn', 'Renewal'),
  amend: label('Sửa đổi, bổ sung', 'Amendment'),
  reissue: label('Cấp lại', 'Re-issue'),
  convert: label('Chuyển đổi', 'Conversion'),
};

/** With whom a request lies, as the end of "nộp …, …". */
export type RequestHolder = 'ngo' | 'comingo' | 'opinions' | 'province' | 'mfa';
export const holderWord: Readonly<Record<RequestHolder, Label>> = {
  ngo: label('chờ tổ chức bổ sung hồ sơ', 'with the organisation'),
  comingo: label('COMINGO đang xem xét', 'with COMINGO'),
  opinions: label('đang lấy ý kiến bộ, ngành', 'with the ministries'),
  province: label('đang lấy ý kiến UBND tỉnh', 'with the province'),
  mfa: label('chờ Bộ Ngoại giao quyết định', 'with the Foreign Ministry'),
};

export const stageWord: Readonly<Record<GrantStage, Label>> = {
  pledged: label('⚪ đã cam kết', '⚪ pledged'),
  signed: label('🟡 đã ký', '🟡 signed'),
  preparing: label('🟡 đang làm hồ sơ', '🟡 dossier in preparation'),
  approved: label('🟢 đã phê duyệt', '🟢 approved'),
  implementing: label('🟢 đang thực hiện', '🟢 being implemented'),
  suspended: label('🔴 tạm dừng', '🔴 suspended'),
  finished: label('✅ đã kết thúc', '✅ finished'),
  handed_over: label('✅ đã bàn giao', '✅ handed over'),
  settled: label('✅ đã quyết toán', '✅ settled'),
  cancelled: label('⚪ đã hủy', '⚪ cancelled'),
};

export type Relation = 'prospect' | 'contacted' | 'in_dialogue' | 'partner' | 'dormant' | 'not_suitable' | 'left';
export const relationWord: Readonly<Record<Relation, Label>> = {
  prospect: label('chưa tiếp xúc', 'not yet contacted'),
  contacted: label('đã tiếp xúc', 'contacted'),
  in_dialogue: label('đang trao đổi', 'in dialogue'),
  partner: label('đối tác của tỉnh', 'partner'),
  dormant: label('lâu chưa liên hệ', 'no contact for long'),
  not_suitable: label('không phù hợp', 'not suitable'),
  left: label('đã rời tỉnh', 'has left'),
};

/** The five criteria by which a partner is chosen. */
export const criterionWord: Readonly<Record<Criterion, Label>> = {
  legal_status: label('tư cách pháp nhân', 'legal status'),
  purpose: label('tôn chỉ, mục đích', 'purpose'),
  field_fit: label('lĩnh vực phù hợp', 'fitting field'),
  capacity: label('tiềm lực', 'capacity'),
  goodwill: label('thiện chí', 'goodwill'),
};

export type ContactKind = 'meeting' | 'call' | 'email' | 'letter' | 'event' | 'chat';
export const contactWord: Readonly<Record<ContactKind, Label>> = {
  meeting: label('làm việc trực tiếp', 'meeting'),
  call: label('gọi điện', 'call'),
  email: label('thư điện tử', 'e-mail'),
  letter: label('công văn', 'letter'),
  event: label('gặp tại sự kiện', 'met at an event'),
  chat: label('nhắn tin', 'chat'),
};

/** By which way the list of needs was handed over. */
export type IntroductionWay = 'email' | 'meeting' | 'letter' | 'call' | 'chat';

const cities = new Set(['Sơn La']);
const towns = new Set(['Mộc Châu']);

/** A former district as state papers name it now: "huyện Mường La cũ". */
export const districtWord = (name: string): string =>
  `${cities.has(name) ? 'thành phố' : towns.has(name) ? 'thị xã' : 'huyện'} ${name} cũ`;
