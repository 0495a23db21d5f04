import { join } from 'node:path';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { describeOutcome } from '../../model/explain.ts';
import { projectRoot } from '../../project-root.ts';
import { renderAlone } from '../../web/views.ts';
import type { Scored } from '../results/result-store.ts';
import type { PackageManifest } from './package-manifest.ts';

/** What the page in the archive shows. */
export interface OfflinePage {
  readonly language: Language;
  readonly t: Translate;
  readonly organization: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly documents: readonly OfflineLink[];
  readonly evidence: readonly (OfflineLink & {
    readonly reference: string;
    readonly date: string | null;
    readonly clauses: readonly string[];
    readonly sha256: string | null;
  })[];
}

interface OfflineLink {
  readonly text: string;
  /** null: there is nothing to open. */
  readonly href: string | null;
}

/** A page that leads through the archive without any server: plain HTML, no script, links relative to it. */
export function offlineIndex(manifest: PackageManifest, { dossier, result }: Scored, language: Language): Promise<string> {
  const t = translator(language);
  const { criteria } = dossier;
  const { assessment, made } = manifest;
  const page: OfflinePage = {
    language,
    t,
    organization: assessment.organization,
    facts: [
      [t('exports.assessment'), assessment.number ?? ''],
      [t('exports.period'), `${assessment.from} – ${assessment.to}`],
      [t('exports.criteria'), `${criteria.id} ${criteria.version}`],
      [t('exports.summary'), describeOutcome(criteria, result, language)],
      [t('packages.made'), `${made.at} · ${made.by}`],
    ],
    documents: manifest.documents.map(({ path }) => ({ text: path.split('/').at(-1) ?? path, href: hrefOf(path) })),
    evidence: manifest.evidence.map(({ reference, title, date, clauses, link, file }) => ({
      reference,
      text: title,
      href: file ? hrefOf(file.path) : webLink(link),
      date,
      clauses: clauses.map((id) => clauseName(criteria, id, language)),
      sha256: file?.sha256 ?? null,
    })),
  };
  return renderAlone(join(projectRoot, 'views'), 'packages/offline', page);
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Only what a browser opens as a page of the web: a link is what somebody typed. */
function webLink(link: string | null): string | null {
  return link !== null && /^https?:\/\//i.test(link) ? link : null;
}
