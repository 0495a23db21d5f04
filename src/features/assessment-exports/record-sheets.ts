import type { Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Dossier } from '../../model/dossier.ts';
import { addHead, asText } from './sheet-look.ts';

/** Findings with what was answered and how they were closed. */
export function addFindingsSheet(sheet: Worksheet, { criteria, findings }: Dossier, language: Language): void {
  const t = translator(language);
  addHead(sheet, [
    [t('exports.finding.number'), 18],
    [t('findings.grade'), 18],
    [t('exports.finding.clause'), 28],
    [t('exports.finding.site'), 18],
    [t('findings.statement'), 50],
    [t('exports.finding.correction'), 36],
    [t('exports.finding.cause'), 36],
    [t('exports.finding.action'), 36],
    [t('exports.finding.closedOn'), 14],
  ]);
  for (const finding of findings) {
    sheet.addRow(
      [
        finding.number ?? '',
        t(`findings.grade.${finding.grade}`),
        finding.clause === null ? '' : clauseName(criteria, finding.clause, language),
        finding.site ?? '',
        finding.statement,
        finding.answer?.correction ?? '',
        finding.answer?.cause ?? '',
        finding.answer?.action ?? '',
        finding.closedAt?.slice(0, 10) ?? '',
      ].map(asText),
    ).alignment = { vertical: 'top', wrapText: true };
  }
}

/** Evidence with the clauses that it serves and the hash of its file. */
export function addEvidenceSheet(sheet: Worksheet, { evidence }: Dossier, t: Translate): void {
  addHead(sheet, [
    [t('exports.evidence.reference'), 10],
    [t('exports.evidence.title'), 40],
    [t('exports.evidence.date'), 14],
    [t('exports.evidence.clauses'), 30],
    [t('exports.evidence.file'), 40],
    [t('exports.evidence.hash'), 68],
  ]);
  for (const one of evidence) {
    sheet.addRow(
      [
        one.reference,
        one.title,
        one.date ?? '',
        one.clauses.join(' '),
        one.file?.name ?? one.link ?? '',
        one.file?.sha256 ?? '',
      ].map(asText),
    ).alignment = { vertical: 'top', wrapText: true };
  }
}
