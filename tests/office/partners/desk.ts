import type { Id } from '../../../src/base/ids.ts';
import type { Reads } from '../../../src/chat/work.ts';
import { type Standing, standingOf } from '../../../src/office/partners/store/standing.ts';
import { type SentFile, sentFile } from '../../support/files.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { testStore } from '../../support/store.ts';

/** What the history keeps of one correction. */
export interface Kept {
  readonly action: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly actor: string;
}

/** The office with its demonstration register, its people at their chats, and what a test of corrections looks at. */
export interface Desk extends TestOffice {
  partnerBy(key: string): Promise<Id<'partner'>>;
  /** An entry as it stands now. */
  standing(key: string): Promise<Standing>;
  /** What was written into its history, the newest first. */
  kept(key: string): Promise<Kept[]>;
  /** A file that is stored, as an event brings it. */
  file(name: string, mime?: string): Promise<SentFile>;
  /** Sends files; gives what was answered. */
  send(chat: string, files: readonly SentFile[], caption?: string): Promise<string>;
  /** The history of corrections as somebody reads it from the card, all pages. */
  history(chat: string, name: string): Promise<string>;
  /** The files of the chat's last message. */
  filesIn(chat: string): readonly Id<'file'>[];
  close(): Promise<void>;
}

export async function desk(): Promise<Desk> {
  const { store, close } = await testStore();
  const office = await testOffice(store);
  const { demo } = office;
  for (const [chat, person] of [
    ['minh', demo.minh],
    ['ha', demo.ha],
    ['truong-phong', demo.divisionHead],
    ['giam-doc', demo.director],
    ['senh', demo.senh],
  ] as const) {
    await office.link(chat, person.id);
  }
  const partnerBy = async (key: string): Promise<Id<'partner'>> => {
    const rows = await store.aside((sql) => sql<{ id: Id<'partner'> }[]>`select id from partner where key = ${key}`);
    return rows[0]!.id;
  };
  return {
    ...office,
    partnerBy,
    async standing(key) {
      const id = await partnerBy(key);
      return (await store.read((sql) => standingOf(sql as unknown as Reads, id, office.clock.now())))!;
    },
    async kept(key) {
      const id = await partnerBy(key);
      return store.aside(
        (sql) => sql<Kept[]>`
          select action, before, after, actor from audit_event where kind = 'partner' and record = ${id} order by seq desc`,
      );
    },
    file: (name, mime) => sentFile(store, office.clock.now(), { name, ...(mime ? { mime } : {}) }),
    async send(chat, files, caption) {
      const before = office.read(chat).length;
      await office.event(chat, { kind: 'files', files, ...(caption ? { caption } : {}) });
      return office.read(chat).slice(before).join('\n');
    },
    async history(chat, name) {
      await office.say(chat, `thẻ ${name}`);
      let read = (await office.press(chat, 'Lịch sử sửa')).join('\n');
      const more = () => office.buttons(chat).find((label) => label.startsWith('Xem tiếp'));
      for (let next = more(); next; next = more()) read += `\n${(await office.press(chat, next)).join('\n')}`;
      return read;
    },
    filesIn: (chat) => office.channel.sent.findLast((sent) => sent.chat === chat)?.what.say.files ?? [],
    async close() {
      await office.stop();
      await close();
    },
  };
}
