import type { Kernel } from '../../src/chat/kernel/kernel.ts';

/** Waits until what is due has been sent, or tried: at most `ms`, for what a test keeps from going out. */
export async function drained(kernel: Pick<Kernel, 'depth'>, ms = 10_000): Promise<void> {
  const until = performance.now() + ms;
  while (kernel.depth().outbox > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 2));
}
