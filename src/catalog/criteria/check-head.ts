import { message } from '../../i18n/translate.ts';
import type { HeadForm } from '../forms/criteria-form.ts';
import type { Part } from '../forms/part.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { scaled } from './scaled.ts';

/** Reports what is wrong with adjustments, maturity and certification. */
export function checkHead({ form }: Part<HeadForm>, report: Report): void {
  const { adjustments, certification, maturity } = form;
  const grounds = [
    ...listGrounds(adjustments?.deduction?.grounds, ['adjustments', 'deduction', 'grounds']),
    ...listGrounds(adjustments?.bonus?.grounds, ['adjustments', 'bonus', 'grounds']),
  ];
  checkUniqueIds(grounds, report);
  for (const list of ['deadlines', 'documents', 'checks'] as const)
    checkUniqueIds(
      (certification?.[list] ?? []).map(({ id }, index) => ({ id, path: ['certification', list, index, 'id'] })),
      report,
    );
  if (maturity?.reached_at === '0') report.at(['maturity', 'reached_at'], message('criteria.zeroNotAllowed'));
  if (certification) checkNumberPattern(certification.number, ['certification', 'number'], report);
  checkPersonDays(certification?.person_days?.bands ?? [], report);
}

/** The bands rise, so that each headcount is in one and more people never take less time. */
function checkPersonDays(bands: readonly { readonly headcount: number; readonly days: string }[], report: Report): void {
  bands.forEach(({ headcount, days }, index) => {
    const path = ['certification', 'person_days', 'bands', index];
    const before = bands[index - 1];
    if (before && headcount <= before.headcount)
      report.at([...path, 'headcount'], message('criteria.headcountsRise', { found: headcount }));
    if (before && scaled(days) < scaled(before.days)) report.at([...path, 'days'], message('criteria.daysFall', { found: days }));
  });
}

interface NamedPlace {
  readonly id: string;
  readonly path: Path;
}

function listGrounds(grounds: readonly { readonly id: string }[] | undefined, path: Path): NamedPlace[] {
  return (grounds ?? []).map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));
}

function checkUniqueIds(places: readonly NamedPlace[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, path } of places) {
    if (seen.has(id)) report.at(path, message('criteria.doubledId', { found: id }));
    seen.add(id);
  }
}

/** The number of a certificate must differ from every other: it needs its serial number. */
function checkNumberPattern(pattern: string, path: Path, report: Report): void {
  const placeholders = pattern.match(/\{[^{}]*\}/g) ?? [];
  const strange = placeholders.filter((placeholder) => !/^\{(year|serial|serial:([1-9]|1[0-2]))\}$/.test(placeholder));
  const serials = placeholders.filter((placeholder) => placeholder.startsWith('{serial'));
  const rest = pattern.replace(/\{[^{}]*\}/g, '');
  if (serials.length !== 1) report.at(path, message('criteria.serialMissing', { found: pattern, serial: '{serial:5}' }));
  if (strange.length > 0 || /[{}\s]/.test(rest))
    report.at(
      path,
      message('criteria.badNumberPattern', { found: strange[0] ?? pattern, allowed: '{year} {serial} {serial:1}…{serial:12}' }),
    );
}
