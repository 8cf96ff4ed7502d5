import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../../src/office/law/data/rules.ts';
import { seedRules } from '../../../src/office/law/store.ts';
import { questions } from '../../office/procedures/questions.ts';
import { drained } from '../../support/drained.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let db: TestStore;
let of: TestOffice;
beforeAll(async () => {
  db = await testStore();
  of = await testOffice(db.store);
  const people = { officer: of.demo.minh.id, head: of.demo.divisionHead.id, focal: of.demo.senh.id };
  for (const [chat, person] of Object.entries(people)) {
    await of.link(chat, person);
    await of.say(chat, 'menu');
    await db.store.aside(
      (sql) => sql`
        update dialogue set version = version + 1, person_id = ${person}
        where id = (select dialogue_id from chat where external = ${chat})`,
    );
  }
});
afterAll(async () => {
  await of.stop();
  await db.close();
});

const later = async (by: Temporal.DurationLike) => {
  of.clock.advance(by);
  await of.kernel.runDue();
  await drained(of.kernel);
};
const buttons = (chat: string) =>
  (of.channel.sent.findLast((s) => s.chat === chat)?.what.say.buttons ?? []).flat().map((b) => b.label);

test('questions asked in chat, by anybody’s words, are answered with source and standing', async () => {
  const missed: string[] = [];
  for (const [question, key] of questions) {
    const rule = rules.find((one) => one.key === key)!;
    const said = (await of.say('focal', question)).join('\n');
    if (!said.includes(rule.vi.slice(0, 40)) && !said.includes(rule.en.slice(0, 40)))
      missed.push(`${question} → ${said.slice(0, 60)}`);
  }
  if (missed.length > 0) console.log(missed.join('\n'));
  expect(questions.length - missed.length).toBeGreaterThanOrEqual(40);
});

test('what nobody has verified says so, and whom to ask', async () => {
  const said = (await of.say('focal', 'hồ sơ phê duyệt viện trợ gồm mấy bộ')).join('\n');
  expect(said).toContain('6 bộ');
  expect(said).toContain('theo quy định trước đây (NĐ 80/2020), đang chờ cập nhật theo NĐ 313/2025');
  expect(said).toContain('Nguồn: Điều 8 Nghị định 80/2020/NĐ-CP');
  expect(said).toContain('xin hỏi');
  expect(buttons('focal')).toEqual([]);
});

test('an officer proposes a correction, the division head verifies it, everybody is answered by it; the old one stays', async () => {
  await of.say('officer', 'hồ sơ phê duyệt viện trợ gồm mấy bộ');
  expect(buttons('officer')).toEqual(['Đề nghị sửa', 'Đề nghị xác nhận đúng']);
  await of.press('officer', 'Đề nghị sửa');
  await of.say('officer', 'Hồ sơ phê duyệt khoản viện trợ gồm 3 bộ, trong đó 1 bộ gốc.');
  await of.say('officer', 'Điều 12 Nghị định 313/2025/NĐ-CP');
  await of.press('officer', 'Gửi trưởng phòng xác nhận');
  expect((await of.say('focal', 'hồ sơ viện trợ mấy bộ')).join()).toContain('6 bộ');
  await later({ minutes: 3 });
  await of.press('head', buttons('head')[0]!);
  await of.press('head', 'Xác nhận quy định');
  const said = (await of.say('focal', 'hồ sơ viện trợ mấy bộ')).join('\n');
  expect(said).toContain('gồm 3 bộ');
  expect(said).toContain('🟢 Sở Ngoại vụ đã kiểm tra ngày 23/11/2026');
  expect(said).not.toContain('xin hỏi');
  const history = await db.store.aside(
    (sql) => sql`
    select no, edition, proposed_by, verified_by, superseded_at is null as now from legal_rule where key = 'aid.sets' order by no`,
  );
  expect(history).toEqual([
    { no: 1, edition: 1, proposed_by: null, verified_by: null, now: false },
    { no: 2, edition: null, proposed_by: of.demo.minh.id, verified_by: of.demo.divisionHead.id, now: true },
  ]);
  const audit = await db.store.aside((sql) => sql`select action, actor from audit_event where action = 'rule.verify'`);
  expect(audit).toEqual([{ action: 'rule.verify', actor: of.demo.divisionHead.id }]);
});

test('a later start brings new rules and leaves what the Sở has verified', async () => {
  const ours = 'Hồ sơ dự án gồm 3 bộ.';
  const at = of.clock.now().toString();
  await db.store.aside(
    (sql) => sql`
    update legal_rule set edition = null, vi = ${ours}, proposed_by = ${of.demo.minh.id}, verified_by = ${of.demo.divisionHead.id},
      verified_at = ${at} where key = 'aid.sets' and superseded_at is null`,
  );
  expect(await db.store.aside((sql) => seedRules(sql, of.clock.now()))).toBe(0);
  await db.store.aside((sql) => sql`delete from legal_rule where key = 'body.paccom'`);
  await db.store.aside((sql) => sql`update legal_rule set edition = 0, vi = 'cũ' where key = 'body.comingo'`);
  expect(await db.store.aside((sql) => seedRules(sql, of.clock.now()))).toBe(2);
  expect(
    await db.store.aside((sql) => sql`select vi from legal_rule where key = 'aid.sets' and superseded_at is null`),
  ).toEqual([{ vi: ours }]);
});

test('nothing known: said so, with whom to ask; an old place is told', async () => {
  expect((await of.say('focal', 'xe được tặng có phải đóng thuế không')).join('\n')).toMatch(
    /chưa có quy định|hỏi điều nào/u,
  );
  expect((await of.say('focal', 'hua pang gio la xa nao')).join('\n')).toContain('xã Đoàn Kết');
});
