import { placedButtons, wire } from '../../chat/channels/render/buttons.ts';
import { splitText } from '../../chat/channels/render/split.ts';
import { plain } from '../../chat/messaging/rich-text.ts';
import type { Input, Outgoing } from '../../chat/messaging/types.ts';
import type { PhonePlatform, PhonePlatformOptions } from './phone.ts';
import { platform } from './platform.ts';
import type { Shown, Visible } from './screen.ts';

const limits = { text: 4096, buttons: 100, fileBytes: 50 * 1024 * 1024 };

/**
 * A rich platform, as Telegram is: buttons under messages that come back as presses, messages that change in place, events in
 * order from a poller. Update ids go on rising over a restart, as the platform's own do.
 */
export function richPhones(of: PhonePlatformOptions): PhonePlatform {
  const since = of.clock.now();
  let number = since.epochMilliseconds * 1000;
  const next = () => {
    number += 1;
    return String(number);
  };
  const typed = (text: string): Input => {
    const start = /^\/start(?: (\S{1,64}))?$/.exec(text);
    if (start) return { kind: 'start', ...(start[1] ? { code: start[1] } : {}) };
    return { kind: 'text', text };
  };
  const core = platform(of, {
    ordered: true,
    againMs: 1_000,
    names: (given) => {
      const ref = given ?? next();
      return { ref, key: `update:${ref}` };
    },
    // Telegram tells whole seconds.
    stamp: (now) => now.round({ smallestUnit: 'second', roundingMode: 'trunc' }),
    typed,
    tellsBlocks: true,
    show(phone, what, files, { replaces, as }) {
      const texts = splitText(plain(what.say.text), limits.text);
      const last = content(what, texts.at(-1)!, texts.length === 1);
      if (replaces !== undefined && texts.length === 1 && phone.display.change(replaces, { ...last, edited: true })) {
        return { end: 'sent', ref: replaces };
      }
      const common = { from: 'bot' as const, at: what.at, waiting: false };
      const plainBubble = { ...common, files: [], buttons: [], visible: [] };
      for (const text of texts.slice(0, -1)) phone.display.add({ ...plainBubble, ref: next(), text });
      const ref = as ?? next();
      phone.display.add({ ...common, ...last, ref, files });
      return { end: 'sent', ref };
    },
  });
  return {
    ...core,
    channel: {
      name: 'telegram',
      can: () => ({ edit: true, files: ['*/*'], ...limits }),
      send: (to, what, replaces) => core.send(to.chat, what, replaces),
      async hint(to, hint) {
        if (core.faults().away) return;
        if (hint === 'typing') core.handset(to.chat).flash('…');
        else if (hint.text) core.handset(to.chat).flash(hint.text);
      },
      fetch: core.fetch,
      state: () =>
        core.faults().away || core.faults().cut
          ? { ok: false, since, says: 'The rich phones are switched off.' }
          : { ok: true, since, says: 'The rich phones of the demonstration answer.' },
    },
  };
}

/** A message as the rich phone shows it. */
function content(what: Outgoing, text: string, whole: boolean): Pick<Shown, 'text' | 'rich' | 'buttons' | 'visible'> {
  const visible = placedButtons(what.say).map(
    ({ index, button }): Visible => ({ label: button.label, act: { press: wire(what.id, index) } }),
  );
  const buttons = (what.say.buttons ?? []).map((row) => row.map(({ label }) => label));
  return { text, buttons, visible, ...(whole ? { rich: what.say.text } : {}) };
}
