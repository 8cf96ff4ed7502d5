import { localTime } from '../../../base/time/zone.ts';
import { clip } from '../../../chat/fit.ts';
import { type Lang, label, text } from '../../../chat/text.ts';

export const history = label('Lịch sử', 'History');

/** What somebody did with a need, as its history says it. */
export const deeds: Readonly<Record<string, ReturnType<typeof label>>> = {
  'need.submit': label('gửi', 'submitted'),
  'need.undo_submit': label('hoàn tác gửi', 'undid the submission'),
  'need.edit': label('sửa', 'changed'),
  'need.take': label('nhận xem xét', 'took it up'),
  'need.release': label('trả về hàng chờ', 'gave it back'),
  'need.request_revision': label('đề nghị bổ sung', 'asked for completion'),
  'need.undo_request_revision': label('hoàn tác đề nghị bổ sung', 'undid that'),
  'need.accept': label('tiếp nhận', 'accepted'),
  'need.undo_accept': label('hoàn tác tiếp nhận', 'undid the acceptance'),
  'need.reject': label('không đưa vào danh mục', 'left it out of the list'),
  'need.undo_reject': label('hoàn tác, xem xét lại', 'undid that'),
  'need.validate': label('nhận bản sửa', 'took the change over'),
  'need.refuse': label('giữ bản cũ', 'kept the earlier version'),
  'need.withdraw': label('rút', 'withdrew'),
  'need.ask': label('hỏi', 'asked'),
  'need.answer': label('trả lời', 'answered'),
  'need.attach': label('gửi tệp', 'sent a file'),
};

export interface Deed {
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly by: string | null;
  readonly said: string | null;
}

const two = (n: number) => String(n).padStart(2, '0');
function stamp(at: Temporal.Instant): string {
  const t = localTime(at);
  return `${two(t.day)}/${two(t.month)}/${t.year} ${two(t.hour)}:${two(t.minute)}`;
}

/** "23/11/2026 14:05 Thào A Sếnh: gửi". */
export function deedLine(of: Deed, lang: Lang): string {
  const who = of.by ? `${clip(of.by, 30)}: ` : '';
  return `${stamp(of.at)} ${who}${deeds[of.action]?.(lang) ?? of.action}${of.said ? ` – ${clip(of.said, 120)}` : ''}`;
}

/** The head of a page of the history. */
export const head = text<[code: string]>({
  vi: (code) => [{ b: `Lịch sử ${code}` }],
  en: (code) => [{ b: `History of ${code}` }],
  samples: [['NC-2026-0042']],
});
