import { createHash } from 'node:crypto';
import forge from 'node-forge';
import { factsOf } from '../certificates/signing-key.ts';

/** What the bytes of a PDF say of their signature, without asking anybody. */
export type SignatureCheck =
  /** Not a PDF. */
  | { readonly found: 'no-pdf' }
  | { readonly found: 'no-signature' }
  /** `whole`: the signature covers all bytes; `intact`: what it covers is unchanged since. */
  | {
      readonly found: 'signature';
      readonly intact: boolean;
      readonly whole: boolean;
      readonly fingerprint: string;
      readonly signer: string;
    };

/** Checks the last signature of a PDF: the digest of what it covers, and the signature over that digest. */
export function checkSignature(pdf: Buffer): SignatureCheck {
  if (!pdf.subarray(0, 1024).includes('%PDF-')) return { found: 'no-pdf' };
  const place = lastRange(pdf);
  if (!place) return { found: 'no-signature' };
  const { ranges, contents } = place;
  const [a, b, c, d] = ranges;
  const covered = Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]);
  try {
    return { found: 'signature', whole: a === 0 && c + d === pdf.length, ...checkEnvelope(contents, covered) };
  } catch {
    // What cannot be read as a signature is none.
    return { found: 'no-signature' };
  }
}

interface Place {
  readonly ranges: readonly [number, number, number, number];
  readonly contents: Buffer;
}

function lastRange(pdf: Buffer): Place | null {
  const at = pdf.lastIndexOf('/ByteRange');
  if (at < 0) return null;
  const numbers = /^\/ByteRange\s*\[\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*\]/.exec(
    pdf.toString('latin1', at, at + 120),
  );
  const [a = -1, b = -1, c = -1, d = -1] = (numbers ?? []).slice(1).map(Number);
  if (a < 0 || c < a + b || c + d > pdf.length || c - (a + b) > 200_000) return null;
  const hex = pdf.toString('latin1', a + b, c).replace(/[<>\s]/g, '');
  return { ranges: [a, b, c, d], contents: Buffer.from(hex, 'hex') };
}

function checkEnvelope(contents: Buffer, covered: Buffer): { intact: boolean; fingerprint: string; signer: string } {
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(contents.toString('binary')), { parseAllBytes: false } as never);
  const envelope = forge.pkcs7.messageFromAsn1(asn1) as unknown as Envelope;
  const { authenticatedAttributes: attributes, signature } = envelope.rawCapture;
  const digest = digestOf(attributes);
  const certificate = envelope.certificates.find((each) => isSigned(each, attributes, signature)) ?? null;
  const owner = certificate ?? envelope.certificates[0];
  if (!owner) throw new Error('No certificate.');
  const { fingerprint, subject } = factsOf(owner);
  const same = createHash('sha256').update(covered).digest('binary') === digest;
  return { intact: same && certificate !== null, fingerprint, signer: subject };
}

interface Envelope {
  readonly certificates: readonly forge.pki.Certificate[];
  readonly rawCapture: { readonly authenticatedAttributes: readonly forge.asn1.Asn1[]; readonly signature: string };
}

/** The digest of the covered bytes that the signer signed. */
function digestOf(attributes: readonly forge.asn1.Asn1[]): string | null {
  for (const { value } of attributes) {
    const [type, set] = Array.isArray(value) ? value : [];
    if (!type || !set || forge.asn1.derToOid(String(type.value)) !== forge.pki.oids.messageDigest) continue;
    const [first] = Array.isArray(set.value) ? set.value : [];
    return first ? String(first.value) : null;
  }
  return null;
}

/** What is signed are the attributes, written as a set. */
function isSigned({ publicKey }: forge.pki.Certificate, attributes: readonly forge.asn1.Asn1[], signature: string): boolean {
  const { Class, Type, create, toDer } = forge.asn1;
  const bytes = toDer(create(Class.UNIVERSAL, Type.SET, true, [...attributes])).getBytes();
  try {
    return 'verify' in publicKey && publicKey.verify(forge.md.sha256.create().update(bytes).digest().getBytes(), signature);
  } catch {
    return false;
  }
}
