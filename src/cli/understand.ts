import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { currencies, type Money } from '../base/money/money.ts';
import {
  type Asker,
  explain,
  findPartner,
  listsFrom,
  needSlots,
  readMoney,
  readNumber,
  readSpan,
  type Understood,
  understand,
  type Vocabulary,
  vocabulary,
} from '../language/index.ts';

/**
 * `npm run -s understand`: one JSON a line in, one a line out, in order. It is the code that the bot runs; docs/understanding.md lists the tasks.
 * `--registry FILE` replaces the list of NGOs, `--units FILE` the list of departments, `--explain` adds to each message why it was read so.
 * `--replay FILE` reads a list of messages (JSON lines, or one text a line) and prints how each is read now;
 * with `--before FILE`, an earlier output of it, only what moved.
 */

const people = new URL('../office/people/data/', import.meta.url);
const partners = new URL('../office/partners/data/', import.meta.url);

function json(file: URL | string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  const joined = process.argv.find((a) => a.startsWith(`${name}=`));
  if (joined) return joined.slice(name.length + 1);
  if (at < 0) return undefined;
  const value = process.argv[at + 1];
  if (!value || value.startsWith('--')) {
    console.error(`${name} needs a file`);
    process.exit(2);
  }
  return value;
}

const amount = (m: Money) => Number(m.minor) / 10 ** currencies[m.currency];

function money(text: string): unknown {
  const m = readMoney(text);
  if (!m) return null;
  if ('exact' in m) return { amount: amount(m.exact), currency: m.exact.currency };
  const { min, max } = m.range;
  return {
    ...(min ? { min: amount(min) } : {}),
    ...(max ? { max: amount(max) } : {}),
    currency: (min ?? max)!.currency,
  };
}

interface Line {
  readonly id?: unknown;
  readonly task?: string;
  readonly text?: string;
  readonly role?: string;
  readonly now?: string;
  readonly after?: string | null;
}

const askers: Readonly<Record<string, Asker>> = {
  guest: 'guest',
  department: 'department',
  focal_point: 'department',
  unit_approver: 'department',
  officer: 'officer',
  leader: 'leader',
  division_head: 'leader',
  director: 'leader',
  admin: 'admin',
};

/** Intents that only the program has, by the one that the tasks know. */
function known(u: Understood): Understood {
  if (u.intent === 'drafts') return { ...u, intent: 'my_needs', slots: { status: 'draft' } };
  return u.intent === 'my_duties' ? { ...u, intent: 'help' } : u;
}

const why = process.argv.includes('--explain');

function answer(line: Line, v: Vocabulary, instant: (iso: string | undefined) => Temporal.Instant): unknown {
  const { id } = line;
  const text = typeof line.text === 'string' ? line.text : '';
  const now = instant(line.now);
  switch (line.task) {
    case 'message': {
      const context = {
        vocabulary: v,
        now,
        asker: askers[line.role ?? ''] ?? 'guest',
        ...(line.after === 'reminder' ? { after: 'reminder' as const } : {}),
      };
      const { intent, slots, confidence } = known(understand(text, context));
      if (!why) return { id, intent, slots, confidence };
      const { next, rule, marks, features } = explain(text, context);
      return { id, intent, slots, confidence, why: { next, rule, marks, features } };
    }
    case 'need':
      return { id, fields: needSlots(text, { vocabulary: v, now }) };
    case 'name': {
      const found = findPartner(text, v);
      const ngo = (x: string) => v.partners.byId.get(x);
      const sure = found.sure ? ngo(found.sure) : undefined;
      return {
        id,
        name: sure?.kind === 'ngo' ? sure.name : null,
        candidates: found.candidates
          .map(ngo)
          .filter((p) => p?.kind === 'ngo')
          .map((p) => p!.name),
      };
    }
    case 'money':
      return { id, value: money(text) };
    case 'number':
      return { id, value: readNumber(text) };
    case 'time': {
      const span = readSpan(text, now);
      const iso = (t: Temporal.PlainDateTime) => t.toString({ smallestUnit: 'minute' });
      return { id, value: span && { from: iso(span.from), to: iso(span.to), grain: span.grain } };
    }
    default:
      return { id, error: `unknown task ${JSON.stringify(line.task)}` };
  }
}

