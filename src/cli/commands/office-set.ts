import { guest } from '../../base/access/access.ts';
import type { Reads } from '../../chat/work.ts';
import { type Opening, officeHours, usualHours } from '../../office/law/calendar.ts';
import { setOffice } from '../../office/people/commands.ts';
import { readOffice } from '../../office/people/store.ts';
import type { Office } from '../../office/people/types.ts';
import { readArgs } from '../args.ts';
import { type Command, done, failed, UsageError } from '../command.ts';

/** What can be set, by the name that the operator writes. */
const fields = {
  name_vi: 'nameVi',
  name_en: 'nameEn',
  province_vi: 'provinceVi',
  province_en: 'provinceEn',
  division_vi: 'divisionVi',
  division_en: 'divisionEn',
  address: 'address',
  phone: 'phone',
  email: 'email',
  symbol: 'symbol',
  data_officer: 'dataOfficer',
  data_officer_phone: 'dataOfficerPhone',
  duty_phone: 'dutyPhone',
} as const satisfies Record<string, keyof Office>;
type Field = keyof typeof fields;
const names = Object.keys(fields) as Field[];

/** What holds where the first setting leaves it out. */
const usual: Partial<Office> = {
  divisionVi: 'Phòng Hợp tác quốc tế',
  divisionEn: 'International Cooperation Division',
  symbol: 'SNgV',
};

/** "1-5 07:30-11:30,13:30-17:00": days (1 is Monday) and spans. @throws UsageError */
export function readHours(text: string): Opening {
  const found = /^([1-7])-([1-7]) +((?:\d\d:\d\d-\d\d:\d\d)(?:,\d\d:\d\d-\d\d:\d\d)*)$/.exec(text.trim());
  const bad = new UsageError(`hours is "${text}"; it must be like "1-5 07:30-11:30,13:30-17:00" (1 is Monday).`);
  if (!found || Number(found[1]) > Number(found[2])) throw bad;
  const [first, last] = [Number(found[1]), Number(found[2])];
  const hours: Opening = {
    days: Array.from({ length: last - first + 1 }, (_, i) => first + i),
    spans: found[3]!.split(',').map((span) => ({ from: span.slice(0, 5), to: span.slice(6) })),
  };
  try {
    officeHours({ hours }, 'UTC');
  } catch {
    throw bad;
  }
  return hours;
}

const hoursWords = ({ days, spans }: Opening): string =>
  `${days[0]}-${days.at(-1)} ${spans.map((span) => `${span.from}-${span.to}`).join(',')}`;

/** Shows or sets the office's own row: whose bot this is, and where to reach it. */
export const officeSet: Command = {
  name: 'office set',
  usage: 'KEY=VALUE …',
  says: 'Sets what the bot says of the office itself (name, phone, hours …); without arguments shows it.',
  more: [
    `Keys: ${names.join(', ')}, hours.`,
    'hours="1-5 07:30-11:30,13:30-17:00" (1 is Monday).',
    'The first time everything is needed but division_vi, division_en, symbol and hours.',
  ],
  async run({ store, write }, { args }) {
    const { options, rest } = readArgs(args, [...names, 'hours']);
    if (rest.length > 0)
      throw new UsageError(`What is "${rest[0]}"? Write KEY=VALUE, with quotes around values with blanks.`);
    const before = await store.read((reads) => readOffice(reads as unknown as Reads));
    if (options.size === 0)
      return before ? done(...shown(before)) : failed('The office has not been set yet.', ...officeSet.more!);
    const hours = options.get('hours');
    const given: Partial<Office> = Object.fromEntries(
      [...options].flatMap(([name, value]) => (name === 'hours' ? [] : [[fields[name as Field], value.trim()]])),
    );
    const whole = {
      ...usual,
      hours: usualHours,
      demo: false,
      ...before,
      ...given,
      ...(hours ? { hours: readHours(hours) } : {}),
    } as Partial<Office>;
    const missing = names.filter((name) => !whole[fields[name]]);
    if (missing.length > 0) throw new UsageError(`Still missing: ${missing.join(', ')}.`);
    const of = whole as Office;
    const end = await write({ actor: guest, via: { channel: 'cli', request: 'office set' } }, (work) =>
      setOffice(work, of),
    );
    return end.ok ? done(...shown(of)) : failed(`Nothing was set (${end.why}).`);
  },
};

const shown = (of: Office): string[] => [
  ...names.map((name) => `${name}=${of[fields[name]]}`),
  `hours=${hoursWords(of.hours)}`,
  ...(of.demo ? ['(demonstration)'] : []),
];
