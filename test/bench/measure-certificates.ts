import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Deps, openDeps } from '../../src/deps.ts';
import type { CertificationBody } from '../../src/features/branding/certification-body.ts';
import { renderCertificate } from '../../src/features/certificates/certificate-pdf.ts';
import { findFacts } from '../../src/features/certificates/certificate-store.ts';
import { keepTerms } from '../../src/features/certificates/certificate-term-store.ts';
import { signPdf } from '../../src/features/certificates/sign-pdf.ts';
import { registerAddress } from '../../src/features/certificates/sign-waiting.ts';
import { readSigningKey } from '../../src/features/certificates/signing-key.ts';
import { judgeUpload } from '../../src/features/register/judge-upload.ts';
import { addDays } from '../../src/model/calendar.ts';
import { numberKey } from '../../src/model/certificate-number.ts';
import { searchPlainly } from '../support/plain-search.ts';
import { givenKey } from '../support/signing-key.ts';
import { makeDeployment } from './deployment.ts';
import { type Figure, figure, kilobytes, median, milliseconds, percentile, timesOf } from './figures.ts';

const certificates = 100_000;
const searches = 300;

const body: CertificationBody = {
  nameZh: '度量认证中心',
  nameEn: 'Measuring Certification Body',
  addressZh: '北京市海淀区示范路 8 号',
  addressEn: '8 Shifan Road, Haidian, Beijing',
  accreditation: null,
  phone: null,
  website: null,
};

/** The register with 100,000 certificates, a certificate made and signed, and an uploaded file looked at. */
export async function measureCertificates(): Promise<Figure[]> {
  const deployment = await makeDeployment();
  const deps = await openDeps({ ...readConfig(deployment.environment), trustedProxies: 1 });
  try {
    const paper = await measurePaper(deps, deployment.folder);
    await fillRegister(deps);
    return [...(await measureSearches(deps)), ...paper];
  } finally {
    await deps.db.destroy();
    await deployment.remove();
  }
}

async function measurePaper(deps: Deps, folder: string): Promise<Figure[]> {
  const file = givenKey(folder, { from: '2025-01-01', to: '2099-01-01' });
  const { trouble, ...state } = await readSigningKey(
    { signingKey: { file, password: 'secret', passwordFile: null } },
    new Date(),
  );
  if (trouble !== null || !('key' in state)) throw new Error('The key cannot be used.');
  const { id, number } = await deps.db('certificates').first('id', 'number');
  const facts = await findFacts(deps.db, id, 1);
  const at = new Date(`${facts.printedOn}T00:00:00Z`);
  const figures: Figure[] = [];
  for (const language of ['zh-CN', 'both'] as const) {
    const make = async () => {
      const address = registerAddress('https://assay.example', number);
      return signPdf(
        await renderCertificate({ facts, body, logo: null, mark: null, language, address, trial: true, at }),
        state.key,
        at,
      );
    };
    const pdf = await make();
    const warm = median(await timesOf(8, make));
    figures.push(
      figure(`Certificate as signed PDF, ${language}, warm (${kilobytes(pdf.length)})`, milliseconds(warm), '< 400 ms'),
    );
    if (language !== 'both') continue;
    const judged = median(await timesOf(20, () => judgeUpload(deps.db, pdf)));
    figures.push(figure('Uploaded certificate looked at: hash, signature, register', milliseconds(judged), '< 200 ms'));
  }
  return figures;
}

const places = ['杭州', '宁波', '佛山', '成都', '沈阳', '合肥', '厦门', '西安'];
const trades = ['空调', '净水', '家电', '家具', '电梯', '汽车', '通信', '照明'];

