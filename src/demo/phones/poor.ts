import { randomBytes } from 'node:crypto';
import { type PoorLimits, renderPoor } from '../../chat/channels/render/poor.ts';
import type { PhoneFile, PhonePlatform, PhonePlatformOptions } from './phone.ts';
import { platform } from './platform.ts';
import type { Visible } from './screen.ts';

const limits: PoorLimits = { buttons: 5, text: 2_000, label: 100 };
const megabyte = 1024 * 1024;
/** What Zalo takes as a file or picture, and how large. */
const fileLimits: Readonly<Record<string, number>> = {
  'application/pdf': 5 * megabyte,
  'application/msword': 5 * megabyte,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 5 * megabyte,
  'image/jpeg': megabyte,
  'image/png': megabyte,
};

/**
 * A poor platform, as Zalo is: nothing can be changed once sent, five buttons at most (else a numbered menu in the text), a press
 * arrives as its label typed, 2,000 characters a message, events by webhook in any order.
 */
export function poorPhones(of: PhonePlatformOptions): PhonePlatform {
  const since = of.clock.now();
  const name = () => randomBytes(10).toString('hex');
  const core = platform(of, {
    ordered: false,
    againMs: 2_000,
    names: (given) => {
      const ref = given ?? name();
      return { ref, key: `msg:${ref}` };
    },
    stamp: (now) => now.round('millisecond'),
    typed: (text) => ({ kind: 'text', text }),
    tellsBlocks: true,
    show(phone, what, files, { as }) {
      if (!files.every(taken)) return { end: 'failed', why: 'file_refused' };
      const { texts, buttons, menu } = renderPoor(what.say, limits);
      const typing = (label: string, type: string): Visible => ({ label, act: { type } });
      const visible = menu
        ? [
            ...menu.choices.map(({ button }, at) => typing(button.label, String(at + 1))),
            ...menu.ways.map(({ button }) => typing(button.label, button.label)),
          ]
        : buttons.map(({ button }) => typing(button.label, button.label));
      const common = { from: 'bot' as const, at: what.at, waiting: false, files: [], buttons: [], visible: [] };
      for (const text of texts.slice(0, -1)) phone.display.add({ ...common, ref: name(), text });
      const ref = as ?? name();
      // One below the other, as Zalo stacks them.
      const stacked = buttons.map(({ button }) => [button.label]);
      phone.display.add({ ...common, ref, text: texts.at(-1)!, buttons: stacked, visible });
      // A file is a message of its own there.
      for (const file of files) phone.display.add({ ...common, ref: name(), text: '', files: [file] });
      return { end: 'sent', ref };
    },
  });
  return {
    ...core,
    channel: {
      name: 'zalo',
      can: () => ({
        edit: false,
        buttons: limits.buttons,
        text: limits.text,
        files: Object.keys(fileLimits),
        fileBytes: 5 * megabyte,
      }),
      send: (to, what) => core.send(to.chat, what),
      fetch: core.fetch,
      state: () =>
        core.faults().away || core.faults().cut
          ? { ok: false, since, says: 'The poor phones are switched off.' }
          : { ok: true, since, says: 'The poor phones of the demonstration answer.' },
    },
  };
}

const taken = (file: PhoneFile): boolean => file.content.length <= (fileLimits[file.mime] ?? 0);
