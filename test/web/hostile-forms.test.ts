import { expect, inject, test } from 'vitest';
import { type Agent, browser, startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';
import { listRoutes } from '../support/routes.ts';
import { givenWalkData } from '../support/walk-data.ts';
import { pathOf, undoing } from '../support/walked-app.ts';

/** What no field expects. Each field of each form gets some of them. */
const values: readonly string[] = [
  ...['\u0000', 'a\u0000b', '\u0001\u001B[2J', '\uFFFE', '\u202Eabc', '\uFEFF', ' ', '\r\nSet-Cookie: hx=1\r\n\r\n'],
  ...['9'.repeat(400), '-1', '1e999', '0x10', '１２', '1.5.5', '99999999999999999999', '2026-02-30', '10000-01-01', '24:61'],
  ...["'; drop table users; --", '%', '_\\', '$1', '?', '{"a":', '[]', 'null', '__proto__', 'constructor', '../../etc/passwd'],
  ...['x'.repeat(5000), '😀'.repeat(300), '<script>hx()</script>', 'javascript:hx()', 'https://[', 'a@b@c', '@', '=1+1'],
  ...['99999999-9999-4999-8999-999999999999', 'on', 'yes', '1', 'zh-CN', 'A', 'root', 'clause:first-clause', '1.0.0'],
];

/** How a body is read does not depend on the database; what stands in its fields may. */
const onPostgres = inject('template').startsWith('postgres:');

/** Forms that take minutes of thinking, or end the session that goes on trying. */
const leftOut = ['/sign-out', '/sign-in', '/sign-in/second-step', '/account/sessions/end', '/account/password'];

interface Form {
  readonly path: string;
  readonly fields: readonly string[];
}

test('whatever stands in the fields of a form, it is refused or done, and never a fault', async () => {
  const testApp = await startTestApp();
  const data = await givenWalkData(testApp);
  const app = undoing(testApp);
  // How pages tell of a refusal is seen once a form; afterwards they would only take time.
  const withoutPages = undoing(testApp);
  withoutPages.engine('ejs', (_file, _data, done) => done(null, ''));
  const paths = listRoutes(testApp.app).flatMap(({ method, path }) =>
    method === 'post' && !leftOut.includes(path) ? [path] : [],
  );
  const faults: string[] = [];
  const tried = new Set<string>();
  for (const person of ['root', 'ada', 'dora'] as const) {
    const [agent, other] = [await signedIn(app, person), await signedIn(withoutPages, person)];
    for (const path of paths.filter((one) => !tried.has(one))) {
      const places = [data.open, data.planned].map((assessment) => pathOf({ path }, data, assessment));
      const place = await findOpen(other, places);
      if (place === null) continue;
      const form = await fieldsAt(agent, place);
      tried.add(path);
      faults.push(...(await spoil(other, form)).map((fault) => `${person}: ${path}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  expect(tried.size).toBeGreaterThan(60);
}, 600_000);

async function signedIn(app: ReturnType<typeof undoing>, signInName: string): Promise<Agent> {
  const agent = browser(app);
  await agent.post('/sign-in').type('form').send({ signInName, password: passwordOfAll }).expect(303);
  return agent;
}

/** The first of the places at which an empty form is answered by more than that there is no such thing. */
async function findOpen(agent: Agent, places: readonly string[]): Promise<string | null> {
  for (const place of places) {
    const { status } = await agent.post(place).type('form').send({});
    if (status >= 500 || [303, 409, 422].includes(status)) return place;
  }
  return null;
}

/** The form as it is shown again after it was sent empty. */
async function fieldsAt(agent: Agent, path: string): Promise<Form> {
  const { text } = await agent.post(path).type('form').send({});
  const shown = new Set([...text.matchAll(/\sname="([^"]+)"/g)].map(([, name = '']) => name));
  return { path, fields: shown.size > 0 ? [...shown] : ['note', 'reason', 'revision'] };
}

async function spoil(agent: Agent, { path, fields }: Form): Promise<string[]> {
  const faults: string[] = [];
  const look = (how: string, { status, headers }: { status: number; headers: Record<string, unknown> }) => {
    if (status >= 500 || /hx=1/.test(JSON.stringify(headers['set-cookie'] ?? ''))) faults.push(`${how}: ${status}`);
  };
  for (const round of [0, 1]) {
    const value = (at: number) => values[(at * 5 + round * 11) % values.length] ?? '';
    const body = new URLSearchParams(Object.fromEntries(fields.map((name, at) => [name, value(at)])));
    look(`round ${round}, ${body.toString().slice(0, 300)}`, await agent.post(path).type('form').send(body.toString()));
  }
  if (onPostgres) return faults;
  const doubled = fields.map((name) => `${encodeURIComponent(name)}=1&${encodeURIComponent(name)}=2`).join('&');
  look('each twice', await agent.post(path).type('form').send(doubled));
  look('odd names', await agent.post(path).type('form').send('__proto__=1&constructor=2&a[b]=3&=4&%00=5&toString=6'));
  look(
    'JSON',
    await agent
      .post(path)
      .set('Accept', 'application/json')
      .type('json')
      .send(Object.fromEntries(fields.map((name, at) => [name, [null, 7, { a: [] }, [[['x']]], true][at % 5]]))),
  );
  look(
    'deep JSON',
    await agent
      .post(path)
      .type('json')
      .send(`${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`),
  );
  const upload = agent.post(path);
  for (const [at, name] of fields.entries()) upload.field(name, values[(at * 3) % values.length] ?? '');
  look('with a file', await upload.attach('files', Buffer.from('\u0000PK\u0003\u0004'), { filename: '../../CON\u0000.txt' }));
  look(
    'multipart that breaks off',
    await agent
      .post(path)
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'),
  );
  return faults;
}
