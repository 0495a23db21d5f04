import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish, closes the database. */
  stop(): Promise<void>;
}

/** Milliseconds that running requests get to finish when the server is stopped. */
const longestGrace = 10_000;

/** Throws an Error that names the address when it is taken or not allowed. */
export async function startServer(deps: Deps, grace = longestGrace): Promise<RunningServer> {
  const server = createApp(deps).listen(deps.config.port, deps.config.host);
  await listening(server);
  server.requestTimeout = 10 * 60 * 1000;
  server.headersTimeout = 30_000;

  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : deps.config.port;
  return {
    port,
    async stop() {
      await closeServer(server, grace);
      await deps.db.destroy();
    },
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.once('listening', done);
    server.once('error', (error) => fail(couldNotListen(error)));
  });
}

function couldNotListen(error: Error): Error {
  const code = 'code' in error ? error.code : '';
  const reason =
    code === 'EADDRINUSE'
      ? '端口已被占用，请停掉占用者或用 PORT 另选一个 · The port is taken: stop what uses it or choose another with PORT.'
      : '无法监听 · Cannot listen.';
  return new Error(`${reason} (${error.message})`, { cause: error });
}

/** Browsers keep idle connections open; those are closed at once, busy ones when their answer is out or the grace is over. */
function closeServer(server: Server, grace: number): Promise<void> {
  return new Promise((done) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const hard = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(hard);
      done();
    });
  });
}
