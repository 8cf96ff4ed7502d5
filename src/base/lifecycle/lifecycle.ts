/** What was started, in order; stopped in the mirrored order, each step in its time. */
export class Lifecycle {
  readonly #started: { name: string; stop: () => Promise<void> | void; ms: number }[] = [];
  readonly #late: (name: string, error: unknown) => void;
  #stopping: Promise<void> | null = null;

  /** `late` hears of a step that did not stop in its time or threw; the others are stopped all the same. */
  constructor(late: (name: string, error: unknown) => void) {
    this.#late = late;
  }

  /** Remembers how `name` is stopped; `ms` is how long that may take. */
  add(name: string, ms: number, stop: () => Promise<void> | void): void {
    this.#started.push({ name, stop, ms });
  }

  /** Stops everything, the last first. May be called twice. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    for (const { name, stop, ms } of this.#started.reverse()) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`did not stop within ${ms} ms`)), ms);
      });
      await Promise.race([Promise.resolve().then(stop), late]).catch((error) => this.#late(name, error));
      clearTimeout(timer);
    }
  }
}
