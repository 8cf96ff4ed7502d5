import type { Scene } from '../stage.ts';
import { badInput } from './bad-input.ts';
import { context } from './context.ts';
import { files } from './files.ts';
import { guided } from './form.ts';
import { guests } from './guests.ts';
import { imports } from './imports.ts';
import { linking } from './linking.ts';
import { needs } from './need.ts';
import { partners } from './partners.ts';
import { rounds } from './rounds.ts';
import { unclear } from './unclear.ts';
import { unread } from './unread.ts';

/** Everything that is played, in the order of a first day. */
export const scenes: readonly Scene[] = [
  ...linking,
  ...needs,
  ...rounds,
  ...guided,
  ...partners,
  ...files,
  ...imports,
  ...context,
  ...unclear,
  ...guests,
  ...unread,
  ...badInput,
];
