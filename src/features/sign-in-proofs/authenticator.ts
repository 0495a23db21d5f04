import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;

/** A fresh secret for an authenticator app, in Base32 as people type it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds. */
export function addressOfSecret(secret: string, signInName: string, issuer: string): string {
  return totpOf(secret, signInName, issuer).toString();
}

/** The time step (RFC 6238) in which the code is right, one step early or late allowed; null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

function totpOf(secret: string, label = 'account', issuer = 'Assay'): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
}

/** Encrypts the secret of an authenticator, so that a copy of the database alone makes no codes. */
export function seal(secret: string, key: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv);
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** null when it was encrypted with another key: the session secret has been changed since. */
export function unseal(sealed: string, key: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'assay authenticator secrets', 32));
}

export const recoveryCodeCount = 10;

/** No letters or digits that look alike. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten fresh codes of 16 signs (79 bits each), in groups of four. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => [group(), group(), group(), group()].join('-'));
}

/** A code as it was typed: width, case, spaces and hyphens make no difference. */
export function tidyCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
  return /^\d{6}$/.test(plain) ? plain : (plain.match(/.{1,4}/gu) ?? []).join('-');
}
