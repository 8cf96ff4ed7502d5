import type { Phone } from '../../../src/demo/phones/phone.ts';
import type { Driver } from './driver.ts';

/** Drives a phone of the demonstration. */
export function phoneDriver(kind: 'rich' | 'poor', phone: Phone): Driver {
  return {
    kind,
    chat: phone.chat,
    say: async (text) => void (await phone.type(text)),
    press: async (label) => void (await phone.press(label)),
    start: async (code) => void (await phone.start(code)),
    sendFile: async (file, caption) => void (await phone.sendFile(file, caption)),
    read: async () =>
      phone.screen().map(({ from, text, buttons, files }) => ({
        from: from === 'person' ? 'me' : 'bot',
        text,
        buttons: buttons.flat(),
        files: files.map(({ name, mime, content }) => ({ name, mime, bytes: content.length })),
      })),
    close: async () => {},
  };
}
