import { message } from '../../i18n/translate.ts';
import type { Part } from '../forms/part.ts';
import type { AssessedPartForm } from '../forms/variant-forms.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { CriteriaDraft } from './draft.ts';

/** Reports parts that do not deal out the top-level clauses: each must be in exactly one of them. */
export function checkParts({ parts, clauses, head }: CriteriaDraft, report: Report): void {
  if (parts.length === 0 || head.broken.has('parts')) return;
  const top = new Map(clauses.flatMap((clause) => (clause.form.id === undefined ? [] : [[clause.form.id, clause]])));
  const partOf = new Map<string, string>();
  const ids = new Set<string>();
  for (const part of parts) {
    const { id } = part.form;
    if (id !== undefined && ids.has(id)) report.at([...part.path, 'id'], message('criteria.doubledId', { found: id }));
    if (id !== undefined) ids.add(id);
    checkPart(part, report);
    checkClausesOf(part, top, partOf, report);
  }
  if (parts.some(({ form }) => !form.clauses)) return;
  for (const [id, { path }] of top) {
    if (!partOf.has(id)) report.at([...path, 'id'], message('criteria.inNoPart', { clause: id, allowed: [...ids].join(', ') }));
  }
}

function checkPart({ form: { weight, method = [] }, path }: Part<AssessedPartForm>, report: Report): void {
  if (weight === '0') report.at([...path, 'weight'], message('criteria.zeroNotAllowed'));
  method.forEach((found, index) => {
    if (method.indexOf(found) < index) report.at([...path, 'method', index], message('criteria.doubledEntry', { found }));
  });
}

function checkClausesOf(
  { form, path }: Part<AssessedPartForm>,
  top: ReadonlyMap<string, unknown>,
  partOf: Map<string, string>,
  report: Report,
): void {
  form.clauses?.forEach((clause, index) => {
    const place = [...path, 'clauses', index];
    const part = partOf.get(clause);
    if (!top.has(clause)) report.at(place, message('criteria.partClause', { id: clause }), suggest(clause, top.keys()));
    else if (part !== undefined) report.at(place, message('criteria.partTwice', { clause, part }));
    else partOf.set(clause, form.id ?? '');
  });
}
