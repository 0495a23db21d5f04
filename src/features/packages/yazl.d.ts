/** The package has no types of its own; this is what we use of it. */
declare module 'yazl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  interface EntryOptions {
    readonly mtime: Date;
    readonly mode: number;
    /** Without the exact moment beside the local time that every ZIP has. */
    readonly forceDosTimestamp?: boolean;
    readonly compress?: boolean;
    /** Bytes, checked against what comes. */
    readonly size?: number;
  }

  export class ZipFile extends EventEmitter {
    readonly outputStream: Readable;
    addBuffer(bytes: Buffer, path: string, options: EntryOptions): void;
    addReadStreamLazy(
      path: string,
      options: EntryOptions,
      open: (give: (error: unknown, stream: Readable) => void) => void,
    ): void;
    end(): void;
  }
}
