import type { Person } from '../../emulators/telegram/people.ts';
import { type Driver, shows } from './driver.ts';

/** Drives a person of the Telegram emulator. */
export function telegramDriver(person: Person): Driver {
  return {
    kind: 'rich',
    chat: person.chat,
    say: (text) => person.type(text),
    async press(label) {
      await shows(() => person.screen().some(({ buttons }) => buttons.flat().some(({ text }) => text === label)));
      await person.press(label);
    },
    start: (code) => person.start(code),
    sendFile: (file, caption) => person.sendFiles([file], caption),
    read: async () =>
      person
        .screen()
        // Opening the bot by a link shows no words of the person's own.
        .filter(({ from, text }) => from === 'bot' || !/^\/start\b/.test(text))
        .map(({ from, text, buttons, files }) => ({
          from: from === 'person' ? 'me' : 'bot',
          text,
          buttons: buttons.flat().map((button) => button.text),
          files: files.map(({ name, mime, content }) => ({ name, mime, bytes: content.length })),
        })),
    close: async () => {},
  };
}
