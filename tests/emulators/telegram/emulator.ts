import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, type Call, Refused } from './api.ts';
import { type Chat, Chats, type Entry, type KeptFile } from './chats.ts';
import { type Faults, fateOf, noFaults } from './faults.ts';
import { Group, Person, type World } from './people.ts';
import { type RawUpdate, UpdateQueue } from './queue.ts';

export interface EmulatorOptions {
  readonly token?: string;
  /** The present, for the dates of messages. */
  readonly now?: () => Temporal.Instant;
  /** From 0 to 1; a seeded one makes faults repeatable. */
  readonly random?: () => number;
  readonly route?: (url: string) => string;
  /** Messages to one chat in a second before it is told to wait; 0 (the first value): any number. */
  readonly perChat?: number;
  /** First wait before a failed webhook call is tried again, in milliseconds. */
  readonly againMs?: number;
  readonly port?: number;
}

/** The Bot API over real HTTP, with the people at the other end. */
export interface Emulator {
  /** For TELEGRAM_API_ROOT. */
  readonly url: string;
  readonly token: string;
  readonly username: string;
  readonly faults: Faults;
  readonly api: Api;
  /** Everything that happened, in order. */
  readonly journal: readonly Entry[];
  /** Updates that the bot has not confirmed. */
  pending(): number;
  /** Addresses and headers of every request, as far as they could hold a secret. */
  readonly requests: readonly string[];
  person(name?: string, more?: { readonly language?: string }): Person;
  group(title?: string): Group;
  chat(id: number): Chat | undefined;
  /** Hands in any update; ends when it was confirmed. */
  hand(fields: Readonly<Record<string, unknown>>, queue?: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens one on a free port of this machine. */
export async function openEmulator(of: EmulatorOptions = {}): Promise<Emulator> {
  const token = of.token ?? '987654321:AAEmulatorTokenThatMustNotBeSeen-0123456';
  const me = { id: Number(token.split(':')[0]), username: 'nhip_cau_test_bot' };
  const faults: Faults = { ...noFaults };
  const random = of.random ?? Math.random;
  const seconds = () =>
    Math.floor((of.now?.() ?? Temporal.Instant.fromEpochMilliseconds(Date.now())).epochMilliseconds / 1000);
  const chats = new Chats();
  const queue = new UpdateQueue({
    faults,
    random,
    seconds,
    route: of.route ?? ((url) => url),
    againMs: of.againMs ?? 100,
  });
  const files = new Map<string, KeptFile>();
  const presses = new Map<string, { until: number; chat: number }>();
  const api = new Api({ chats, queue, faults, files, me, seconds, random, presses, perChat: of.perChat ?? 0 });
  const requests: string[] = [];
  let updates = 500_000_000;
  const hand = (fields: Readonly<Record<string, unknown>>, line = 'none'): Promise<void> => {
    updates += 1;
    const update: RawUpdate = { update_id: updates, ...fields };
    return queue.put(update, line);
  };
  let people = 0;
  const world: World = { chats, files, presses, me, seconds, hand, nextId: () => 70_000_000 + ++people };

  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    requests.push(path.replace(token, '<token>'));
    if (faults.away) return void request.socket.destroy();
    const bytes = await bodyOf(request);
    if (faults.blockPage) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Blocked</h1>');
    const file = new RegExp(`^/file/bot${token}/documents/(.+)$`).exec(path)?.[1];
    if (file !== undefined) return giveFile(response, files.get(file));
    const found = /^\/bot([^/]+)\/(\w+)$/.exec(path);
    if (!found) return answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    if (found[1] !== token || faults.tokenRevoked)
      return answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    await carryOut(found[2]!, await callOf(request, bytes), request, response);
  }

  async function carryOut(method: string, call: Call, request: IncomingMessage, response: ServerResponse) {
    const fate = fateOf(faults, /^(send|edit)(?!ChatAction)/.test(method), random);
    if (fate.how !== 'well' && !fate.after) return fail(fate.how, request, response);
    if (method === 'getUpdates') response.once('close', () => !response.writableFinished && queue.dropPoll());
    let status = 200;
    let body: object;
    try {
      body = { ok: true, result: await api.call(method, call) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      status = error.code;
      body = {
        ok: false,
        error_code: error.code,
        description: error.message,
        ...(error.parameters ? { parameters: error.parameters } : {}),
      };
      chats.note({
        kind: 'refused',
        chat: Number(call.parameters['chat_id'] ?? 0),
        number: 0,
        text: '',
        what: `${method}: ${error.message}`,
      });
    }
    if (fate.how !== 'well') return fail(fate.how, request, response);
    answer(response, status, body);
  }

  await new Promise<void>((resolve) => server.listen(of.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    username: me.username,
    faults,
    api,
    journal: chats.journal,
    pending: () => queue.pending,
    requests,
    person: (name = 'Lò Văn Minh', more = {}) => new Person(world, name, more.language ?? 'vi'),
    group: (title = 'Đầu mối đối ngoại') => new Group(world, title),
    chat: (id) => chats.of(id),
    hand,
    async close() {
      queue.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function fail(how: 'error' | 'cut', request: IncomingMessage, response: ServerResponse): void {
  if (how === 'cut') request.socket.destroy();
  else response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
}

function answer(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
}

function giveFile(response: ServerResponse, file: KeptFile | undefined): void {
  if (!file) return answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  response.writeHead(200, { 'content-length': file.content.length }).end(file.content);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const decoded = (value: string): unknown => {
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
};

/** Reads a call as the Bot API does: JSON, a form with files, a form, or the query. */
async function callOf(request: IncomingMessage, bytes: Buffer): Promise<Call> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json'))
    return { parameters: bytes.length > 0 ? JSON.parse(bytes.toString()) : {}, uploads: new Map() };
  if (!type.startsWith('multipart/')) {
    const fields = new URLSearchParams(bytes.toString());
    return { parameters: Object.fromEntries([...fields].map(([name, v]) => [name, decoded(v)])), uploads: new Map() };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const parameters: Record<string, unknown> = {};
  const uploads = new Map<string, KeptFile>();
  for (const [name, value] of form) {
    if (typeof value === 'string') parameters[name] = decoded(value);
    else uploads.set(name, { name: value.name, mime: value.type, content: new Uint8Array(await value.arrayBuffer()) });
  }
  return { parameters, uploads };
}
