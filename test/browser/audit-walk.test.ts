import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipBrowser } from '../support/chromium.ts';
import { expectAccessible, openAs, type Site, signStatement, startSite } from '../support/in-browser.ts';
import { companyIds } from '../support/people.ts';
import { pdf } from '../support/sample-files.ts';

let browser: Browser;

interface Walk {
  readonly site: Site;
  /** Address of the audit. */
  readonly audit: string;
  /** Ada leads, Bo rates with her, Dora answers for the company. */
  readonly ada: Page;
  readonly bo: Page;
  readonly dora: Page;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectAccessible(page);
}

/** Presses a button that sends a form, and is at the page that answers. */
async function send(page: Page, selector: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.click(selector);
  const { status, url } = await answered.then((response) => ({ status: response.status(), url: response.url() }));
  expect(status, url).toBe(303);
  await page.waitForLoadState();
}

async function startAudit(site: Site): Promise<Walk> {
  const [ada, bo, dora] = await Promise.all(['ada', 'bo', 'dora'].map((name) => openAs(browser, site, name)));
  if (!ada || !bo || !dora) throw new Error('Three windows were to open.');
  await ada.goto(`${site.address}/assessments/new`);
  await ada.check(`input[value="${companyIds.haichuan}"]`);
  await ada.check('input[value="two-clauses@1.0.0"]');
  await ada.click('button[value="details"]');
  await ada.fill('#from', '2026-01-12');
  await ada.fill('#to', '2026-01-14');
  await ada.selectOption('#lead', site.people.ada.id);
  await ada.check(`input[name="members"][value="${site.people.bo.id}"]`);
  await send(ada, 'main form.form button.button');
  return { site, audit: ada.url(), ada, bo, dora };
}

async function planIt({ site, audit, ada, bo, dora }: Walk): Promise<void> {
  await open(ada, `${audit}/team`);
  await open(ada, `${audit}/agenda/new`);
  await ada.selectOption('#kind', 'opening');
  await ada.selectOption('#day', '2026-01-12');
  await ada.fill('#from', '9:00');
  await ada.fill('#to', '9:30');
  for (const person of [site.people.ada, site.people.bo]) await ada.check(`input[name="people"][value="${person.id}"]`);
  await send(ada, 'main form[action$="/agenda"] button');
  await open(ada, `${audit}/plan`);
  expect(await ada.textContent('#agenda')).toContain('09:00–09:30');
  await open(dora, `${audit}/plan`);
  expect(await dora.textContent('#agenda')).toContain('09:00–09:30');

  await open(bo, `${audit}/impartiality`);
  await signStatement(bo, audit, 'Bo');
  await signStatement(ada, audit, 'Ada');
  await open(ada, `${audit}/statements`);
}

async function rateAlone(page: Page, audit: string, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [clause, key] of Object.entries(keys)) {
    await page.goto(`${audit}/clauses/${clause}`);
    await page.waitForSelector('.workbench[data-attached] form.rating[data-attached]');
    await page.keyboard.press(key);
    await page.waitForSelector('[data-saved]:text-matches("^已保存")');
    await send(page, 'form[action$="/submission"] button');
  }
}

/** On the department they differ, on the procedure both say no. */
async function rateIndependently(walk: Walk): Promise<void> {
  const { site, audit, ada, bo } = walk;
  await ada.goto(audit);
  await send(ada, 'main form[action$="/beginning"] button');
  await open(ada, `${audit}/assignments`);
  await ada.check('input[name="clauses"][value="service"]');
  for (const person of [site.people.ada, site.people.bo]) await ada.check(`input[name="people"][value="${person.id}"]`);
  await ada.check('input[name="way"][value="independently"]');
  await send(ada, '.assignment-form__foot button');

  await rateAlone(bo, audit, { department: 'n', procedure: 'n' });
  await ada.goto(`${audit}/reconciliation`);
  expect(await ada.textContent('main')).toContain('另有 2 个条款尚未全部提交');
  await rateAlone(ada, audit, { department: 'y', procedure: 'n' });
  await open(bo, `${audit}/clauses/department`);
}

