import { join } from 'node:path';
import { z } from 'zod';
import type { Secret } from './base/secrets/secret.ts';
import { howToMakeAKey, parseSecretKey } from './base/secrets/secret-key.ts';
import { misspelt } from './base/settings/misspelt.ts';
import { type ReadFile, readSettings } from './base/settings/read.ts';
import {
  address,
  connection,
  every,
  networks,
  secretKey,
  shaped,
  whole,
  words,
  yesNo,
} from './base/settings/readers.ts';
import { inGroup, type Setting, secret } from './base/settings/setting.ts';

const store = inGroup('Store');
const web = inGroup('Address of the service');
const conduct = inGroup('Conduct');
const telegram = inGroup('Telegram');
const zalo = inGroup('Zalo');
const mail = inGroup('Mail');
const backup = inGroup('Backup');
const keys = inGroup('Keys');
const outside = inGroup('Network');

/** Every setting there is. A new one is a line here (and `npx vitest run tests/config -u` writes it into `.env.example`). */
export const settings = {
  DATABASE_URL: secret(
    store(connection('postgres', 'postgresql'), {
      help: 'PostgreSQL 15 or newer. Unset: an embedded database under DATA_DIR.',
      expects: 'a PostgreSQL connection string',
      example: 'postgres://nhipcau:password@127.0.0.1:5432/nhipcau',
      initial: null,
    }),
  ),
  DATABASE_SCHEMA: store(shaped(/^(?!pg_|information_schema$)[a-z_][a-z0-9_]{0,62}$/), {
    help: 'The schema that holds the tables: one for each province that shares a server.',
    expects: 'lower-case letters, digits and _, at most 63, beginning with a letter, not with pg_',
    example: 'sonla',
    initial: 'public',
  }),
  DATA_DIR: store(words, {
    help: 'Folder for the embedded database, its key and the control socket. Only one process may use it.',
    expects: 'a folder',
    example: '/var/lib/nhipcau',
    initial: './data',
  }),
  DEMO: store(yesNo, {
    help: 'Demonstration data and the demo page (1 or 0). Unset: 1 while neither a platform nor DATABASE_URL is set. Going live means 0 and an empty store.',
    expects: '1 or 0',
    example: '0',
    initial: null,
  }),
  PORT: web(whole(0, 65535), {
    help: 'Port of the web chat, the webhooks and the health page. When it is busy the next free one is taken and said aloud.',
    expects: 'a whole number from 0 (any free port) to 65535',
    example: '3000',
    initial: '3000',
  }),
  HOST: web(shaped(/^[A-Za-z0-9.:_-]{1,253}$/), {
    help: 'Address to listen on. 0.0.0.0 in a container.',
    expects: 'an IP address or host name without port',
    example: '0.0.0.0',
    initial: '127.0.0.1',
  }),
  PUBLIC_URL: web(address('https', 'http'), {
    help: 'Where people and platforms reach the service from outside. Needed for webhooks and for links in messages.',
    expects: 'an https address without query',
    example: 'https://nhipcau.sonla.gov.vn',
    initial: null,
  }),
  TRUST_PROXY: web(networks, {
    help: 'Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses, networks or loopback. Unset: nobody.',
    expects: 'a list of IP addresses, networks (CIDR) or the word loopback, separated by commas',
    example: 'loopback,10.0.0.0/8',
    initial: null,
  }),
  UNDO_SECONDS: conduct(whole(0, 3600), {
    help: 'How long what would be pushed to others waits for an undo, in seconds. Unset: 120, and 5 while DEMO.',
    expects: 'a whole number of seconds from 0 to 3600',
    example: '120',
    initial: null,
  }),
  LOG_LEVEL: conduct(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), {
    help: 'The least severe line that is logged. Message texts, phone numbers and tokens are never logged.',
    expects: 'one of trace, debug, info, warn, error, fatal, silent',
    example: 'debug',
    initial: 'info',
  }),
  TELEGRAM_BOT_TOKEN: secret(
    telegram(shaped(/^\d+:[A-Za-z0-9_-]{3,}$/), {
      help: 'From @BotFather. Setting it switches Telegram on.',
      expects: 'the token as @BotFather wrote it: digits, a colon, letters',
      example: '123456789:AAE-abcdefghijklmnopqrstuvwxyz012345',
      initial: null,
    }),
  ),
  TELEGRAM_API_ROOT: telegram(address('https', 'http'), {
    help: 'The Bot API server; another one for an own server or a test.',
    expects: 'an http or https address without query',
    example: 'http://127.0.0.1:8081',
    initial: 'https://api.telegram.org',
  }),
  TELEGRAM_MODE: telegram(z.enum(['polling', 'webhook']), {
    help: 'How updates arrive. polling needs no address; webhook needs PUBLIC_URL (https) and TELEGRAM_WEBHOOK_SECRET.',
    expects: 'polling or webhook',
    example: 'webhook',
    initial: 'polling',
  }),
  TELEGRAM_WEBHOOK_SECRET: secret(
    telegram(shaped(/^[A-Za-z0-9_-]{16,256}$/), {
      help: 'Proves that a webhook call comes from Telegram; any long random word.',
      expects: '16 to 256 letters, digits, _ or -',
      example: 'kJ3v_8sPq2-long-and-random',
      initial: null,
    }),
  ),
  TELEGRAM_PROXY: secret(
    telegram(address('https', 'http'), {
      help: 'Proxy for Telegram alone, where its servers are blocked. Unset: HTTPS_PROXY.',
      expects: 'an http or https address of a proxy',
      example: 'http://user:password@10.0.0.5:3128',
      initial: null,
    }),
  ),
  TELEGRAM_BULK_RATE: telegram(whole(1, 30), {
    help: 'Broadcast messages a second; Telegram allows about 30, replies need the rest.',
    expects: 'a whole number from 1 to 30',
    example: '25',
    initial: '25',
  }),
  ZALO_APP_ID: zalo(shaped(/^\d{5,30}$/), {
    help: 'The application at developers.zalo.me. Setting it switches Zalo on; the next three are then needed too.',
    expects: 'the digits of the application id',
    example: '1234567890123456789',
    initial: null,
  }),
  ZALO_APP_SECRET: secret(
    zalo(words, {
      help: 'Secret key of the application (page Cài đặt).',
      expects: 'the secret key of the application',
      example: 'B2kX9…',
      initial: null,
    }),
  ),
  ZALO_OA_ID: zalo(shaped(/^\d{5,30}$/), {
    help: 'The Official Account.',
    expects: 'the digits of the Official Account id',
    example: '2345678901234567890',
    initial: null,
  }),
  ZALO_OA_SECRET_KEY: secret(
    zalo(words, {
      help: 'OA Secret Key of the Webhook page; not the same as ZALO_APP_SECRET.',
      expects: 'the OA Secret Key of the Webhook page',
      example: 'hT7pQ…',
      initial: null,
    }),
  ),
  ZALO_PKCE_VERIFIER: secret(
    zalo(shaped(/^[A-Za-z0-9._~-]{43,128}$/), {
      help: 'Code verifier whose challenge is stored in the console; needed while the account is authorised in a browser.',
      expects: '43 to 128 letters, digits, - . _ or ~',
      example: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      initial: null,
    }),
  ),
  ZALO_REFRESH_TOKEN: secret(
    zalo(words, {
      help: 'Used at the first start only, instead of authorising in a browser; afterwards the store holds the newer one.',
      expects: 'a refresh token from the API Explorer',
      example: 'f9Qm…',
      initial: null,
    }),
  ),
  ZALO_API_ROOT: zalo(address('https', 'http'), {
    help: 'The OpenAPI server; another one for a test.',
    expects: 'an http or https address without query',
    example: 'http://127.0.0.1:8082',
    initial: 'https://openapi.zalo.me',
  }),
  ZALO_OAUTH_ROOT: zalo(address('https', 'http'), {
    help: 'The token server; another one for a test.',
    expects: 'an http or https address without query',
    example: 'http://127.0.0.1:8082',
    initial: 'https://oauth.zaloapp.com',
  }),
  ZALO_ZBS_ROOT: zalo(address('https', 'http'), {
    help: 'The server of template messages by phone number; another one for a test.',
    expects: 'an http or https address without query',
    example: 'http://127.0.0.1:8082',
    initial: 'https://business.openapi.zalo.me',
  }),
  ZALO_APPSECRET_PROOF: zalo(yesNo, {
    help: 'Send appsecret_proof with each call (1 or 0); 1 where the console demands it (error -242).',
    expects: '1 or 0',
    example: '1',
    initial: '0',
  }),
  ZALO_BULK_RATE: zalo(whole(1, 60), {
    help: 'Broadcast messages a second; Zalo allows 4,000 calls a minute, replies need the rest.',
    expects: 'a whole number from 1 to 60',
    example: '20',
    initial: '20',
  }),
  SMTP_URL: secret(
    mail(connection('smtp', 'smtps'), {
      help: 'Mail server for notices by e-mail. Setting it switches e-mail on; MAIL_FROM is then needed too.',
      expects: 'an smtp or smtps address',
      example: 'smtps://user:password@mail.sonla.gov.vn:465',
      initial: null,
    }),
  ),
  MAIL_FROM: mail(shaped(/^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/), {
    help: 'Sender of e-mails.',
    expects: 'a mail address, with or without a name',
    example: 'Nhịp Cầu <nhipcau@sonla.gov.vn>',
    initial: null,
  }),
  BACKUP_DIR: backup(words, {
    help: 'Where backups are written; better on another disk. Unset: the folder backups under DATA_DIR.',
    expects: 'a folder',
    example: '/mnt/backup/nhipcau',
    initial: null,
  }),
  BACKUP_EVERY: backup(every, {
    help: 'How often a backup is made.',
    expects: 'a number with m (minutes), h (hours) or d (days), or off',
    example: '6h',
    initial: '24h',
  }),
  BACKUP_KEEP: backup(whole(1, 10_000), {
    help: 'How many backups are kept; older ones are deleted.',
    expects: 'a whole number from 1 to 10000',
    example: '30',
    initial: '14',
  }),
  SECRET_KEY: secret(
    keys(secretKey, {
      help: `Key of all stored secrets. Needed with DATABASE_URL; else made under DATA_DIR. Keep a copy apart from the backups. Make one: ${howToMakeAKey}`,
      expects: `at least 32 random bytes as base64 or hex (make one: ${howToMakeAKey})`,
      example: 'c2l4dGVlbiB0aW1lcyB0d28gaXMgdGhpcnR5LXR3byE=',
      initial: null,
    }),
  ),
  SECRET_KEY_PREVIOUS: secret(
    keys(secretKey, {
      help: 'The key before this one, so that what it encrypted can still be opened after a change.',
      expects: 'the former SECRET_KEY, unchanged',
      example: 'c2l4dGVlbiB0aW1lcyB0d28gaXMgdGhpcnR5LXR3byE=',
      initial: null,
    }),
  ),
  HTTPS_PROXY: secret(
    outside(address('https', 'http'), {
      help: 'Proxy for calls to the outside.',
      expects: 'an http or https address of a proxy',
      example: 'http://proxy.sonla.gov.vn:3128',
      initial: null,
    }),
  ),
  NO_PROXY: outside(words, {
    help: 'Hosts that are reached without the proxy.',
    expects: 'host names separated by commas',
    example: 'localhost,.sonla.gov.vn',
    initial: null,
  }),
  NODE_EXTRA_CA_CERTS: outside(words, {
    help: 'Certificates of an inspecting proxy (PEM file). Node reads it at its start: it must stand in the environment, not in .env.',
    expects: 'a PEM file that can be read',
    example: '/etc/ssl/certs/sonla-proxy.pem',
    initial: null,
  }),
} satisfies Record<string, Setting>;

