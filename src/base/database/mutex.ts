/** Lets one piece of work in at a time, in the order of asking. */
export class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all that was asked for earlier has ended, or has called `free` because the next may follow already. */
  run<T>(work: (free: () => void) => Promise<T>): Promise<T> {
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    const run = this.#tail.then(() => work(free));
    this.#tail = Promise.race([freed, run]).catch(() => {});
    return run;
  }
}
