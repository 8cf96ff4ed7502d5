import { spawnSync } from 'node:child_process';
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
