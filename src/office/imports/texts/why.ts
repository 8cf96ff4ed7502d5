import { plain } from '../../../chat/messaging/rich-text.ts';
import type { FileFault } from '../read/check.ts';
import { notRegister } from './say.ts';

/** Where in the file it is, or which two columns, as text; null where that says nothing. */
export const faultPlace = (fault: FileFault): string | null =>
  'said' in fault ? fault.said.join(', ') : 'where' in fault ? (fault.where ?? null) : null;

/** Why a file is no register, as one English sentence for the operator. */
export const whyNot = (fault: FileFault): string =>
  plain(notRegister('en', '', fault.why, faultPlace(fault))).split('\n')[1] ?? fault.why;
