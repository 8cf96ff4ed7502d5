import type { Json } from '../../../base/json.ts';
import { dayWords } from '../../../base/time/format.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import type { Moved } from '../commands/move.ts';
import {
  type Decision,
  decideNeed,
  refuseRevision,
  releaseNeed,
  takeNeed,
  undoDecision,
  validateRevision,
} from '../commands/review.ts';
import { decideForm } from '../forms/decide-need.ts';
import { decidedSay } from '../forms/decided.ts';
import { about } from '../forms/fields/about.ts';
import { refusal } from '../forms/refusal.ts';
import { next } from '../rules/states.ts';
import * as say from '../texts/say.ts';
import { stateWord } from '../words/need.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, needSay, noNeed } from './card.ts';
import { keyOf, saidKey } from './key.ts';

const lookArgs: NonNullable<Action<FoundNeed>['look']> = async (reads, by, args) => {
  const of = argsOf('need', args);
  return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
};

const failed = (turn: Turn, done: Exclude<Moved, { ok: true }>, undoSeconds: number): void =>
  turn.reply(refusal(done, turn.lang, 'office', undoSeconds));

/** Asks for the reason of a decision; it happens by the button under the read-back. */
async function askReason(
  turn: Turn,
  { need }: FoundNeed,
  decision: 'request_revision' | 'reject',
  reason?: string,
): Promise<void> {
  const { lang } = turn;
  if (!need) return turn.reply({ text: say.gone(lang) });
  const state = stateWord(need.state, 'office', lang);
  if (!next(need.state, decision) && !next(need.state, 'take')) {
    return turn.reply({ text: say.notNow(lang, need.code, state) });
  }
  await turn.open(decideForm, {
    unit: need.unit,
    subject: { kind: 'need', id: need.id, unit: need.unit },
    answers: {
      about: about.store({ code: need.code, title: need.title, state, decision }),
      ...(reason ? { reason } : {}),
    },
  });
}

/** The buttons of a reviewer. `undoSeconds`: how long a decision can be taken back. */
export function reviewActions(undoSeconds: number): readonly Action<FoundNeed>[] {
  const on = (
    name: string,
    run: (turn: Turn, found: FoundNeed, args: Json) => Promise<void> | void,
  ): Action<FoundNeed> => ({
    name,
    look: lookArgs,
    run: (turn, args, found) => (found.need ? run(turn, found, args) : turn.reply({ text: say.gone(turn.lang) })),
  });
  return [
    on('need.take', async (turn, { need, by, demo }) => {
      const done = await takeNeed(turn, need!.id);
      if (!done.ok) return failed(turn, done, undoSeconds);
      const card = needSay(
        {
          by,
          demo,
          need: {
            ...need!,
            state: done.state,
            rowVersion: done.need.rowVersion + 1,
            reviewer: turn.actor.person,
            reviewerName: turn.actor.name,
          },
        },
        turn,
      );
      turn.reply({
        text: say.taken(turn.lang, done.need.code, dayWords(by!, turn.lang)),
        ...(card?.buttons ? { buttons: card.buttons } : {}),
      });
    }),
    on('need.release', async (turn, { need }) => {
      const done = await releaseNeed(turn, need!.id);
      if (!done.ok) return failed(turn, done, undoSeconds);
      turn.reply({ text: say.released(turn.lang, done.need.code) });
    }),
    on('need.accept', async (turn, { need }) => {
      const done = await decideNeed(turn, need!.id, 'accept');
      if (!done.ok) return failed(turn, done, undoSeconds);
      turn.reply(decidedSay(done, 'accept', null, undoSeconds, turn.lang));
    }),
    on('need.validate', async (turn, { need }) => {
      const done = await validateRevision(turn, need!.id);
      if (!done.ok) return failed(turn, done, undoSeconds);
      turn.reply({ text: say.validated(turn.lang, done.need.code, true) });
    }),
    on('need.refuse', async (turn, { need }) => {
      const done = await refuseRevision(turn, need!.id);
      if (!done.ok) return failed(turn, done, undoSeconds);
      turn.reply({ text: say.validated(turn.lang, done.need.code, false) });
    }),
    on('need.return', (turn, found) => askReason(turn, found, 'request_revision')),
    on('need.reject', (turn, found) => askReason(turn, found, 'reject')),
  ];
}

