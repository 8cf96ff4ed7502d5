import { z } from 'zod';
import { line } from '../../../../chat/dialogue/form/text-field.ts';
import type { Choice, Field, FieldContext } from '../../../../chat/dialogue/form/types.ts';
import { clip, shownWidth } from '../../../../chat/fit.ts';
import type { Lang } from '../../../../chat/text.ts';
import { fold, type PlacesRead, readPlaces, type Vocabulary } from '../../../../language/index.ts';
import type { Places } from '../../rules/content.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import * as labels from '../../texts/labels.ts';
import { placeName, placesWords } from '../../words/values.ts';

/** Where a need is, with the names to show, and what is still unclear about it. */
export interface PlacesAnswer extends Places {
  readonly names: readonly string[];
  /** Words that fit several places: asked back, one at a time. */
  readonly unclear?: readonly {
    readonly said: string;
    readonly options: readonly { codes: string[]; label: string }[];
  }[];
}

const shape = z.object({
  communes: z.array(z.string().regex(/^\d{5}$/)).max(75),
  province: z.boolean(),
  village: z.string().max(200).exactOptional(),
  names: z.array(z.string()),
  unclear: z
    .array(
      z.object({ said: z.string(), options: z.array(z.object({ codes: z.array(z.string()), label: z.string() })) }),
    )
    .exactOptional(),
});

/** Adds places to others, each once, with their names of today. */
export function joinPlaces(
  a: Pick<PlacesAnswer, 'communes' | 'province' | 'village'>,
  codes: readonly string[],
  vocabulary: Vocabulary,
): PlacesAnswer {
  const communes = [...new Set([...a.communes, ...codes])];
  return {
    communes,
    province: a.province,
    names: communes.map((code) => placeName(code, vocabulary, 'vi')),
    ...(a.village ? { village: a.village } : {}),
  };
}

/** What a text says of places, as an answer; unclear words stay with it. */
export function placesAnswer(read: PlacesRead, vocabulary: Vocabulary): PlacesAnswer | undefined {
  const unclear = read.unclear.map((u) => ({
    said: u.said,
    options: u.options.map((o) => ({ codes: [...o.codes], label: o.label })),
  }));
  if (read.communes.length === 0 && !read.province && unclear.length === 0) return undefined;
  const answer = joinPlaces({ ...read, communes: [] }, read.communes, vocabulary);
  return unclear.length > 0 ? { ...answer, unclear } : answer;
}

/** What can be meant by the first unclear words; picking one leaves the other unclear ones to be asked. */
function options(answer: PlacesAnswer, vocabulary: Vocabulary): Choice<PlacesAnswer>[] {
  const [first, ...rest] = answer.unclear ?? [];
  return (first?.options ?? []).map((option) => {
    const joined = joinPlaces(answer, option.codes, vocabulary);
    return { label: option.label, value: rest.length > 0 ? { ...joined, unclear: rest } : joined };
  });
}

const renamed = (read: PlacesRead, lang: Lang) =>
  read.renamed.length > 0
    ? errors.placeRenamed(
        lang,
        read.renamed.map((r) => (r.said.includes('→') ? r.said : `${r.said} → ${r.now}`)).join('; '),
      )
    : undefined;

/** The unit that the person answers for: a commune most often means itself, a department may mean everywhere. */
const ownUnit = (c: Pick<FieldContext<PlacesAnswer>, 'actor' | 'vocabulary'>) => {
  const id = c.actor.grants.find((g) => g.unit)?.unit;
  return id ? c.vocabulary.lists.units.find((u) => u.id === id) : undefined;
};

/** The commune that the person answers for; undefined where it is none. */
export function ownCommune(c: Pick<FieldContext<PlacesAnswer>, 'actor' | 'vocabulary'>): PlacesAnswer | undefined {
  const unit = ownUnit(c);
  if (unit?.kind !== 'commune' || !c.vocabulary.lists.places.some((p) => p.code === unit.code)) return undefined;
  return joinPlaces({ communes: [], province: false }, [unit.code], c.vocabulary);
}

/** "xã tôi", "đơn vị mình", "bên em": as a whole answer it means the own commune. */
const own =
  /^(?:(?:o|tai|trong|dia ban|toan|ca|khap|tren dia ban) )*(?:xa|phuong|don vi|ben|ban|dia phuong|o day|tai day)(?: (?:toi|em|minh|nha|chung toi|chung em|ta|e|nay))?(?: a| nhe)?$/u;

/** Communes and wards of today, from today's and former names, or the whole province. */
export const places: Field<PlacesAnswer> = {
  label: asks.names.places,
  typed: true,
  ask: (c) => {
    const first = c.value?.unclear?.[0];
    return first ? asks.whichPlace(c.lang, first.said) : asks.places(c.lang);
  },
  choices(c) {
    if (c.value?.unclear?.length) return options(c.value, c.vocabulary);
    const everywhere: PlacesAnswer = { communes: [], province: true, names: [] };
    return ownUnit(c)?.kind === 'commune' ? [] : [{ label: labels.wholeProvince(c.lang), value: everywhere }];
  },
  propose: (c) => ownCommune(c),
  read(input, c: FieldContext<PlacesAnswer>) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const mine = own.test(fold(said.text)) ? ownCommune(c) : undefined;
    if (mine) return { ok: mine };
    const read = readPlaces(said.text, c.vocabulary, true);
    const answer = read && placesAnswer(read, c.vocabulary);
    // "toàn xã, 180 học sinh": the first words name the own commune.
    const first = answer ? undefined : /^[^,;.]{2,40}[,;.]/u.exec(said.text)?.[0].slice(0, -1);
    const begun = first && own.test(fold(first).trim()) ? ownCommune(c) : undefined;
    if (begun) return { ok: begun };
    if (!read || !answer) return { error: errors.noPlace(c.lang, clip(said.text, 40)) };
    const note = renamed(read, c.lang);
    // A typed answer to "which Chiềng Chung?" takes the place of what was unclear and keeps what was clear.
    const [, ...open] = c.value?.unclear ?? [];
    const before = c.value?.unclear?.length ? c.value : undefined;
    const clear = before
      ? joinPlaces({ ...before, province: before.province || answer.province }, answer.communes, c.vocabulary)
      : answer;
    const unclear = [...(answer.unclear ?? []), ...open];
    const { unclear: _old, ...rest } = clear;
    const whole: PlacesAnswer = unclear.length > 0 ? { ...rest, unclear } : rest;
    if (answer.unclear?.length) {
      return { error: errors.placeUnclear(c.lang, answer.unclear[0]!.said), choices: options(whole, c.vocabulary) };
    }
    return note ? { ok: whole, note } : { ok: whole };
  },
  complete: (p) => !p.unclear?.length && (p.province || p.communes.length > 0),
  show: (p, lang) => clip(placesWords(p, p.names, lang), shownWidth),
  store: ({ unclear, village, communes, names, province }) => ({
    communes,
    province,
    names,
    ...(village ? { village } : {}),
    ...(unclear ? { unclear } : {}),
  }),
  load: (stored) => shape.safeParse(stored).data,
};
