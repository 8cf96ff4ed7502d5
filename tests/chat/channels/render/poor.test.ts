import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwire, wire } from '../../../../src/chat/channels/render/buttons.ts';
import { renderPoor } from '../../../../src/chat/channels/render/poor.ts';
import type { Button, Say } from '../../../../src/chat/messaging/types.ts';

const limits = { buttons: 5, text: 2_000, label: 100 };
const call = { action: 'nothing', args: null };
const choice = (label: string): Button => ({ label, call });
const way = (label: string): Button => ({ label, call, way: true });

test('few buttons stay buttons, ways out among them', () => {
  const say: Say = {
    text: ['Hỏi tổ chức nào ạ?'],
    buttons: [[choice('Caritas Thụy Sĩ'), choice('Cả hai')], [way('Quay lại')]],
  };
  const shown = renderPoor(say, limits);
  expect(shown.texts).toEqual(['Hỏi tổ chức nào ạ?']);
  expect(shown.buttons.map(({ index, button }) => [index, button.label])).toEqual([
    [0, 'Caritas Thụy Sĩ'],
    [1, 'Cả hai'],
    [2, 'Quay lại'],
  ]);
  expect(shown.menu).toBeNull();
});

test('many become a menu: choices by number, ways out by their words, in the language of the message', () => {
  const fields = ['Y tế', 'Giáo dục', 'Nước sạch', 'Sinh kế', 'Khác'].map(choice);
  const shown = renderPoor({ text: ['Lĩnh vực nào ạ?'], buttons: [fields, [way('Để sau'), way('Quay lại')]] }, limits);
  expect(shown.texts).toEqual([
    'Lĩnh vực nào ạ?\n1. Y tế\n2. Giáo dục\n3. Nước sạch\n4. Sinh kế\n5. Khác\nTrả lời bằng số, hoặc gõ: “Để sau”, “Quay lại”',
  ]);
  expect(shown.buttons).toEqual([]);
  const english = renderPoor({ text: ['Which field?'], buttons: [['A', 'B', 'C', 'D', 'E', 'F'].map(choice)] }, limits);
  expect(english.texts[0]).toMatch(/6\. F\nAnswer with a number\.$/);
});

test('ways out alone carry no number', () => {
  const shown = renderPoor({ text: ['Ghi số tiền ạ?'], buttons: [['A', 'B', 'C', 'D', 'E', 'F'].map(way)] }, limits);
  expect(shown.texts[0]).toBe('Ghi số tiền ạ?\nCó thể gõ: “A”, “B”, “C”, “D”, “E”, “F”');
});

test('a number counts the choices only, so that a way out between them shifts none', () => {
  const row = [choice('một'), way('Quay lại'), choice('hai'), choice('ba'), choice('bốn'), choice('năm')];
  const { menu } = renderPoor({ text: ['?'], buttons: [row] }, limits);
  expect(menu!.choices.map(({ index }) => index)).toEqual([0, 2, 3, 4, 5]);
  expect(menu!.ways.map(({ index }) => index)).toEqual([1]);
});

test('a label that no button holds makes a menu', () => {
  const shown = renderPoor({ text: ['?'], buttons: [[choice('x'.repeat(101))]] }, limits);
  expect(shown.menu!.choices).toHaveLength(1);
});

test('the menu stands whole in the last message of a long text', () => {
  const text = Array.from({ length: 100 }, (_, i) => `Dòng ${i} của một văn bản dài`);
  const buttons = [Array.from({ length: 8 }, (_, i) => choice(`Mục ${i + 1}`))];
  const { texts } = renderPoor({ text, buttons }, limits);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.at(-1)).toMatch(/^1\. Mục 1\n[\s\S]*8\. Mục 8\nTrả lời bằng số\.$/);
});

test('nothing is too long, and every button can be reached, whatever is said', () => {
  const button = fc.record({ label: fc.string({ minLength: 1, maxLength: 60 }), way: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 500 }), { maxLength: 20 }),
      fc.array(button, { maxLength: 30 }),
      (text, list) => {
        const row = list.map(({ label, way: out }) => (out ? way(label) : choice(label)));
        const shown = renderPoor({ text, buttons: [row] }, limits);
        for (const part of shown.texts) expect(part.length).toBeLessThanOrEqual(limits.text);
        const reached = [...shown.buttons, ...(shown.menu?.choices ?? []), ...(shown.menu?.ways ?? [])];
        expect(reached.map(({ index }) => index).sort((a, b) => a - b)).toEqual(row.map((_, i) => i));
        expect(shown.buttons.length).toBeLessThanOrEqual(limits.buttons);
      },
    ),
  );
});

test('a button on the wire is read back, and nothing else is', () => {
  const id = '01a20d39-1c33-7000-a7c4-b9bf64222a7e';
  expect(unwire(wire(id, 12))).toEqual({ message: id, button: 12 });
  expect(Buffer.byteLength(wire(id, 999))).toBeLessThanOrEqual(64);
  for (const bad of ['', id, `${id}.`, `${id}.-1`, `${id}.1.2`, 'x.1', `${id}.1234`]) expect(unwire(bad)).toBeNull();
});
