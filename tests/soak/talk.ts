import { scriptOf } from '../../bench/turns/script.ts';
import type { Person } from '../emulators/telegram/people.ts';

/** What went wrong in a conversation. */
export interface Fault {
  readonly kind: 'lost' | 'doubled' | 'disorder';
  readonly says: string;
}

export interface Talk {
  readonly person: Person;
  /** Needs that the person has sent in and was told the number of. */
  readonly codes: string[];
  readonly faults: Fault[];
  messages: number;
  /** Milliseconds from what was typed to the answer. */
  readonly waits: number[];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** A reply that has not come by then is lost. */
const patienceMs = 120_000;

/** What each message of the form is answered with. */
const answers = [/1\/8/, /2\/8/, /3\/8/, /4\/8/, /5\/8/, /6\/8/, /7\/8/, /8\/8/, /Đủ mục để gửi/, /NC-\d{4}-\d+/];

/** One person who fills in the form again and again, asks in between, and waits for each answer before the next words. */
export async function talk(of: Talk, number: number, until: () => boolean, thinkMs: () => number): Promise<void> {
  for (let round = 0; !until(); round++) {
    const { messages } = scriptOf(number + round * 1_000);
    for (const [at, text] of ['/nhucau', ...messages.slice(1)].entries()) {
      await pause(thinkMs());
      if (until() && at === 0) return;
      // A question in the middle of the form is answered, and the form goes on; the two go out without waiting for each other.
      if (at === 4 && number % 3 === 0) {
        if (!(await step(of, 'hạn nộp là ngày nào?', /17 giờ|hạn/iu))) return;
      }
      // The field of work is chosen by a button here and by words there.
      const button = at === 2 && number % 2 === 0 ? 'Nước sạch và vệ sinh' : null;
      if (!(await step(of, text, answers[at]!, button))) return;
    }
    await pause(thinkMs());
  }
}

/** Types or presses, and waits for the answer. False: it never came. */
async function step(of: Talk, text: string, hears: RegExp, button: string | null = null): Promise<boolean> {
  const { person } = of;
  const screen = person.screen();
  const before = screen.length;
  const began = performance.now();
  const shown = button !== null && screen.some(({ buttons }) => buttons.flat().some((one) => one.text === button));
  const confirmed = button !== null && shown ? person.press(button) : person.type(text);
  confirmed.catch(() => {});
  of.messages += 1;
  while (performance.now() - began < patienceMs) {
    const found = person
      .screen()
      .slice(before)
      .find(({ from, text: said }) => from === 'bot' && hears.test(said));
    if (found) {
      of.waits.push(performance.now() - began);
      const code = /NC-\d{4}-\d+/.exec(found.text)?.[0];
      if (code && text === 'Gửi') of.codes.push(code);
      return true;
    }
    await pause(25);
  }
  const last = person
    .screen()
    .slice(-3)
    .map(({ from, text: said }) => `${from}: ${said.slice(0, 120)}`);
  of.faults.push({
    kind: 'lost',
    says: `${person.chat}: nothing fitting ${hears} after “${text}”; last: ${last.join(' | ')}`,
  });
  return false;
}
