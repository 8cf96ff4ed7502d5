import { defineConfig } from 'vitest/config';

/** Tests that take minutes, each by its name: `npm run soak -- web`. They are no part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/soak/**/*.test.ts'], fileParallelism: false, hookTimeout: 60_000, reporters: ['verbose'] },
});