const registry = option('--registry');
const units = option('--units');
const v = vocabulary(
  listsFrom({
    communes: json(new URL('communes.json', people)),
    districts: json(new URL('former-districts.json', people)),
    departments: json(units ?? new URL('departments.json', people)),
    formerDepartments: json(new URL('former-departments.json', people)),
    ngos: json(registry ?? new URL('ngos.json', partners)),
    missions: json(new URL('missions.json', partners)),
    notNgos: json(new URL('not-foreign-ngos.json', partners)),
  }),
);

let lastIso: string | undefined;
let lastInstant = Temporal.Instant.from('2026-11-23T09:00:00+07:00');
/** The present comes with each line; a line without one keeps the last. */
function instant(iso: string | undefined): Temporal.Instant {
  if (iso && iso !== lastIso) {
    lastInstant = Temporal.Instant.from(iso);
    lastIso = iso;
  }
  return lastInstant;
}

interface Replayed {
  readonly text: string;
  readonly intent: string;
  readonly confidence: number;
  readonly slots: unknown;
}
/** As in routing: below this the person is asked back. */
const sure = 0.5;

/** Reads every message of a list anew; with an earlier replay beside it, shows only what is read otherwise. */
function replay(file: string, before: string | undefined): void {
  const lines = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((l) => l.trim());
  const now: Replayed[] = lines(file).map((l) => {
    const line: Line = l.startsWith('{') ? (JSON.parse(l) as Line) : { text: l };
    const read = answer({ role: 'department', ...line, task: 'message' }, v, instant) as Omit<Replayed, 'text'>;
    return { text: line.text ?? '', intent: read.intent, confidence: read.confidence, slots: read.slots };
  });
  if (!before) {
    for (const r of now) console.log(JSON.stringify(r));
    return;
  }
  const then = new Map(
    lines(before)
      .map((l) => JSON.parse(l) as Replayed)
      .map((r) => [r.text, r]),
  );
  const shown = (r: Replayed) => `${r.intent} ${r.confidence.toFixed(2)} ${JSON.stringify(r.slots)}`;
  for (const r of now) {
    const old = then.get(r.text);
    const moved =
      !old ||
      old.intent !== r.intent ||
      JSON.stringify(old.slots) !== JSON.stringify(r.slots) ||
      old.confidence < sure !== r.confidence < sure;
    if (moved) console.log(`${r.text}\n  - ${old ? shown(old) : 'new'}\n  + ${shown(r)}`);
  }
  const count = (list: Iterable<Replayed>) => [...list].filter((r) => r.confidence >= sure).length;
  console.log(`understood: ${count(then.values())} of ${then.size} before, ${count(now)} of ${now.length} now`);
}

// A reader that goes away early (`head`) is no error.
process.stdout.on('error', () => process.exit(0));

async function serve(): Promise<void> {
  const input = createInterface({ input: createReadStream('', { fd: 0 }), crlfDelay: Number.POSITIVE_INFINITY });
  let out: string[] = [];
  for await (const line of input) {
    if (!line.trim()) continue;
    let reply: unknown;
    try {
      reply = answer(JSON.parse(line) as Line, v, instant);
    } catch (e) {
      reply = { error: e instanceof Error ? e.message : String(e) };
    }
    out.push(JSON.stringify(reply));
    if (out.length >= 64) {
      process.stdout.write(`${out.join('\n')}\n`);
      out = [];
    }
  }
  if (out.length) process.stdout.write(`${out.join('\n')}\n`);
}

const list = option('--replay');
if (list) replay(list, option('--before'));
else await serve();
