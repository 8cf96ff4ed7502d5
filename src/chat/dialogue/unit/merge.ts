import type { Id } from '../../../base/ids.ts';
import { storedQuestion } from './load.ts';
import type { TurnState } from './turn.ts';

/**
 * After linking, a person has one dialogue: this chat joins the one that the person had, or its own becomes the person's.
 * What is open here is kept as the suspended thing where something is open there too.
 */
export async function merge(turn: TurnState, person: Id<'person'>): Promise<void> {
  const { sql } = turn.loan;
  turn.loan.check();
  const own = turn.dialogue;
  const [theirs] = await sql<{ id: Id<'dialogue'>; open: unknown }[]>`
    select id, open from dialogue where person_id = ${person} and id <> ${own.id} for update`;
  if (!theirs) {
    own.person = person;
    return;
  }
  await sql`update chat set dialogue_id = ${theirs.id} where dialogue_id = ${own.id}`;
  if (own.open && !theirs.open) {
    await sql`
      update dialogue set version = version + 1, open = ${JSON.stringify(own.open)}::json, open_draft = ${own.open.draft}, question = ${JSON.stringify(storedQuestion(own.question))}::json
      where id = ${theirs.id}`;
  } else if (own.open) {
    await sql`update dialogue set version = version + 1, suspended = ${JSON.stringify(own.open)}::json where id = ${theirs.id} and suspended is null`;
  }
  // The words under the answer still refer to this chat's last message.
  if (own.question && !own.open && !theirs.open) {
    await sql`update dialogue set version = version + 1, question = ${JSON.stringify(storedQuestion(own.question))}::json where id = ${theirs.id}`;
  }
}
