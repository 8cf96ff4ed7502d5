import type { Import, Source } from './sources.ts';
import { importsOf } from './sources.ts';

/** A part of the house: what lies under `at` may take only from itself and from what `from` names. */
interface Room {
  readonly at: string;
  readonly from: readonly string[];
  /** May be taken from as well, but types only. */
  readonly typesFrom?: readonly string[];
}

/** What every part of the chat shares: texts in two languages, and what a turn hands to the slices. */
const chatCommons = ['src/chat/text.ts', 'src/chat/work.ts', 'src/chat/fit.ts'];
const underChat = ['src/base/', 'src/language/', ...chatCommons];
const underOffice = ['src/base/', 'src/language/', 'src/chat/', 'src/documents/'];
const slice = (name: string, ...others: string[]): Room => ({
  at: `src/office/${name}/`,
  from: [...underOffice, ...others.map((other) => `src/office/${other}/`)],
});

/** Which way imports point. The first room whose `at` fits a file is its room; files in none of them (main, cli, demo) may take from all. */
export const rooms: readonly Room[] = [
  { at: 'src/base/', from: [] },
  { at: 'src/language/', from: ['src/base/'] },
  { at: 'src/documents/', from: ['src/base/'] },
  // A channel turns a platform's words into ours: it needs the types of messages and nothing that handles them.
  ...['telegram', 'zalo', 'web', 'email'].map((channel) => ({
    at: `src/chat/channels/${channel}/`,
    from: [
      ...underChat,
      'src/chat/channels/channel.ts',
      'src/chat/channels/failures.ts',
      'src/chat/channels/render/',
      'src/chat/messaging/types.ts',
      'src/chat/messaging/rich-text.ts',
      'src/chat/messaging/slots.ts',
    ],
    typesFrom: ['src/chat/messaging/'],
  })),
  {
    at: 'src/chat/channels/',
    from: [...underChat, 'src/chat/messaging/types.ts', 'src/chat/messaging/rich-text.ts'],
    typesFrom: ['src/chat/messaging/'],
  },
  {
    at: 'src/chat/messaging/',
    from: [...underChat, 'src/chat/channels/channel.ts', 'src/chat/channels/failures.ts'],
  },
  { at: 'src/chat/dialogue/', from: [...underChat, 'src/chat/messaging/', 'src/chat/notices/'] },
  { at: 'src/chat/', from: ['src/base/', 'src/language/', 'src/chat/'] },
  slice('law'),
  // The calendar of working days is law; the office's hours and people's absences are counted by it.
  slice('people', 'law'),
  slice('unclear', 'people', 'law'),
  slice('proposals', 'people', 'law'),
  slice('procedures', 'people', 'law', 'proposals'),
  slice('duties', 'people', 'law'),
  slice('rounds', 'people', 'law', 'proposals', 'duties'),
  slice('needs', 'people', 'law', 'proposals', 'duties', 'rounds'),
  slice('partners', 'people', 'law', 'proposals', 'duties', 'rounds', 'needs'),
  slice('imports', 'people', 'law', 'proposals', 'duties', 'rounds', 'needs', 'partners'),
  { at: 'src/office/', from: [...underOffice, 'src/office/'] },
];

/** Packages that one place wraps, so that the rest of the house does not know them. */
export const owners: readonly { readonly package: RegExp; readonly at: string }[] = [
  { package: /^postgres$/, at: 'src/base/database/' },
  { package: /^drizzle-orm\/(postgres-js|pglite)/, at: 'src/base/database/' },
  { package: /^@electric-sql\//, at: 'src/base/database/' },
  { package: /^pg-boss$/, at: 'src/base/tasks/' },
  { package: /^telegraf(\/|$)/, at: 'src/chat/channels/telegram/' },
  { package: /^@cj-tech-master\/excelts$/, at: 'src/documents/' },
  { package: /^nodemailer$/, at: 'src/chat/channels/email/' },
];

/** Every import of these files that points the wrong way, as a sentence. */
export function wrongArrows(files: readonly Source[]): string[] {
  return files.flatMap((file) => {
    const room = rooms.find(({ at }) => file.path.startsWith(at));
    return importsOf(file)
      .filter((taken) => (taken.ours ? room && !allowed(room, taken) : foreign(file, taken)))
      .map((taken) => `${file.path} imports ${taken.target}`);
  });
}

function allowed(room: Room, { target, typeOnly }: Import): boolean {
  // Data and tools outside src are nobody's room.
  if (!target.startsWith('src/')) return true;
  const places = [room.at, ...room.from, ...(typeOnly ? (room.typesFrom ?? []) : [])];
  return places.some((place) => target.startsWith(place));
}

function foreign(file: Source, { target, typeOnly }: Import): boolean {
  if (typeOnly) return false;
  const owner = owners.find((owner) => owner.package.test(target));
  return owner !== undefined && !file.path.startsWith(owner.at);
}
