import { readFile } from 'node:fs/promises';
import forge from 'node-forge';
import type { Config } from '../../config.ts';

/** What is wrong with the key of the body. */
export type KeyTrouble =
  | 'none'
  | 'unreadable'
  | 'no-password-file'
  | 'broken'
  | 'wrong-password'
  | 'no-key'
  | 'not-yet-valid'
  | 'expired';

/** Whose key it is and how long it holds. */
export interface KeyFacts {
  /** Common name, or organization where there is none. */
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SHA-256 of the key's certificate, hexadecimal. */
  readonly fingerprint: string;
  /** Made for trying out: its own name says so, and everything that it signs does. */
  readonly trial: boolean;
}

export interface SigningKey {
  readonly facts: KeyFacts;
  readonly privateKey: forge.pki.rsa.PrivateKey;
  /** The key's own certificate first, then those of its issuers that the file holds. */
  readonly chain: readonly forge.pki.Certificate[];
}

export type KeyState =
  | { readonly trouble: null; readonly key: SigningKey }
  | { readonly trouble: KeyTrouble; readonly facts: KeyFacts | null };

/** The key as it lies on the disk now, or what is wrong with it; never throws for what an administrator can mend. */
export async function readSigningKey({ signingKey }: Pick<Config, 'signingKey'>, now: Date): Promise<KeyState> {
  if (!signingKey) return { trouble: 'none', facts: null };
  const p12 = await readFile(signingKey.file).catch(() => null);
  if (!p12) return { trouble: 'unreadable', facts: null };
  const { passwordFile } = signingKey;
  const password = passwordFile ? await readFile(passwordFile, 'utf8').catch(() => null) : signingKey.password;
  if (password === null) return { trouble: 'no-password-file', facts: null };
  return stateOf(p12, password.replace(/\r?\n$/, ''), now);
}

function stateOf(p12: Buffer, password: string, now: Date): KeyState {
  const opened = openP12(p12, password);
  if (typeof opened === 'string') return { trouble: opened, facts: null };
  const pair = keyPair(opened);
  const certificate = pair?.chain[0];
  if (!pair || !certificate) return { trouble: 'no-key', facts: null };
  const facts = factsOf(certificate);
  if (now < facts.notBefore) return { trouble: 'not-yet-valid', facts };
  if (now > facts.notAfter) return { trouble: 'expired', facts };
  return { trouble: null, key: { facts, ...pair } };
}

function openP12(p12: Buffer, password: string): forge.pkcs12.Pkcs12Pfx | 'broken' | 'wrong-password' {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(p12.toString('binary'));
  } catch {
    return 'broken';
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password);
  } catch (error) {
    return error instanceof Error && /password|MAC/i.test(error.message) ? 'wrong-password' : 'broken';
  }
}

/** The private key with the certificate that belongs to it; the file may hold those of its issuers too. */
function keyPair(p12: forge.pkcs12.Pkcs12Pfx): Omit<SigningKey, 'facts'> | null {
  const { pkcs8ShroudedKeyBag, certBag } = forge.pki.oids;
  const key = p12.getBags({ bagType: pkcs8ShroudedKeyBag })[pkcs8ShroudedKeyBag ?? '']?.[0]?.key;
  const certificates = (p12.getBags({ bagType: certBag })[certBag ?? ''] ?? []).flatMap(({ cert }) => cert ?? []);
  if (!key || !('n' in key)) return null;
  const own = certificates.find(({ publicKey }) => 'n' in publicKey && publicKey.n.equals(key.n));
  return own ? { privateKey: key, chain: [own, ...certificates.filter((other) => other !== own)] } : null;
}

export function factsOf(certificate: forge.pki.Certificate): KeyFacts {
  const { subject, issuer, validity } = certificate;
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes();
  const units = subject.attributes.map(({ value }) => String(value ?? ''));
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
    fingerprint: forge.md.sha256.create().update(der).digest().toHex(),
    trial: units.some((unit) => /\bTEST KEY\b|测试密钥/i.test(decoded(unit))),
  };
}

function nameOf(name: { getField(short: string): { value?: unknown } | null }): string {
  const field = name.getField('CN') ?? name.getField('O');
  return decoded(String(field?.value ?? '?'));
}

/** Names in UTF-8 come from forge as bytes, one a character. */
function decoded(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (!points.some((point) => point > 0x7f) || points.some((point) => point > 0xff)) return text;
  return Buffer.from(text, 'latin1').toString('utf8');
}
