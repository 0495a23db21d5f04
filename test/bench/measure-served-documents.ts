import { expectStatus, openClient, signedInClient } from './client.ts';
import { type Deployment, makeDeployment } from './deployment.ts';
import { type Figure, figure, milliseconds, percentile, times, timesOf } from './figures.ts';
import { type ServerProcess, startServerProcess } from './processes.ts';

const atOnce = 10;
const loads = 200;

/** Ten previews at once, and what pages take while four are being written all the time. */
export async function measureServedDocuments(): Promise<Figure[]> {
  const deployment = await makeDeployment();
  try {
    const server = await startServerProcess('src/main.ts', deployment.environment);
    try {
      return await measure(server, deployment);
    } finally {
      await server.stop();
    }
  } finally {
    await deployment.remove();
  }
}

async function measure({ port }: ServerProcess, { finished, auditors, password }: Deployment): Promise<Figure[]> {
  const { id, lead } = finished;
  const preview = `/assessments/${id}/documents/preview.pdf?kind=audit-report&language=zh-CN`;
  // One session with ten connections: an account may not be signed in at so many places.
  const first = await signedInClient(port, lead.signInName, lead.password);
  const clients = [first, ...Array.from({ length: atOnce - 1 }, () => openClient(port, 'text/html', first.cookie()))];
  expectStatus(await first.get(preview), 200);
  const [whole = 0] = await timesOf(
    1,
    () => Promise.all(clients.map(async (client) => expectStatus(await client.get(preview), 200))),
    0,
  );

  const reader = await signedInClient(port, auditors[0] ?? '', password);
  const load = async () => expectStatus(await reader.get('/assessments'), 200);
  const quiet = await timesOf(loads, load);
  let isOver = false;
  const writing = clients.slice(0, 4).map(async (client) => {
    let written = 0;
    for (; !isOver; written += 1) expectStatus(await client.get(preview), 200);
    return written;
  });
  const busy = await timesOf(loads, load);
  isOver = true;
  const written = (await Promise.all(writing)).reduce((sum, one) => sum + one, 0);
  for (const client of [...clients, reader]) client.close();

  const [before, meanwhile] = [percentile(quiet, 99), percentile(busy, 99)];
  const ratio = `without: ${milliseconds(before)}, ${times(meanwhile / before)} as long; ${written} reports were written meanwhile`;
  return [
    figure(`${atOnce} reports at once, until the last is there`, milliseconds(whole), 'none fails'),
    figure('List of assessments while four reports are asked for all the time, p99', milliseconds(meanwhile), '≤ 2 ×', ratio),
  ];
}
