import { readFileSync } from 'node:fs';
import { inspect, parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settings } from '../src/config.ts';

const noFile = (path: string): string => {
  throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
};
const files = (of: Record<string, string>) => (path: string) => of[path] ?? noFile(path);
const faults = (env: Record<string, string>, readFile = noFile): readonly string[] => {
  try {
    readConfig(env, readFile);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).faults;
  }
  return [];
};

const key = Buffer.alloc(32, 7).toString('base64');
const token = '123456789:AAE-secret-part-of-the-token';
const zalo = { ZALO_APP_ID: '12345678', ZALO_APP_SECRET: 'app', ZALO_OA_ID: '87654321', ZALO_OA_SECRET_KEY: 'oa' };
const example = new URL('../.env.example', import.meta.url).pathname;

/** `.env.example` as the settings say it should be. */
function envExample(): string {
  const wrap = (text: string) => text.replace(/(.{1,110})(?: |$)/g, '# $1\n');
  let group = '';
  let out =
    '# Settings of Nhịp Cầu. Copy to .env and fill in what you need: nothing is required for a demonstration.\n';
  out +=
    '# An empty value counts as unset. A secret may also be given as NAME_FILE, the path of a file that holds it.\n';
  for (const [name, setting] of Object.entries(settings)) {
    if (setting.group !== group) out += `\n# ── ${setting.group} ──\n`;
    group = setting.group;
    out += `\n${wrap(setting.help)}`;
    if (setting.example !== setting.initial) out += `# Example: ${name}=${setting.example}\n`;
    if (setting.secret) out += `# A secret: also as ${name}_FILE.\n`;
    out += `${name}=${setting.initial ?? ''}\n`;
  }
  return out;
}

describe('.env.example', () => {
  test('says what the settings say (vitest -u writes it)', async () => {
    await expect(envExample()).toMatchFileSnapshot(example);
  });

  test('names every setting and nothing else, and reads as if nothing were set', () => {
    const parsed = parseEnv(readFileSync(example, 'utf8')) as Record<string, string>;
    expect(Object.keys(parsed).sort()).toEqual(Object.keys(settings).sort());
    expect(readConfig(parsed, noFile)).toEqual(readConfig({}, noFile));
  });

  test('every example in it is a good value', () => {
    for (const [name, { schema, example }] of Object.entries(settings))
      expect(schema.safeParse(example).success, `${name}=${example}`).toBe(true);
  });
});

describe('defaults', () => {
  test('nothing configured: a demonstration on this machine', () => {
    const config = readConfig({}, noFile);
    expect(config).toMatchObject({
      databaseUrl: null,
      databaseSchema: 'public',
      dataDir: './data',
      demo: true,
      undoSeconds: 5,
      port: 3000,
      host: '127.0.0.1',
      telegram: null,
      zalo: null,
      mail: null,
      trustProxy: [],
      secretKey: null,
      warnings: [],
    });
    expect(config.backup).toEqual({ dir: 'data/backups', every: Temporal.Duration.from({ hours: 24 }), keep: 14 });
  });

  test.each([
    ['Telegram', { TELEGRAM_BOT_TOKEN: token }],
    ['Zalo', zalo],
    ['PostgreSQL', { DATABASE_URL: 'postgres://a:b@db/x', SECRET_KEY: key }],
  ])('%s configured: live, with two minutes for an undo', (_, env) => {
    expect(readConfig(env, noFile)).toMatchObject({ demo: false, undoSeconds: 120 });
    expect(readConfig({ ...env, DEMO: '1' }, noFile)).toMatchObject({ demo: true, undoSeconds: 5 });
    expect(readConfig({ ...env, DEMO: 'yes', UNDO_SECONDS: '0' }, noFile)).toMatchObject({
      demo: true,
      undoSeconds: 0,
    });
  });

  test('an empty or blank variable is an unset one', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: '  ', DATABASE_URL_FILE: '' }, noFile)).toEqual(
      readConfig({}, noFile),
    );
  });

  test('DEMO=0 with nothing else is a live service on the embedded database', () => {
    expect(readConfig({ DEMO: '0' }, noFile)).toMatchObject({ demo: false, undoSeconds: 120, databaseUrl: null });
  });

  test('Telegram uses its own proxy, or the one for everything', () => {
    const proxy = (env: Record<string, string>) =>
      readConfig({ TELEGRAM_BOT_TOKEN: token, HTTPS_PROXY: 'http://all:1', ...env }, noFile).telegram?.proxy?.reveal();
    expect(proxy({})).toBe('http://all:1');
    expect(proxy({ TELEGRAM_PROXY: 'http://own:2/' })).toBe('http://own:2');
  });

  test('a host other than loopback needs no PUBLIC_URL', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, noFile).host).toBe('0.0.0.0');
    expect(readConfig({ HOST: '::' }, noFile).host).toBe('::');
  });
});

