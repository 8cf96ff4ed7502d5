import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/base/database/store.ts';
import * as t from '../../src/chat/dialogue/texts.ts';
import { plain } from '../../src/chat/messaging/rich-text.ts';
import { commandWords } from '../../src/cli/commands/telegram-setup-texts.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { testStore } from '../support/store.ts';

let store: Store;
let close: () => Promise<void>;
let office: TestOffice;
const chats = ['senh', 'minh', 'truong-phong', 'giam-doc', 'quan-tri'] as const;

beforeAll(async () => {
  ({ store, close } = await testStore());
  office = await testOffice(store);
  const { senh, minh, divisionHead, director, admin } = office.demo;
  for (const [i, person] of [senh, minh, divisionHead, director, admin].entries())
    await office.link(chats[i]!, person.id);
});
afterAll(async () => {
  await office?.stop();
  await close?.();
});
beforeEach(() => office.clock.advance({ minutes: 5 }));

/** How each of these answers begins, whoever is named in it. */
const [notBuilt, notUnderstood, mayNot] = [t.notBuilt, t.notUnderstood, t.mayNot].map((text) =>
  plain(text('vi', '', '')).slice(0, 30),
) as [string, string, string];

test.each(Object.keys(commandWords))('/%s does what Telegram’s menu says, for whoever may', async (command) => {
  const said: string[] = [];
  for (const chat of chats) {
    const replies = await office.say(chat, `/${command}`);
    said.push(replies.join('\n'));
    await office.say(chat, 'dừng');
  }
  for (const one of said) {
    expect(one).not.toBe('');
    expect(one).not.toContain(notBuilt);
    expect(one).not.toContain(notUnderstood);
  }
  expect(said.some((one) => !one.includes(mayNot))).toBe(true);
});
