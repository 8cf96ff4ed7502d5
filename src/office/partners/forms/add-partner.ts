import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { typed } from '../../../chat/dialogue/form/text-field.ts';
import type { Field } from '../../../chat/dialogue/form/types.ts';
import { form } from '../../../chat/dialogue/form/types.ts';
import {
  countryNames,
  type FieldOfWork,
  fieldsOfWork,
  fold,
  foldKeep,
  readField,
  type Vocabulary,
} from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { keepPapers } from '../commands/paper.ts';
import { addPartner } from '../commands/partner.ts';
import * as t from '../texts/add.ts';
import { fieldWord } from '../words.ts';
import { papers, withoutPapers } from './papers.ts';
import { refusal } from './refusal.ts';

export const addForm = 'add-partner';

/** The entry that has this name already, whatever the marks. */
const known = (name: string, v: Vocabulary): string | null =>
  v.lists.partners.find((entry) => [entry.name, ...entry.names].some((one) => fold(one) === fold(name)))?.name ?? null;

/** The country that a text names, by its English name: the longest name that stands there. */
export function countryIn(text: string): string | null {
  // Typed with marks it is read with them: "giáo dục" is not Đức.
  const form =
    foldKeep(text.normalize('NFC')) === text.toLowerCase() ? fold : (one: string) => one.normalize('NFC').toLowerCase();
  const said = ` ${form(text).replaceAll(/[,.;]/g, ' ')} `;
  const found = Object.entries(countryNames)
    .flatMap(([country, names]) => names.map((name) => ({ country, name: form(name) })))
    .filter(({ name }) => said.includes(` ${name} `))
    .toSorted((a, b) => b.name.length - a.name.length);
  return found[0]?.country ?? null;
}

const name: Field<string> = {
  label: t.nameLabel,
  ask: (c) => t.askName(c.lang),
  read(input, c) {
    const said = typed(input)?.replaceAll(/\s+/g, ' ');
    if (!said || said.length < 2 || said.length > 200) return { error: t.askName(c.lang) };
    const there = known(said, c.vocabulary);
    return there ? { error: t.knownName(c.lang, there) } : { ok: said };
  },
  show: (value) => value,
  store: (value) => value,
  load: (stored) => (typeof stored === 'string' && stored.length >= 2 ? stored : undefined),
};

const country: Field<string> = {
  label: t.countryLabel,
  optional: true,
  ask: (c) => t.askCountry(c.lang),
  read(input, c) {
    const found = countryIn(typed(input) ?? '');
    return found ? { ok: found } : { error: t.askCountry(c.lang) };
  },
  show: (value, lang) => (lang === 'vi' ? (countryNames[value]?.[0] ?? value) : value),
  store: (value) => value,
  load: (stored) => (typeof stored === 'string' && stored in countryNames ? stored : undefined),
};

const field: Field<FieldOfWork> = {
  label: t.fieldLabel,
  optional: true,
  ask: (c) => t.askField(c.lang),
  read(input, c) {
    const found = readField(typed(input) ?? '');
    return found ? { ok: found } : { error: t.askField(c.lang) };
  },
  show: (value, lang) => fieldWord[value](lang),
  store: (value) => value,
  load: (stored) => fieldsOfWork.find((one) => one === stored),
};

interface NewSaid {
  readonly kind?: 'ngo' | 'mission';
  readonly name?: string;
  readonly country?: string;
  readonly field?: FieldOfWork;
}

/** "Bra-xin, làm giáo dục" behind "thêm đại sứ quán": a mission is called by its country. */
function newMission(rest: string): NewSaid {
  const from = countryIn(rest);
  const works = readField(rest);
  return {
    kind: 'mission',
    ...(from ? { name: `Embassy of ${from} in Hanoi`, country: from } : {}),
    ...(works ? { field: works } : {}),
  };
}

/** "thêm tổ chức Teach for Vietnam, quốc tịch Mỹ, làm giáo dục": the name up to the next clause, and what stands behind it. */
export function newPartnerSaid(text: string): NewSaid {
  const raw = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const found =
    /(?:them|bo sung|add)(?: (?:mot|a|the))?(?: (?:to chuc|ngo|tc|pcpnn|organi[sz]ation|dai su quan|dsq|su quan|embassy(?: of)?))+(?: (?:moi|new))?\s*:?\s+/.exec(
      foldKeep(raw),
    );
  if (!found) return {};
  if (/su quan|dsq|embassy/.test(found[0])) return newMission(raw.slice(found.index + found[0].length));
  const rest = raw.slice(found.index + found[0].length);
  const end = rest.search(
    /(?:[,;.(]| vào (?:sổ|danh bạ|danh sách)| vao (?:so|danh ba|danh sach)| quốc tịch| quoc tich| làm về| lam ve| của (?:nước )?\p{Lu}| nhé| ạ)/u,
  );
  const said = (end < 0 ? rest : rest.slice(0, end)).trim();
  const about = rest.slice(said.length);
  const from = countryIn(about);
  const works = readField(about);
  return {
    kind: 'ngo',
    ...(said.length > 1 ? { name: said } : {}),
    ...(from ? { country: from } : {}),
    ...(works ? { field: works } : {}),
  };
}

/** Never asked: whether it is an organisation or a mission. */
const kind = givenField<'ngo' | 'mission'>({
  label: t.nameLabel,
  show: (value) => value,
  store: (value) => value,
  load: (stored) => (stored === 'mission' || stored === 'ngo' ? stored : undefined),
});

/** A new organisation in a sentence: its name, and what is known of it; the rest comes with its papers. */
export const addPartnerForm = form(addForm, {
  title: t.addTitle,
  may: (actor) => access.can(actor, 'ngo.edit').ok,
  fields: { kind, name, country, field, papers },
  understand(text, c) {
    const { name: said, ...more } = newPartnerSaid(text);
    return said && !known(said, c.vocabulary) ? { name: said, ...more } : more;
  },
  correct: (text, c) => (c.answers.papers?.length && withoutPapers(text) ? { papers: [] } : null),
  review: ({ kind: what, name: called, country: from, field: works, papers: files = [] }, c) =>
    t.addBack(
      c.lang,
      what === 'mission',
      called ?? '…',
      from ? country.show(from, c.lang) : null,
      works ? fieldWord[works](c.lang) : null,
      files,
    ),
  submitLabel: t.addIt,
  async submit(turn, _draft, { kind: what = 'ngo', name: called, country: from, field: works, papers: files = [] }) {
    const done = await addPartner(turn, {
      kind: what,
      nameEn: called ?? '',
      ...(what === 'mission' && from ? { nameVi: `Đại sứ quán ${countryNames[from]?.[0] ?? from}` } : {}),
      ...(from ? { country: from, countryVi: countryNames[from]?.[0] ?? null } : {}),
      fields: works ? [works] : [],
    });
    if (!done.ok) return { refused: refusal(done, turn.lang) };
    const kept = await keepPapers(turn, done.id, files);
    if (!kept.ok) throw new Error(`the papers of ${done.id}, which was just made, were refused: ${kept.why}`);
    return {
      receipt: {
        text: t.added(turn.lang, what === 'mission', called ?? ''),
        buttons: [[{ label: t.openIt(turn.lang), call: { action: 'partner.show', args: { ids: [done.id] } } }]],
      },
    };
  },
});
