import type { Facts } from './facts.ts';
import { inFull } from './short-forms.ts';

/** What stands for names and values among the words, so that "gặp Oxfam" and "gặp Plan" are the same to the classifier. */
const stand = {
  ngo: '<ngo>',
  mission: '<mission>',
  unit: '<unit>',
  commune: '<commune>',
  place: '<place>',
  country: '<country>',
  money: '<money>',
  time: '<time>',
  need: '<no>',
  number: '<#>',
  quote: '<quote>',
} as const;

/** The request stands at the head of a long text. */
const mostWords = 60;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly as: string;
}

function stretches(f: Facts): Stretch[] {
  const all: Stretch[] = [];
  const until = f.s.words[mostWords * 5]?.start ?? Number.POSITIVE_INFINITY;
  const put = (list: readonly { readonly start: number; readonly end: number }[], as: string) => {
    for (const h of list) if (h.start < until) all.push({ start: h.start, end: h.end, as });
  };
  put(f.quoted, stand.quote);
  for (const p of f.partners) {
    if (p.word && p.end - p.start < 5) continue;
    put([p], p.entries.some((e) => e.kind !== 'mission') ? stand.ngo : stand.mission);
  }
  for (const u of f.units) put([u], u.units[0]?.kind === 'commune' ? stand.commune : stand.unit);
  put(f.places, stand.place);
  put(f.countries, stand.country);
  put(
    f.money.filter((m) => m.sure),
    stand.money,
  );
  put(f.times, stand.time);
  const taken: Stretch[] = [];
  for (const s of all) if (!taken.some((t) => s.start < t.end && t.start < s.end)) taken.push(s);
  return taken.sort((a, b) => a.start - b.start);
}

/** The words of a message with names and values replaced by what they are. At most `mostWords`. */
export function tokens(f: Facts): string[] {
  const spans = stretches(f);
  const out: string[] = [];
  let k = 0;
  let said = -1;
  for (const w of f.s.words) {
    while (k < spans.length && spans[k]!.end <= w.start) k++;
    if (k < spans.length && w.start >= spans[k]!.start) {
      if (said !== k) out.push(spans[k]!.as);
      said = k;
    } else if (w.digits) out.push(f.needNos.includes(Number(w.flat)) ? stand.need : stand.number);
    else {
      const full = inFull.get(w.flat);
      if (full) out.push(...full);
      else out.push(w.flat);
    }
    if (out.length === mostWords) break;
  }
  return out;
}

/** What the classifier looks at: words, pairs of neighbours, the first and the last, the marks of the rules, who asks. Each once. */
export function features(f: Facts): string[] {
  const t = tokens(f);
  const out = new Set<string>();
  let prior = '^';
  for (const w of t) {
    out.add(w);
    out.add(`${prior} ${w}`);
    prior = w;
  }
  out.add(`${prior} $`);
  for (const m of f.marks) out.add(`m:${m}`);
  out.add(`who:${f.c.asker}`);
  out.add(
    `n:${t.length < 3 ? t.length : t.length < 6 ? '3-5' : t.length < 12 ? '6-11' : t.length < 25 ? '12-24' : '25+'}`,
  );
  if (f.c.after) for (const w of t) out.add(`r:${w}`);
  return [...out];
}
