import { createHash, X509Certificate } from 'node:crypto';
import { type Integer, OctetString, Sequence } from 'asn1js';
import { Certificate, type ExtKeyUsage, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import type { TextKey } from '../../i18n/texts.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { TimeStamp } from './time-stamp.ts';
import { sha256Id } from './time-stamp-request.ts';

/** What an answer must be about. */
export interface ExpectedStamp {
  /** Hexadecimal. */
  readonly sha256: string;
  /** Of the question that was asked; null: the answer was kept, and its question is not known any more. */
  readonly nonce: string | null;
  /** Certificates (PEM, one or several) of those who vouch for the authority. */
  readonly trust: string;
}

const isStamp = '1.2.840.113549.1.9.16.1.4';
const isData = '1.2.840.113549.1.7.1';
const extendedKeyUsage = '2.5.29.37';
const mayStampTime = '1.3.6.1.5.5.7.3.8';
/** Where a stamp names the certificate of its key by hash: RFC 2634 with SHA-1, RFC 5035 with any. */
const namesCertificate = ['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.16.2.12'];
const hashNames: Readonly<Record<string, string>> = {
  [sha256Id]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Reads an authority's answer (DER, RFC 3161 §2.4.2) and believes it only when it is about that hash and question, and was signed with a
 * key that is for stamping time and nothing else, by somebody for whom the trusted certificates vouch. Throws `unavailable` when the
 * authority refused, `conflict` when the answer proves nothing; both say why.
 */
export async function readTimeStamp(answer: Uint8Array, expected: ExpectedStamp): Promise<TimeStamp> {
  const { signed, info } = parse(answer);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== sha256Id || hex(hashedMessage) !== expected.sha256) throw unproven('timeStamps.otherFile');
  if (expected.nonce !== null && (!info.nonce || hex(info.nonce) !== expected.nonce)) throw unproven('timeStamps.otherQuestion');
  const signer = await verifiedSigner(signed, info.genTime, expected.trust);
  return { at: info.genTime.toISOString(), authority: nameOf(signer), policy: info.policy, serial: hex(info.serialNumber) };
}

function parse(answer: Uint8Array): { signed: SignedData; info: TSTInfo } {
  const response = readable(() => TimeStampResp.fromBER(Uint8Array.from(answer)));
  const { status, statusStrings = [] } = response.status;
  // 0: granted; 1: granted with changes.
  if (status > 1) {
    const words = statusStrings.map(({ valueBlock }) => valueBlock.value).join(' ');
    throw new AppError('unavailable', message('timeStamps.refused', { words: words.slice(0, 200) || String(status) }));
  }
  return readable(() => {
    const signed = new SignedData({ schema: response.timeStampToken?.content });
    const { eContent, eContentType } = signed.encapContentInfo;
    if (!eContent || eContentType !== isStamp) throw new Error('There is no time stamp in it.');
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) };
  });
}

/** What is no such structure makes the parser throw in many ways. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unproven('timeStamps.unreadable', error);
  }
}

function unproven(text: TextKey, cause?: unknown): AppError {
  return Object.assign(new AppError('conflict', { key: text, parameters: {} }), { cause });
}

function hex({ valueBlock }: OctetString | Integer): string {
  return Buffer.from(valueBlock.valueHexView).toString('hex');
}

/** The certificate of the key that signed, once everything about it is in order. */
async function verifiedSigner(signed: SignedData, at: Date, trust: string): Promise<Certificate> {
  // The library would hash the whole file for a stamp; the hash was compared already, so that it verifies this as a signature of any data.
  signed.encapContentInfo.eContentType = isData;
  const found = await signed
    .verify({ signer: 0, trustedCerts: certificatesIn(trust), checkChain: true, checkDate: at, extendedMode: true })
    .catch((error: unknown) => {
      throw unproven('timeStamps.notTrusted', error);
    });
  const { signerCertificate: signer, signatureVerified, signerCertificateVerified } = found;
  if (!signer || !signatureVerified || !signerCertificateVerified) throw unproven('timeStamps.notTrusted');
  if (!isForStamping(signer) || !isNamed(signer, signed)) throw unproven('timeStamps.wrongKey');
  return signer;
}

function certificatesIn(pem: string): Certificate[] {
  const parts = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return parts.map((part) => Certificate.fromBER(new Uint8Array(new X509Certificate(part).raw)));
}

/** RFC 3161 §2.3: that use, no other, and marked as critical. */
function isForStamping({ extensions = [] }: Certificate): boolean {
  const uses = extensions.find(({ extnID }) => extnID === extendedKeyUsage);
  const { keyPurposes = [] } = (uses?.parsedValue ?? {}) as Partial<ExtKeyUsage>;
  return uses?.critical === true && keyPurposes.length === 1 && keyPurposes[0] === mayStampTime;
}

/** What is signed must say with which certificate, so that no other one can be put in its place (RFC 5816). */
function isNamed(signer: Certificate, signed: SignedData): boolean {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const attribute = namesCertificate.map((type) => attributes.find((one) => one.type === type)).find(Boolean);
  const first = firstOf(firstOf(attribute?.values[0]));
  if (!attribute || !(first instanceof Sequence)) return false;
  const [algorithm, hash] = first.valueBlock.value;
  const named = hash instanceof OctetString && algorithm instanceof Sequence ? hash : algorithm;
  const id = algorithm instanceof Sequence ? String(algorithm.valueBlock.value[0]?.valueBlock) : sha256Id;
  const usual = attribute.type === namesCertificate[1] ? 'sha1' : hashNames[id];
  if (!(named instanceof OctetString) || usual === undefined) return false;
  return createHash(usual).update(new Uint8Array(signer.toSchema().toBER())).digest('hex') === hex(named);
}

function firstOf(block: unknown): unknown {
  return block instanceof Sequence ? block.valueBlock.value[0] : undefined;
}

/** The common name, or whatever the certificate calls its owner. */
function nameOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues.map(({ type, value }) => ({ type, text: String(value.valueBlock.value) }));
  return (parts.find(({ type }) => type === '2.5.4.3') ?? parts[0])?.text ?? '';
}
