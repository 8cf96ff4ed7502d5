import { z } from 'zod';
import type { Json } from '../../../base/json.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { typed } from '../../../chat/dialogue/form/text-field.ts';
import { type Field, type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { clip, shownWidth } from '../../../chat/fit.ts';
import { label } from '../../../chat/text.ts';
import { access } from '../../people/access.ts';
import { applyChanges, keeperOf, type Missing } from '../commands/apply.ts';
import type { Refused } from '../commands/common.ts';
import { type Change, changeShape, withLater } from '../rules/change.ts';
import { saidChanges } from '../rules/said-change.ts';
import { type Standing, standingShape } from '../store/standing.ts';
import * as t from '../texts/change.ts';
import { papers, withoutPapers } from './papers.ts';
import { refusal } from './refusal.ts';

export const changeForm = 'change-partner';

/** Never asked: the entry as it stood, put there by whoever opens the form. */
export const standing = givenField<Standing>({
  label: label('Tổ chức', 'Organisation'),
  show: (value) => value.name,
  store: (value) => value as unknown as Json,
  load: (stored) => standingShape.safeParse(stored).data,
});

/** What changes: read from a sentence; what is said later about the same thing counts. */
export const changes: Field<readonly Change[]> = {
  label: t.changesLabel,
  ask: (c) => t.askChange(c.lang, nameOf(c.answers['now'])),
  read(input, c) {
    const said = typed(input);
    const found = said ? saidChanges(said, c) : [];
    if (found.length === 0) return { error: t.noChange(c.lang) };
    return { ok: withLater(c.value ?? [], found) };
  },
  show: (value, lang) =>
    clip(value.map(({ what }) => what).join(', '), shownWidth) || (lang === 'vi' ? 'chưa có' : 'none'),
  store: (value) => value as unknown as Json,
  load: (stored) => {
    const read = z.array(changeShape).min(1).max(20).safeParse(stored);
    return read.success ? read.data : undefined;
  },
};

const nameOf = (now: unknown): string => (now as Standing | undefined)?.name ?? '';

const missing = new Set<string>(['certificate', 'grant', 'officer', 'request']);
const isMissing = (of: Refused | Missing): of is Missing => missing.has(of.why);

/** A correction of the register: what was said is read back with the old values, and happens by the button. `undoSeconds`: how long it can be taken back. */
export const changePartnerForm = (of: { readonly keys: Keyring; readonly undoSeconds: number }): FormSpec =>
  form(changeForm, {
    title: t.changeTitle,
    may: (actor) => access.can(actor, 'ngo.edit').ok,
    fields: { now: standing, changes, papers },
    understand(text, c) {
      const found = saidChanges(text, c);
      return found.length > 0 ? { changes: withLater(c.answers.changes ?? [], found) } : {};
    },
    correct: (text, c) => (c.answers.papers?.length && withoutPapers(text) ? { papers: [] } : null),
    review: ({ now, changes: said, papers: files = [] }, c) =>
      now && said ? t.changeBack(c.lang, said, now, files) : t.askChange(c.lang, nameOf(now)),
    submitLabel: t.saveChange,
    async submit(turn, _draft, { now, changes: said, papers: files = [] }) {
      if (!now || !said) return { refused: refusal({ ok: false, why: 'empty' }, turn.lang) };
      const done = await applyChanges(turn, of.keys, now, said, files);
      if (!done.ok) {
        return {
          refused: isMissing(done)
            ? { text: t.cannotChange(turn.lang, done.why, done.said) }
            : refusal(done, turn.lang),
        };
      }
      const card = keeperOf(said, now);
      const undo = { steps: done.steps as unknown as Json, at: turn.now.toString(), name: now.name, id: card };
      const undoable = done.steps.length > 0;
      return {
        receipt: {
          text: t.changed(turn.lang, said, now, files, undoable ? of.undoSeconds : 0),
          buttons: [
            [
              ...(undoable ? [{ label: t.undoChange(turn.lang), call: { action: 'partner.undo', args: undo } }] : []),
              { label: t.seeCard(turn.lang), call: { action: 'partner.show', args: { ids: [card] } } },
            ],
          ],
        },
      };
    },
  });
