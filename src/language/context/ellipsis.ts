import { type Facts, gather, type UnderstandContext } from '../intents/facts.ts';
import { slotsOf } from '../intents/understand.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Understood } from '../types.ts';
import type { Shown } from './shown.ts';

const lead =
  /^(?:(?:da|a|ah|u|uh|uhm|ok|oke|ua|the|vay|roi|con|va|hay|thi|nhung|nua|cho (?:toi|em|minh|anh|chi|bac|chau)(?: xem| hoi)?|xem|hoi|and|but|or|also|ok|what about|how about|same for|now)(?:[ ,]+|$))+/u;
const tail =
  /(?:[ ,?!.]|(?:^| )(?:thi sao|thi the nao|the nao|thi ntn|ntn|ra sao|sao|nhi|a|ak|ha|nua|thi|roi|vay|nhe|nha|khong|ko|too|as well|then|please)){1,12}$/u;
const marks = /(?:^|[ ,])(?:con|the|vay|va|and|also|what about|how about|same for)(?=[ ,]|$)/u;
const marksBehind = /(?:thi sao|thi the nao|thi ntn|the nao|ra sao|nua|too|as well|then)[ ?!.]*$|(?:^| )sao[ ?!.]*$/u;
const around = /^(?:(?:cua|o|tai|ben|ve|cho|linh vuc|nganh|cac|nhung|mang|for|in|at|about|of|the|on|from|with)[ ,]+)+/u;

/** What remains of "thế còn y tế thì sao?" without its frame, and whether there was one. */
function core(s: Scan): { readonly text: string; readonly framed: boolean } {
  const from = lead.exec(s.flat)?.[0].length ?? 0;
  const rest = s.flat.slice(from);
  const cut = tail.exec(rest);
  const to = from + (cut ? cut.index : rest.length);
  const framed = marks.test(s.flat.slice(0, from).trimEnd()) || marksBehind.test(s.flat);
  const inner = around.exec(s.flat.slice(from, to))?.[0].length ?? 0;
  return { text: s.raw.slice(from + inner, to).trim(), framed };
}

/** Slots of which a new one replaces all. */
const groups: readonly (readonly string[])[] = [
  ['place', 'org', 'audience_kind', 'named'],
  ['date', 'year', 'period'],
  ['ngo', 'country'],
];
/** Slots that say how, not what. */
const never = ['limit', 'exclude', 'lang', 'need_ref', 'format', 'activity', 'registration'];
/** After names of these the new words are read anew, else those of the first question, which say the place that stays. */
const named = ['place', 'org', 'ngo', 'country', 'need_no'];

/** Words that no name, place, time or amount of the text covers. */
function left(f: Facts): number {
  const spans = [
    ...f.partners,
    ...f.units,
    ...f.places.map((p) => ({ start: p.outerStart, end: p.outerEnd })),
    ...f.countries,
    ...f.times,
    ...f.money,
  ];
  return f.s.words.filter((w) => !spans.some((x) => w.start >= x.start && w.end <= x.end)).length;
}

/** "xem thẻ CARE" asks for the card, whatever was asked before. */
const card = /^(?:cho \p{L}+ )?(?:xem|mo) the /u;
/** Questions whose answer is a list of organisations, however many it had. */
const lists: ReadonlySet<string> = new Set(['ngo_search', 'ngo_expiring']);

/** As many words as a field of work is named with: "phòng chống thiên tai". */
const fieldWords = 4;

/**
 * "còn y tế?", "thế Plan thì sao", "còn xã Long Hẹ?": the last question once more with what is named now in the place of what was.
 * `read`: how the text is read by itself; null: it is no such thing.
 */
export function ellipsis(s: Scan, shown: Shown, read: Understood, c: UnderstandContext): Understood | null {
  if (shown.intent === '' || s.words.length > 10) return null;
  const { text, framed } = core(s);
  if (text === '' || (!framed && read.confidence >= 0.5)) return null;
  const f = gather(text, c, scan(text));
  const fresh = slotsOf(shown.intent, f);
  for (const name of never) delete fresh[name];
  const over = left(f) - (fresh['field'] === undefined ? 0 : fieldWords);
  // "còn hạn nộp thì sao" is a question of its own, however it begins.
  if (over > 1 && !(framed && read.confidence < 0.5 && over <= 2)) return null;
  const names = Object.keys(fresh);
  if (names.length === 0) {
    // A name that fits several, or that the last question has no use for.
    if (f.partners.length === 0 || over > 1) return null;
    if (read.confidence >= 0.5 && read.intent !== shown.intent) return null;
    return {
      intent: shown.kind === 'partner' ? shown.intent : 'ngo_status',
      confidence: 0.9,
      slots: slotsOf('ngo_status', f),
      text,
    };
  }
  if (read.confidence >= 0.85 && read.intent !== shown.intent && over > 0) return null;
  // After a list one that is named is what is asked about: a list of it alone says nothing of it.
  if (
    names.length === 1 &&
    names[0] === 'ngo' &&
    (lists.has(shown.intent) || shown.ids.length > 1 || card.test(s.flat))
  ) {
    return { intent: 'ngo_status', confidence: 0.9, slots: slotsOf('ngo_status', f), text };
  }
  const gone = names.flatMap((name) => groups.find((group) => group.includes(name)) ?? []);
  const kept = Object.fromEntries(
    Object.entries(shown.slots).filter(([name]) => !gone.includes(name) && name !== 'need_id' && name !== 'pointed'),
  );
  return {
    intent: shown.intent,
    confidence: 0.9,
    slots: { ...kept, ...fresh },
    text: names.some((name) => named.includes(name)) || shown.text === '' ? text : shown.text,
  };
}
