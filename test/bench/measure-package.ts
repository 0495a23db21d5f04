import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { type Deps, openDeps } from '../../src/deps.ts';
import { findAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { findAssessment, listMembers } from '../../src/features/assessments/assessment-store.ts';
import { takeStep } from '../../src/features/results/step-service.ts';
import { nextStep } from '../../src/model/assessment-life.ts';
import { rateAll } from '../support/assessments.ts';
import { declareTeam } from '../support/declarations.ts';
import { type Client, expectStatus, signedInClient } from './client.ts';
import { type Deployment, makeDeployment } from './deployment.ts';
import { type Figure, figure, megabytes } from './figures.ts';
import { checkArchive } from './package-check.ts';
import { type ServerProcess, startServerProcess } from './processes.ts';
import { sendRecording } from './send-recording.ts';

const megabyte = 1024 * 1024;

/** Megabytes of evidence; `BENCH_PACKAGE_MB=10240` is the ten gigabytes that the figures in the documentation are of. */
const whole = Number(process.env.BENCH_PACKAGE_MB ?? 256) * megabyte;

/** Shares of the recordings: with ten gigabytes the first is beyond the four that a ZIP archive counts without its extension. */
const shares = [0.45, 0.2, 0.2, 0.15];

/** An audit with large recordings, handed in, packed and downloaded over HTTP; the download breaks off and goes on. */
export async function measurePackage(): Promise<Figure[]> {
  const deployment = await makeDeployment();
  const deps = await openDeps(readConfig(deployment.environment));
  try {
    await declareTeam(deps.db, deployment.audit.id);
    await rateAll(deps, await findAssessment(deps.db, deployment.audit.id));
    const server = await startServerProcess('src/main.ts', { ...deployment.environment, ASSAY_UPLOAD_MB: '10000' });
    try {
      return await measure(deps, server, deployment);
    } finally {
      await server.stop();
    }
  } finally {
    await deps.db.destroy();
    await deployment.remove();
  }
}

async function measure(deps: Deps, server: ServerProcess, deployment: Deployment): Promise<Figure[]> {
  const { audit, auditors, password, folder } = deployment;
  const idle = await server.memory();
  const rater = await signedInClient(server.port, auditors[0] ?? '', password);
  const handedIn = await timed(async () => {
    for (const [index, share] of shares.entries())
      await sendRecording(
        { port: server.port, path: `/assessments/${audit.id}/evidence`, cookie: rater.cookie() },
        { title: `Recording ${index + 1}`, bytes: Math.round(whole * share), seed: index },
      );
  });
  const afterHandingIn = await server.peakMemory();
  await finish(deps, audit.id);

  const lead = await signedInClient(server.port, 'lead', deployment.finished.lead.password);
  const packed = await timed(() => pack(lead, audit.id));
  const afterPacking = await server.peakMemory();

  const file = join(folder, 'download', 'package.zip');
  await mkdir(join(folder, 'download'));
  const from = { port: server.port, path: `/assessments/${audit.id}/package/file.zip`, cookie: lead.cookie() };
  const downloaded = await timed(() => downloadInTwo(from, file));
  for (const client of [rater, lead]) client.close();
  const { size } = await stat(file);
  const checked = await checkArchive(file);
  const peak = await server.peakMemory();
  return [
    figure(
      `Recordings handed in over HTTP, ${megabytes(whole)}`,
      rate(whole, handedIn),
      '–',
      `most memory: ${megabytes(afterHandingIn)}`,
    ),
    figure('Evidence package made of them', rate(size, packed), '–', `most memory: ${megabytes(afterPacking)}`),
    figure('The same downloaded, broken off half way and taken up', rate(size, downloaded), '–', checked),
    figure('Most memory of the server in all this', megabytes(peak), '< 500 MB', `${(peak / idle).toFixed(2)} × idle`),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function rate(bytes: number, took: number): string {
  return `${(took / 1000).toFixed(1)} s, ${megabytes((bytes / took) * 1000)}/s`;
}

async function finish(deps: Deps, id: string): Promise<void> {
  const leader = (await listMembers(deps.db, id)).find(({ teamRole }) => teamRole === 'leader');
  const actor = toActor(await findAccount(deps.db, leader?.userId ?? ''));
  let now = await findAssessment(deps.db, id);
  while (now.state !== 'finished') {
    const step = nextStep(now.kind, now.state);
    if (!step) throw new Error(`Nothing follows ${now.state}.`);
    now = await takeStep(deps, actor, id, { step, from: now.state, reason: null });
  }
}

/** Asks for the package and waits until its page offers it. */
async function pack(client: Client, id: string): Promise<void> {
  const page = `/assessments/${id}/package`;
  expectStatus(await client.post(page, { language: 'en' }), 303);
  for (;;) {
    const answer = await client.get(page);
    expectStatus(answer, 200);
    if (answer.text.includes(`${page}/file.zip`)) return;
    await wait(250);
  }
}

interface From {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
}

/** The first half, cut off by hanging up; then the rest, with the tag that says it is still the same file. */
async function downloadInTwo(from: From, file: string): Promise<void> {
  const { tag, size } = await download(from, file, {}, 0.5);
  const { size: have } = await stat(file);
  if (have === 0 || have >= size) throw new Error(`Nothing was broken off: ${have} of ${size} bytes.`);
  await download(from, file, { Range: `bytes=${have}-`, 'If-Range': tag }, 1);
  const { size: all } = await stat(file);
  if (all !== size) throw new Error(`${all} bytes arrived instead of ${size}.`);
}

class HungUp extends Error {}

async function download(
  { port, path, cookie }: From,
  file: string,
  headers: Record<string, string>,
  share: number,
): Promise<{ tag: string; size: number }> {
  const asking = request({ host: '127.0.0.1', port, path, headers: { Cookie: cookie, ...headers } });
  asking.end();
  const [answer]: IncomingMessage[] = await once(asking, 'response');
  const again = headers.Range !== undefined;
  if (!answer || answer.statusCode !== (again ? 206 : 200))
    throw new Error(`The download was answered with ${answer?.statusCode}.`);
  const size = Number(answer.headers['content-length']);
  const most = share < 1 ? size * share : Number.POSITIVE_INFINITY;
  await pipeline(answer, hangUpAfter(most), createWriteStream(file, { flags: again ? 'a' : 'w' })).catch((error: unknown) => {
    if (!(error instanceof HungUp)) throw error;
  });
  return { tag: answer.headers.etag ?? '', size };
}

function hangUpAfter(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > most ? new HungUp() : null, chunk);
    },
  });
}
