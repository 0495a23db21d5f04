import type { Language } from '../../i18n/language.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import type { Scored } from '../results/result-store.ts';
import type { PaperOrder } from './paper.ts';
import type { PaperBrand } from './paper-brand.ts';
import { renderPaper } from './render-paper.ts';

/** The order of the full report of an assessment: that of an audit, or of a company's own. */
export function reportOrder(
  scored: Scored,
  language: Language,
  asFound: Scored | null,
  brand: PaperBrand | null = null,
): PaperOrder {
  const paper = scored.dossier.assessment.kind === 'self' ? 'self-report' : 'audit-report';
  return { paper, language, source: { ...scored, asFound }, brand, issue: null };
}

/** The full report of an assessment in one language, neither issued nor marked as a preview. */
export async function renderReport(
  dossier: Dossier,
  result: Result,
  language: Language,
  asFound: Scored | null = null,
): Promise<Buffer> {
  return (await renderPaper(reportOrder({ dossier, result }, language, asFound))).bytes;
}
