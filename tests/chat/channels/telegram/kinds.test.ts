import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound } from '../../../../src/chat/messaging/types.ts';
import { type OnTelegram, onTelegram, until } from './open.ts';

let on: OnTelegram;
beforeAll(async () => {
  on = await onTelegram('polling');
  await until(() => on.channel.state().ok);
});
afterAll(() => on?.close());

const user = { id: 42, is_bot: false, first_name: 'Minh' };
const own = { id: 42, type: 'private' };
const posts = { id: -1_001, type: 'channel', title: 'Tin tức' };
const group = { id: -2_002, type: 'supergroup', title: 'Nhóm' };
const base = { message_id: 7, date: 1_795_000_000, chat: own, from: user };

/** What an update becomes, once the bot has confirmed it. */
async function becomes(fields: object): Promise<Inbound['input'][]> {
  const before = on.kernel.heard.length;
  await on.emulator.hand(fields as Record<string, unknown>, 'm42');
  return on.kernel.heard.slice(before).map(({ input }) => input);
}

/** Kinds that are none of our business, as the Bot API 10.3 has them, and one that it has not. */
const nothing: Record<string, object> = {
  channel_post: { channel_post: { ...base, chat: posts, from: undefined, text: 'Tin' } },
  edited_channel_post: { edited_channel_post: { ...base, chat: posts, from: undefined, text: 'Tin', edit_date: 1 } },
  business_connection: { business_connection: { id: 'b', user, user_chat_id: 42, date: 1, is_enabled: true } },
  business_message: { business_message: { ...base, business_connection_id: 'b', text: 'x' } },
  edited_business_message: { edited_business_message: { ...base, business_connection_id: 'b', text: 'x' } },
  deleted_business_messages: {
    deleted_business_messages: { business_connection_id: 'b', chat: own, message_ids: [1] },
  },
  poll: { poll: { id: 'p', question: '?', options: [] } },
  poll_answer: { poll_answer: { poll_id: 'p', user, option_ids: [0] } },
  chat_join_request: { chat_join_request: { chat: group, from: user, user_chat_id: 42, date: 1 } },
  chat_boost: { chat_boost: { chat: group, boost: {} } },
  removed_chat_boost: { removed_chat_boost: { chat: group, boost_id: 'b' } },
  shipping_query: { shipping_query: { id: 's', from: user, invoice_payload: '', shipping_address: {} } },
  pre_checkout_query: { pre_checkout_query: { id: 's', from: user, currency: 'XTR', total_amount: 1 } },
  purchased_paid_media: { purchased_paid_media: { from: user, paid_media_payload: 'x' } },
  inline_query: { inline_query: { id: 'i', from: user, query: 'x', offset: '' } },
  chosen_inline_result: { chosen_inline_result: { result_id: 'r', from: user, query: 'x' } },
  chat_member: { chat_member: { chat: group, from: user, date: 1, old_chat_member: {}, new_chat_member: {} } },
  message_reaction_count: { message_reaction_count: { chat: group, message_id: 1, date: 1, reactions: [] } },
  'not known yet': { quantum_message: { anything: [1, { deep: true }] } },
  'known kind of an unknown shape': { message_reaction: { chat: 'none', new_reaction: 7 } },
  'nothing at all': {},
  'another bot': { message: { ...base, from: { id: 9, is_bot: true, first_name: 'Bot' }, text: 'hi' } },
  'a channel’s post in its group': {
    message: { ...base, chat: group, is_automatic_forward: true, text: '@nhip_cau_test_bot' },
  },
  'people among themselves': { message: { ...base, chat: group, text: 'hạn nộp khi nào nhỉ' } },
  'a pinned message': { message: { ...base, pinned_message: { ...base, text: 'x' } } },
  'members of a group': { message: { ...base, chat: group, new_chat_members: [user] } },
  'a live location that moves': {
    edited_message: { ...base, edit_date: 1, location: { latitude: 21, longitude: 104 } },
  },
  'a reaction to a message that is not ours': {
    message_reaction: {
      chat: own,
      message_id: 1,
      user,
      date: 1,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '👍' }],
    },
  },
  'a press without a message': { callback_query: { id: 'c', from: user, chat_instance: '1', data: 'x' } },
  'a press in a group': {
    callback_query: { id: 'c', from: user, chat_instance: '1', data: 'x', message: { ...base, chat: group } },
  },
};

test.each(Object.entries(nothing))('%s is settled and does nothing', async (_, fields) => {
  expect(await becomes(fields)).toEqual([]);
  expect(on.log.filter(({ level }) => level === 'error')).toEqual([]);
});

