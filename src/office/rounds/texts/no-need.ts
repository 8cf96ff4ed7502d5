import { momentWords, waitWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';
import { roundWords } from './status.ts';

const at = (iso: string) => Temporal.Instant.from(iso);

export const title = label('Không có nhu cầu', 'No need');
export const yes = label('Xác nhận không có nhu cầu', 'Confirm: no need');
export const undo = label('Hoàn tác', 'Undo');

export const ask = text<[unit: string, code: string]>({
  vi: (unit, code) => [
    { b: clip(unit, 70) },
    `Không có nhu cầu viện trợ ${roundWords(code, 'vi')}.`,
    'Xác nhận xong sẽ không bị đôn đốc đợt này; sau này có nhu cầu vẫn gửi được.',
  ],
  en: (unit, code) => [
    { b: clip(unit, 70) },
    `has no need for aid in ${roundWords(code, 'en')}.`,
    'Once confirmed there are no reminders this round; a need can still be sent later.',
  ],
  samples: [['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La', '2026-1']],
});

export const done = text<[unit: string, code: string, at: Temporal.Instant, seconds: number]>({
  vi: (unit, code, when, seconds) => [
    `✅ ${clip(unit, 70)}: đã ghi không có nhu cầu ${roundWords(code, 'vi')}.`,
    momentWords(when, undefined, 'vi'),
    `Bấm nhầm thì hoàn tác được trong ${waitWords(seconds, 'vi')}.`,
  ],
  en: (unit, code, when, seconds) => [
    `✅ ${clip(unit, 70)}: no need recorded for ${roundWords(code, 'en')}.`,
    momentWords(when, undefined, 'en'),
    `It can be undone for ${waitWords(seconds, 'en')}.`,
  ],
  samples: [['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La', '2026-1', at('2026-11-23T07:05:00Z'), 120]],
});

export const undone = text({
  vi: () => ['⚪ Đã hoàn tác. Đơn vị chưa trả lời đợt này.'],
  en: () => ['⚪ Undone. The unit has not answered this round.'],
  samples: [[]],
});

export const notDone = text<
  [why: 'has_needs' | 'already' | 'no_round' | 'may_not' | 'late' | 'not_yours' | 'state' | 'other_unit']
>({
  vi: (why) => [
    {
      has_needs: 'Đơn vị đã gửi nhu cầu đợt này. Muốn báo không có nhu cầu thì rút các nhu cầu đó trước.',
      already: 'Đơn vị đã báo không có nhu cầu đợt này rồi.',
      no_round: 'Hiện không có đợt nào gọi đơn vị này gửi nhu cầu, nên không phải báo gì.',
      may_not: 'Việc này do cán bộ đầu mối hoặc lãnh đạo đơn vị báo.',
      late: 'Đã quá thời gian hoàn tác. Có nhu cầu thì anh/chị cứ gửi, sẽ được ghi lại là có.',
      not_yours: 'Chỉ người đã báo mới hoàn tác được.',
      state: 'Không còn gì để hoàn tác.',
      other_unit: 'Anh/chị chỉ báo được cho đơn vị của mình.',
    }[why],
  ],
  en: (why) => [
    {
      has_needs: 'The unit has submitted needs this round. Withdraw them first to say that it has none.',
      already: 'The unit has said already that it has no need this round.',
      no_round: 'No round calls on this unit now, so nothing has to be said.',
      may_not: 'This is said by the focal point or the head of the unit.',
      late: 'It can no longer be undone. If there is a need, just send it.',
      not_yours: 'Only who said it can undo it.',
      state: 'There is nothing to undo.',
      other_unit: 'You can say it for your own unit only.',
    }[why],
  ],
  samples: [['has_needs'], ['may_not']],
});

export const whichUnit = text({
  vi: () => ['Đơn vị nào không có nhu cầu ạ?', 'Ví dụ: Sở Tư pháp không có nhu cầu'],
  en: () => ['Which unit has no need?', 'For example: Sở Tư pháp has no need'],
  samples: [[]],
});
