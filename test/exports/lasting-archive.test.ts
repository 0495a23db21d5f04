import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';

const script = `
import { createHash } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import { lastingArchive } from './src/features/assessment-exports/lasting-archive.ts';
const document = new Document({ sections: [{ children: [new Paragraph('x')] }] });
const bytes = await lastingArchive(await Packer.toBuffer(document), '2026-03-29T01:30:00.000Z');
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
`;

async function hashIn(zone: string): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  return (await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env: { ...process.env, TZ: zone } })).stdout;
}

test('an office document has the same bytes wherever on earth it is written', async () => {
  const [london, kiritimati] = await Promise.all(['Europe/London', 'Pacific/Kiritimati'].map(hashIn));
  expect(london).toMatch(/^[0-9a-f]{64}$/);
  expect(kiritimati).toBe(london);
});
