import { generateKeyPairSync } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import forge from 'node-forge';
import type { Config } from '../config.ts';

/** Of no value: whatever the key signs says that it is for demonstration. */
const password = 'demo';

/**
 * The settings with a self-made signing key where they name none, so that the certificate of the demonstration can be signed. Its
 * name says TEST KEY, and so does every paper that it signs. It is made once and kept in the data folder.
 */
export async function withDemoKey(config: Config): Promise<Config> {
  if (config.signingKey) return config;
  const folder = join(config.dataFolder, 'demo');
  const file = join(folder, 'test-key.p12');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, makeKey(new Date()), { mode: 0o600 });
  }
  return { ...config, signingKey: { file, password, passwordFile: null } };
}

/** A PKCS#12 file with an RSA key and a certificate that it signed itself, for five years from that day. */
function makeKey(from: Date): Buffer {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' });
  const privateKey = forge.pki.privateKeyFromPem(String(pem));
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = new Date(Date.UTC(from.getUTCFullYear() + 5, from.getUTCMonth(), from.getUTCDate()));
  const name = [
    { name: 'commonName', value: 'Assay TEST KEY' },
    { name: 'organizationName', value: 'Assay demonstration' },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(privateKey, forge.md.sha256.create());
  const p12 = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], password, { algorithm: '3des' });
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary');
}
