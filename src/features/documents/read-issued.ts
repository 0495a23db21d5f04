import type { Deps } from '../../deps.ts';
import type { TimeStamp } from '../time-stamps/time-stamp.ts';
import { listTimeStamps } from '../time-stamps/time-stamp-store.ts';
import { type DocumentId, type DocumentSubject, keyOf } from './document-kind.ts';
import type { IssuedDocument } from './issued-document.ts';
import { listIssuedDocuments } from './issued-document-store.ts';

/** What a list of issued documents shows. */
export interface IssuedList {
  /** See `keyOf`. */
  readonly subject: string;
  readonly issued: readonly IssuedDocument[];
  /** By the ids of the issued documents. */
  readonly timeStamps: ReadonlyMap<string, TimeStamp>;
  /** An authority is configured, so that a document without a stamp can be stamped. */
  readonly canStamp: boolean;
}

export async function readIssued(
  deps: Deps,
  subject: DocumentSubject,
  canIssue: boolean,
  isSeen: (kind: DocumentId) => boolean = () => true,
): Promise<IssuedList> {
  const issued = (await listIssuedDocuments(deps.db, subject)).filter(({ kind }) => isSeen(kind));
  const ids = issued.map(({ id }) => id);
  return {
    subject: keyOf(subject),
    issued,
    timeStamps: await listTimeStamps(deps.db, ids),
    canStamp: canIssue && deps.config.timeAuthority !== null,
  };
}
