import { type Label, label } from '../../../chat/text.ts';
import type { NeedState, UnitWord } from '../rules/states.ts';

/** The six words by which a unit knows its needs, each with its mark. */
export const unitWords: Readonly<Record<UnitWord, Label>> = {
  draft: label('⚪ bản nháp', '⚪ draft'),
  waiting: label('🟡 chờ xem xét', '🟡 waiting for review'),
  revise: label('🟡 đề nghị bổ sung, hoàn thiện', '🟡 to be completed'),
  accepted: label('🟢 đã tiếp nhận', '🟢 accepted'),
  not_listed: label('⚪ không đưa vào danh mục', '⚪ not on the list'),
  withdrawn: label('⚪ đã rút', '⚪ withdrawn'),
};

/** What officers see: each state by its own word. */
export const officerWords: Readonly<Record<NeedState, Label>> = {
  submitted: label('🟡 chờ xem xét', '🟡 waiting for review'),
  recalled: label('⚪ bản nháp', '⚪ draft'),
  under_review: label('🟡 đang xem xét', '🟡 under review'),
  revision_requested: label('🟡 đề nghị bổ sung, hoàn thiện', '🟡 to be completed'),
  accepted: label('🟢 đã tiếp nhận', '🟢 accepted'),
  rejected: label('⚪ không đưa vào danh mục', '⚪ not on the list'),
  merged: label('⚪ đã ghép với nhu cầu khác', '⚪ merged into another need'),
  listed: label('🟢 trong danh mục', '🟢 on the list'),
  matched: label('🟢 có tổ chức quan tâm', '🟢 a partner is interested'),
  committed: label('🟢 đã có cam kết', '🟢 committed'),
  funded: label('🟢 khoản viện trợ đã phê duyệt', '🟢 aid approved'),
  implementing: label('🟢 đang thực hiện', '🟢 under way'),
  completed: label('✅ đã xong', '✅ completed'),
  withdrawn: label('⚪ đã rút', '⚪ withdrawn'),
  expired: label('⚪ hết thời hạn kêu gọi', '⚪ expired'),
};
