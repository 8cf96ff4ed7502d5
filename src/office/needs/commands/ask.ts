import { and, eq, isNull } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { needQuestion } from '../schema.ts';
import { questionById } from '../store/questions.ts';
import { refOf, standing } from './move.ts';
import { tell } from './notify.ts';

export type Asked =
  | { readonly ok: true; readonly code: string; readonly question: Id<'need_question'> }
  | Exclude<Verdict, { ok: true }>
  | { readonly ok: false; readonly why: 'gone' | 'own' };

/** An officer asks the unit something about its need; the need stays where it is. Its author is told at once. */
export async function askUnit(work: Work, id: Id<'need'>, text: string): Promise<Asked> {
  const n = await standing(work.tx, id);
  if (!n || n.state === 'recalled') return { ok: false, why: 'gone' };
  const verdict = allowed(work, 'need.ask', { unit: n.unit });
  if (!verdict.ok) return verdict;
  if (n.author === work.actor.person) return { ok: false, why: 'own' };
  const question = work.newId<'need_question'>();
  await work.tx
    .insert(needQuestion)
    .values({ id: question, needId: id, text, askedBy: work.actor.person!, at: work.now });
  work.audit({ action: 'need.ask', on: refOf(n), after: { question: text } });
  tell(work, n.author, n, 'need.asked', { question, text });
  return { ok: true, code: n.code, question };
}

export type Answered =
  | { readonly ok: true; readonly code: string }
  | Exclude<Verdict, { ok: true }>
  | { readonly ok: false; readonly why: 'gone' }
  | { readonly ok: false; readonly why: 'answered'; readonly answer: string };

/** Somebody of the unit answers; once. Who asked is told at once. */
export async function answerQuestion(work: Work, id: Id<'need_question'>, text: string): Promise<Answered> {
  const asked = await questionById(work.tx, id);
  const n = asked && (await standing(work.tx, asked.need));
  if (!asked || !n) return { ok: false, why: 'gone' };
  const verdict = allowed(work, 'need.answer', { unit: n.unit });
  if (!verdict.ok) return verdict;
  const done = await work.tx
    .update(needQuestion)
    .set({ answer: text, answeredBy: work.actor.person, answeredAt: work.now })
    .where(and(eq(needQuestion.id, id), isNull(needQuestion.answer)))
    .returning({ id: needQuestion.id });
  if (done.length === 0) return { ok: false, why: 'answered', answer: asked.answer ?? '' };
  work.audit({ action: 'need.answer', on: refOf(n), after: { answer: text } });
  tell(work, asked.askedBy, n, 'need.answered', { question: asked.text, text });
  return { ok: true, code: n.code };
}
