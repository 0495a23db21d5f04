import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A time-stamping authority of OpenSSL's own behind a small server, on a free port of this machine until the test ends. */
export interface LocalAuthority {
  readonly url: string;
  /** The certificate that vouches for it. */
  readonly trustFile: string;
  readonly folder: string;
  /** What it says to the next questions instead of a stamp; null: it stamps. */
  answer: ((question: Buffer) => { readonly status: number; readonly body: Buffer }) | null;
  /** The questions that came. */
  readonly questions: Buffer[];
  /** As it answers a question. */
  stamp(question: Buffer): Buffer;
  /** The same, signed with a key that is for web servers, which the same root vouches for. */
  stampWithWebKey(question: Buffer): Buffer;
}

const settings = (folder: string) => `
[tsa]
default_tsa = own
[own]
serial = ${join(folder, 'serial')}
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
ess_cert_id_alg = sha256
`;

export async function startTimeAuthority(): Promise<LocalAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-time-'));
  const openssl = (line: string) => execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'settings'), settings(folder));
  writeFileSync(join(folder, 'serial'), '01');
  const own = 'keyUsage=critical,digitalSignature\nbasicConstraints=CA:FALSE\n';
  writeFileSync(join(folder, 'own.uses'), `extendedKeyUsage=critical,timeStamping\n${own}`);
  writeFileSync(join(folder, 'web.uses'), `extendedKeyUsage=critical,serverAuth\n${own}`);
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  openssl(`req -x509 ${key} -keyout root.key -out root.pem -subj /CN=Root -days 30`);
  for (const name of ['own', 'web']) {
    openssl(`req ${key} -keyout ${name}.key -out ${name}.csr -subj /CN=时间戳测试机构 -utf8`);
    const files = `-in ${name}.csr -out ${name}.pem -extfile ${name}.uses`;
    openssl(`x509 -req ${files} -CA root.pem -CAkey root.key -days 30 -CAcreateserial`);
  }

  const authority: LocalAuthority = {
    url: '',
    trustFile: join(folder, 'root.pem'),
    folder,
    answer: null,
    questions: [],
    stamp(question) {
      writeFileSync(join(folder, 'question'), question);
      return openssl('ts -reply -config settings -queryfile question -signer own.pem -inkey own.key');
    },
    stampWithWebKey(question) {
      writeFileSync(join(folder, 'answer'), authority.stamp(question));
      openssl('ts -reply -config settings -in answer -token_out -out token');
      openssl('cms -verify -noverify -inform DER -in token -out info');
      const form = '-binary -nodetach -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -outform DER';
      const token = openssl(`cms -sign -in info -signer web.pem -inkey web.key ${form}`);
      const granted = Buffer.from('3003020100', 'hex');
      const head = Buffer.from([0x30, 0x82, 0, 0]);
      head.writeUInt16BE(granted.length + token.length, 2);
      return Buffer.concat([head, granted, token]);
    },
  };
  const server = createServer(async (req, res) => {
    const question = Buffer.concat(await req.toArray());
    authority.questions.push(question);
    const { status, body } = authority.answer?.(question) ?? { status: 200, body: authority.stamp(question) };
    res.writeHead(status, { 'Content-Type': 'application/timestamp-reply' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });
  return Object.assign(authority, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}
