import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, plainDate } from '../../base/database/columns.ts';

/**
 * Words that were not understood, masked and without their person: no account, no chat, no hour, and an id that says only the day,
 * so that no row leads back to a message of the transcript. Deleted after a time (rules.ts).
 */
export const unclearMessage = pgTable(
  'unclear_message',
  {
    id: id<'unclear'>().primaryKey(),
    day: plainDate().notNull(),
    text: text().notNull(),
    asker: text({ enum: ['guest', 'department', 'officer', 'leader', 'admin'] }).notNull(),
    lang: text({ enum: ['vi', 'en'] }).notNull(),
    /** `unsure`: no reading was clear; `not_built`: read, and nothing does it; `answer`: it did not answer the form's question. */
    why: text({ enum: ['unsure', 'not_built', 'answer'] }).notNull(),
    /** The form's question, as "submit-need.budget". */
    field: text(),
    /** The two likeliest readings and how sure the first was, in hundredths. */
    read: text(),
    next: text(),
    sure: integer(),
    /** What the person chose when asked back: what was meant. */
    meant: text(),
  },
  (t) => [index('unclear_message_day').on(t.day, t.id)],
);
