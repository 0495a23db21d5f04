import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { PackageManifest } from '../../src/features/packages/package-manifest.ts';

/** What Info-ZIP says of an archive, and whether each file in it has the hash of the manifest. Throws an Error where not. */
export async function checkArchive(file: string): Promise<string> {
  if (spawnSync('unzip', ['-v']).error) return 'not checked: no unzip';
  const test = spawnSync('unzip', ['-tqq', file], { encoding: 'utf8' });
  if (test.status !== 0) throw new Error(`unzip -t says: ${test.stdout}${test.stderr}`);
  const manifest: PackageManifest = JSON.parse(spawnSync('unzip', ['-p', file, 'manifest.json'], { encoding: 'utf8' }).stdout);
  const files = [...manifest.documents, ...manifest.evidence.flatMap((one) => one.file ?? [])];
  for (const { path, sha256 } of files) {
    const found = await hashIn(file, path);
    if (found !== sha256) throw new Error(`${path} has the hash ${found} instead of ${sha256}.`);
  }
  return `unzip -t finds no error, ${files.length} files have the hash of the manifest`;
}

async function hashIn(file: string, path: string): Promise<string> {
  const unzip = spawn('unzip', ['-p', file, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const hash = createHash('sha256');
  for await (const chunk of unzip.stdout) hash.update(chunk);
  if (unzip.exitCode === null) await once(unzip, 'close');
  return hash.digest('hex');
}
