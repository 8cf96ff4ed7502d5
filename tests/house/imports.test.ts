import { expect, test } from 'vitest';
import { wrongArrows } from './rooms.ts';
import { importsOf, sources } from './sources.ts';

test('imports point one way: base ← language ← chat ← office ← main', () => {
  expect(wrongArrows(sources('src', /\.ts$/))).toEqual([]);
});

const from = (path: string, ...imports: string[]) => ({ path, text: imports.join('\n') });

test.each([
  ['base knows no chat', 'src/base/x.ts', `import { a } from '../chat/text.ts';`],
  ['language knows no chat', 'src/language/x.ts', `import type { A } from '../chat/work.ts';`],
  ['chat knows no office', 'src/chat/notices/x.ts', `import { a } from '../../office/people/store.ts';`],
  ['a channel knows no dialogue', 'src/chat/channels/web/x.ts', `import { a } from '../../dialogue/types.ts';`],
  [
    'a channel runs nothing of messaging',
    'src/chat/channels/web/x.ts',
    `import { a } from '../../messaging/intake.ts';`,
  ],
  ['a channel knows no other', 'src/chat/channels/web/x.ts', `import { a } from '../zalo/send.ts';`],
  ['messaging knows no dialogue', 'src/chat/messaging/x.ts', `import type { A } from '../dialogue/types.ts';`],
  ['a dialogue knows no channel', 'src/chat/dialogue/x.ts', `import type { A } from '../channels/channel.ts';`],
  ['rounds know no needs', 'src/office/rounds/x.ts', `import { a } from '../needs/store.ts';`],
  ['needs know no partners', 'src/office/needs/x.ts', `export * from '../partners/types.ts';`],
  ['people know no rounds', 'src/office/people/x.ts', `const a = await import('../rounds/store.ts');`],
  ['documents know no domain', 'src/documents/x.ts', `import { a } from '../office/needs/types.ts';`],
  ['nobody below main reads the settings', 'src/office/needs/x.ts', `import { a } from '../../config.ts';`],
  ['only base/database knows postgres', 'src/office/needs/x.ts', `import postgres from 'postgres';`],
  ['only the Telegram channel knows telegraf', 'src/main.ts', `import { Telegram } from 'telegraf';`],
])('%s', (_, path, line) => {
  expect(wrongArrows([from(path, line)])).toHaveLength(1);
});

test.each([
  ['src/chat/channels/web/x.ts', `import type { Intake } from '../../messaging/intake.ts';`],
  ['src/chat/channels/web/x.ts', `import { plain } from '../../messaging/rich-text.ts';`],
  ['src/chat/dialogue/x.ts', `import { a } from '../../language/index.ts';`],
  ['src/office/partners/x.ts', `import { a } from '../needs/store.ts';`],
  ['src/office/needs/x.ts', `import { a } from './rules/states.ts';`],
  ['src/main.ts', `import { a } from './office/needs/index.ts';`],
  ['src/base/database/x.ts', `import postgres from 'postgres';`],
])('%s may: %s', (path, line) => {
  expect(wrongArrows([from(path, line)])).toEqual([]);
});

test('imports are found however they are written', () => {
  const text = `import a, { b } from './a.ts';
import type { C } from './c.ts';
import {
  type D,
  type E,
} from './d.ts';
import { type F, g } from './f.ts';
import './side-effect.ts';
export { h } from '../h.ts';
const i = await import('./i.ts');
const text = "from './not-an-import.ts'";`;
  const found = importsOf({ path: 'src/x/y.ts', text }).map(({ target, typeOnly }) => `${target} ${typeOnly}`);
  expect(found.sort()).toEqual([
    'src/h.ts false',
    'src/x/a.ts false',
    'src/x/c.ts true',
    'src/x/d.ts true',
    'src/x/f.ts false',
    'src/x/i.ts false',
    'src/x/side-effect.ts false',
  ]);
});
