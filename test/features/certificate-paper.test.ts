import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'jsqr';
import { expect, inject, onTestFinished, test } from 'vitest';
import { keepBody } from '../../src/features/certificates/body-store.ts';
import { listCertificateFiles } from '../../src/features/certificates/certificate-file-store.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { signWaiting } from '../../src/features/certificates/sign-waiting.ts';
import { demoBody, givenCertified } from '../support/certified.ts';
import { givenKey } from '../support/signing-key.ts';

function hasTool(name: string): boolean {
  try {
    execFileSync(name, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// The paper does not depend on the database.
const runs = hasTool('pdftoppm') && !inject('template').startsWith('postgres:');

test.runIf(runs)(
  'others read the paper: its signature is valid until a byte changes, its QR code leads to the register',
  {
    timeout: 60_000,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-paper-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const key = givenKey(folder, { from: '2025-01-01', to: '2030-01-01' });
    const signingKey = { file: key, password: 'secret', passwordFile: null };
    const { deps, grant } = await givenCertified({ config: { signingKey, address: 'https://assay.example' } });
    const { id, number } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
    await deps.db.transaction((trx) => keepBody(trx, demoBody, 0));
    await signWaiting(deps);
    const papers = await listCertificateFiles(deps.db, id);
    expect(papers.length).toBeGreaterThan(0);

    const paper = join(folder, 'paper.pdf');
    for (const { sha256 } of papers) {
      const bytes = readFileSync((await deps.files.sourceOf(sha256)).path);
      writeFileSync(paper, bytes);
      expect(signatureOf(paper)).toContain('Signature is Valid');
      expect(signatureOf(paper)).toContain('Total document signed');
      expect(addressOn(paper, folder)).toBe(`https://assay.example/register/${number}`);
      bytes[900] = (bytes[900] ?? 0) ^ 1;
      writeFileSync(paper, bytes);
      expect(signatureOf(paper)).not.toContain('Signature is Valid');
    }
  },
);

function signatureOf(file: string): string {
  try {
    return execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
  } catch (error) {
    return String(error);
  }
}

/** What the QR code says on the first page as it is printed, 150 dots an inch. */
function addressOn(file: string, folder: string): string | undefined {
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page')]);
  const { width, height, pixels } = readPpm(readFileSync(join(folder, 'page.ppm')));
  return decodeQr.default(pixels, width, height)?.data;
}

/** A binary portable pixmap as the RGBA that the decoder reads. */
function readPpm(bytes: Buffer): { width: number; height: number; pixels: Uint8ClampedArray } {
  const [head = '', width = '0', height = '0'] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  const [columns, rows] = [Number(width), Number(height)];
  const pixels = new Uint8ClampedArray(columns * rows * 4).fill(255);
  for (let index = 0; index < columns * rows; index += 1)
    pixels.set(bytes.subarray(head.length + index * 3, head.length + index * 3 + 3), index * 4);
  return { width: columns, height: rows, pixels };
}