describe('secrets', () => {
  test('from a file, without its line break', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN_FILE: '/run/t' }, files({ '/run/t': `${token}\n` }));
    expect(config.telegram?.token.reveal()).toBe(token);
  });

  test('given twice, from a missing file, from an empty file', () => {
    const readFile = files({ '/empty': '\n' });
    expect(faults({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_TOKEN_FILE: '/x' })).toEqual([
      'TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set: remove one of them.',
    ]);
    expect(faults({ SMTP_URL_FILE: '/x', MAIL_FROM: 'a@b' })).toEqual([
      `SMTP_URL_FILE names "/x", which can't be read (ENOENT): mend the path or its rights.`,
    ]);
    expect(faults({ SMTP_URL_FILE: '/empty', MAIL_FROM: 'a@b' }, readFile)[0]).toContain('which is empty');
  });

  test('never shown, however the configuration is printed', () => {
    const secrets = {
      DATABASE_URL: 'postgres://u:hunter2-db@db/x',
      SECRET_KEY: key,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_SECRET: 'hunter2-webhook-secret',
      SMTP_URL: 'smtp://u:hunter2-mail@m',
      HTTPS_PROXY: 'http://u:hunter2-proxy@p:1',
    };
    const config = readConfig({ ...secrets, ...zalo, ZALO_APP_SECRET: 'hunter2-app', MAIL_FROM: 'a@b' }, noFile);
    const prints = [
      JSON.stringify(config),
      inspect(config, { depth: 9, showHidden: true }),
      `${config.telegram?.token}`,
    ];
    for (const print of prints) {
      expect(print).toContain('[secret]');
      expect(print).not.toMatch(/hunter2|AAE-secret/);
      expect(print).not.toContain(key);
    }
  });

  test('a faulty secret is not shown either', () => {
    const message = faults({
      TELEGRAM_BOT_TOKEN: 'hunter2',
      SECRET_KEY: 'c2hvcnQ=',
      DATABASE_URL: 'mysql://u:hunter2@x',
    }).join('\n');
    expect(message).not.toMatch(/hunter2|c2hvcnQ=/);
    expect(message).toContain('TELEGRAM_BOT_TOKEN has a value that is not shown here');
    expect(message).toContain('make one: node -e');
  });

  test('the SECRET_KEY of .env.example is refused', () => {
    expect(faults({ SECRET_KEY: settings.SECRET_KEY.example })).toEqual([
      expect.stringContaining('which everybody knows'),
    ]);
  });

  test('SECRET_KEY is at least 32 bytes of base64 or hex', () => {
    const bytes = (text: string) => readConfig({ SECRET_KEY: text }, noFile).secretKey?.reveal();
    expect(bytes(key)).toEqual(new Uint8Array(32).fill(7));
    expect(bytes('07'.repeat(32))).toEqual(new Uint8Array(32).fill(7));
    expect(bytes(Buffer.alloc(48, 9).toString('base64url'))).toEqual(new Uint8Array(48).fill(9));
    for (const bad of [
      '07'.repeat(31),
      Buffer.alloc(31).toString('base64'),
      'mật khẩu của tôi dài hơn ba mươi hai ký tự',
    ])
      expect(faults({ SECRET_KEY: bad }), bad).toHaveLength(1);
  });
});

