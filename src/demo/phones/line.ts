import type { Clock } from '../../base/time/clock.ts';
import type { Inbound, Intake, Settled } from '../../chat/messaging/types.ts';
import type { Faults } from './phone.ts';

interface Event {
  readonly inbound: Inbound;
  readonly settled: (end: Settled) => void;
  /** It is on its way to the service. */
  flying: boolean;
}

/** The way of events from a platform to the service: kept by the platform until the service has settled them. */
export interface Line {
  /** Ends when the event is settled, however often it had to be handed in. */
  hand(inbound: Inbound): Promise<Settled>;
  /** Hands in what waits. */
  pump(): void;
  stop(): void;
}

export interface LineOptions {
  readonly clock: Clock;
  readonly intakeRef: { readonly current: Intake | null };
  readonly faults: () => Faults;
  /** In order, a batch at a time, as a poller fetches them; else each for itself and at once, as a webhook gets them. */
  readonly ordered: boolean;
  /** How long the platform waits before it tries again. */
  readonly againMs: number;
}

/** How many events one fetch of a poller brings. */
const mostAtOnce = 100;

/** A line with the platform's manners. */
export function line(of: LineOptions): Line {
  const waiting: Event[] = [];
  const stopped = new AbortController();
  let again = false;

  async function settle(events: readonly Event[]): Promise<void> {
    const intake = of.intakeRef.current;
    const batch = events.map(({ inbound }) => inbound);
    for (const event of events) event.flying = true;
    try {
      if (!intake) throw new Error('nobody listens yet');
      const ends = intake.settle(batch);
      // A platform that is not sure whether we heard it says it again, a webhook even before we have answered.
      const second = of.faults().duplicates && !of.ordered ? intake.settle(batch) : null;
      const first = await ends;
      await (second ?? (of.faults().duplicates ? intake.settle(batch) : null));
      for (const [at, event] of events.entries()) {
        waiting.splice(waiting.indexOf(event), 1);
        event.settled(first[at]!);
      }
      if (of.ordered) pump();
    } catch {
      for (const event of events) event.flying = false;
      void later();
    }
  }

  async function later(): Promise<void> {
    if (again) return;
    again = true;
    await of.clock.sleep(of.clock.now().add({ milliseconds: of.againMs }), stopped.signal);
    again = false;
    pump();
  }

  function pump(): void {
    if (stopped.signal.aborted || of.faults().away || of.faults().cut) return;
    if (of.ordered) {
      if (waiting.length > 0 && !waiting.some(({ flying }) => flying)) void settle(waiting.slice(0, mostAtOnce));
      return;
    }
    const ready = waiting.filter(({ flying }) => !flying);
    // An event alone is held back until another overtakes it.
    if (of.faults().overtaking && ready.length < 2) return;
    for (const event of of.faults().overtaking ? ready.reverse() : ready) void settle([event]);
  }

  return {
    hand: (inbound) =>
      new Promise((resolve) => {
        waiting.push({ inbound, settled: resolve, flying: false });
        pump();
      }),
    pump,
    stop: () => stopped.abort(),
  };
}
