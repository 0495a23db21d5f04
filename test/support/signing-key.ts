import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';

/** A key of a certification body for trying out, as PKCS#12 in that folder. */
export function givenKey(
  folder: string,
  { from, to, password = 'secret' }: { from: string; to: string; password?: string },
): string {
  const keys = forge.pki.privateKeyFromPem(
    execFileSync('openssl', ['genrsa', '-traditional', '2048'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(keys.n, keys.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(to);
  const name = [{ name: 'commonName', value: 'Assay TEST KEY' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(keys, forge.md.sha256.create());
  const file = join(folder, `key-${from.slice(0, 4)}.p12`);
  const p12 = forge.pkcs12.toPkcs12Asn1(keys, [certificate], password, { algorithm: '3des' });
  writeFileSync(file, Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'));
  return file;
}
