import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../model/errors.ts';
import { type FormState, typedValues } from '../../web/forms.ts';
import { limitText, receiveUpload, type Upload } from '../evidence/receive-upload.ts';
import { largestDisputeFile, mostDisputeFiles } from './dispute-file-store.ts';

/** What the form says of the files that it takes. */
export function fileLimits({ config }: Deps): { readonly most: number; readonly limit: string } {
  return { most: mostDisputeFiles, limit: limitText(Math.min(largestDisputeFile, config.uploadLimit)) };
}

/** Takes a form with files. When it, or a file, cannot be taken the form is asked again with what was typed. */
export async function takeWithFiles(
  deps: Deps,
  req: Request,
  take: (upload: Upload) => Promise<void>,
  again: (form: FormState, status: 422 | 413) => Promise<void>,
): Promise<void> {
  const upload = await receiveUpload(req, deps, Math.min(largestDisputeFile, deps.config.uploadLimit), mostDisputeFiles);
  try {
    if (upload.refusal) throw upload.refusal;
    await take(upload);
  } catch (error) {
    if (!(error instanceof AppError) || !(error.code === 'invalid' || error.code === 'too_large')) throw error;
    await again({ values: typedValues(upload.body), errors: error.fields }, error.code === 'invalid' ? 422 : 413);
  } finally {
    await upload.discard();
  }
}
