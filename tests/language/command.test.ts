import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (lines: readonly unknown[], ...args: string[]) => {
  const r = spawnSync(process.execPath, ['src/cli/understand.ts', ...args], {
    input: lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'),
    encoding: 'utf8',
  });
  expect(r.stderr).toBe('');
  return r.stdout
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, unknown>);
};
const now = '2026-11-23T09:00:00+07:00';

test('the command answers every task, in order, and a broken line in its place', () => {
  const out = run([
    { id: 1, task: 'message', text: 'tiếp nhận nhu cầu số 2', role: 'officer', now },
    { id: 2, task: 'message', text: 'vâng', role: 'focal_point', now, after: 'reminder' },
    { id: 3, task: 'need', text: 'xã Long Hẹ cần 5 bể nước, 300 triệu', role: 'department', now },
    { id: 4, task: 'name', text: 'tam nhin the gioi' },
    { id: 5, task: 'name', text: 'caritas' },
    { id: 6, task: 'name', text: 'undp' },
    { id: 7, task: 'money', text: 'dưới 2 tỷ rưỡi', now },
    { id: 8, task: 'number', text: 'một trăm hai mươi', now },
    { id: 9, task: 'time', text: '16h30 thứ sáu', now },
    'not json',
    { id: 11, task: 'time', text: 'không có gì', now },
  ]);
  expect(out[0]).toMatchObject({ id: 1, intent: 'need_review', slots: { need_no: 2, decision: 'accept' } });
  expect(out[1]).toMatchObject({ id: 2, intent: 'acknowledge', slots: {} });
  expect(out[2]).toMatchObject({
    id: 3,
    fields: { org: 'UBND xã Long Hẹ', place: ['Long Hẹ'], budget: { amount: 300000000, currency: 'VND' } },
  });
  expect(out[3]).toMatchObject({ id: 4, name: 'World Vision International' });
  expect(out[4]).toMatchObject({ id: 5, name: null, candidates: ['Caritas Switzerland', 'Caritas Germany'] });
  expect(out[5]).toMatchObject({ id: 6, name: null, candidates: [] });
  expect(out[6]).toEqual({ id: 7, value: { max: 2500000000, currency: 'VND' } });
  expect(out[7]).toEqual({ id: 8, value: 120 });
  expect(out[8]).toEqual({ id: 9, value: { from: '2026-11-27T16:30', to: '2026-11-27T16:31', grain: 'minute' } });
  expect(out[9]).toHaveProperty('error');
  expect(out[10]).toEqual({ id: 11, value: null });
});

test('it says why, and keeps to the intents of the tasks', () => {
  const [draft, duty, why] = run(
    [
      { id: 1, task: 'message', text: 'bản nháp của tôi', role: 'department', now },
      { id: 2, task: 'message', text: 'việc của tôi', role: 'department', now },
      { id: 3, task: 'message', text: 'nhắc các xã chưa nộp', role: 'officer', now },
    ],
    '--explain',
  );
  expect(draft).toMatchObject({ intent: 'my_needs', slots: { status: 'draft' } });
  expect(duty).toMatchObject({ intent: 'help', slots: {} });
  expect(why).toMatchObject({ intent: 'remind', why: { rule: expect.stringContaining('remind') } });
  const features = (why!['why'] as { features: { feature: string }[] }).features.map((f) => f.feature);
  expect(features.some((f) => f.includes('nhac') || f.includes('remind'))).toBe(true);
});

test('a list of messages is replayed, and shows what moved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const messages = file('list', 'trợ giúp\n{"text":"sở nào chưa nộp","role":"officer"}\n');
  const first = run([], '--replay', messages);
  expect(first.map((r) => r['intent'])).toEqual(['help', 'round_status']);
  const before = file(
    'before',
    first.map((r) => JSON.stringify({ ...r, ...(r['intent'] === 'help' ? { intent: 'cancel' } : {}) })).join('\n'),
  );
  const r = spawnSync(process.execPath, ['src/cli/understand.ts', '--replay', messages, '--before', before], {
    encoding: 'utf8',
  });
  expect(r.stdout).toContain('trợ giúp\n  - cancel');
  expect(r.stdout).not.toContain('sở nào');
  expect(r.stdout).toContain('understood: 2 of 2 before, 2 of 2 now');
});
