import type { Deps } from '../../deps.ts';
import { scannerVersion } from '../file-scans/clamd.ts';
import { countScans, type HeldFile, listHeld } from '../file-scans/scan-store.ts';
import type { FileUse } from './integrity.ts';
import { listUsesOf } from './integrity-store.ts';

/** How the virus scanner stands, and what it holds back. */
export interface ScansPart {
  /** What the scanner says that it is; null: it cannot be reached. */
  readonly version: string | null;
  readonly isConfigured: boolean;
  readonly counts: Awaited<ReturnType<typeof countScans>>;
  readonly held: readonly (HeldFile & { readonly usedBy: readonly FileUse[] })[];
}

const mostHeld = 50;

export async function readScans({ db, config, log }: Deps): Promise<ScansPart> {
  const held = await listHeld(db, mostHeld);
  const uses = await listUsesOf(
    db,
    held.map(({ sha256 }) => sha256),
  );
  return {
    isConfigured: config.clamd !== null,
    version:
      config.clamd &&
      (await scannerVersion(config.clamd).catch((error: unknown) => {
        log.warn({ err: error }, 'the virus scanner cannot be reached');
        return null;
      })),
    counts: await countScans(db),
    held: held.map((file) => ({ ...file, usedBy: uses.get(file.sha256) ?? [] })),
  };
}
