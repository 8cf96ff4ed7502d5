import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const guard = fileURLToPath(new URL('../../tools/check-node.cjs', import.meta.url));

/** What the guard says on a Node.js of this version, with these files of its own Node.js and what that one says. */
function onNode(version: string, own: { there: boolean; says?: string }): Promise<{ code: number; says: string }> {
  const pretended = `
    Object.defineProperty(process.versions, 'node', { value: '${version}' });
    Object.defineProperty(process, 'version', { value: 'v${version}' });
    require('node:fs').existsSync = () => ${own.there};
    require('node:child_process').spawnSync = () => ({ stderr: ${JSON.stringify(own.says ?? '')} });
    require(${JSON.stringify(guard)});`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', pretended], (error, _, says) =>
      resolve({ code: error ? Number(error.code) : 0, says }),
    );
  });
}

test('on Node.js 26 and later nothing is said', async () => {
  expect(await onNode('26.0.0', { there: true })).toEqual({ code: 0, says: '' });
  expect(await onNode('28.1.0', { there: false })).toEqual({ code: 0, says: '' });
});

test.each([
  [
    'it did not come with the packages',
    { there: false },
    /this is v20\.20\.2\.[\s\S]*Run "npm ci" again without --ignore-scripts/,
  ],
  ['the program was started past npm', { there: true }, /Start through npm: "npm start", "npm test"/],
  [
    'a library of the system is missing',
    { there: true, says: 'libatomic.so.1: cannot open' },
    /apt-get install libatomic1/,
  ],
])('on an older one: %s', async (_, own, says) => {
  expect(await onNode('20.20.2', own)).toEqual({ code: 1, says: expect.stringMatching(says) });
});
