import { dayWords, momentWords } from '../../../base/time/format.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { SubmitResult, Submitted } from '../commands/submit.ts';
import type { NeedAnswers } from '../rules/content.ts';
import { receipt } from '../texts/cards.ts';
import * as say from '../texts/say.ts';
import { fieldList } from '../words/draft.ts';
import { lateWords, stateWord } from '../words/need.ts';

/** "✅ Sở Ngoại vụ đã nhận NC-2026-0042": who answers and by when, and the way back for as long as there is one. */
export function receiptOf(done: Submitted, answers: NeedAnswers, now: Temporal.Instant, lang: Lang): Say {
  const division = done.division?.[lang] ?? (lang === 'vi' ? 'Sở Ngoại vụ' : 'The Department');
  const officer = done.officer && (lang === 'vi' ? `Chuyên viên ${done.officer}` : `Officer ${done.officer}`);
  const buttons: Button[] = [
    { label: say.buttons.editNeed(lang), call: { action: 'need.open', args: { need: done.id } } },
    ...(done.undoable
      ? [{ label: say.buttons.undo(lang), call: { action: 'need.undo', args: { need: done.id, no: done.no } } }]
      : []),
  ];
  return {
    text: receipt(lang, {
      code: done.code,
      at: momentWords(now, undefined, lang),
      title: answers.title ?? '',
      unit: done.unitName,
      who: officer || division,
      by: dayWords(done.answerBy, lang),
      late: lateWords(done.lateMinutes, lang),
      readFrom: done.readFrom && momentWords(done.readFrom, undefined, lang),
      letterMissing: done.letterMissing,
      change: !done.undoable,
    }),
    buttons: [buttons],
  };
}

/** Nothing was submitted, and why; the draft stays as it is. */
export function refusedOf(why: Exclude<SubmitResult, { ok: true }>, draft: string, lang: Lang): Say {
  const goOn: Button = { label: say.buttons.goOn(lang), call: { action: 'form.resume', args: { draft } } };
  switch (why.why) {
    case 'no_round':
      return { text: say.noRound(lang), buttons: [[goOn]] };
    case 'approval':
      return { text: say.approval(lang, why.asked), buttons: [[goOn]] };
    case 'missing':
      return { text: say.missing(lang, fieldList(why.fields, lang)), buttons: [[goOn]] };
    case 'state':
      return { text: say.notNow(lang, why.code, stateWord(why.state, 'unit', lang)) };
    case 'gone':
      return { text: say.gone(lang) };
    default:
      return { text: say.mayNot(lang) };
  }
}