describe('what is wrong is said at once, a line each', () => {
  test('all faults in one message', () => {
    const env = {
      PORT: 'abc',
      UNDO_SECONDS: 'long',
      DATABASE_URL: 'postgres://db/x',
      DATABASE_SCHEMA: 'Sơn La',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(env, noFile)).toThrow(/^5 settings are wrong/);
    expect(faults(env)).toEqual([
      'DATABASE_SCHEMA is "Sơn La"; it must be lower-case letters, digits and _, at most 63, beginning with a letter, not with pg_. Example: DATABASE_SCHEMA=sonla',
      'PORT is "abc"; it must be a whole number from 0 (any free port) to 65535. Example: PORT=3000',
      'UNDO_SECONDS is "long"; it must be a whole number of seconds from 0 to 3600. Example: UNDO_SECONDS=120',
      'LOG_LEVEL is "loud"; it must be one of trace, debug, info, warn, error, fatal, silent. Example: LOG_LEVEL=debug',
      expect.stringMatching(/^SECRET_KEY is not set, but DATABASE_URL needs it\./),
    ]);
  });

  test.each([
    ['PORT', ['-1', '65536', '3000.5', '0x10', '1e3']],
    ['DATABASE_SCHEMA', ['pg_temp', 'information_schema', 'a-b', '1a', 'x"; drop', 'a'.repeat(64)]],
    ['HOST', ['127.0.0.1:3000/', 'a b']],
    ['PUBLIC_URL', ['nhipcau.vn', 'ftp://x', 'https://x?a=1', 'https://']],
    ['TRUST_PROXY', ['1', 'true', '10.0.0.0/33', '10.0.0.1/8/8', ',', 'proxy.local']],
    ['UNDO_SECONDS', ['3601', '-5', '2m']],
    ['DEMO', ['maybe', '2']],
    ['TELEGRAM_MODE', ['push']],
    ['TELEGRAM_BULK_RATE', ['0', '31']],
    ['ZALO_BULK_RATE', ['0', '61']],
    ['BACKUP_EVERY', ['24', '0h', '1w', 'daily']],
    ['BACKUP_KEEP', ['0', 'all']],
    ['MAIL_FROM', ['nhipcau', 'a@b\r\nBcc: c@d', 'Tên a@b']],
    ['TELEGRAM_WEBHOOK_SECRET', ['short', 'có dấu trong chuỗi này']],
    ['ZALO_PKCE_VERIFIER', ['short']],
  ])('%s refuses what it can not mean', (name, values) => {
    for (const value of values)
      expect(faults({ ...zalo, [name]: value }), value).toEqual([expect.stringContaining(name)]);
  });

  test('webhook mode needs an https address and a secret', () => {
    const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook' };
    expect(faults(env).map((line) => line.split(' ')[0])).toEqual(['PUBLIC_URL', 'TELEGRAM_WEBHOOK_SECRET']);
    const whole = { ...env, PUBLIC_URL: 'https://x.vn/', TELEGRAM_WEBHOOK_SECRET: 'a'.repeat(16) };
    expect(faults({ ...whole, PUBLIC_URL: 'http://x.vn' })).toEqual([
      expect.stringContaining('must begin with https://'),
    ]);
    expect(readConfig(whole, noFile)).toMatchObject({ publicUrl: 'https://x.vn', telegram: { mode: 'webhook' } });
  });

  test('the four Zalo settings come together', () => {
    expect(readConfig(zalo, noFile).zalo).toMatchObject({ appId: '12345678', appSecretProof: false, bulkRate: 20 });
    for (const name of Object.keys(zalo)) {
      const { [name]: _, ...rest } = zalo as Record<string, string>;
      expect(faults(rest)).toEqual([expect.stringMatching(`^${name} is not set, but ZALO_`)]);
    }
    expect(faults({ ZALO_REFRESH_TOKEN: 'x' })).toHaveLength(4);
  });

  test('a faulty setting does not also count as missing', () => {
    expect(faults({ DATABASE_URL: 'postgres://db/x', SECRET_KEY: 'short' })).toHaveLength(1);
  });

  test('mail needs a sender; certificates must be there', () => {
    expect(faults({ SMTP_URL: 'smtp://m' })).toEqual([expect.stringMatching(/^MAIL_FROM is not set/)]);
    expect(faults({ NODE_EXTRA_CA_CERTS: '/no.pem' })).toEqual([
      expect.stringContaining(`"/no.pem", which can't be read`),
    ]);
  });

  test('a misspelt variable is pointed out, alone and beside faults', () => {
    const env = {
      TELEGRM_BOT_TOKEN: token,
      ZALO_APP_IDS: '1',
      DATABSE_URL_FILE: '/x',
      HTTP_PROXY: 'x',
      HOME: '/',
      PORTS: '1',
    };
    const { warnings } = readConfig(env, noFile);
    expect(warnings).toEqual([
      'TELEGRM_BOT_TOKEN is not a setting: was TELEGRAM_BOT_TOKEN meant?',
      'ZALO_APP_IDS is not a setting: was ZALO_APP_ID meant?',
      'DATABSE_URL_FILE is not a setting: was DATABASE_URL_FILE meant?',
    ]);
    expect(() => readConfig({ ...env, PORT: 'x' }, noFile)).toThrow(/was TELEGRAM_BOT_TOKEN meant/);
  });
});
