import type { Id } from '../../base/ids.ts';
import type { ChannelName, ChatKey } from '../messaging/types.ts';

/** A chat that could take a notice. */
export interface Candidate {
  readonly chat: Id<'chat'>;
  readonly key: ChatKey;
  readonly channel: ChannelName;
  readonly lang: 'vi' | 'en';
  readonly unreachable: boolean;
  /** The platform told the account to wait. */
  readonly paused: boolean;
  /** When the person last wrote there; null: never. */
  readonly heard: Temporal.Instant | null;
  /** Web: a page is open now. */
  readonly open: boolean;
}

/** How long a notice may lie unread in the web chat of somebody who has nothing else, before an officer has to phone. */
export const unreadHours = (urgent: boolean): number => (urgent ? 4 : 24);

/** Whether nothing but the web chat is left to reach the person: nobody learns by a buzzing phone that something came. */
export const onlyWeb = (candidates: readonly Candidate[], tried: readonly string[]): boolean =>
  candidates.every((c) => c.channel === 'web' || c.unreachable || tried.includes(c.chat));

/**
 * Which chat takes a notice: not one that failed or can't be reached; the web chat only while a page is open
 * or where the person has nothing else; of the others the one where the person wrote last.
 */
export function reach(candidates: readonly Candidate[], tried: readonly string[]): Candidate | null {
  const able = candidates.filter((c) => !c.unreachable && !tried.includes(c.chat));
  const elsewhere = able.filter((c) => c.channel !== 'web');
  const pool = [...elsewhere, ...able.filter((c) => c.channel === 'web' && (c.open || elsewhere.length === 0))];
  const latest = (a: Candidate, b: Candidate) =>
    Number(a.paused) - Number(b.paused) ||
    Number(b.open) - Number(a.open) ||
    (b.heard?.epochMilliseconds ?? 0) - (a.heard?.epochMilliseconds ?? 0);
  return [...pool].sort(latest)[0] ?? null;
}
