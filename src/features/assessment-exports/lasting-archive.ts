import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { openArchive } from '../../catalog/sheets/zip-directory.ts';
import type { Dossier } from '../../model/dossier.ts';

/**
 * The same office document without a trace of when and in which process it was written: the same assessment always gives the
 * same bytes, so that two copies can be compared by their hash. `at` stands in it as the time of its making.
 */
export async function lastingArchive(bytes: Uint8Array, at: string): Promise<Uint8Array> {
  const archive = openArchive(bytes, { own: true });
  const zip = new ZipFile();
  for (const name of archive.names) {
    const content = Buffer.from(archive.read(name) ?? new Uint8Array());
    const settled = name.endsWith('.xml') ? Buffer.from(settle(content.toString('utf8'), at)) : content;
    zip.addBuffer(settled, name, { mtime: noonOf(at), mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** A ZIP tells the local time of its writer: noon of a day is written alike everywhere, and no clock that is set forward skips it. */
function noonOf(at: string): Date {
  const day = new Date(at);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}

/** The moment for which a document about an assessment speaks: when it ended, else its last day. */
export function momentOf({ assessment: { finishedAt, to } }: Dossier): string {
  return finishedAt ?? `${to}T00:00:00.000Z`;
}

/**
 * Bookmarks of contents are numbered on and on within a process; here from 1 in each document. Only tags and fields are looked
 * at: what people typed stays as it is.
 */
function settle(xml: string, at: string): string {
  const numbers = new Map<string, number>();
  const renumber = (number: string) => {
    const known = numbers.get(number) ?? numbers.size + 1;
    numbers.set(number, known);
    return known;
  };
  return xml
    .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${at}`)
    .replace(/(<w:instrText\b[^>]*>PAGEREF _Toc)(\d+)/g, (_, before: string, number: string) => `${before}${renumber(number)}`)
    .replace(/(<w:hyperlink\b[^>]*"_Toc)(\d+)/g, (_, before: string, number: string) => `${before}${renumber(number)}`)
    .replace(/(<w:bookmarkStart\b[^>]*"_Toc)(\d+)/g, (_, before: string, number: string) => `${before}${renumber(number)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g,
      (_, before: string, number: string) => `${before}${renumber(number)}`,
    );
}
