import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

export const sha256Id = '2.16.840.1.101.3.4.2.1';

/** A question as it is sent (DER), and what must come back in its answer. */
export interface TimeStampRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Hexadecimal. */
  readonly nonce: string;
}

/** Asks a time-stamping authority about one SHA-256 (hexadecimal), RFC 3161 §2.4.1, with eight random bytes. */
export function toTimeStampRequest(sha256: string, random: Uint8Array): TimeStampRequest {
  // A whole number in DER: neither negative nor with a byte that could be left out.
  const nonce = Uint8Array.from(random, (byte, at) => (at === 0 ? (byte & 0x3f) | 0x40 : byte));
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(sha256, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: Buffer.from(nonce).toString('hex') };
}
