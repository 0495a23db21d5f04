import { createHash } from 'node:crypto';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { renderBooklet } from '../../src/features/booklets/booklet.ts';
import { renderSample } from '../../src/features/branding/brand-sample.ts';
import { renderCertificate } from '../../src/features/certificates/certificate-pdf.ts';
import { renderNonconformities } from '../../src/features/finding-forms/nonconformity-form.ts';
import { renderPlan } from '../../src/features/plans/plan-pdf.ts';
import { renderPortfolio } from '../../src/features/portfolio/portfolio-paper.ts';
import {
  type DocumentLook,
  languagesOf,
  type PaperId,
  type PaperLanguage,
  paperIds,
  paperLanguages,
} from '../../src/features/reports/paper.ts';
import type { PaperBrand } from '../../src/features/reports/paper-brand.ts';
import { renderPaper } from '../../src/features/reports/render-paper.ts';
import { type Language, languages } from '../../src/i18n/language.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { exampleBody, exampleBrand, exampleFacts, exampleForms, examplePlanSource, examplePortfolio } from './paper-inputs.ts';
import { unpacked } from './pdf-glyphs.ts';
import { reportDossier } from './report-dossier.ts';

/** A document of which there is one of every kind, written from the same input each time. */
export interface ShelvedPaper {
  /** `audit-report both`. */
  readonly name: string;
  readonly languages: readonly Language[];
  /** In the form for archives. */
  readonly isArchival: boolean;
  readonly write: () => Promise<Buffer>;
}

export const issue = {
  code: 'K7QM-3F9T-XW2B',
  address: 'https://a.example/verify/K7QM-3F9T-XW2B',
  at: '2026-01-15T09:00:00.000Z',
  by: 'Ada',
};

/** Every kind of document, by criteria with few clauses so that all are written in a few seconds. */
export const shelf: readonly ShelvedPaper[] = [
  ...paperIds.map((id) => ({
    name: `${id} both`,
    languages: ['zh-CN', 'en'] as const,
    isArchival: true,
    write: () => paper(id, id === 'audit-report' ? exampleBrand : null),
  })),
  ...paperLanguages.flatMap((language) => [
    framed('booklet', language, async (look) => {
      const criteria = await smallCriteria();
      return renderBooklet({ ...look, source: { criteria, hash: criteriaHash(criteria) }, at: issue.at });
    }),
    framed('nonconformity-forms', language, async (look) =>
      renderNonconformities({ ...look, source: exampleForms(await smallCriteria()) }),
    ),
    framed('plan', language, async (look) =>
      renderPlan({ ...look, source: examplePlanSource(await smallCriteria()), at: issue.at }),
    ),
    framed('portfolio', language, (look) => renderPortfolio({ ...look, source: examplePortfolio() })),
  ]),
  ...languages.map((language) => ({
    name: `brand-sample ${language}`,
    languages: [language],
    isArchival: false,
    write: () => renderSample(exampleBrand, language),
  })),
  ...(['zh-CN', 'en', 'both'] as const).map((language) => ({
    name: `certificate ${language}`,
    languages: language === 'both' ? (['zh-CN', 'en'] as const) : [language],
    isArchival: false,
    write: () =>
      renderCertificate({
        logo: null,
        mark: null,
        facts: exampleFacts,
        body: exampleBody,
        language,
        address: `https://a.example/register/${exampleFacts.number}`,
        trial: false,
        at: new Date(issue.at),
      }),
  })),
];

/** Of the four that can be had without being issued: in one language so, in both issued. */
function framed(
  kind: string,
  language: PaperLanguage,
  render: (look: DocumentLook) => Promise<{ readonly bytes: Buffer }>,
): ShelvedPaper {
  const isArchival = language === 'both';
  const look = isArchival ? { language, brand: exampleBrand, issue } : { language, brand: null, issue: null };
  return {
    name: `${kind} ${language}`,
    languages: languagesOf(language),
    isArchival,
    write: async () => (await render(look)).bytes,
  };
}

const written = new Map<string, Promise<Buffer>>();

/** The bytes of a document; each is written once a process, whoever asks. */
export function bytesOf(paper: ShelvedPaper): Promise<Buffer> {
  const bytes = written.get(paper.name) ?? paper.write();
  written.set(paper.name, bytes);
  return bytes;
}

export interface Golden {
  /** Of what packs the streams: another one may give other bytes for the same content. */
  readonly packer: string;
  /** SHA-256 by name of the document: of its bytes, and of the same unpacked. */
  readonly papers: Readonly<Record<string, { readonly bytes: string; readonly unpacked: string }>>;
}

/** What is pinned of every document. */
export async function goldenOfShelf(): Promise<Golden> {
  const papers: Record<string, { bytes: string; unpacked: string }> = {};
  for (const paper of shelf) {
    const bytes = await bytesOf(paper);
    papers[paper.name] = { bytes: hashOf(bytes), unpacked: hashOf(unpacked(bytes)) };
  }
  return { packer: `zlib ${process.versions.zlib} ${process.arch}`, papers };
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

let criteria: Criteria | null = null;

async function smallCriteria(): Promise<Criteria> {
  criteria ??= (await readCriteria('criteria/complaint-management.yaml')).criteria;
  if (!criteria) throw new Error('The criteria cannot be read.');
  return criteria;
}

/** A finished audit by criteria with few clauses, with one before it. */
export async function smallDossier(changes: Partial<Dossier> = {}): Promise<Dossier> {
  const own = await smallCriteria();
  const rates = Object.fromEntries(ratedClauses(own).map(({ id }, index) => [id, index % 9 === 0 ? '0.5' : '1']));
  const previous = { number: 'A-2025-0003', to: '2025-01-08', score: '84.10', grade: null, rates };
  return reportDossier(own, { previous, ...changes });
}

/** With many failures among the samples, so that there is a way to go to the next grade. */
function weakened(ratings: Dossier['ratings']): Dossier['ratings'] {
  const changed = Object.entries(ratings).map(([id, one]) => {
    const { rating } = one;
    return [id, rating?.by === 'sample' ? { ...one, rating: { ...rating, failed: Math.floor(rating.size / 2) } } : one];
  });
  return Object.fromEntries(changed);
}

async function paper(id: PaperId, brand: PaperBrand | null): Promise<Buffer> {
  const whole = await smallDossier();
  const dossier = id === 'roadmap-paper' ? { ...whole, ratings: weakened(whole.ratings) } : whole;
  const source = { dossier, result: resultOf(dossier), asFound: null };
  return (await renderPaper({ paper: id, language: 'both', source, brand, issue })).bytes;
}
