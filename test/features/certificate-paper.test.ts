import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'jsqr';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { keepBody } from '../../src/features/branding/body-store.ts';
import { plainSettings } from '../../src/features/branding/brand-settings.ts';
import { keepBrandSettings } from '../../src/features/branding/brand-store.ts';
import { readLogo } from '../../src/features/branding/read-logo.ts';
import { type CertificateFile, listCertificateFiles } from '../../src/features/certificates/certificate-file-store.ts';
import type { CertificateLook } from '../../src/features/certificates/certificate-look.ts';
import { renderCertificate } from '../../src/features/certificates/certificate-pdf.ts';
import { findFacts } from '../../src/features/certificates/certificate-store.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { signPdf } from '../../src/features/certificates/sign-pdf.ts';
import { registerAddress, signWaiting } from '../../src/features/certificates/sign-waiting.ts';
import { readSigningKey } from '../../src/features/certificates/signing-key.ts';
import { demoBody, givenCertified } from '../support/certified.ts';
import { readPdf } from '../support/read-pdf.ts';
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
    const logo = await readLogo(picture('<circle cx="30" cy="30" r="24" fill="#7A1F1F"/>'), 'logo');
    const mark = await readLogo(picture('<rect width="200" height="60" fill="#1F4E79"/>'), 'mark');
    await deps.db.transaction(async (trx) => {
      await keepBody(trx, { ...demoBody, accreditation: 'CNAS-1' }, 0);
      await keepBrandSettings(trx, { ...plainSettings, logo, mark }, 0);
    });
    await signWaiting(deps);
    await deps.db.transaction(async (trx) => {
      await keepBody(trx, { ...demoBody, nameZh: '后来的名称' }, 1);
      await keepBrandSettings(trx, plainSettings, 1);
    });
    const papers = await listCertificateFiles(deps.db, id);
    expect(papers.map(({ language }) => language).sort()).toEqual(['both', 'en', 'zh-CN']);
    for (const file of papers) expect(await printedAgain(deps, file)).toBe(file.sha256);

    const paper = join(folder, 'paper.pdf');
    for (const { sha256 } of papers) {
      const bytes = readFileSync((await deps.files.sourceOf(sha256)).path);
      expect((await readPdf(bytes)).alternatives).toEqual(expect.arrayContaining(['CNAS-1']));
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

function picture(inside: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">${inside}</svg>`);
}

/** The SHA-256 of the same paper made and signed once more from what was kept with it, whatever is set by now. */
async function printedAgain(deps: Deps, file: CertificateFile): Promise<string> {
  const { facts: kept } = await deps.db('used_brands').where({ sha256: file.lookHash }).first('facts');
  const look: CertificateLook = JSON.parse(kept);
  const facts = await findFacts(deps.db, file.certificateId, file.edition);
  const state = await readSigningKey(deps.config, deps.clock());
  if (state.trouble !== null) throw new Error(state.trouble);
  const at = new Date(`${facts.printedOn}T00:00:00Z`);
  const address = registerAddress(deps.config.address, facts.number);
  const paper = await renderCertificate({ ...look, facts, language: file.language, address, trial: file.trial, at });
  return createHash('sha256')
    .update(await signPdf(paper, state.key, new Date(file.signedAt)))
    .digest('hex');
}

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
