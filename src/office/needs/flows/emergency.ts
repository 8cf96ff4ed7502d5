import type { Id } from '../../../base/ids.ts';
import { momentWords } from '../../../base/time/format.ts';
import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { holders, readOffice, unitById } from '../../people/store.ts';
import { tellAlarm } from '../commands/notify.ts';
import { needForm } from '../store/drafts.ts';
import * as say from '../texts/say.ts';
import { argsOf } from './args.ts';

/** Asks whether the office is to be woken; one press does it. */
export function askAlarm(turn: Turn, unit: Id<'unit'>, text: string): void {
  const { lang } = turn;
  turn.reply({
    text: say.alarmAsk(lang, text),
    buttons: [
      [{ label: say.buttons.alarm(lang), call: { action: 'need.alarm', args: { unit, text } }, means: 'yes' }],
      [{ label: say.buttons.plain(lang), call: { action: 'need.new', args: { unit, text } }, means: 'no' }],
    ],
  });
}

interface Found {
  readonly people: readonly Id<'person'>[];
  readonly unitName: string;
  readonly phone: string | null;
}

/** [Báo khẩn cấp ngay]: officers and leaders are told at once, then the form goes on; it is accepted with or without a round. */
export const alarmAction: Action<Found | null> = {
  name: 'need.alarm',
  look: async (reads, by, args) => {
    const of = argsOf('begin', args);
    const unit = of && (await unitById(reads, of.unit));
    if (!unit) return null;
    const all = await holders(reads, { roles: ['officer', 'division_head', 'director'] }, by.now);
    return {
      people: [...new Set(all.map((h) => h.person))],
      unitName: unit.nameVi,
      phone: (await readOffice(reads))?.dutyPhone ?? null,
    };
  },
  async run(turn, args, found) {
    const of = argsOf('begin', args);
    if (!of || !found) return turn.reply({ text: say.gone(turn.lang) });
    if (!access.can(turn.actor, 'need.draft', { unit: of.unit }).ok) return turn.reply({ text: say.mayNot(turn.lang) });
    tellAlarm(turn, found.people, { unit: of.unit, unitName: found.unitName, text: of.text });
    const at = momentWords(turn.now, undefined, turn.lang);
    turn.reply({ text: say.alarmed(turn.lang, found.people.length, at, found.phone) });
    await turn.open(needForm, { unit: of.unit, text: of.text, answers: { emergency: true } });
  },
};
