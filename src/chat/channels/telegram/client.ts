import { Telegram, TelegramError } from 'telegraf';
import { type Dispatcher, EnvHttpProxyAgent, FormData, request } from 'undici';
import type { Secret } from '../../../base/secrets/secret.ts';

/** Where the Bot API is, and how it is reached. */
export interface ClientOptions {
  readonly token: Secret;
  /** `https://api.telegram.org`, an own server, or a test's. */
  readonly apiRoot: string;
  readonly proxy: Secret | null;
  /** Hosts that are reached without the proxy, as in NO_PROXY. */
  readonly noProxy: string | null;
}

/** Telegram did not answer as it does. `sent`: the request may have arrived all the same. Never holds the address, which holds the token. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly sent: boolean;
  readonly code: string;

  constructor(code: string, sent: boolean) {
    super(sent ? `Telegram's answer was lost (${code})` : `Telegram can't be reached (${code})`);
    this.code = code;
    this.sent = sent;
  }
}

/** How long an answer may take, in milliseconds: a long poll, an upload, anything else. */
const answerMs = { poll: 65_000, upload: 120_000, other: 10_000 } as const;
const connectMs = 10_000;

/** Errors that come before anything was sent. */
const beforeSending =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EPROTO|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;

/**
 * telegraf's typed methods over undici: its own client hangs on uploads under this Node, waits 500 s for every answer and writes
 * the token into errors. A call may be given up by its signal. Throws `TelegramError` for what Telegram refused, else `Unreachable`.
 */
export class Client extends Telegram {
  readonly #http: Dispatcher;
  readonly #token: string;
  readonly #root: string;

  constructor({ token, apiRoot, proxy, noProxy }: ClientOptions) {
    super(token.reveal(), { apiRoot });
    this.#token = token.reveal();
    this.#root = apiRoot.replace(/(?<!\/)\/+$/, '');
    const through = proxy?.reveal() ?? '';
    this.#http = new EnvHttpProxyAgent({
      httpProxy: through,
      httpsProxy: through,
      noProxy: noProxy ?? '',
      connect: { timeout: connectMs },
      keepAliveTimeout: 30_000,
      connections: 64,
    });
  }

  override async callApi(
    method: Parameters<Telegram['callApi']>[0],
    payload: object,
    { signal }: NonNullable<Parameters<Telegram['callApi']>[2]> = {},
  ): Promise<never> {
    const form = asForm(payload as Readonly<Record<string, unknown>>);
    const within = method === 'getUpdates' ? answerMs.poll : form ? answerMs.upload : answerMs.other;
    const { status, text } = await this.#send(
      `bot${this.#token}/${method}`,
      within,
      signal as AbortSignal | undefined,
      {
        method: 'POST',
        ...(form
          ? { body: form }
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload, withoutNull) }),
      },
    );
    const answer = parsed(text);
    if (answer?.ok === true) return answer.result as never;
    if (answer === null && status < 500) throw new Unreachable(`answer ${status} is not the Bot API's`, false);
    const { error_code = status, description = `HTTP ${status}`, parameters } = answer ?? {};
    throw new TelegramError(
      {
        error_code,
        description: description.replaceAll(this.#token, '[token]'),
        ...(parameters === undefined ? {} : { parameters }),
      },
      { method },
    );
  }

  /** The bytes of a file that Telegram keeps, by the path that `getFile` gave. @throws when it is larger than `atMost` */
  async *download(path: string, atMost: number): AsyncGenerator<Uint8Array> {
    const { statusCode, body } = await this.#request(`file/bot${this.#token}/${path}`, answerMs.upload, undefined, {
      method: 'GET',
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new TelegramError(
        { error_code: statusCode, description: 'the file was not given' },
        { method: 'download' },
      );
    }
    let seen = 0;
    try {
      for await (const piece of body as AsyncIterable<Uint8Array>) {
        seen += piece.length;
        if (seen > atMost) throw new RangeError(`the file is larger than ${atMost} bytes`);
        yield piece;
      }
    } catch (error) {
      throw error instanceof RangeError ? error : lost(error);
    }
  }

  /** Ends every connection. */
  end(): Promise<void> {
    return this.#http.destroy();
  }

  async #send(
    path: string,
    within: number,
    signal: AbortSignal | undefined,
    of: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
  ): Promise<{ status: number; text: string }> {
    const { statusCode, body } = await this.#request(path, within, signal, of);
    try {
      return { status: statusCode, text: await body.text() };
    } catch (error) {
      throw lost(error);
    }
  }

  async #request(
    path: string,
    within: number,
    signal: AbortSignal | undefined,
    of: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
  ) {
    const limit = AbortSignal.timeout(within);
    try {
      return await request(`${this.#root}/${path}`, {
        ...of,
        dispatcher: this.#http,
        headersTimeout: within,
        bodyTimeout: within,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
    } catch (error) {
      throw lost(error);
    }
  }
}

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

function parsed(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'ok' in value ? (value as Answer) : null;
  } catch {
    return null;
  }
}

/** What undici threw, without its words: they may quote the address. */
function lost(error: unknown): Unreachable {
  const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
  const word = typeof code === 'string' ? code : String(name);
  // A proxy that refuses the tunnel ends the request before it begins.
  const proxy = typeof message === 'string' ? /^Proxy response \((\d+)\)/.exec(message)?.[1] : undefined;
  if (proxy) return new Unreachable(`the proxy answered ${proxy}`, false);
  return new Unreachable(word, !beforeSending.test(word));
}

const withoutNull = (_key: string, value: unknown): unknown => (value === null ? undefined : value);

interface Upload {
  readonly source: Uint8Array;
  readonly filename?: string;
  readonly mime?: string;
}

const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'source' in value && value.source instanceof Uint8Array;

/** The payload as a form, where it holds bytes to be uploaded; else null. */
function asForm(payload: Readonly<Record<string, unknown>>): FormData | null {
  const form = new FormData();
  let uploads = 0;
  const attach = (name: string, { source, filename = 'tep', mime = '' }: Upload) => {
    uploads += 1;
    form.append(name, new Blob([source as Uint8Array<ArrayBuffer>], { type: mime }), filename);
  };
  for (const [name, value] of Object.entries(payload)) {
    if (value === undefined || value === null) continue;
    if (isUpload(value)) attach(name, value);
    else if (Array.isArray(value)) {
      const items = value.map((item: unknown, at) => {
        const media = (item as { media?: unknown } | null)?.media;
        if (!isUpload(media)) return item;
        attach(`${name}${at}`, media);
        return { ...(item as object), media: `attach://${name}${at}` };
      });
      form.append(name, JSON.stringify(items, withoutNull));
    } else form.append(name, typeof value === 'object' ? JSON.stringify(value, withoutNull) : String(value));
  }
  return uploads > 0 ? form : null;
}
