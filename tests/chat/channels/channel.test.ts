import { expect, test } from 'vitest';
import { channels } from '../../../src/chat/channels/channel.ts';
import { type Failures, failureOf, failures } from '../../../src/chat/channels/failures.ts';
import { phonesWithKernel } from './phones.bench.ts';

test('a channel is found by its account, and shown by its name', async () => {
  const [one, two, poor] = [phonesWithKernel('rich'), phonesWithKernel('rich'), phonesWithKernel('poor')];
  const all = channels([one.phones, two.phones, poor.phones]);
  expect(all.of(two.account)).toBe(two.phones.channel);
  expect(all.of('nobody' as never)).toBeUndefined();
  poor.phones.set({ away: true });
  const parts = all.parts();
  expect(Object.keys(parts)).toEqual(['telegram', 'telegram 2', 'zalo']);
  expect(parts['zalo']!.state()).toMatchObject({ ok: false });
  expect(Object.values(parts).some(({ needed }) => needed)).toBe(false);
  expect(() => channels([one.phones, one.phones])).toThrow();
  await all.listen(one.kernel, AbortSignal.abort());
});

test('every failure says what to do about it, in words for the operator and for both readers', () => {
  for (const [code, { operator, user }] of Object.entries(failures)) {
    expect([code, operator, user.vi, user.en]).toEqual([
      code,
      expect.stringMatching(/^[A-Z].*\.$/),
      expect.stringMatching(/\.$/),
      expect.stringMatching(/\.$/),
    ]);
  }
});

test('a platform adds its own codes; an unknown one is said as it is and never retried', () => {
  const zalo: Failures = {
    zalo_quota: {
      retry: 'other_channel',
      operator: 'The quota is used up.',
      user: { vi: 'Hết lượt.', en: 'No quota.' },
    },
  };
  expect(failureOf('zalo_quota', zalo).retry).toBe('other_channel');
  expect(failureOf('blocked', zalo)).toBe(failures.blocked);
  expect(failureOf('toString').retry).toBe('no');
  expect(failureOf('strange').operator).toContain('strange');
});
