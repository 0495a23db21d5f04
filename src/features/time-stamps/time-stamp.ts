/** When somebody independent saw the hash of a file, as they signed it (RFC 3161). */
export interface TimeStamp {
  /** ISO time of the authority's clock. */
  readonly at: string;
  /** The authority, as its certificate names it. */
  readonly authority: string;
  /** The object identifier of the rules by which it stamps. */
  readonly policy: string;
  /** Hexadecimal. */
  readonly serial: string;
}
