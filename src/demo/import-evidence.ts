import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import { acceptFile, type UploadedFile } from '../features/evidence/accept-file.ts';
import { kindsWithoutFile } from '../features/evidence/evidence.ts';
import { addEvidence } from '../features/evidence/evidence-service.ts';
import { displayName } from '../features/evidence/file-name.ts';
import type { Actor } from '../model/actor.ts';
import type { Evidence } from '../model/dossier.ts';
import { examples } from './demo-companies.ts';

/** Hands in one piece of evidence with its file; a record that the examples only name gets a text in its place. */
export async function importEvidence(deps: Deps, by: Actor, assessmentId: string, evidence: Evidence): Promise<void> {
  const { kind, title, date, note, link, clauses } = evidence;
  const input = { kind, title, ownDate: date, note, link, clauses: [...clauses] };
  const file = await receive(deps, evidence);
  try {
    await addEvidence(deps, by, assessmentId, input, file ? [file] : []);
  } finally {
    await file?.received.discard();
  }
}

async function receive(deps: Deps, { kind, title, link, file }: Evidence): Promise<UploadedFile | null> {
  if (file) return takeIn(deps, file.name, createReadStream(join(examples, 'evidence', file.name)));
  if (link !== null || kindsWithoutFile.has(kind)) return null;
  const text = `${title}\n\n演示资料：此处代替实际存档的文件。公司、人员和数据均为虚构。\n`;
  return takeIn(deps, displayName(`${title}.txt`), Readable.from([Buffer.from(text)]));
}

/** Receives a file as an upload would; the caller discards what it does not keep. */
export async function takeIn(deps: Deps, name: string, stream: Readable): Promise<UploadedFile> {
  const received = await deps.files.receive(stream, deps.config.uploadLimit);
  return acceptFile(received, name);
}
