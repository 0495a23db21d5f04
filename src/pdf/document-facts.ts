export interface DocumentFacts extends PartFacts {
  readonly title: string;
  readonly subject: string;
  /** By which programs find something out about the file. */
  readonly keywords?: string | null;
  /** Written into the file, so that the same content gives the same bytes. */
  readonly createdAt: Date;
  /** In the form for archives, PDF/A-1b. */
  readonly archival?: boolean;
  /** Printed large and pale behind the text of every page, e.g. "Draft"; left out: nothing. */
  readonly watermark?: string | null;
}

/** What stands around the text; a document in two languages has a part in each. */
export interface PartFacts {
  /** Of the text, e.g. `zh-CN`. */
  readonly language: string;
  readonly header: { readonly left: string; readonly right: string };
  /** Left part of the footer; the page number stands on the right. */
  readonly footer: string;
  /** A word printed in the header of every page, e.g. "Draft". */
  readonly mark: string | null;
  readonly pageOf: (page: number, pages: number) => string;
  /** What stands above a table, e.g. "Table 3: Grades"; left out: tables are not numbered. */
  readonly tableCaption?: (number: number, title: string) => string;
}
