/** One benchmark of `npm run bench`. */
export interface Bench {
  /** What it compares, in one line. */
  readonly summary: string;
  /** Its options, one line each. */
  readonly options: readonly string[];
  /** Runs it and prints its figures. @throws when a contestant breaks or loses work. */
  run(args: readonly string[]): Promise<void>;
}
