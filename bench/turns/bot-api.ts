import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Feeder } from './feeder.ts';

type Parameters = Readonly<Record<string, unknown>>;

interface Poll {
  readonly parameters: Parameters;
  readonly response: ServerResponse;
  readonly timer: NodeJS.Timeout;
}

const me = { id: 1_000_000, is_bot: true, first_name: 'Nhịp Cầu', username: 'nhip_cau_bot' };

/** The Bot API in front of a feeder: any token, any method, JSON or form bodies; updates by long polling only. */
export function botApi(feeder: Feeder): Server {
  let waiting: Poll | undefined;
  let sent = 1_000_000;

  const fetchFor = (parameters: Parameters) =>
    feeder.fetch(Number(parameters['offset'] ?? 0), Math.min(100, Number(parameters['limit'] ?? 100)));

  /** Ends the waiting poll, if it is this one. */
  const end = (poll: Poll | undefined, answer: (response: ServerResponse) => void) => {
    if (!poll || poll !== waiting) return;
    waiting = undefined;
    clearTimeout(poll.timer);
    answer(poll.response);
  };

  feeder.onUpdate = () => {
    // Once the present work is done, so that updates which become ready together are fetched together.
    const poll = waiting;
    if (poll) setImmediate(() => end(poll, (response) => give(response, fetchFor(poll.parameters))));
  };

  const getUpdates = (parameters: Parameters, response: ServerResponse) => {
    // As the real one: a second poll ends the first.
    end(waiting, (response) => refuse(response, 409, 'Conflict: terminated by other getUpdates request'));
    const updates = fetchFor(parameters);
    const seconds = Number(parameters['timeout'] ?? 0);
    if (updates.length > 0 || seconds === 0) {
      give(response, updates);
      return;
    }
    const timer = setTimeout(() => end(poll, (response) => give(response, [])), seconds * 1000);
    const poll: Poll = { parameters, response, timer };
    waiting = poll;
    response.once('close', () => end(poll, () => {}));
  };

  const sendMessage = (parameters: Parameters, response: ServerResponse) => {
    const chat = Number(parameters['chat_id']);
    response.once('finish', feeder.replied(chat));
    sent += 1;
    const date = Math.floor(Date.now() / 1000);
    give(response, { message_id: sent, from: me, chat: { id: chat, type: 'private' }, date, text: parameters['text'] });
  };

  return createServer({ noDelay: true, keepAliveTimeout: 120_000 }, async (request, response) => {
    const parameters = await read(request);
    switch (methodOf(request)) {
      case 'getupdates':
        getUpdates(parameters, response);
        break;
      case 'sendmessage':
        sendMessage(parameters, response);
        break;
      case 'getme':
        give(response, me);
        break;
      case 'getwebhookinfo':
        give(response, { url: '', has_custom_certificate: false, pending_update_count: 0 });
        break;
      default:
        give(response, true);
    }
  });
}

function methodOf(request: IncomingMessage): string {
  const path = request.url!.split('?', 1)[0]!;
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

async function read(request: IncomingMessage): Promise<Parameters> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const query = request.url!.split('?', 2)[1];
  if (query === undefined && body.startsWith('{')) return JSON.parse(body);
  return { ...fields(query ?? ''), ...(body.startsWith('{') ? JSON.parse(body) : fields(body)) };
}

const fields = (form: string): Parameters => Object.fromEntries(new URLSearchParams(form));

function give(response: ServerResponse, result: unknown): void {
  write(response, 200, { ok: true, result });
}

function refuse(response: ServerResponse, code: number, description: string): void {
  write(response, code, { ok: false, error_code: code, description });
}

function write(response: ServerResponse, status: number, answer: unknown): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}
