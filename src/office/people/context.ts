import type { Keyring } from '../../base/secrets/keyring.ts';
import type { Flow, Turn } from '../../chat/dialogue/types.ts';
import type { Say } from '../../chat/messaging/types.ts';
import type { Lang } from '../../chat/text.ts';
import { usualHours } from '../law/calendar.ts';
import { called } from './rules.ts';
import { readOffice, unitById } from './store.ts';
import type { Office } from './types.ts';

/** What main hands in. */
export interface PeopleParts {
  readonly keys: Keyring;
  /** Intents that a guest may be answered, and commands ("/menu"): those of all flows that a guest may run. Asked when needed, since the flows come after us. */
  readonly publicIntents: () => ReadonlySet<string>;
  /**
   * The flow of an intent, of whatever slice: what the menu's buttons run. Without it their words are taken up as if typed, which an open form
   * would take as its answer, so that form is suspended.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
  readonly flowOf?: (intent: string) => Flow<any> | undefined;
  /** What a live start still lacks, shown above the menu to whom it concerns; null when nothing is. */
  readonly checklist?: (turn: Turn) => Promise<Say | null>;
}

/** Before the row is set: nothing is invented. */
const unset: Office = {
  nameVi: 'Sở Ngoại vụ',
  nameEn: 'Department of Foreign Affairs',
  provinceVi: 'tỉnh',
  provinceEn: 'the province',
  divisionVi: 'Phòng Hợp tác quốc tế',
  divisionEn: 'International Cooperation Division',
  address: 'trụ sở Sở Ngoại vụ',
  phone: 'văn thư Sở Ngoại vụ',
  email: 'chưa có',
  symbol: 'SNgV',
  dataOfficer: 'Văn phòng Sở Ngoại vụ',
  dataOfficerPhone: 'văn thư Sở Ngoại vụ',
  hours: usualHours,
  dutyPhone: 'văn thư Sở Ngoại vụ',
  demo: false,
};

/** The office's row, or words without numbers where it is not set yet. */
export const officeOf = async (turn: Pick<Turn, 'tx'>): Promise<Office> => (await readOffice(turn.tx)) ?? unset;

/** What a unit is called; Sở Ngoại vụ where there is none. */
export async function unitName(
  turn: Pick<Turn, 'tx'>,
  id: Parameters<typeof unitById>[1] | null,
  lang: Lang,
): Promise<string> {
  const found = id && (await unitById(turn.tx, id));
  if (found) return lang === 'vi' ? found.nameVi : found.nameEn;
  return lang === 'vi' ? unset.nameVi : unset.nameEn;
}

/** The account that a turn's sender has. */
export const accountOf = (turn: Pick<Turn, 'inbound'>) => ({
  account: turn.inbound.chat.account,
  external: turn.inbound.from.external,
});

/** How the sender is spoken to: "anh Sếnh". */
export const who = (turn: Pick<Turn, 'actor' | 'lang'>): string => called(turn.actor, turn.lang);
