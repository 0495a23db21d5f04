import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { projectRoot } from '../../project-root.ts';
import { findAccount } from '../accounts/account-store.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { fileNameOf } from '../documents/file-name-of.ts';
import { listIssuedDocuments } from '../documents/issued-document-store.ts';
import { readPaperSource } from '../documents/read-paper-source.ts';
import type { PaperId, PaperOrder, PaperSource } from '../reports/paper.ts';
import { writeInThread } from '../reports/write-paper.ts';
import type { TaskHandle } from '../tasks/task.ts';
import { offlineIndex } from './offline-index.ts';
import { type PackageFile, packEvidence } from './package-contents.ts';
import { type PackageManifest, toPackageManifest } from './package-manifest.ts';
import type { PackageTaskInput } from './package-service.ts';
import { listWithheldFiles } from './package-store.ts';
import type { ZipEntry } from './zip-stream.ts';

export interface Gathered {
  readonly number: string;
  readonly entries: readonly ZipEntry[];
  readonly manifest: PackageManifest;
}

/** What goes into the archive of an assessment; the bytes of files are opened only when their turn comes. */
export async function gather(deps: Deps, handle: TaskHandle, askedBy: string): Promise<Gathered> {
  const { assessmentId, language } = handle.task.input as PackageTaskInput;
  const t = translator(language);
  const assessment = await findAssessment(deps.db, assessmentId);
  const scored = await readPaperSource(deps, assessment);
  const { name } = await findAccount(deps.db, askedBy);
  const issued = await listIssuedDocuments(deps.db, { of: 'assessment', id: assessmentId });
  const report = issued.some(({ kind }) => reports.has(kind)) ? null : await writeReport(deps, { scored, language }, handle);
  const organization = scored.dossier.organization.name;
  const papers = issued.map(
    (document): PackageFile => ({
      path: `${t('packages.folder.documents')}/${document.code} ${fileNameOf({ ...document, number: assessment.number, organization })}`,
      sha256: document.sha256,
      size: document.size,
    }),
  );
  const written = report && { path: `${t('packages.folder.documents')}/${t('packages.report')}.pdf`, ...report };
  const documents = written ? [fileOf(written), ...papers] : papers;
  const withheld = await listWithheldFiles(deps.db, assessmentId);
  const evidence = packEvidence(scored.dossier.evidence, t('packages.folder.evidence'), (sha256) => !withheld.has(sha256));
  const manifest = toPackageManifest({
    scored,
    criteriaHash: assessment.criteriaHash,
    documents,
    evidence,
    made: { at: deps.clock().toISOString(), by: name },
  });
  const files = [...papers, ...evidence.flatMap(({ file }) => file ?? [])];
  return {
    number: assessment.number,
    manifest,
    entries: [
      { path: 'index.html', content: await offlineIndex(manifest, scored, language) },
      { path: 'index.css', content: await readFile(join(projectRoot, 'views/packages/offline.css')) },
      { path: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
      ...(written ? [{ path: written.path, content: written.bytes }] : []),
      ...files.map(({ path, size, sha256 }) => ({ path, size, open: () => deps.files.open(sha256) })),
    ],
  };
}

const reports: ReadonlySet<string> = new Set<PaperId>(['audit-report', 'self-report']);

/** Where no report was issued yet, one goes along that is marked as a preview. */
async function writeReport(
  deps: Deps,
  { scored, language }: { readonly scored: PaperSource; readonly language: Language },
  { signal }: TaskHandle,
): Promise<{ readonly bytes: Uint8Array }> {
  const paper = scored.dossier.assessment.kind === 'self' ? 'self-report' : 'audit-report';
  const order: PaperOrder = { paper, language, source: scored, brand: await readPaperBrand(deps.db), issue: 'preview' };
  return writeInThread(deps, order, { signal });
}

function fileOf({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): PackageFile {
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
