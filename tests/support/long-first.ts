import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, so that no core is idle at the end because one began last. The two that kill processes are
 * apart, so that they do not run beside each other.
 */
const longest = [
  'browser/demo.test.ts',
  'chaos/killed.test.ts',
  'e2e/scenes-pglite.test.ts',
  'chaos/faulty.test.ts',
  'e2e/scenes-telegram-webhook.test.ts',
  'service/start.test.ts',
  'service/cli.test.ts',
  'service/away.test.ts',
  'browser/web-chat.test.ts',
  'e2e/scenes-telegram-polling.test.ts',
  'service/stop.test.ts',
  'browser/web-killed.test.ts',
  'e2e/scenes-postgres.test.ts',
  'service/parent.test.ts',
  'browser/web-flow.test.ts',
  'browser/first-need.test.ts',
  'store/imports/import.test.ts',
  'store/backup/backup.test.ts',
];

/** The order of files over all projects: those first, then project by project as vitest would. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
      return at < 0 ? longest.length : at;
    };
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => place(a) - place(b));
  }
}
