import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { UploadedFile } from './accept-file.ts';
import { type EvidenceInput, kindOfMedia, kindsWithoutFile, type StoredEvidence } from './evidence.ts';
import type { AddInput, ChangeInput } from './evidence-forms.ts';
import type { NewEvidence, NewEvidenceFile } from './evidence-store.ts';
import { titleFromName } from './file-name.ts';

export type Piece = Omit<NewEvidence, 'id' | 'place'>;

/** A piece for every file, or one without file. Throws `invalid`. */
export function toPieces(input: AddInput, files: readonly UploadedFile[]): Piece[] {
  if (files.length === 0) return [withoutFile(input)];
  return files.map((file, index) => pieceOf(input, file, files.length > 1 ? index + 1 : null));
}

/** A title given for several files is numbered, so that they can be told apart. */
function pieceOf(input: AddInput, file: UploadedFile, number: number | null): Piece {
  const title = input.title === null ? titleFromName(file.name) : [input.title, number].filter((part) => part !== null).join(' ');
  const piece = { ...detailsOf(input), kind: input.kind ?? kindOfMedia(file.mediaType), title };
  checkSubstance(piece, true);
  return { ...piece, file: toNewFile(file) };
}

function toNewFile({ name, received, details, originalSha256 }: UploadedFile): NewEvidenceFile {
  return { name, sha256: received.sha256, details, originalSha256 };
}

function withoutFile(input: AddInput): Piece {
  const kind = input.kind ?? (input.link === null ? null : 'link');
  if (kind === null) throw refused({ files: message('evidence.nothingGiven') });
  const title = input.title ?? (kind === 'link' ? input.link : null);
  const piece = { ...detailsOf(input), kind, title: title ?? '' };
  checkSubstance(piece, false);
  if (piece.title === '') throw refused({ title: message('form.required') });
  return { ...piece, file: null };
}

/** What is left out is open. Throws `invalid` for a period that ends before it begins. */
export function detailsOf(input: AddInput | ChangeInput): Omit<EvidenceInput, 'kind' | 'title'> {
  const { periodFrom = null, periodTo = null, validUntil = null, siteId = null, source = null, findings = [] } = input;
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    throw refused({ periodTo: message('evidence.periodTurned') });
  const { ownDate, note, link, clauses } = input;
  return { date: ownDate, note, link, clauses, periodFrom, periodTo, validUntil, siteId, source, findings };
}

/** There must be something to look at: a file, a link, or what somebody heard and saw. */
export function checkSubstance({ kind, link }: Pick<EvidenceInput, 'kind' | 'link'>, hasFile: boolean): void {
  if (kind === 'link' && link === null) throw refused({ link: message('evidence.linkMissing') });
  if (!hasFile && link === null && !kindsWithoutFile.has(kind)) throw refused({ files: message('evidence.fileMissingFor') });
}

/** What people said of a piece, without what follows from it. */
export function valuesOf(evidence: EvidenceInput | StoredEvidence): EvidenceInput {
  const { kind, title, date, note, link, clauses, siteId, findings } = evidence;
  const { periodFrom, periodTo, source, validUntil } = 'life' in evidence ? evidence.life : evidence;
  return { kind, title, date, note, link, clauses, siteId, findings, periodFrom, periodTo, source, validUntil };
}

export function refused(fields: Record<string, ReturnType<typeof message>>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