/** Copies of the one that there is, each with a number, a holder, a place, a day and a state of its own. */
async function fillRegister({ db }: Deps): Promise<void> {
  const { id: _, ...one } = await db('certificates').first();
  for (let start = 0; start < certificates; start += 1000) {
    const rows = Array.from({ length: 1000 }, (_row, index) => {
      const n = start + index;
      const number = `REG-2026-${String(n).padStart(6, '0')}`;
      const holder = `${places[n % 8]}${trades[(n >> 3) % 8]}第${n}服务有限公司`;
      const issuedOn = addDays('2023-01-01', n % 1000);
      return {
        ...one,
        ...{ id: randomUUID(), number, number_key: numberKey(number), holder },
        search_key: `${holder}\nservice company ${n}\n浙江省${places[n % 8]}市示范路 ${n} 号`,
        issued_on: issuedOn,
        valid_until: addDays(issuedOn, 1095),
        standing: n % 50 === 0 ? 'withdrawn' : n % 20 === 0 ? 'suspended' : 'valid',
        surveillance_due: addDays(issuedOn, 365),
      };
    });
    await db.batchInsert('certificates', rows, 40);
    await db.transaction(async (trx) => {
      for (let from = 0; from < rows.length; from += 250) await keepTerms(trx, rows.slice(from, from + 250).map(toTerms));
    });
  }
  await db.raw('analyze');
}

function toTerms(row: { id: string; number_key: string; search_key: string }) {
  return { certificateId: row.id, numberKey: row.number_key, searchKey: row.search_key };
}

/** What people type: a number, part of one, a holder, a place with a trade, nothing, and what is nowhere. */
function searchOf(n: number): string {
  const words = [
    `REG-2026-${String((n * 7919) % certificates).padStart(6, '0')}`,
    `第${(n * 104_729) % certificates}服务`,
    `${places[n % 8]} ${trades[n % 8]}`,
    '',
    `service ${(n * 31) % certificates}`,
    `没有这家公司 ${n}`,
  ];
  return words[n % words.length] ?? '';
}

async function measureSearches(deps: Deps): Promise<Figure[]> {
  const server = createApp(deps).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const ask = (n: number) => get(port, `/register?search=${encodeURIComponent(searchOf(n))}`, `10.0.${n >> 6}.${n % 64}`);
    for (let n = 0; n < 30; n += 1) await ask(n);
    const [taken, computed]: [number[], number[]] = [[], []];
    for (let n = 0; n < searches; n += 1) {
      const [begun, used] = [performance.now(), process.cpuUsage()];
      await ask(n);
      taken.push(performance.now() - begun);
      const { user, system } = process.cpuUsage(used);
      computed.push((user + system) / 1000);
    }
    const plain: number[] = [];
    for (let n = 0; n < searches; n += 1) {
      const begun = performance.now();
      await searchPlainly(deps.db, searchOf(n));
      plain.push(performance.now() - begun);
    }
    const page = await timesOf(100, () =>
      get(port, '/register/REG-2026-054321.json', `10.1.0.${Math.floor(Math.random() * 250)}`),
    );
    return [
      figure(
        `Search of the register, ${certificates.toLocaleString('en')} certificates, p50 / p99`,
        `${milliseconds(median(taken))} / ${milliseconds(percentile(taken, 99))}`,
        'p99 < 50 ms',
        `comparing every certificate, without a page: ${milliseconds(median(plain))} / ${milliseconds(percentile(plain, 99))}`,
      ),
      figure(
        'The same, processor time of server and client together, p50 / p99',
        `${milliseconds(median(computed))} / ${milliseconds(percentile(computed, 99))}`,
      ),
      figure('One certificate as JSON, p99', milliseconds(percentile(page, 99))),
    ];
  } finally {
    server.close();
  }
}

function get(port: number, path: string, from: string): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { 'X-Forwarded-For': from, Accept: 'text/html', 'Accept-Language': 'zh-CN' };
    request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      answer.resume();
      const { statusCode } = answer;
      answer.once('end', () => (statusCode === 200 || statusCode === 404 ? done() : fail(new Error(`${path}: ${statusCode}`))));
    })
      .once('error', fail)
      .end();
  });
}
