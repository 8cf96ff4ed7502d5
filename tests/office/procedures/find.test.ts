import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/office/law/data/rules.ts';
import { findRule } from '../../../src/office/law/find.ts';
import { notAnswered, questions } from './questions.ts';

test.each(questions)('“%s” → %s', (question, key) => {
  expect(findRule(question)).toEqual({ sure: key });
});

test.each(notAnswered)('“%s” is not answered by a rule', (question) => {
  expect(findRule(question)).not.toHaveProperty('sure');
});

describe('the table', () => {
  test('each key once, each with a source', () => {
    expect(new Set(rules.map((rule) => rule.key)).size).toBe(rules.length);
    expect(rules.filter((rule) => rule.citation.trim() === '')).toEqual([]);
  });
  test('what is of the replaced decree says so', () => {
    for (const rule of rules) if (rule.citation.includes('80/2020')) expect(rule.replaced, rule.key).toBe('NĐ 80/2020');
  });
});
