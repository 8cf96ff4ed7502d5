/**
 * How well messages, whole needs and names of the labelled files are understood:
 *   npx node tests/language/score.ts           figures of every file in tests/language/data
 *   npx node tests/language/score.ts -v FILE   what is wrong in one of them (never of a file that is held out)
 */
import { readFileSync } from 'node:fs';
import { type Asker, findPartner, fold, needSlots, understand, type Vocabulary } from '../../src/language/index.ts';
import { invented, invented2, names, now } from './support.ts';

type Values = { readonly [name: string]: unknown };
interface Gold {
  readonly id: string;
  readonly text: string;
  readonly role: Asker;
  readonly after?: 'reminder';
  readonly intent: string;
  readonly intent_alt?: readonly string[];
  readonly slots: Values;
  readonly optional?: Values;
  readonly expected: unknown;
  readonly derived?: Values;
  readonly candidates?: readonly string[];
}
/** Counts of what is right, out of how many, and of what was said that nobody had said. */
export interface Figures {
  readonly intents?: readonly [number, number];
  readonly slots?: readonly [number, number];
  readonly fields?: readonly [number, number];
  readonly whole: readonly [number, number];
  readonly invented: number;
  /** Names that were asked back with the right one among the buttons. */
  readonly asked?: number;
}

const data = (file: string): Gold[] =>
  readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Gold);
const list = (x: unknown): unknown[] => (Array.isArray(x) ? x : x === undefined || x === null ? [] : [x]);
const plain = (x: unknown): string =>
  typeof x === 'string'
    ? fold(x).replace(/^(?:xa|phuong|huyen) /, '')
    : x && typeof x === 'object' && !Array.isArray(x)
      ? JSON.stringify(
          Object.entries(x)
            .sort()
            .map(([k, v]) => [k, plain(v)]),
        )
      : JSON.stringify(x);
const same = (a: unknown, b: unknown): boolean => {
  const [x, y] = [new Set(list(a).map(plain)), new Set(list(b).map(plain))];
  return x.size === y.size && [...x].every((k) => y.has(k));
};
const free = new Set(['reason', 'person', 'field_alt', 'date_alt', 'audience_alt']);
/** Slots that may not be said when the message does not. */
const core = ['ngo', 'field', 'place', 'money', 'need_no', 'country'];

function message(
  g: Gold,
  wrong: (what: string) => void,
): { intent: boolean; right: number; of: number; invented: number } {
  const u = understand(g.text, { vocabulary: names, now, asker: g.role, ...(g.after ? { after: g.after } : {}) });
  const got = u.slots as Values;
  const intent = [g.intent, ...(g.intent_alt ?? [])].includes(u.intent);
  if (!intent) wrong(`${g.intent} -> ${u.intent}`);
  let [right, of] = [0, 0];
  for (const [k, v] of Object.entries(g.slots)) {
    if (free.has(k)) continue;
    of++;
    const day = typeof v === 'string' && /^\d{4}-\d\d-\d\d/.test(v) && String(got[k]).startsWith(v);
    const year = k === 'year' && JSON.stringify(got['period'])?.includes(`${v}-01-01`);
    const ok = [v, ...list(g.slots[`${k}_alt`])].some((x) => same(got[k], x)) || day || year;
    if (ok) right++;
    else wrong(`${k} ${JSON.stringify(v)} <> ${JSON.stringify(got[k])}`);
  }
  const units = [...list(g.slots['org']), ...list(g.slots['named']), ...list(g.slots['exclude'])].map((x) =>
    fold(String(x)).replace(/^ubnd (?:xa|phuong) /, ''),
  );
  const spare = core.filter(
    (k) =>
      got[k] !== undefined &&
      g.slots[k] === undefined &&
      !(g.optional?.[k] !== undefined && same(got[k], g.optional[k])) &&
      !(k === 'place' && list(got[k]).every((p) => units.includes(fold(String(p))))) &&
      !(k === 'need_no' && g.slots['decisions']),
  );
  for (const k of spare) wrong(`invented ${k} ${JSON.stringify(got[k])}`);
  return { intent, right, of, invented: spare.length };
}

