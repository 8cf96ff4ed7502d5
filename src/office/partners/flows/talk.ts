import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Action, Flow, TaskKind } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import { fieldsOfWork, looksLikeQuestion } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import { forgetTalk, stillOwed } from '../commands/talk.ts';
import { about } from '../forms/about.ts';
import { day, talkForm, told } from '../forms/log-talk.ts';
import { refusal } from '../forms/refusal.ts';
import { saysIntroduced, stepOf } from '../rules/said-talk.ts';
import { partnersById } from '../store/entries.ts';
import { whichPartnerExample } from '../texts/card.ts';
import { undoLate } from '../texts/change.ts';
import { talkUndone } from '../texts/talk.ts';
import type { PartnerFacts } from '../types.ts';
import { showContacts } from './actions.ts';
import { askWhich } from './show.ts';
import { meant, missionsNamed } from './status.ts';

type Found = { readonly of: PartnerFacts } | { readonly says: readonly Say[] };

/** "hôm qua làm việc với ĐSQ Nhật, … hẹn gửi đề xuất trước 15/12"; "đã gửi danh mục cho Plan hôm nay"; asked about, the talks so far. */
export const logTalk: Flow<Found> = {
  name: 'log_contact',
  intents: ['log_contact'],
  may: (actor) => access.can(actor, 'ngo.log').ok,
  async look(reads, by, ask) {
    const { named, candidates } = meant(ask, by.vocabulary);
    const id = [...named, ...missionsNamed(ask, by.vocabulary)].find(isId) as Id<'partner'> | undefined;
    const [of] = id ? await partnersById(reads, sightOf(by.actor).entries, [id]) : [];
    if (!of) return { says: [(await askWhich(reads, by, candidates)) ?? { text: whichPartnerExample(by.lang) }] };
    const asks =
      looksLikeQuestion(ask.text) || /^(?:xem |cho xem )?(?:lịch sử|lich su|nhật ký|nhat ky)/iu.test(ask.text);
    return asks ? { says: await showContacts.look!(reads, by, { id: of.id, from: 0 }) } : { of };
  },
  async run(turn, ask, found) {
    if ('says' in found) {
      for (const say of found.says) turn.reply(say);
      return;
    }
    const said = z.iso.date();
    const on = said.safeParse(String(ask.slots['date'] ?? '').slice(0, 10)).data;
    const due = said.safeParse(String(ask.slots['deadline'] ?? '').slice(0, 10)).data ?? null;
    const introduced = saysIntroduced(ask.text);
    await turn.open(talkForm, {
      answers: {
        about: about.store({ id: found.of.id, name: buttonName(found.of, turn.lang) }),
        told: told.store({
          text: ask.text.slice(0, 1000),
          introduced,
          step: stepOf(ask.text),
          due: introduced ? null : due,
          fields: fieldsOfWork.filter((field) => field === ask.slots['field']),
        }),
        ...(on ? { day: day.store({ on, sure: false }) } : {}),
      },
    });
  },
};

const undoArgs = z.object({ talk: z.string().optional(), introduction: z.string().optional(), at: z.string() });

/** [Hoàn tác] under what was recorded. */
export const undoTalkAction = (undoSeconds: number): Action => ({
  name: 'partner.undo-talk',
  async run(turn, args) {
    const of = undoArgs.safeParse(args).data;
    if (!of || turn.now.since(Temporal.Instant.from(of.at)).total('seconds') > undoSeconds) {
      return turn.reply({ text: undoLate(turn.lang) });
    }
    const done = await forgetTalk(
      turn,
      of.introduction
        ? { introduction: of.introduction as Id<'introduction'> }
        : { talk: of.talk as Id<'contact_log'> },
    );
    turn.reply(done.ok ? { text: talkUndone(turn.lang) } : refusal(done, turn.lang));
  },
});

const stepArgs = z.object({
  duty: z.string(),
  partner: z.string(),
  name: z.string(),
  step: z.string(),
  due: z.string(),
});

/** On the morning of its day a next step is told to whoever owes it, unless it is done. */
export const stepTask: TaskKind = {
  kind: 'partner.step',
  async run(args, { write }) {
    const of = stepArgs.parse(args);
    await write(async (work) => {
      const person = await stillOwed(work, of.duty as Id<'duty'>);
      if (!person) return;
      const { partner, name, step, due } = of;
      work.notify(person, {
        template: 'partner.step',
        values: { partner, name, step, due },
        topic: `partner:${partner}`,
        ifUnknown: 'resend',
      });
    });
  },
};