const file = { file_id: 'f', file_unique_id: 'u' };
const something: Record<string, readonly [object, object]> = {
  text: [{ text: 'xã Co Mạ' }, { kind: 'text', text: 'xã Co Mạ' }],
  'a command with the bot’s name': [{ text: '/menu@nhip_cau_test_bot' }, { kind: 'text', text: '/menu' }],
  start: [{ text: '/start' }, { kind: 'start' }],
  'start with a code': [{ text: '/start K7M4-PX9R' }, { kind: 'start', code: 'K7M4-PX9R' }],
  voice: [{ voice: { ...file, duration: 3 } }, { kind: 'unsupported', what: 'voice' }],
  'video note': [{ video_note: { ...file, length: 1, duration: 1 } }, { kind: 'unsupported', what: 'video_note' }],
  sticker: [{ sticker: { ...file, type: 'regular' } }, { kind: 'unsupported', what: 'sticker' }],
  video: [{ video: file }, { kind: 'unsupported', what: 'video' }],
  animation: [
    { animation: file, document: file },
    { kind: 'unsupported', what: 'animation' },
  ],
  dice: [{ dice: { emoji: '🎲', value: 1 } }, { kind: 'unsupported', what: 'dice' }],
  'a poll': [{ poll: { id: 'p' } }, { kind: 'unsupported', what: 'poll' }],
  'a text of an unknown shape': [{ text: { new: 'shape' } }, { kind: 'unsupported', what: 'unknown' }],
  'the sender’s own contact': [
    { contact: { phone_number: '+84912000018', first_name: 'Minh', user_id: 42 } },
    { kind: 'contact', phone: '+84912000018', own: true },
  ],
  'somebody else’s contact': [
    { contact: { phone_number: '+84912000018', first_name: 'Hà', user_id: 43 } },
    { kind: 'contact', phone: '+84912000018', own: false },
  ],
  'a contact without an account': [
    { contact: { phone_number: '+84912000018', first_name: 'Hà' } },
    { kind: 'contact', phone: '+84912000018', own: false },
  ],
  place: [{ location: { latitude: 21.3, longitude: 103.9 } }, { kind: 'place', latitude: 21.3, longitude: 103.9 }],
  venue: [
    { location: { latitude: 21.3, longitude: 103.9 }, venue: { title: 'UBND' } },
    { kind: 'place', latitude: 21.3, longitude: 103.9 },
  ],
  photo: [
    {
      photo: [
        { ...file, file_size: 10 },
        { file_id: 'large', file_unique_id: 'l', file_size: 99 },
      ],
      caption: 'bản Nậm',
    },
    { kind: 'files', files: [{ ref: 'large', name: 'anh-7.jpg', mime: 'image/jpeg', bytes: 99 }], caption: 'bản Nậm' },
  ],
  'one of an album': [
    { document: { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' }, media_group_id: 'g1' },
    { kind: 'files', files: [{ ref: 'f', name: 'a.pdf', mime: 'application/pdf' }], album: 'g1' },
  ],
};

test.each(Object.entries(something))('%s arrives as what it is', async (_, [fields, input]) => {
  expect(await becomes({ message: { ...base, ...fields } })).toEqual([input]);
});

test('an edit bears the same name as what was edited', async () => {
  await becomes({ message: { ...base, text: '800 triệu' } });
  await becomes({ edited_message: { ...base, text: '900 triệu', edit_date: base.date + 5 } });
  const [first, second] = on.kernel.heard.slice(-2);
  expect(second!.input).toEqual({ kind: 'text', text: '900 triệu', edited: true });
  expect(second!.ref).toBe(first!.ref);
  expect(second!.key).not.toBe(first!.key);
});

test.each([
  '',
  'x',
  '7.0',
  '0198c0de-0000-7000-8000-000000000000.0',
  '0198c0de-0000-7000-8000-000000000000.9999',
  'a'.repeat(64),
])('foreign or forged data of a press (%s) is answered and handed on as a press of nothing', async (data) => {
  const answered = on.emulator.journal.filter(({ kind }) => kind === 'answered').length;
  const person = on.emulator.person();
  await person.type('chào');
  await person.pressData(data);
  expect(on.kernel.heard.at(-1)!.input).toMatchObject({ kind: 'press', button: 0 });
  await until(() => on.emulator.journal.filter(({ kind }) => kind === 'answered').length === answered + 1);
});

test('blocking and letting back, joining and leaving are told; changes of rights are not', async () => {
  const change = (chat: object, before: string, now: string) =>
    becomes({
      my_chat_member: {
        chat,
        from: user,
        date: base.date,
        old_chat_member: { status: before },
        new_chat_member: { status: now },
      },
    });
  expect(await change(own, 'member', 'kicked')).toEqual([{ kind: 'presence', state: 'blocked' }]);
  expect(await change(own, 'kicked', 'member')).toEqual([{ kind: 'presence', state: 'joined' }]);
  expect(await change(group, 'left', 'administrator')).toEqual([{ kind: 'presence', state: 'joined' }]);
  expect(await change(group, 'administrator', 'member')).toEqual([]);
  expect(await change(group, 'member', 'left')).toEqual([{ kind: 'presence', state: 'left' }]);
});

test('in a group the bot hears its name, its commands and replies to it; of an anonymous admin too', async () => {
  const made = on.emulator.group();
  const said = async (text: string, more: Record<string, unknown> = {}, who: Record<string, unknown> = user) => {
    const before = on.kernel.heard.length;
    await made.say(who, text, more);
    return on.kernel.heard.slice(before).map(({ input, chat, from }) => [input, chat.kind, from.external]);
  };
  const heard = (text: string, from = '42') => [[{ kind: 'text', text }, 'group', from]];
  expect(await said('@Nhip_Cau_Test_Bot, hạn nộp khi nào?')).toEqual(heard('hạn nộp khi nào?'));
  expect(await said('hạn nộp @nhip_cau_test_bot ơi')).toEqual(heard('hạn nộp ơi'));
  expect(await said('/hannop')).toEqual(heard('/hannop'));
  expect(await said('/hannop@nhip_cau_test_bot')).toEqual(heard('/hannop'));
  expect(await said('/hannop@other_bot')).toEqual([]);
  expect(await said('@nhip_cau_test_bot_2 chào')).toEqual([]);
  expect(await said('thế hôm nào?', { reply_to_message: { message_id: 1, from: { id: 987654321 } } })).toEqual(
    heard('thế hôm nào?'),
  );
  const admin = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  expect(await said('/hannop', { sender_chat: { id: made.id } }, admin)).toEqual(heard('/hannop', '1087968824'));
});
