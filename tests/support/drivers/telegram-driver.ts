import type { Person } from '../../emulators/telegram/people.ts';
import type { Driver } from './driver.ts';

/** Drives a person of the Telegram emulator. */
export function telegramDriver(person: Person): Driver {
  return {
    kind: 'rich',
    chat: person.chat,
    say: (text) => person.type(text),
    async press(label) {
      // A person waits until there is something to press.
      const shown = () => person.screen().some(({ buttons }) => buttons.flat().some(({ text }) => text === label));
      for (let waited = 0; waited < 5_000 && !shown(); waited += 10) await new Promise((r) => setTimeout(r, 10));
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