async function agree({ audit, ada }: Walk): Promise<void> {
  await open(ada, `${audit}/reconciliation`);
  expect(await ada.textContent('#differing')).toBe('意见不同（1）');
  await send(ada, 'form[action$="/reconciliation/alike"] button');
  await open(ada, `${audit}/reconciliation/department`);
  await ada.check('input[name="met"][value="yes"]');
  await ada.fill('#why', 'Bo 看的是旧楼');
  await send(ada, 'main form.rating button.button');
}

/** The procedure is found missing, and the company is told. */
async function stateFinding({ audit, ada, dora }: Walk): Promise<string> {
  await open(ada, `${audit}/findings`);
  await ada.click('#state-finding summary');
  await ada.selectOption('#grade', 'minor');
  await ada.selectOption('#clause', 'procedure');
  await ada.fill('#requirement', '程序文件现行有效');
  await ada.fill('#statement', '2019 版程序已作废，未发布新版');
  await send(ada, '#state-finding form button.button');
  await ada.goto(`${audit}/completion`);
  await send(ada, 'main form[action$="/closing"] button');
  await open(ada, `${audit}/findings`);
  await ada.fill('#issue-answerDue', '2026-01-30');
  await ada.fill('#issue-correctionDue', '2026-03-13');
  await send(ada, 'form[action$="/findings/issue"] button');

  await open(dora, `${audit}/findings`);
  await dora.click('.finding-list__head a');
  await dora.waitForSelector('#next');
  await expectAccessible(dora);
  return dora.url();
}

async function correct({ ada, dora }: Walk, finding: string): Promise<void> {
  await open(dora, `${finding}/answer`);
  const answers: readonly Readonly<Record<string, string>>[] = [
    { correction: '重新发布程序文件' },
    { cause: '文件清单无人负责' },
    { action: '指定文件管理员', responsible: '林经理', plannedFor: '2026-02-10' },
    {},
  ];
  for (const answer of answers) {
    for (const [field, text] of Object.entries(answer)) await dora.fill(`#${field}`, text);
    await send(dora, 'main form.form button.button');
  }
  await open(ada, finding);
  await send(ada, 'form[action$="/acceptance"] button');

  await dora.goto(finding);
  await dora.fill('#proof-text', '新版已发布');
  await dora.setInputFiles('#proof-proof', { name: '程序文件.pdf', mimeType: 'application/pdf', buffer: pdf });
  await send(dora, 'form[action$="/implementation"] button');

  await open(ada, finding);
  await ada.fill('#verify-text', '抽查三份，均为新版');
  await ada.fill('#verify-day', '2026-01-15');
  await send(ada, 'form[action$="/verification"] button');
  await send(ada, 'form[action$="/closure"] button');
  await expectAccessible(ada);
}

describe.skipIf(skipBrowser)('an audit in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('plan, statements, ratings side by side, agreement, finding, answer, proof, closed', async () => {
    const site = await startSite('two-clauses.yaml');
    const walk = await startAudit(site);
    await planIt(walk);
    await rateIndependently(walk);
    await agree(walk);
    const finding = await stateFinding(walk);
    await correct(walk, finding);
    expect(await walk.ada.textContent('main .page-head')).toContain('已关闭');
    expect((await site.deps.db('findings').first()).state).toBe('closed');

    for (const path of ['', '/trail', '/result', '/evidence', '/requests', '/samples', '/surveys'])
      await open(walk.ada, walk.audit + path);
    await open(walk.dora, `${site.address}/inbox`);
    await walk.dora.click('.notices__open >> nth=0');
    await walk.dora.waitForURL((url) => url.pathname.startsWith('/assessments/'));
  });
});
