import { Signer, SignPdf } from '@signpdf/signpdf';
import forge from 'node-forge';
import type { SigningKey } from './signing-key.ts';

/** Signs with a key that is open already: opening its file costs more than the signature. */
class OpenKeySigner extends Signer {
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    super();
    this.#key = key;
  }

  override async sign(content: Buffer, at = new Date()): Promise<Buffer> {
    const { privateKey, chain } = this.#key;
    const { contentType, data, signingTime, messageDigest, sha256 } = forge.pki.oids;
    const [certificate] = chain;
    if (!certificate || !contentType || !data || !signingTime || !messageDigest || !sha256)
      throw new Error('The key has no certificate.');
    const envelope = forge.pkcs7.createSignedData();
    envelope.content = forge.util.createBuffer(content.toString('binary'));
    for (const each of chain) envelope.addCertificate(each);
    envelope.addSigner({
      key: privateKey,
      certificate,
      digestAlgorithm: sha256,
      authenticatedAttributes: [
        { type: contentType, value: data },
        // Its type says text; forge itself wants the moment.
        { type: signingTime, value: at as unknown as string },
        { type: messageDigest },
      ],
    });
    envelope.sign({ detached: true });
    return Buffer.from(forge.asn1.toDer(envelope.toAsn1()).getBytes(), 'binary');
  }
}

/** The same document with a signature in the place that it keeps for one. */
export async function signPdf(unsigned: Buffer, key: SigningKey, at: Date): Promise<Buffer> {
  return new SignPdf().sign(unsigned, new OpenKeySigner(key), at);
}
