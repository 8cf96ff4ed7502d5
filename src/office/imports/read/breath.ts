/** How long work goes on before the event loop gets its turn, in milliseconds. */
const longestMs = 8;

/**
 * For work in slices: `await breath()` between two pieces gives the event loop back once the pieces took 8 ms together.
 * Measured on the monotonic clock.
 */
export function breathing(stop?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestMs) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    stop?.throwIfAborted();
    since = performance.now();
  };
}
