import { expect, test } from 'vitest';
import { Feeder } from '../../bench/turns/feeder.ts';
import { messagesPerChat, scriptOf } from '../../bench/turns/script.ts';

const chatsOf = (updates: readonly { message: unknown }[]) =>
  updates.map((update) => (update.message as { chat: { id: number } }).chat.id);

test('a chat says its next message only when the last one has been answered', async () => {
  const feeder = new Feeder();
  const measured = feeder.run([1, 2, 3], 2);
  expect(chatsOf(feeder.fetch(0, 100))).toEqual([1, 2]);
  expect(chatsOf(feeder.fetch(3, 100))).toEqual([]);

  const answered = feeder.replied(1);
  expect(feeder.fetch(3, 100)).toEqual([]);
  answered();
  expect(chatsOf(feeder.fetch(3, 100))).toEqual([1]);

  for (let i = 1; i < messagesPerChat; i++) feeder.replied(1)();
  // The third chat has taken the place of the first.
  expect(chatsOf(feeder.fetch(3, 100)).at(-1)).toBe(3);
  for (let i = 0; i < messagesPerChat; i++) feeder.replied(2)();
  for (let i = 0; i < messagesPerChat; i++) feeder.replied(3)();
  expect(await measured).toMatchObject({ updates: 30, extra: 0 });
});

test('an update is given again until an offset confirms it', () => {
  const feeder = new Feeder();
  void feeder.run([1, 2, 3], 3);
  expect(chatsOf(feeder.fetch(0, 2))).toEqual([1, 2]);
  expect(chatsOf(feeder.fetch(0, 2))).toEqual([1, 2]);
  expect(chatsOf(feeder.fetch(2, 100))).toEqual([2, 3]);
});

test('a second message to an update is counted and answers nothing', async () => {
  const feeder = new Feeder();
  const measured = feeder.run([1], 1);
  const answered = feeder.replied(1);
  feeder.replied(1)();
  answered();
  for (let i = 1; i < messagesPerChat; i++) feeder.replied(1)();
  expect(await measured).toMatchObject({ updates: 10, extra: 1 });
});

test('ten messages a chat, and no two chats tell of the same need', () => {
  const titles = new Set<string>();
  for (let chat = 1; chat <= 1000; chat++) {
    const { messages } = scriptOf(chat);
    expect(messages).toHaveLength(messagesPerChat);
    titles.add(messages[1]!);
  }
  expect(titles.size).toBe(1000);
});
