import type { ImportKind } from '../../catalog/imports/import-report.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type * as work from './draft-work.ts';
import type { FilesTask, Outcome } from './draft-work.ts';
import type { ForeignTexts } from './foreign-texts.ts';
import type { UploadedTexts } from './uploaded-texts.ts';

/** Reads files that become drafts in a thread beside the server. Throws `invalid` with what is wrong, `unavailable`. */
export interface DraftReader {
  upload(task: FilesTask): Promise<UploadedTexts & { readonly title: string }>;
  foreign(task: FilesTask & { readonly kind: ImportKind | null }): Promise<ForeignTexts>;
}

/** Megabytes; files that need more are refused. */
const heap = 1024;

export function openDraftReader(deps: Pick<Deps, 'log' | 'threads'>): DraftReader {
  const thread = deps.threads.for<typeof work>(new URL('./draft-work.ts', import.meta.url), heap);
  const readOf = async <Read>(running: Promise<Outcome<Read>>): Promise<Read> => {
    const outcome = await running.catch((error: unknown) => {
      deps.log.warn({ error }, 'files of criteria could not be read');
      throw new AppError('unavailable', message('drafts.tooHeavy'), {}, { cause: error });
    });
    if ('fields' in outcome) throw new AppError('invalid', message('error.checkFields'), outcome.fields);
    return outcome.read;
  };
  return {
    upload: (task) => readOf(thread.run('readUpload', task)),
    foreign: (task) => readOf(thread.run('readForeign', task)),
  };
}
