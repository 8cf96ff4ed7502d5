import { inspect } from 'node:util';

/**
 * A value that must not be seen: printed, logged, put into a template or into JSON it shows as `[secret]`.
 * Only `reveal()` gives it out, so that a search for that word finds every use.
 */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
