import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish, closes the database. */
  stop(): Promise<void>;
}

/** What one client may take of the server's time, in milliseconds, and all together of its connections. */
export interface ServerLimits {
  /** That running requests get to finish when the server is stopped. */
  readonly grace: number;
  /** Until all headers are there; until the whole request is, the largest upload over a poor line included. */
  readonly headers: number;
  readonly request: number;
  /** In which nothing comes or goes, such as with somebody who does not take the answer. */
  readonly silence: number;
  /** Between looking for those who are too slow. */
  readonly check: number;
  /** Open at once. */
  readonly connections: number;
}

const usual: ServerLimits = {
  grace: 10_000,
  headers: 30_000,
  request: 10 * 60_000,
  silence: 3 * 60_000,
  check: 5000,
  connections: 2000,
};

/** Bytes of all headers of a request, and their number; what is more is refused, not dropped in silence. */
const headerBytes = 16 * 1024;
const mostHeaders = 200;

/** Throws an Error that names the address when it is taken or not allowed. */
export async function startServer(deps: Deps, some: Partial<ServerLimits> = {}): Promise<RunningServer> {
  const limits = { ...usual, ...some };
  const waiting = { headersTimeout: limits.headers, requestTimeout: limits.request, connectionsCheckingInterval: limits.check };
  const app = createApp(deps);
  const server = createServer({ ...waiting, maxHeaderSize: headerBytes }, (req, res) => {
    if (req.rawHeaders.length > 2 * mostHeaders) res.writeHead(431, { Connection: 'close' }).end();
    else app(req, res);
  });
  server.timeout = limits.silence;
  server.maxConnections = limits.connections;
  server.listen(deps.config.port, deps.config.host);
  await listening(server);

  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : deps.config.port;
  return {
    port,
    async stop() {
      await closeServer(server, limits.grace);
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
