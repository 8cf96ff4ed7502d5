import type { Inbound, Input, Outcome, Outgoing, RemoteFile, Settled } from '../../chat/messaging/types.ts';
import { type Line, line } from './line.ts';
import {
  type Faults,
  noFaults,
  type Phone,
  type PhoneFile,
  type PhonePlatform,
  type PhonePlatformOptions,
} from './phone.ts';
import { contents } from './restore.ts';
import { type Screen, screen } from './screen.ts';

/** A phone with its inside, which only the platform sees. */
export interface Handset extends Phone {
  name: string;
  readonly screen: () => ReturnType<Screen['bubbles']>;
  readonly display: Screen;
  readonly isBlocked: () => boolean;
  flash(words: string): void;
}

/** How one kind of platform differs from the other. */
export interface Manners {
  /** What the person can do becomes events like this. */
  readonly ordered: boolean;
  readonly againMs: number;
  /** A name for a message of the person, new where none is given, and the key of its event: the name behind a colon. */
  names(given?: string): { readonly ref: string; readonly key: string };
  /** When it was, by the platform's clock. */
  stamp(now: Temporal.Instant): Temporal.Instant;
  /** What typed words become. */
  typed(text: string): Input;
  /** Whether the platform tells us that a person has blocked the bot. */
  readonly tellsBlocks: boolean;
  /** Puts what is sent on the screen; gives its name there (`as`, where it had one before), or why it is refused. */
  show(
    phone: Handset,
    what: Outgoing,
    files: readonly PhoneFile[],
    names: { readonly replaces?: string | undefined; readonly as?: string },
  ): Outcome;
}

interface Core extends Omit<PhonePlatform, 'channel'> {
  send(chat: string, what: Outgoing, replaces?: string): Promise<Outcome>;
  fetch(file: RemoteFile, atMost: number): AsyncGenerator<Uint8Array>;
  handset(chat: string): Handset;
}

/** Everything that both kinds of platform have in common. */
export function platform(of: PhonePlatformOptions, manners: Manners): Core {
  const { account, clock } = of;
  const handsets = new Map<string, Handset>();
  const kept = new Map<string, PhoneFile>();
  const listeners = new Set<(phone: Phone) => void>();
  let faults: Faults = noFaults;
  let limitedUntil: Temporal.Instant | null = null;
  const events: Line = line({ ...of, ...manners, faults: () => faults });

  function handset(chat: string, name?: string): Handset {
    const known = handsets.get(chat);
    if (known) {
      known.name = name ?? known.name;
      return known;
    }
    const display = screen(() => {
      for (const listener of listeners) listener(made);
    });
    const flashes: string[] = [];
    let blocked = false;

    const hand = (names: { ref: string; key: string }, input: Input): Promise<Settled> => {
      const inbound: Inbound = {
        key: names.key,
        chat: { account, chat, kind: 'private' },
        from: { external: chat, name: made.name },
        sentAt: manners.stamp(clock.now()),
        input,
      };
      return events.hand(inbound);
    };
    const saying = async (text: string, files: readonly PhoneFile[], input: Input, key?: string): Promise<Settled> => {
      const names = manners.names(key);
      const bubble = {
        ref: names.ref,
        from: 'person' as const,
        at: clock.now(),
        text,
        files,
        buttons: [],
        visible: [],
      };
      if (!display.has(names.ref)) display.add({ ...bubble, waiting: faults.away || faults.cut });
      const settled = await hand(names, input);
      display.change(names.ref, { waiting: false });
      return settled;
    };

    const made: Handset = {
      chat,
      name: name ?? chat,
      display,
      isBlocked: () => blocked,
      type: (text, key) => saying(text, [], manners.typed(text), key),
      start: (code) => hand(manners.names(), { kind: 'start', ...(code ? { code } : {}) }),
      async press(label, { ref, key } = {}) {
        const { visible } = display.find(label, ref);
        if ('type' in visible.act) return made.type(visible.act.type, key);
        const [message = '', button = ''] = visible.act.press.split('.');
        const names = manners.names(key);
        return hand(names, { kind: 'press', message, button: Number(button), press: names.ref });
      },
      sendFile(file, caption) {
        const ref = `file-${kept.size + 1}`;
        kept.set(ref, file);
        const remote = { ref, name: file.name, mime: file.mime, bytes: file.content.length };
        return saying(caption ?? '', [file], { kind: 'files', files: [remote], ...(caption ? { caption } : {}) });
      },
      async block(now) {
        blocked = now;
        if (manners.tellsBlocks) await hand(manners.names(), { kind: 'presence', state: now ? 'blocked' : 'joined' });
      },
      screen: () => display.bubbles(),
      flashes: () => flashes,
      flash(words) {
        flashes.push(words);
        for (const listener of listeners) listener(made);
      },
    };
    handsets.set(chat, made);
    return made;
  }

  return {
    account,
    handset: (chat) => handset(chat),
    phone: handset,
    phones: () => [...handsets.values()],
    faults: () => faults,
    set(change) {
      faults = { ...faults, ...change };
      if (change.limitedMs !== undefined) limitedUntil = clock.now().add({ milliseconds: change.limitedMs });
      events.pump();
    },
    replay(entries) {
      for (const entry of entries) {
        const { display } = handset(entry.chat);
        const { ref, at, files } = entry;
        const there = display.bubbles().some((bubble) => bubble.ref === ref);
        if (entry.from === 'bot') {
          manners.show(handset(entry.chat), entry.what, files, there ? { replaces: ref } : { as: ref });
        } else if (!there) {
          display.add({ ref, at, files, from: 'person', text: entry.text, buttons: [], visible: [], waiting: false });
        }
      }
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => events.stop(),

    async send(chat, what, replaces) {
      const now = clock.now();
      if (faults.cut) return { end: 'failed', why: 'platform_away' };
      // Nothing was taken: trying again sends it once.
      if (faults.away) return { end: 'wait', until: now.add({ seconds: 5 }), scope: 'account' };
      if (limitedUntil && Temporal.Instant.compare(now, limitedUntil) < 0) {
        return { end: 'wait', until: limitedUntil, scope: 'account' };
      }
      const phone = handset(chat);
      if (faults.unreachable || phone.isBlocked()) return { end: 'unreachable', why: 'blocked' };
      const outcome = manners.show(phone, what, await Promise.all(what.files.map(contents)), { replaces });
      return faults.answerLost && outcome.end === 'sent' ? { end: 'unknown', why: 'answer_lost' } : outcome;
    },

    async *fetch(file, atMost) {
      const found = kept.get(file.ref);
      if (!found) throw new Error(`the platform keeps no file ${file.ref}`);
      if (found.content.length > atMost) throw new Error(`${found.content.length} bytes are more than ${atMost}`);
      for (let at = 0; at < found.content.length; at += 64 * 1024) yield found.content.subarray(at, at + 64 * 1024);
    },
  };
}
