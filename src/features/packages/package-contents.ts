import type { Evidence } from '../../model/dossier.ts';
import { displayName, extensionOf } from '../evidence/file-name.ts';

/** A file in the package. */
export interface PackageFile {
  /** Within the archive, parts divided by `/`. */
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface PackedEvidence {
  readonly evidence: Evidence;
  /** null: a link, or a file whose bytes may not be handed out. */
  readonly file: PackageFile | null;
}

/** Characters of a name in the archive; together with folders it stays below what every system takes. */
const longestName = 100;

/** Every piece under a name that people can read, `E7 维修记录.pdf`; no two have the same. */
export function packEvidence(
  all: readonly Evidence[],
  folder: string,
  mayHandOut: (sha256: string) => boolean,
): PackedEvidence[] {
  return all.map((evidence) => {
    const { file, reference, title } = evidence;
    if (!file || !mayHandOut(file.sha256)) return { evidence, file: null };
    const path = `${folder}/${fileName(reference, title, extensionOf(file.name))}`;
    return { evidence, file: { path, sha256: file.sha256, size: file.size } };
  });
}

/** The reference comes first and is the only one of its kind, so that names never clash. */
function fileName(reference: string, title: string, extension: string): string {
  const ending = extension === '' ? '' : `.${extension}`;
  const stem = [...displayName(`${reference} ${title}`)]
    .slice(0, longestName - ending.length)
    .join('')
    .trimEnd();
  return `${stem.replace(/\.+$/, '')}${ending}`;
}
