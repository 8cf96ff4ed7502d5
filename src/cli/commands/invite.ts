import { guest, type Role, roles } from '../../base/access/access.ts';
import { dayWords } from '../../base/time/format.ts';
import { localDay } from '../../base/time/zone.ts';
import { fold } from '../../language/index.ts';
import { createInvite } from '../../office/people/invites.ts';
import { readArgs, wholeNumber } from '../args.ts';
import { type Command, done, failed, UsageError } from '../command.ts';
import { unitNamed } from './unit.ts';

/** What an operator may write for a role, folded. */
const spelt: Readonly<Record<string, Exclude<Role, 'guest'>>> = {
  'dau moi': 'focal_point',
  'can bo dau moi': 'focal_point',
  'lanh dao don vi': 'unit_approver',
  'chuyen vien': 'officer',
  'truong phong': 'division_head',
  'pho truong phong': 'division_head',
  'giam doc': 'director',
  'pho giam doc': 'director',
  'quan tri': 'admin',
};
/** Those who work at Sở Ngoại vụ itself. */
const own: readonly Role[] = ['officer', 'division_head', 'director', 'admin'];
const ownCode = 'SNGV';

function roleNamed(text: string): Exclude<Role, 'guest'> {
  const word = fold(text);
  const role = spelt[word] ?? roles.find((one) => one === word.replaceAll(/[ -]/g, '_'));
  if (role && role !== 'guest') return role;
  throw new UsageError(`"${text}" is no role. There is: ${roles.filter((one) => one !== 'guest').join(', ')}.`);
}

/** Makes a code by which somebody links a chat to a role in a unit. */
export const invite: Command = {
  name: 'invite',
  usage: 'UNIT ROLE [NAME] [position=…] [days=14] [uses=1]',
  says: 'Makes a code by which somebody links a chat to a role in a unit.',
  more: [
    'UNIT in any spelling, or its code; left out for people of Sở Ngoại vụ itself.',
    'ROLE: focal_point, unit_approver, officer, division_head, director, admin, or its Vietnamese name.',
    'uses=20 makes one code for several people of a unit.',
    'npm run cli -- invite "sở y tế" focal_point "Lò Văn Minh"',
    'npm run cli -- invite officer "Quàng Văn Minh" days=3',
  ],
  async run({ write, keys, vocabulary, url, config, telegram }, { args }) {
    const { options, rest } = readArgs(args, ['unit', 'role', 'name', 'position', 'days', 'uses']);
    const words = [...rest];
    let unitText = options.get('unit');
    let roleText = options.get('role');
    if (roleText === undefined) {
      // The role tells where the unit ends: without one, the first word may be the role itself.
      const at = words.slice(0, 2).findIndex((word) => isRole(word));
      if (at < 0 || (at === 1 && unitText !== undefined)) throw new UsageError(`Say for whom: invite ${invite.usage}`);
      roleText = words.splice(at, 1)[0]!;
      if (at === 1) unitText = words.shift();
    } else if (unitText === undefined && words.length > 1) unitText = words.shift();
    const role = roleNamed(roleText);
    if (unitText === undefined && !own.includes(role))
      throw new UsageError(`A ${role} belongs to a unit: name it first.`);
    const unit = unitNamed(unitText ?? ownCode, vocabulary());
    const name = options.get('name') ?? words.shift();
    if (words.length > 0) throw new UsageError(`What is "${words[0]}"? Put quotes around names with blanks.`);
    const days = wholeNumber(options.get('days') ?? '14', 'days', 1, 90);
    const uses = wholeNumber(options.get('uses') ?? '1', 'uses', 1, 500);
    const position = options.get('position');
    const made = await write({ actor: guest, via: { channel: 'cli', request: 'invite' } }, (work) =>
      createInvite(work, keys, {
        unit: unit.id,
        role,
        days,
        maxUses: uses,
        ...(name ? { name } : {}),
        ...(position ? { position } : {}),
      }),
    );
    if (!made.ok) return failed(`The code was not made (${made.why}).`);
    const link = telegram?.channel.link(made.code);
    const inTelegram = link ? [`In Telegram: ${link}`] : [];
    return done(
      `${made.code}   ${role}, ${unit.name}${name ? `, ${name}` : ''}`,
      `Good until ${dayWords(localDay(made.expiresAt), 'en')}, for ${uses === 1 ? 'one person' : `${uses} people`}. It is shown only now.`,
      `Type it to the bot, or open ${url}/vao/${made.code}`,
      ...inTelegram,
      ...(config.publicUrl ? [] : ['PUBLIC_URL is not set: the link works on this machine only.']),
    );
  },
};

function isRole(text: string): boolean {
  try {
    roleNamed(text);
    return true;
  } catch {
    return false;
  }
}
