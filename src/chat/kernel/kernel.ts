import { guest } from '../../base/access/access.ts';
import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Runs } from '../../base/runs/runs.ts';
import { mostAttempts, TaskRunner } from '../../base/tasks/runner.ts';
import type { Clock } from '../../base/time/clock.ts';
import { registry } from '../dialogue/registry.ts';
import { Router } from '../dialogue/route.ts';
import { askAgain } from '../dialogue/silence.ts';
import type { Ports, Slice } from '../dialogue/types.ts';
import { ChatPace, perMinute } from '../dialogue/unit/pace.ts';
import { Settling } from '../dialogue/unit/settle.ts';
import { type AuditAppender, Unit } from '../dialogue/unit/unit.ts';
import { Dispatcher } from '../messaging/dispatcher.ts';
import { Gathering } from '../messaging/intake.ts';
import { markReceipts } from '../messaging/receipts.ts';
import { orphans, pausedAccounts } from '../messaging/sweep.ts';
import type { Channel, Intake, ReadyFile } from '../messaging/types.ts';
import { Notices } from '../notices/notices.ts';
import type { Reads, Work } from '../work.ts';

export interface KernelParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly runs: Runs;
  readonly slices: readonly Slice[];
  readonly ports: Ports;
  readonly channel: (account: Id<'account'>) => Channel | undefined;
  readonly files: (ids: readonly Id<'file'>[]) => Promise<ReadyFile[]>;
  readonly retries: (why: string) => boolean;
  readonly audit: AuditAppender;
  readonly undoSeconds: number;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
  /** Called with every look for what is due; what it throws is logged. */
  readonly everySecond?: () => Promise<void>;
  /** Told after a commit of which kinds the records are that it changed, before its replies leave and the chat's next message is worked on; what it throws is logged. */
  readonly changed?: (kinds: ReadonlySet<string>) => Promise<void>;
  /** Milliseconds of one turn (2,000). */
  readonly turnMs?: number;
  /** How long events run one by one after an unclean stop, in milliseconds. */
  readonly carefulMs?: number;
  /** Messages a minute that one chat may send (60). */
  readonly perMinute?: number;
}

/** The running kernel: what channels hand events to, what the CLI and tasks write through. */
export interface Kernel {
  readonly intake: Intake;
  /** A decision outside any chat, with the same notices, audit and flush as a turn. */
  write<T>(of: { actor: Work['actor']; via: Work['via'] }, change: (work: Work) => Promise<T>): Promise<T>;
  /** Everything that is due at the clock's present: notices, tasks, what dead processes left. Tests with a fake clock call it themselves. */
  runDue(): Promise<void>;
  /** Calls `runDue` every second until stopped. */
  start(): void;
  /** After a silence of a platform in which presses may have been lost: open questions of the last half hour are asked once more. */
  askAgain(account: Id<'account'>, since: Temporal.Instant): Promise<void>;
  /** Queue lengths, for health and the operator. */
  depth(): { inbox: number; outbox: number };
  /** Takes no more events, finishes what is in hand, for at most `ms`. */
  stop(ms: number): Promise<void>;
}

/** Puts the kernel together. Start order and stop order mirror each other. */
export function kernel(parts: KernelParts): Kernel {
  const { store, clock, ports, runs, log } = parts;
  const all = registry(parts.slices);
  const router = new Router(all, ports);
  const unit = new Unit({
    store,
    clock,
    ports,
    router,
    run: runs.own,
    hold: { undoSeconds: parts.undoSeconds },
    audit: parts.audit,
    changed: async (kinds) => {
      await parts
        .changed?.(kinds)
        .catch((error) => log({ level: 'error', what: 'what follows from a change failed', error: String(error) }));
    },
    turnMs: parts.turnMs ?? 2_000,
    pace: new ChatPace(clock, parts.perMinute ?? perMinute),
  });
  const dispatcher = new Dispatcher({
    store,
    clock,
    channel: parts.channel,
    files: parts.files,
    retries: parts.retries,
    log,
    noticed: (ends) => notices.ended(ends),
  });
  const notices: Notices = new Notices({
    store,
    clock,
    unit,
    registry: all,
    ports,
    run: runs.own,
    gone: runs.gone,
    channel: parts.channel,
    send: (messages) => dispatcher.send(messages),
    waiting: () => dispatcher.notices,
    log,
  });
  const stopping = new AbortController();
  const settling = new Settling({
    unit,
    store,
    clock,
    send: (replies) => dispatcher.send(replies),
    log,
    careful: runs.afterCrash,
    stop: stopping.signal,
    ...(parts.carefulMs === undefined ? {} : { carefulMs: parts.carefulMs }),
  });
  const intake = new Gathering(
    (events, next) => settling.settle(events, next),
    (batch) => markReceipts(store, batch),
  );
  const tasks = new TaskRunner({
    store,
    clock,
    run: runs.own,
    gone: runs.gone,
    log,
    async work(task, stop) {
      const kind = all.tasks.get(task.kind);
      if (!kind) throw new Error(`no slice does tasks of kind ${task.kind}`);
      await kind.run(task.args, {
        now: clock.now(),
        stop,
        last: task.attempts >= mostAttempts,
        read: (look) => store.read((reads) => look(reads as unknown as Reads)),
        write: (change) => unit.write({ actor: guest, via: { channel: 'task', request: task.id } }, change),
      });
    },
  });

  const suspects = new Set<string>();
  const runDue = async (): Promise<void> => {
    const gone = await runs.beat();
    for (const [account, until] of await pausedAccounts(store, clock.now())) dispatcher.pause(account, until);
    const { resend, lost } = await orphans(store, runs.own, gone, dispatcher.inHand(), suspects);
    dispatcher.send(resend);
    for (const notice of lost) await notices.lost(notice);
    await notices.runDue(clock.now());
    await tasks.runDue(clock.now());
    await parts.everySecond?.();
  };
  let loop: Promise<void> = Promise.resolve();
  return {
    intake,
    write: (of, change) => unit.write(of, change),
    runDue,
    start() {
      loop = (async () => {
        while (!stopping.signal.aborted) {
          await runDue().catch((error) =>
            log({ level: 'error', what: 'looking for what is due failed', error: String(error) }),
          );
          await clock.sleep(clock.now().add({ seconds: 1 }), stopping.signal);
        }
      })();
    },
    async askAgain(account, since) {
      const asked = await askAgain({ store, clock, intake }, account);
      log({
        level: 'info',
        what: 'a platform was silent; open questions are asked again',
        since: since.toString(),
        asked,
      });
    },
    depth: () => ({ inbox: intake.depth, outbox: dispatcher.depth }),
    async stop(ms) {
      stopping.abort();
      await Promise.all([intake.stop(), tasks.stop(), loop]);
      await dispatcher.stop(ms);
    },
  };
}
