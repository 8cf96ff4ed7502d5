import type { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { guest } from '../base/access/access.ts';
import type { Store } from '../base/database/store.ts';
import { type Id, isId } from '../base/ids.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import { sessionCookie } from '../chat/channels/web/session.ts';
import type { Kernel } from '../chat/kernel/kernel.ts';
import { createInvite } from '../office/people/invites.ts';

interface Somebody {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly position: string | null;
  readonly unit: string;
  readonly role: string;
}

/** Who is worth being first: a focal point and the officer who reads what they send. */
const order = ['focal_point', 'officer', 'division_head', 'director', 'unit_approver', 'admin'];
const roleNames: Readonly<Record<string, string>> = {
  focal_point: 'Cán bộ đầu mối',
  officer: 'Chuyên viên Sở Ngoại vụ',
  division_head: 'Trưởng phòng Hợp tác quốc tế',
  director: 'Giám đốc Sở Ngoại vụ',
  unit_approver: 'Lãnh đạo đơn vị',
  admin: 'Quản trị',
};

/**
 * `GET /demo/people` (only in DEMO): the demonstration's people; a press opens the web chat as one of them, in this browser.
 * `POST /demo/people/<person>` makes a one-time invitation, as `cli invite` would, and gives this browser a new session for it.
 */
export function peoplePage(
  app: Hono,
  of: { store: Store; kernel: Pick<Kernel, 'write'>; keys: Keyring; https: boolean; assets: string },
): void {
  const everybody = () =>
    of.store.aside(
      (sql) => sql<Somebody[]>`
        select p.id, p.full_name as name, p.position, u.name_vi as unit, g.role
        from person p join unit u on u.id = p.unit_id join role_grant g on g.person_id = p.id
        where p.demo and g.valid_to is null order by p.created_at, p.id`,
    );

  app.get('/demo/people', async (c) => {
    const people = (await everybody()).filter((p) => order.includes(p.role));
    const points = people.filter((p) => p.role === 'focal_point');
    const senh = points.find((p) => p.unit.includes('Co Mạ'));
    const first = [...(senh ? [senh] : []), ...points.filter((p) => p !== senh).slice(0, 3)];
    const shown = order.flatMap((role) =>
      role === 'focal_point' ? first : people.filter((p) => p.role === role).slice(0, 2),
    );
    return c.html(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nhịp Cầu – bản minh họa</title>
<link rel="stylesheet" href="/web/a/demo/fonts.css">
<link rel="stylesheet" href="${of.assets}/people.css">
</head>
<body>
<main>
<h1>Vào vai một người</h1>
<p>Chọn một người để trò chuyện với vai của người đó trên trang này hoặc trên điện thoại của anh/chị. Muốn xem hai vai cùng lúc, anh/chị mở vai thứ hai ở một cửa sổ ẩn danh.</p>
<p class="quiet">Thử gõ: “gửi nhu cầu mới”, “hạn nộp là ngày nào”, “sci con han ko”. Dữ liệu minh họa.</p>
<ul>
${shown.map((p) => html`<li><form method="post" action="/demo/people/${p.id}"><button type="submit"><b>${roleNames[p.role] ?? p.role}</b>${p.name} – ${p.unit}</button></form></li>`)}
</ul>
<p><a href="/">Vào với vai khách</a> · <a href="/demo">Về trang minh họa</a></p>
</main>
</body>
</html>`);
  });
  app.post('/demo/people/:person', async (c) => {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return c.notFound();
    const id = c.req.param('person');
    const person = isId(id) ? (await everybody()).find((p) => p.id === id) : undefined;
    if (!person) return c.notFound();
    const made = await of.kernel.write({ actor: guest, via: { channel: 'cli', request: 'demo' } }, (work) =>
      createInvite(work, of.keys, { unit: null, role: person.role as 'officer', person: person.id, days: 1 }),
    );
    if (!made.ok) return c.notFound();
    deleteCookie(c, sessionCookie(of.https), { path: '/', secure: of.https });
    return c.redirect(`/vao/${made.code}`, 303);
  });
}