/** [Hoàn tác] under a decision. */
export const undoDecisionAction = (undoSeconds: number): Action => ({
  name: 'need.undo_decision',
  async run(turn, args) {
    const of = argsOf('decision', args);
    if (!of) return turn.reply({ text: say.gone(turn.lang) });
    const done = await undoDecision(turn, of.need, of.decision, undoSeconds);
    if (!done.ok) return failed(turn, done, undoSeconds);
    turn.reply({
      text: say.decisionUndone(turn.lang, done.need.code),
      buttons: [[{ label: say.buttons.open(turn.lang), call: { action: 'need.open', args: { need: of.need } } }]],
    });
  },
});

const decisionOf: Readonly<Record<string, Decision>> = {
  accept: 'accept',
  return: 'request_revision',
  reject: 'reject',
};

/** "tra lai nc12 thieu doi tuong": what stands behind the number is why, with or without a comma; it is read back. */
const behindNumber = /nc[\s-]*(?:\d{4}-)?\d{1,6}[\s,:;.–-]+(?:vì |do |vi |lý do:? |ly do:? )?(\p{L}.{4,998})$/iu;

/** "trả lại", "từ chối vì trùng dự án khác", of the need that was shown last: the decision, and why where it is said. */
const decides =
  /^\s*(?:(trả lại|tra lai|trả về(?! hàng)|tra ve(?! hang)|đề nghị bổ sung|de nghi bo sung|yêu cầu bổ sung|yeu cau bo sung)|(từ chối|tu choi|không đưa vào danh mục|khong dua vao danh muc|bác|bac)|(chấp nhận|chap nhan|chấp thuận|chap thuan|tiếp nhận|tiep nhan))(?: (?:nhu cầu|nhu cau) (?:này|nay))?(?: (?:cho |về )?(?:đơn vị|don vi|xã|xa))?(?=$|[\s,:;.–-])[\s,:;.–-]*(?:vì |do |vi |lý do:? |ly do:? )?(.{0,998})$/iu;
const shortly = (text: string): boolean => {
  const said = decides.exec(text);
  // "tiếp nhận …" with more behind them may be about anything.
  return said !== null && !/\d/.test(text) && (said[3] === undefined || said[4]!.trim().length <= 4);
};

/** "trả lại nc12, thiếu đối tượng hưởng lợi": the reason is read back; accepting happens by the button of the card. */
export const reviewFlow: Flow<FoundNeed> = {
  name: 'need-review',
  intents: ['need_review'],
  means: shortly,
  may: (actor) => access.scope(actor, 'need.take').see !== 'nothing',
  look: async (reads, by, ask) => {
    const key = keyOf(ask);
    return key ? lookNeed(reads, by, key) : noNeed;
  },
  async run(turn, ask, found) {
    const card = needSay(found, turn);
    if (!card) {
      const { lang } = turn;
      return turn.reply({ text: keyOf(ask) ? say.notFound(lang, saidKey(ask, lang)) : say.whichNeed(lang) });
    }
    turn.shown(ask, 'need', [found.need!.id]);
    const short = shortly(ask.text) ? decides.exec(ask.text) : null;
    const decision: Decision | undefined = short
      ? short[1]
        ? 'request_revision'
        : short[2]
          ? 'reject'
          : 'accept'
      : decisionOf[String(ask.slots['decision'])];
    const reason = ask.slots['reason'] ?? behindNumber.exec(ask.text)?.[1] ?? short?.[4]?.trim();
    if (decision === 'request_revision' || decision === 'reject') {
      return askReason(turn, found, decision, typeof reason === 'string' && reason.length >= 5 ? reason : undefined);
    }
    turn.reply(card);
  },
};
