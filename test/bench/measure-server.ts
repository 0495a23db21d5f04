import { setTimeout as wait } from 'node:timers/promises';
import { type Client, expectStatus, openClient, signedInClient } from './client.ts';
import { clients, type Deployment, makeDeployment, type OpenAudit } from './deployment.ts';
import { type Figure, figure, median, megabytes, milliseconds, percentile, times, timesOf } from './figures.ts';
import { type ServerProcess, startServerProcess } from './processes.ts';

const savesEach = 20;

/** Start, memory, saving under load and the pages that are asked for most, on the real server over loopback. */
export async function measureServer(): Promise<Figure[]> {
  const deployment = await makeDeployment();
  try {
    const starts = await startTimes(deployment);
    const server = await startServerProcess('src/main.ts', deployment.environment);
    try {
      return [
        figure('Start of the server on a filled database', milliseconds(median(starts)), '< 3000 ms'),
        ...(await measure(server, deployment)),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await deployment.remove();
  }
}

async function startTimes({ environment }: Deployment): Promise<number[]> {
  const measured: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const server = await startServerProcess('src/main.ts', environment);
    measured.push(server.startedIn);
    await server.stop();
  }
  return measured;
}

async function measure(server: ServerProcess, deployment: Deployment): Promise<Figure[]> {
  await wait(1000);
  const idle = await server.memory();
  const raters = await signIn(server, deployment);
  const saving = await measureSaving(raters, deployment);
  const pages = await measurePages(server, deployment);
  const loaded = await server.memory();
  for (const rater of raters) rater.close();
  return [
    ...saving,
    ...pages,
    figure('Memory of the server, idle', megabytes(idle), '< 250 MB'),
    figure('Memory of the server, after all of the above', megabytes(loaded), '', `${times(loaded / idle)} idle`),
  ];
}

async function signIn({ port }: ServerProcess, { auditors, password }: Deployment): Promise<Client[]> {
  const signedIn: Client[] = [];
  for (const name of auditors) signedIn.push(await signedInClient(port, name, password, 'application/json'));
  return signedIn;
}

/** Every client saves its own clause again and again; the bare server takes as many rows from as many clients. */
async function measureSaving(raters: readonly Client[], deployment: Deployment): Promise<Figure[]> {
  const [first] = raters;
  if (!first) throw new Error('Nobody rates.');
  const { audit, wideAudit } = deployment;
  const alone = await saveAgain(first, wideAudit, 0, savesEach);
  const together = (await Promise.all(raters.map((rater, index) => saveAgain(rater, audit, index, savesEach)))).flat();
  const bare = await bareSaving(deployment);

  const both = (values: readonly number[]) => `${milliseconds(median(values))} / ${milliseconds(percentile(values, 99))}`;
  const ratio = `bare Express and Knex insert: ${both(bare.together)}, we take ${times(median(together) / median(bare.together))} / ${times(percentile(together, 99) / percentile(bare.together, 99))}`;
  const aloneRatio = `bare: ${milliseconds(median(bare.alone))}, we take ${times(median(alone) / median(bare.alone))}`;
  return [
    figure('Saving a rating, one client, p50', milliseconds(median(alone)), '', aloneRatio),
    figure(`Saving a rating, ${clients} clients at once, p50 / p99`, both(together), 'p99 < 500 ms', ratio),
  ];
}

async function saveAgain(rater: Client, audit: OpenAudit, index: number, count: number): Promise<number[]> {
  const clause = audit.clauses[index];
  const measured: number[] = [];
  for (let revision = 0; revision < count; revision += 1) {
    const fields = { revision: String(revision), note: `第 ${revision} 次记录：现场查阅了六个月的单据` };
    const answer = await rater.post(`/assessments/${audit.id}/clauses/${clause}`, fields);
    expectStatus(answer, 200);
    measured.push(answer.took);
  }
  return measured;
}

async function bareSaving({ folder }: Deployment): Promise<{ alone: number[]; together: number[] }> {
  const server = await startServerProcess('test/bench/bare-server.ts', { ASSAY_DATA: folder });
  const open = Array.from({ length: clients }, () => openClient(server.port));
  try {
    const insert = async (client: Client) => {
      const measured: number[] = [];
      for (let row = 0; row < savesEach; row += 1) {
        const answer = await client.post('/rows', { clause: 'x', note: `第 ${row} 次记录：现场查阅了六个月的单据` });
        expectStatus(answer, 200);
        measured.push(answer.took);
      }
      return measured;
    };
    const [first] = open;
    const alone = first ? await insert(first) : [];
    return { alone, together: (await Promise.all(open.map(insert))).flat() };
  } finally {
    for (const client of open) client.close();
    await server.stop();
  }
}

async function measurePages({ port }: ServerProcess, { auditors, password, audit, wideAudit }: Deployment): Promise<Figure[]> {
  const client = await signedInClient(port, auditors[0] ?? '', password);
  const timeOf = async (path: string, accept = client) => {
    const measured = await timesOf(30, async () => expectStatus(await accept.get(path), 200));
    return milliseconds(median(measured));
  };
  const workbench = ({ id, clauses }: OpenAudit) => timeOf(`/assessments/${id}/clauses/${clauses[0]}`);
  const figures = [
    figure('Ledger after a save, 101 clauses, p50', await timeOf(`/assessments/${audit.id}/ledger`), '< 100 ms'),
    figure('Ledger after a save, 500 clauses, p50', await timeOf(`/assessments/${wideAudit.id}/ledger`)),
    figure('Workbench page, 101 clauses, p50', await workbench(audit), '< 200 ms'),
    figure('Workbench page, 500 clauses, p50', await workbench(wideAudit)),
    figure('Result page, 101 clauses, p50', await timeOf(`/assessments/${audit.id}/result`)),
    figure('Result page, 500 clauses, p50', await timeOf(`/assessments/${wideAudit.id}/result`)),
    figure('List of assessments, p50', await timeOf('/assessments')),
  ];
  client.close();
  return figures;
}
