import { Session } from 'node:inspector/promises';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
}

/** Which part of the house, or which package, a sample fell into. */
function partOf({ callFrame: { functionName, url } }: Node): string {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'V8 itself';
  const packaged = url.split('node_modules/').at(-1)!;
  if (packaged !== url)
    return packaged.split('/')[0] === 'postgres' ? 'postgres (driver)' : `package ${packaged.split('/')[0]}`;
  const own = /\/(src\/(?:base|language|office|chat\/\w+)|bench)\b/.exec(url)?.[1];
  return own ?? 'Node: sockets, buffers, timers';
}

/**
 * Samples this process from now on; the returned function ends that and gives the share of each part in microseconds,
 * the largest first, idle time left out.
 */
export async function sampleProcess(): Promise<
  () => Promise<readonly (readonly [part: string, microseconds: number])[]>
> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    const nodes = new Map((profile.nodes as Node[]).map((node) => [node.id, node]));
    const parts = new Map<string, number>();
    for (const [at, id] of (profile.samples ?? []).entries()) {
      const part = partOf(nodes.get(id)!);
      parts.set(part, (parts.get(part) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
    }
    parts.delete('idle');
    return [...parts].sort(([, a], [, b]) => b - a);
  };
}
