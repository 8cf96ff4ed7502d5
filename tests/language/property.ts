import fc from 'fast-check';
import { test as plain } from 'vitest';

export { default as fc } from 'fast-check';

/** A property test: `check` holds for every sample of `of`. Few runs, since the whole suite shares two cores. */
export function test<T>(name: string, of: fc.Arbitrary<T>, check: (sample: T) => void, numRuns = 200): void {
  plain(name, () => {
    fc.assert(fc.property(of, check), { numRuns });
  });
}