function shared(a: string, b: string): number {
  const [x, y] = [fold(a).split(/\W+/), fold(b).split(/\W+/)];
  return (2 * y.filter((w) => x.includes(w)).length) / (x.length + y.length);
}
function need(g: Gold, wrong: (what: string) => void): { right: number; of: number; invented: number } {
  const got = needSlots(g.text, { vocabulary: names, now }) as Values;
  const e = g.expected as Values;
  const derived = g.derived ?? {};
  let [right, of, invented] = [0, 0, 0];
  const made = (k: string) => {
    invented++;
    wrong(`invented ${k} ${JSON.stringify(got[k])}`);
  };
  const check = (k: string, ok: boolean) => {
    of++;
    if (ok) right++;
    else wrong(`${k} ${JSON.stringify(e[k])} <> ${JSON.stringify(got[k])}`);
  };
  check('title', shared(String(got['title'] ?? ''), String(e['title'])) >= 0.6);
  check('field', [e['field'], ...list(e['field_alt'])].includes(got['field']));
  for (const k of ['org', 'place', 'start', 'end', 'duration_months'] as const) if (e[k]) check(k, same(got[k], e[k]));
  if (e['beneficiaries'])
    check(
      'beneficiaries',
      list(got['beneficiaries']).some((b) =>
        list(e['beneficiaries']).some((x) => {
          const [want, is] = [x as Values, b as Values];
          const near = want['unit'] !== 'households' && is['unit'] === 'people';
          return want['count'] === is['count'] && (want['unit'] === is['unit'] || near);
        }),
      ),
    );
  for (const k of ['budget', 'requested_aid', 'counterpart']) {
    if (e[k]) check(k, same(got[k], e[k]));
    else if (
      got[k] &&
      !(derived[k] && same(got[k], derived[k])) &&
      !same(got[k], e['budget']) &&
      !(k === 'budget' && same(got[k], e['requested_aid'])) &&
      !(k === 'counterpart' && (got[k] as Values)['amount'] === 0)
    )
      made(k);
  }
  for (const k of ['start', 'end']) if (!e[k] && got[k] && !derived[k]) made(k);
  if (!(e['contact'] as Values | undefined)?.['phone'] && (got['contact'] as Values | undefined)?.['phone'])
    made('contact');
  for (const [k, v] of Object.entries((e['contact'] ?? {}) as Values))
    check(`contact.${k}`, same((got['contact'] as Values)?.[k], v));
  return { right, of, invented };
}

/** The register that the names of a file are looked up in. */
export const registerOf = (file: string): Vocabulary =>
  file.startsWith('names-invented-2') ? invented2 : file.startsWith('names-invented') ? invented : names;

/** The organisation that a file's text is taken for, and those that it is asked back with: by their English names. */
function named(file: string, text: string): { name: string | null; candidates: string[] } {
  const register = registerOf(file);
  const ngo = (id: string | null) => {
    const p = id === null ? undefined : register.partners.byId.get(id);
    return p?.kind === 'ngo' ? p.name : null;
  };
  const { sure, candidates } = findPartner(text, register);
  return { name: ngo(sure), candidates: candidates.flatMap((id) => ngo(id) ?? []) };
}

/** The figures of one file; `say` hears what is wrong. */
export function figures(file: string, say: (line: string) => void = () => {}): Figures {
  const gold = data(file);
  const sum: [number, number] = [0, 0];
  let [intents, whole, invented, asked] = [0, 0, 0, 0];
  for (const g of gold) {
    const wrong = (what: string) => say(`${g.id} ${what} | ${g.text.replaceAll('\n', ' / ')}`);
    if (file.startsWith('names')) {
      const { name, candidates } = named(file, g.text);
      const one = g.candidates ? name === null && same(candidates, g.candidates) : name === g.expected;
      if (one) whole++;
      else wrong(`${g.candidates ?? g.expected} <> ${name ?? `? ${candidates}`}`);
      if (name !== null && !one) invented++;
      else if (!one && candidates.includes(g.expected as string)) asked++;
      continue;
    }
    const r = file.startsWith('needs') ? need(g, wrong) : message(g, wrong);
    sum[0] += r.right;
    sum[1] += r.of;
    invented += r.invented;
    const intent = 'intent' in r ? r.intent : true;
    if (intent) intents++;
    if (intent && r.right === r.of && r.invented === 0) whole++;
  }
  return {
    ...(file.startsWith('messages') ? { intents: [intents, gold.length], slots: sum } : {}),
    ...(file.startsWith('needs') ? { fields: sum } : {}),
    whole: [whole, gold.length],
    invented,
    ...(file.startsWith('names') ? { asked } : {}),
  };
}

/** Every file; those that end in -held and -fresh are not built on. */
export const files = [
  'messages',
  'messages-held',
  'messages-fresh',
  'messages-fresh-2',
  'messages-fresh-2-held',
  'messages-fresh-3',
  'messages-fresh-3-held',
  'messages-voices',
  'messages-voices-held',
  'needs',
  'needs-held',
  'needs-fresh',
  'needs-voices',
  'needs-voices-held',
  'needs-voices-2',
  'needs-fresh-2',
  'needs-fresh-2-held',
  'needs-fresh-3',
  'needs-fresh-3-held',
  'names',
  'names-held',
  'names-2',
  'names-2-held',
  'names-invented',
  'names-invented-held',
  'names-strangers',
  'names-voices',
  'names-voices-held',
  'names-invented-2',
  'names-invented-2-held',
  'names-strangers-2',
  'names-strangers-2-held',
].map((f) => `${f}.jsonl`);

if (import.meta.main) {
  const [flag, file] = process.argv.slice(2);
  if (flag === '-v') console.log(figures(file ?? '', console.log));
  else
    for (const f of files) {
      const { invented, asked, ...rest } = figures(f);
      const parts = Object.entries(rest).map(([k, v]) => {
        const [a, b] = v as readonly [number, number];
        return `${k} ${a}/${b} ${((100 * a) / b).toFixed(1)} %`;
      });
      console.log(f.padEnd(22), parts.join(', '), `invented ${invented}`, asked === undefined ? '' : `asked ${asked}`);
    }
}
