import { z } from 'zod';
import type { Store } from '../../base/database/store.ts';
import { mostBytes } from '../../base/files/type.ts';
import type { Id } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Clock } from '../../base/time/clock.ts';
import { FileLost } from '../../chat/channels/channel.ts';
import type { Slice, Turn } from '../../chat/dialogue/types.ts';
import type { Channel, Inbound, Intake, RemoteFile } from '../../chat/messaging/types.ts';
import { keepFile } from './keep.ts';
import { fetchLost, refusals, type Sentence } from './texts.ts';

/** What fetching needs beside the slice: main hands it in. */
export interface FetchParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly channel: (account: Id<'account'>) => Channel | undefined;
  readonly intake: () => Intake | null;
}

const remote = z.object({
  ref: z.string(),
  name: z.string().optional(),
  mime: z.string().optional(),
  bytes: z.number().optional(),
  file: z.string().optional(),
});
/** The event that brought the files, as the task keeps it. */
const order = z.object({
  key: z.string(),
  account: z.string(),
  chat: z.string(),
  from: z.string(),
  by: z.string().nullable(),
  sentAt: z.string(),
  caption: z.string().optional(),
  /** Sent together with others: one document of several files, each of which came as a message of its own. */
  album: z.string().optional(),
  files: z.array(remote),
});
type Order = z.infer<typeof order>;

/** The other files of an album follow within this time; later ones are taken by themselves. */
const albumWait = { milliseconds: 1_500 };

/** Files that still lie at the platform: a task fetches them, and they come back as if they had been sent stored. */
async function later(turn: Turn): Promise<boolean> {
  const { input, chat, from, key, sentAt } = turn.inbound;
  if (input.kind !== 'files' || input.files.every((file) => file.file)) return false;
  const args: Order = {
    key,
    account: chat.account,
    chat: chat.chat,
    from: from.external,
    by: turn.actor.person,
    sentAt: sentAt.toString(),
    files: input.files.map((file) => ({ ...file })),
    ...(input.caption === undefined ? {} : { caption: input.caption }),
    ...(input.album === undefined ? {} : { album: input.album }),
  };
  const named = input.album === undefined ? key : `album ${input.album}`;
  turn.later({
    kind: 'file.fetch',
    args: args as unknown as Json,
    once: `file.fetch:${chat.account}:${chat.chat}:${named}`,
    ...(input.album === undefined ? {} : { due: turn.now.add(albumWait) }),
  });
  return true;
}

/** How far back the pieces of an album are looked for among what was said in the chat. */
const lookBack = 200;

/** All files of the order's album that have come and were not handed in yet, with the words that stood under one of them. */
async function wholeAlbum(store: Store, from: Order): Promise<Order> {
  const rows = await store.aside(
    (sql) => sql<{ content: { files: Order['files']; caption?: string } }[]>`
      select last.content from (
        select m.seq, m.content from message m join chat c on c.id = m.chat_id
        where c.account_id = ${from.account} and c.external = ${from.chat} and m.direction = 'in'
        order by m.seq desc limit ${lookBack}) last
      where last.content ->> 'album' = ${from.album!} order by last.seq`,
  );
  const files = rows.flatMap(({ content }) => content.files);
  const handed = new Set(files.filter(({ file }) => file !== undefined).map(({ ref }) => ref));
  const caption = from.caption ?? rows.map(({ content }) => content.caption).find((words) => words !== undefined);
  return {
    ...from,
    files: files.filter(({ ref, file }) => file === undefined && !handed.has(ref)),
    ...(caption === undefined ? {} : { caption }),
  };
}

/** The slice that takes files in from platforms where they lie behind a reference. Comes before those that use files. */
export function attachments(of: FetchParts): Slice {
  const one = async (
    file: Order['files'][number],
    from: Order,
  ): Promise<{ kept: RemoteFile } | { says: Sentence; failed?: unknown }> => {
    if (file.file) return { kept: file as RemoteFile };
    const channel = of.channel(from.account as Id<'account'>);
    if (!channel) return { says: fetchLost };
    // What the platform says of its size: nothing is fetched in vain.
    if ((file.bytes ?? 0) > mostBytes) return { says: refusals.too_big };
    const kept = await keepFile(of, {
      name: file.name ?? 'tep',
      bytes: channel.fetch(file as RemoteFile, mostBytes),
      by: from.by as Id<'person'> | null,
      ...(from.caption === undefined ? {} : { caption: from.caption }),
    }).catch((error: unknown) => {
      if (!(error instanceof FileLost)) throw error;
      return { ok: false as const, says: error.why === 'too_big' ? refusals.too_big : fetchLost };
    });
    return kept.ok
      ? { kept: { ref: file.ref, name: kept.name, mime: kept.mime, bytes: kept.bytes, file: kept.id } }
      : { says: kept.says };
  };

  return {
    name: 'attachments',
    onFiles: later,
    signals: {
      'file.refused': (turn, data) => {
        const { vi, en } = data as unknown as Sentence;
        turn.reply({ text: [turn.lang === 'vi' ? vi : en] });
      },
    },
    tasks: [
      {
        kind: 'file.fetch',
        async run(json, { last }) {
          const ordered = order.parse(json);
          const from = ordered.album === undefined ? ordered : await wholeAlbum(of.store, ordered);
          const intake = of.intake();
          if (!intake) throw new Error('the intake is not open yet');
          // The last try says to the sender what came of it; the task fails all the same, for the operator.
          const came = await Promise.all(
            from.files.map((file) =>
              one(file, from).catch((failed: unknown) => {
                if (!last) throw failed;
                return { says: fetchLost, failed };
              }),
            ),
          );
          const event = (key: string, input: Inbound['input']): Inbound => ({
            key,
            chat: { account: from.account as Id<'account'>, chat: from.chat, kind: 'private' },
            from: { external: from.from },
            sentAt: Temporal.Instant.from(from.sentAt),
            input,
          });
          const kept = came.flatMap((c) => ('kept' in c ? [c.kept] : []));
          const refused = came.flatMap((c) => ('says' in c ? [c.says] : []));
          // The keys are the same however often the task runs, so that nothing is taken twice.
          await intake.settle([
            ...(kept.length > 0
              ? [
                  event(`fetched:${from.key}`, {
                    kind: 'files',
                    files: kept,
                    ...(from.album === undefined ? {} : { album: from.album }),
                    ...(from.caption === undefined ? {} : { caption: from.caption }),
                  }),
                ]
              : []),
            ...refused.map((says, at) =>
              event(`refused:${from.key}:${at}`, { kind: 'signal', name: 'file.refused', data: { ...says } }),
            ),
          ]);
          for (const one of came) if ('failed' in one) throw one.failed;
        },
      },
    ],
  };
}