/** Everything that the service can be told from outside, read and checked. */
export interface Config {
  /** Null: PGlite under `dataDir`. */
  readonly databaseUrl: Secret | null;
  readonly databaseSchema: string;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash. */
  readonly publicUrl: string | null;
  /** Addresses, networks (CIDR) or `loopback`; empty: no proxy is believed. */
  readonly trustProxy: readonly string[];
  readonly undoSeconds: number;
  readonly logLevel: z.output<typeof settings.LOG_LEVEL.schema>;
  readonly telegram: {
    readonly token: Secret;
    readonly apiRoot: string;
    readonly mode: 'polling' | 'webhook';
    readonly webhookSecret: Secret | null;
    readonly proxy: Secret | null;
    /** Broadcast messages a second. */
    readonly bulkRate: number;
  } | null;
  readonly zalo: {
    readonly appId: string;
    readonly appSecret: Secret;
    readonly oaId: string;
    readonly oaSecretKey: Secret;
    readonly pkceVerifier: Secret | null;
    readonly refreshToken: Secret | null;
    readonly apiRoot: string;
    readonly oauthRoot: string;
    readonly zbsRoot: string;
    readonly appSecretProof: boolean;
    /** Broadcast messages a second. */
    readonly bulkRate: number;
  } | null;
  readonly mail: { readonly url: Secret; readonly from: string } | null;
  /** `every` null: no backups by themselves. */
  readonly backup: { readonly dir: string; readonly every: Temporal.Duration | null; readonly keep: number };
  /** Null only without `databaseUrl`: made under `dataDir` then (`loadOrMakeSecretKey`). */
  readonly secretKey: Secret<Uint8Array> | null;
  readonly secretKeyPrevious: Secret<Uint8Array> | null;
  readonly network: {
    readonly proxy: Secret | null;
    readonly noProxy: string | null;
    readonly extraCaCerts: string | null;
  };
  /** What looks like a mistake and stops nothing, a sentence each: to be logged at the start. */
  readonly warnings: readonly string[];
}

