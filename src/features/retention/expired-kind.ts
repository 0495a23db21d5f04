import type { Db, Trx } from '../../db/db.ts';

/** Something whose period is over. */
export interface ExpiredItem {
  readonly id: string;
  /** How people call it. */
  readonly label: string;
  readonly endedAt: string;
}

export interface ExpiredList {
  /** The oldest first, as many as were asked for. */
  readonly items: readonly ExpiredItem[];
  readonly total: number;
  /** So many more are kept by a legal hold. */
  readonly held: number;
}

/** One kind of what goes by its age; each knows what a legal hold keeps of it. */
export interface ExpiredKind {
  list(db: Db, before: Date, most: number): Promise<ExpiredList>;
  /** Removes these. Gives the SHA-256 of files that they had: bytes that nothing else uses go as well. */
  remove(trx: Trx, ids: readonly string[], at: Date): Promise<string[]>;
}
