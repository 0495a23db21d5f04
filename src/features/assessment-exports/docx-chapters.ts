import type { Paragraph, Table } from 'docx';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import { decimalPercent } from '../../model/figure-words.ts';
import type { Scored } from '../results/result-store.ts';
import { type ClauseRow, clauseRows } from './clause-rows.ts';
import { heading, paragraph, table } from './docx-blocks.ts';

/** The first two levels of the tree in figures. */
export function sectionTable(scored: Scored, language: Language): Table {
  const t = translator(language);
  const rows = clauseRows(scored, language).filter(({ depth }) => depth < 2);
  return table(
    [t('exports.column.title'), t('exports.column.obtained'), t('exports.column.applicable'), t('exports.column.rate')],
    rows.map(({ number, title, depth, result }) => [
      `${'\u2003'.repeat(depth)}${[number, title].filter(Boolean).join(' ')}`,
      result.obtained.shown,
      result.applicable.shown,
      rateOf(result.rate?.shown),
    ]),
    [5, 1, 1, 1],
  );
}

/** Every clause with requirement, rating, arithmetic, note and evidence. */
export function clauseChapter(scored: Scored, language: Language): (Paragraph | Table)[] {
  const { criteria } = scored.dossier;
  const t = translator(language);
  return clauseRows(scored, language).flatMap((row) => {
    const name = [row.number, row.title].filter(Boolean).join(' ');
    if (!row.isRated)
      return [heading(row.depth === 0 ? 2 : 3, `${name} (${row.result.obtained.shown} / ${row.result.applicable.shown})`)];
    const requirement = textIn(findClause(criteria, row.id)?.requirement ?? null, language, criteria.language);
    return [
      heading(3, name),
      ...(requirement ? [paragraph(requirement, 'Small')] : []),
      paragraph(row.explanation),
      ...(row.note ? [paragraph(`${t('exports.column.note')}: ${row.note}`)] : []),
      ...recordLines(row, t),
    ];
  });
}

function recordLines({ evidence, findings }: ClauseRow, t: Translate): Paragraph[] {
  return [
    ...(evidence.length > 0 ? [paragraph(`${t('exports.column.evidence')}: ${evidence.join(', ')}`, 'Small')] : []),
    ...(findings.length > 0 ? [paragraph(`${t('exports.column.findings')}: ${findings.join('; ')}`, 'Small')] : []),
  ];
}

/** Every finding with what was answered. */
export function findingChapter({ dossier }: Scored, language: Language): Paragraph[] {
  const t = translator(language);
  return dossier.findings.flatMap(({ number, grade, clause, statement, answer, closedAt }) => {
    const about = clause === null ? '' : clauseName(dossier.criteria, clause, language);
    const answered: [string, string | undefined][] = [
      [t('exports.finding.correction'), answer?.correction],
      [t('exports.finding.cause'), answer?.cause],
      [t('exports.finding.action'), answer?.action],
      [t('exports.finding.closedOn'), closedAt?.slice(0, 10)],
    ];
    return [
      heading(3, [number, t(`findings.grade.${grade}`), about].filter(Boolean).join(' · ')),
      paragraph(statement),
      ...answered.flatMap(([label, text]) => (text ? [paragraph(`${label}: ${text}`)] : [])),
    ];
  });
}

export function evidenceTable({ dossier }: Scored, t: Translate): Table {
  return table(
    [
      t('exports.evidence.reference'),
      t('exports.evidence.title'),
      t('exports.evidence.date'),
      t('exports.evidence.clauses'),
      t('exports.evidence.file'),
    ],
    dossier.evidence.map(({ reference, title, date, clauses, file, link }) => [
      reference,
      title,
      date ?? '',
      clauses.map((id) => findClause(dossier.criteria, id)?.number || id).join(' '),
      file?.name ?? link ?? '',
    ]),
    [1, 4, 1.6, 2, 3],
  );
}

/** Everybody who signs, with room to do so. */
export function teamTable({ dossier: { assessment } }: Scored, t: Translate): Table {
  const lines = assessment.team.map(({ name, role, registrationNumber }) => [
    t(`report.role.${role}`),
    name,
    registrationNumber ?? '',
    '',
    '',
  ]);
  return table(
    [
      t('report.head.role'),
      t('report.head.name'),
      t('report.head.registration'),
      t('report.head.signature'),
      t('report.head.date'),
    ],
    [...lines, [t('report.role.organization'), '', '', '', '']],
    [2, 2, 2, 3, 2],
  );
}

function rateOf(shown: string | undefined): string {
  return shown === undefined ? '—' : decimalPercent(shown);
}
