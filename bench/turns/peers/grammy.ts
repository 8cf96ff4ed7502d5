/**
 * grammY with its conversations plugin, the state in PostgreSQL by its storage adapter, updates handled at once by its
 * runner (which its documentation asks for under load), one chat's updates one after the other by `sequentialize`.
 * HARDENED=1 adds what keeps an update from taking effect twice, and a transcript.
 */
import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations';
import { run, sequentialize } from '@grammyjs/runner';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, type Context } from 'grammy';
import type { Client } from 'pg';
import { contest, token } from '../contestant.ts';
import { openDatabase, type PeerDatabase } from './database.ts';
import { confirmAgain, confirms, questions, receipt, review } from './form.ts';

type Outside = ConversationFlavor<Context>;

const hardened = process.env['HARDENED'] === '1';

function needForm(database: PeerDatabase) {
  return async function need(conversation: Conversation<Outside, Context>, first: Context): Promise<void> {
    const chat = first.chatId!;
    const reply = async (ctx: Context, text: string) => {
      await ctx.reply(text);
      // By `external`, because the code before a wait is replayed with each answer.
      if (hardened) await conversation.external(() => database.record(chat, ctx.message?.text ?? '', text));
    };
    const answers: string[] = [];
    let ctx = first;
    for (const question of questions) {
      await reply(ctx, question);
      const answer = await conversation.waitFor('message:text');
      answers.push(answer.message.text);
      ctx = answer;
    }
    await reply(ctx, review(answers));
    let last = await conversation.waitFor('message:text');
    while (!confirms(last.message.text)) {
      await reply(last, confirmAgain);
      last = await conversation.waitFor('message:text');
    }
    const number = await conversation.external(() => database.insertNeed(chat, answers));
    await reply(last, receipt(number));
  };
}

await contest(async ({ databaseUrl, apiRoot }) => {
  const database = await openDatabase(databaseUrl);
  const bot = new Bot<Outside>(token, { client: { apiRoot } });
  bot.use(sequentialize((ctx) => ctx.chatId?.toString()));
  if (hardened) {
    bot.use(async (ctx, next) => {
      if (await database.firstSight(ctx.update.update_id)) await next();
    });
  }
  // Its type and its examples say Client, one connection for all chats (1,075 updates/s where a pool gives 1,900, and pg warns
  // of such use). It only calls `query`, which a pool has too.
  const client = database.pool as unknown as Client;
  const adapter = (await PsqlAdapter.create({ tableName: 'sessions', client })) as PsqlAdapter<never>;
  bot.use(conversations({ storage: { type: 'key', version: 0, adapter } }));
  bot.use(createConversation(needForm(database), 'need'));
  bot.command('start', (ctx) => ctx.conversation.enter('need'));
  const runner = run(bot);
  return {
    stop: async () => {
      await runner.stop();
      await database.pool.end();
    },
  };
});
