import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Reads } from '../../../chat/work.ts';
import { need, needQuestion } from '../schema.ts';

/** A question of an officer, with the need that it is about. */
export interface Question {
  readonly id: Id<'need_question'>;
  readonly need: Id<'need'>;
  readonly code: string;
  readonly unit: Id<'unit'>;
  readonly text: string;
  readonly askedBy: Id<'person'>;
  readonly answer: string | null;
}

const columns = {
  id: needQuestion.id,
  need: needQuestion.needId,
  code: need.code,
  unit: need.unitId,
  text: needQuestion.text,
  askedBy: needQuestion.askedBy,
  answer: needQuestion.answer,
};

/** One question by its id; the caller asks for the right on its unit. */
export async function questionById(reads: Reads, id: Id<'need_question'>): Promise<Question | null> {
  const [row] = await reads
    .select(columns)
    .from(needQuestion)
    .innerJoin(need, eq(need.id, needQuestion.needId))
    .where(eq(needQuestion.id, id));
  return row ?? null;
}

/** What is still to be answered of a need, the oldest first. Ask for the need by its scope before. */
export function openQuestions(reads: Reads, of: Id<'need'>): Promise<Question[]> {
  return reads
    .select(columns)
    .from(needQuestion)
    .innerJoin(need, eq(need.id, needQuestion.needId))
    .where(and(eq(needQuestion.needId, of), isNull(needQuestion.answer)))
    .orderBy(asc(needQuestion.at));
}
