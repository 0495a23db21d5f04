import { hash, verify } from '@node-rs/argon2';

/** OWASP's settings for argon2id: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters. A long sentence is fine; the upper limit only stops abuse. */
export const passwordLimits = { least: 10, most: 128 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), settings);
}

let decoy: Promise<string> | null = null;

/** Takes as long when there is no such person or no password yet, so that the time tells nothing. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const kept = passwordHash ?? (await decoy);
  const forms = new Set([password.normalize('NFKC'), password.normalize('NFC')]);
  let matches = false;
  // Passwords of earlier versions were hashed in the second form; for most the two are the same.
  for (const form of forms) matches ||= await verify(kept, form);
  return matches && passwordHash !== null;
}
