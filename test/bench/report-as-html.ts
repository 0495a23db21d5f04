import { clauseRows } from '../../src/features/assessment-exports/clause-rows.ts';
import type { Language } from '../../src/i18n/language.ts';
import { textIn, walkClauses } from '../../src/model/clauses.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import type { Result } from '../../src/model/result.ts';

/**
 * What the report tells, as a page for other programs to print: facts, scores, every clause with requirement, arithmetic, note and
 * evidence, the records with their hashes, the findings. Without charts, contents and bookmarks, which makes it easier for them.
 */
export function reportAsHtml(dossier: Dossier, result: Result, language: Language): string {
  const rows = clauseRows({ dossier, result }, language);
  const clauses = new Map([...walkClauses(dossier.criteria.clauses)].map(({ clause }) => [clause.id, clause]));
  const scores = rows.map(({ number, title, result: own }) => [
    number,
    title,
    own.points.shown,
    own.applicable.shown,
    own.obtained.shown,
  ]);
  const details = rows.map((row) => {
    const clause = clauses.get(row.id);
    const requirement = clause ? textIn(clause.requirement, language, dossier.criteria.language) : '';
    const text = [row.title, requirement, row.explanation, row.note, row.evidence.join(' '), row.findings.join(' ')];
    return [row.number, text.filter(Boolean).join('\n'), row.result.obtained.shown, row.result.points.shown];
  });
  const records = dossier.evidence.map(({ reference, title, note, date, file }) => [
    reference,
    [title, note].join('\n'),
    date ?? '',
    file ? `${file.name}\n${file.sha256}` : '',
  ]);
  const findings = dossier.findings.map(({ grade, statement }) => [grade, statement]);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(dossier.organization.name)}</title>
<style>@page { size: A4; margin: 26mm 22mm } body { font: 9.5pt/1.6 "Noto Sans CJK SC", sans-serif } table { width: 100%; border-collapse: collapse; font-size: 8pt }
td, th { border-bottom: .5pt solid #D9D5CA; padding: 4pt 5pt; text-align: left; vertical-align: top; white-space: pre-line } tr { break-inside: avoid }</style>
<h1>${escaped(dossier.organization.name)}</h1><p>${result.score.shown} / ${result.fullMarks.shown}</p>
${[scores, details, records, findings].map(tableOf).join('<h2>–</h2>')}</html>`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  return `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
