import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** What the server says to a letter. */
export type Answer = 'take' | 'refuse' | 'later' | 'hang';

/** A real mail server in this process; what it took, as it came over the wire. */
export async function startMailServer(answer: () => Answer = () => 'take'): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const how = answer();
      if (how === 'hang') return;
      const code = how === 'refuse' ? 550 : 451;
      done(how === 'take' ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, taken };
}
