import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed` (and `, N skipped` when there are any) as the very last line of a run.
 * A file that broke before its tests and an error outside any test count as one failed each; so does an exit code that
 * is not 0 without a failed test, such as a global setup that did not come up.
 */
export default class LastLine implements Reporter {
  private passed = 0;
  private failed = 0;
  private skipped = 0;

  onInit(): void {
    // At exit, because the other reporters and vitest itself still print after the run has ended.
    process.once('exit', (code) => console.log(this.line(code)));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    // Set anew, not added up: in watch mode a run follows the other.
    this.passed = 0;
    this.skipped = 0;
    this.failed = unhandled.length;
    for (const module of modules) {
      this.failed += module.errors().length;
      for (const suite of module.children.allSuites()) this.failed += suite.errors().length;
      for (const test of module.children.allTests()) this.count(test.result().state);
    }
  }

  private count(state: 'pending' | 'passed' | 'failed' | 'skipped'): void {
    if (state === 'passed') this.passed += 1;
    else if (state === 'skipped') this.skipped += 1;
    // A test that never came to an end has not passed.
    else this.failed += 1;
  }

  private line(code: number): string {
    const failed = code === 0 ? this.failed : Math.max(1, this.failed);
    return `${this.passed} passed, ${failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`;
  }
}
