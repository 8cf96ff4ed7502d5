import { afterAll, beforeAll, expect, it } from 'vitest';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let own: TestStore;
let office: TestOffice;
beforeAll(async () => {
  own = await testStore();
  office = await testOffice(own.store);
  await office.link('minh', office.demo.minh.id);
});
afterAll(() => own.close());

it('a reply to an earlier card is about what that card showed, however late and whatever was shown since', async () => {
  expect((await office.say('minh', 'sci con han ko')).join()).toContain('Save the Children');
  const card = office.channel.sent.at(-1)!.what.id;
  expect((await office.say('minh', 'plan con han ko')).join()).toContain('Plan International');
  office.clock.advance({ hours: 3 });
  await office.event('minh', { kind: 'text', text: 'nó hết hạn khi nào' }, { replyTo: card });
  expect(plain(office.channel.sent.at(-1)!.what.say.text)).toContain('Save the Children');
  // Somebody else's card means nothing here.
  await office.link('ha', office.demo.ha.id);
  await office.event('ha', { kind: 'text', text: 'nó hết hạn khi nào' }, { replyTo: card });
  expect(plain(office.channel.sent.at(-1)!.what.say.text)).not.toContain('Save the Children');
});
