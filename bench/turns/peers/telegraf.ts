/**
 * telegraf with a wizard scene and the session in PostgreSQL through its official storage adapter. Its own polling:
 * it handles a batch of updates at once and fetches the next one when all are through.
 * TUNED=1 puts a store of two plain statements in the adapter's place, which has a query builder in between.
 * HARDENED=1 adds what keeps an update from taking effect twice, and a transcript.
 */
import { Agent } from 'node:http';
import { Postgres } from '@telegraf/session/pg';
import type { Pool } from 'pg';
import { Scenes, session, Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { contest, token } from '../contestant.ts';
import { openDatabase, type PeerDatabase, tuned } from './database.ts';
import { confirmAgain, confirms, questions, receipt, review } from './form.ts';

type Session = Scenes.WizardSession;

const hardened = process.env['HARDENED'] === '1';

/** As the adapter's page shows it: it opens a pool of its own. */
function documentedSessions(databaseUrl: string) {
  const { hostname, port, pathname, username, password } = new URL(databaseUrl);
  return Postgres<Session>({
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: username,
    password: decodeURIComponent(password),
  });
}

async function tunedSessions(pool: Pool) {
  await pool.query('create table sessions (key text primary key, session jsonb not null)');
  return {
    get: async (key: string): Promise<Session | undefined> => {
      const { rows } = await pool.query('select session from sessions where key = $1', [key]);
      return rows[0]?.session;
    },
    set: async (key: string, value: Session) => {
      await pool.query(
        'insert into sessions values ($1, $2) on conflict (key) do update set session = excluded.session',
        [key, value],
      );
    },
    delete: async (key: string) => {
      await pool.query('delete from sessions where key = $1', [key]);
    },
  };
}

function needScene(database: PeerDatabase) {
  const scene = new Scenes.WizardScene<Scenes.WizardContext>('need', async (ctx) => {
    await ctx.reply(questions[0]);
    return ctx.wizard.next();
  });
  const answers = (ctx: Scenes.WizardContext) => {
    const state = ctx.wizard.state as { answers?: string[] };
    state.answers ??= [];
    return state.answers;
  };
  for (let i = 1; i <= questions.length; i++) {
    scene.steps.push(async (ctx: Scenes.WizardContext) => {
      if (!ctx.has(message('text'))) return;
      answers(ctx).push(ctx.message.text);
      await ctx.reply(questions[i] ?? review(answers(ctx)));
      ctx.wizard.next();
    });
  }
  scene.steps.push(async (ctx: Scenes.WizardContext) => {
    if (!ctx.has(message('text')) || !confirms(ctx.message.text)) return ctx.reply(confirmAgain);
    const number = await database.insertNeed(ctx.chat.id, answers(ctx));
    await ctx.reply(receipt(number));
    return ctx.scene.leave();
  });
  return scene;
}

/** Drops an update that was seen before, and writes down each message with its answer. */
function harden(bot: Telegraf<Scenes.WizardContext>, database: PeerDatabase): void {
  bot.use(async (ctx, next) => {
    if (!(await database.firstSight(ctx.update.update_id))) return;
    const reply = ctx.reply.bind(ctx);
    ctx.reply = async (...words) => {
      const sent = await reply(...words);
      await database.record(ctx.chat!.id, ctx.text ?? '', String(words[0]));
      return sent;
    };
    await next();
  });
}

await contest(async ({ databaseUrl, apiRoot }) => {
  const database = await openDatabase(databaseUrl);
  const agent = new Agent({ keepAlive: true });
  const bot = new Telegraf<Scenes.WizardContext>(token, { telegram: { apiRoot, agent } });
  if (hardened) harden(bot, database);
  bot.use(session({ store: tuned ? await tunedSessions(database.pool) : documentedSessions(databaseUrl) }));
  bot.use(new Scenes.Stage<Scenes.WizardContext>([needScene(database)]).middleware());
  bot.command('start', (ctx) => ctx.scene.enter('need'));
  const running = bot.launch();
  running.catch((error) => {
    console.error(error);
    process.exit(1);
  });
  return {
    stop: async () => {
      bot.stop();
      await running;
      await database.pool.end();
    },
  };
});