/** The settings are wrong. The message is for the operator and lists everything at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[], warnings: readonly string[]) {
    const count = faults.length === 1 ? '1 setting is wrong' : `${faults.length} settings are wrong`;
    const lines = [...faults, ...warnings].map((line) => `  - ${line}`);
    super(`${count} (.env.example explains each):\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

const shared = new Set(['HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS']);

/**
 * Reads the settings. `env`: the process's environment; `readFile`: for NAME_FILE and the certificates.
 * Throws one `ConfigError` that lists every fault; values of secrets are never in it.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, readFile: ReadFile): Config {
  const { values: v, given, faults } = readSettings(settings, env, readFile);
  const need = (name: keyof typeof settings, because: string) => {
    if (!given.has(name)) faults.push(`${name} is not set, but ${because}. Example: ${name}=${settings[name].example}`);
  };

  if (given.has('DATABASE_URL')) need('SECRET_KEY', 'DATABASE_URL needs it');
  const published = parseSecretKey(settings.SECRET_KEY.example)!;
  if (v.SECRET_KEY && Buffer.compare(v.SECRET_KEY.reveal(), published) === 0)
    faults.push(`SECRET_KEY is the example, which everybody knows. Make one of your own: ${howToMakeAKey}`);
  if (given.has('SECRET_KEY_PREVIOUS')) need('SECRET_KEY', 'SECRET_KEY_PREVIOUS is');
  if (given.has('TELEGRAM_BOT_TOKEN') && v.TELEGRAM_MODE === 'webhook') {
    need('PUBLIC_URL', 'TELEGRAM_MODE is webhook');
    need('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_MODE is webhook');
    if (v.PUBLIC_URL && !v.PUBLIC_URL.startsWith('https:'))
      faults.push(`PUBLIC_URL is "${v.PUBLIC_URL}"; with TELEGRAM_MODE=webhook it must begin with https://.`);
  }
  const zaloNames = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY'] as const;
  const zaloGiven = [...zaloNames, 'ZALO_PKCE_VERIFIER', 'ZALO_REFRESH_TOKEN'].find((name) =>
    given.has(name as 'PORT'),
  );
  if (zaloGiven)
    for (const name of zaloNames) need(name, `${zaloGiven} is, and Zalo needs all of ${zaloNames.join(', ')}`);
  if (given.has('SMTP_URL')) need('MAIL_FROM', 'SMTP_URL is');
  if (v.NODE_EXTRA_CA_CERTS !== null) {
    try {
      readFile(v.NODE_EXTRA_CA_CERTS);
    } catch {
      faults.push(
        `NODE_EXTRA_CA_CERTS is "${v.NODE_EXTRA_CA_CERTS}", which can't be read: mend the path or its rights.`,
      );
    }
  }

  const names = new Set(
    Object.entries(settings).flatMap(([name, { secret }]) => (secret ? [name, `${name}_FILE`] : [name])),
  );
  const ours = (name: string) => !shared.has(name.replace(/_FILE$/, ''));
  const warnings = misspelt(Object.keys(env), names, ours).map(
    ([name, meant]) => `${name} is not a setting: was ${meant} meant?`,
  );
  if (faults.length > 0) throw new ConfigError(faults, warnings);

  const demo = v.DEMO ?? !(given.has('TELEGRAM_BOT_TOKEN') || given.has('ZALO_APP_ID') || given.has('DATABASE_URL'));
  return {
    databaseUrl: v.DATABASE_URL,
    databaseSchema: v.DATABASE_SCHEMA,
    dataDir: v.DATA_DIR,
    demo,
    port: v.PORT,
    host: v.HOST,
    publicUrl: v.PUBLIC_URL,
    trustProxy: v.TRUST_PROXY ?? [],
    undoSeconds: v.UNDO_SECONDS ?? (demo ? 5 : 120),
    logLevel: v.LOG_LEVEL,
    telegram: v.TELEGRAM_BOT_TOKEN && {
      token: v.TELEGRAM_BOT_TOKEN,
      apiRoot: v.TELEGRAM_API_ROOT,
      mode: v.TELEGRAM_MODE,
      webhookSecret: v.TELEGRAM_WEBHOOK_SECRET,
      proxy: v.TELEGRAM_PROXY ?? v.HTTPS_PROXY,
      bulkRate: v.TELEGRAM_BULK_RATE,
    },
    zalo:
      v.ZALO_APP_ID === null
        ? null
        : {
            appId: v.ZALO_APP_ID,
            appSecret: v.ZALO_APP_SECRET!,
            oaId: v.ZALO_OA_ID!,
            oaSecretKey: v.ZALO_OA_SECRET_KEY!,
            pkceVerifier: v.ZALO_PKCE_VERIFIER,
            refreshToken: v.ZALO_REFRESH_TOKEN,
            apiRoot: v.ZALO_API_ROOT,
            oauthRoot: v.ZALO_OAUTH_ROOT,
            zbsRoot: v.ZALO_ZBS_ROOT,
            appSecretProof: v.ZALO_APPSECRET_PROOF,
            bulkRate: v.ZALO_BULK_RATE,
          },
    mail: v.SMTP_URL && { url: v.SMTP_URL, from: v.MAIL_FROM! },
    backup: { dir: v.BACKUP_DIR ?? join(v.DATA_DIR, 'backups'), every: v.BACKUP_EVERY, keep: v.BACKUP_KEEP },
    secretKey: v.SECRET_KEY,
    secretKeyPrevious: v.SECRET_KEY_PREVIOUS,
    network: { proxy: v.HTTPS_PROXY, noProxy: v.NO_PROXY, extraCaCerts: v.NODE_EXTRA_CA_CERTS },
    warnings,
  };
}
