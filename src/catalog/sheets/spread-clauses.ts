import type { ClauseFileForm } from './file-form.ts';
import { type InLanguages, type SpreadRow, spreadLevels } from './spread-frame.ts';

type ClauseSheet = 'clauses' | 'variant_points' | 'scales' | 'checklists' | 'bands' | 'evidence';
type ClauseSheets = Record<ClauseSheet, SpreadRow[]>;

/** The lines about clauses, parents before children; `scales` has the levels that are written in place. */
export function spreadClauses(clauses: readonly ClauseFileForm[], inLanguages: InLanguages): ClauseSheets {
  const sheets: ClauseSheets = { clauses: [], variant_points: [], scales: [], checklists: [], bands: [], evidence: [] };
  const add = (clause: ClauseFileForm, parent: string | undefined) => {
    sheets.clauses.push(spreadClause(clause, parent, inLanguages));
    spreadParts(clause, inLanguages, sheets);
    for (const child of clause.clauses ?? []) add(child, clause.id);
  };
  for (const clause of clauses) add(clause, undefined);
  return sheets;
}

function spreadClause(clause: ClauseFileForm, parent: string | undefined, inLanguages: InLanguages): SpreadRow {
  const { id, number, points, only_in, weight, aggregate, rate_by, step, not_applicable, maturity, method } = clause;
  const { at_sites } = clause;
  const { sample, scale, measure, checklist } = clause;
  return {
    ...{ parent, id, number, points, only_in, weight, aggregate, rate_by, step, not_applicable, at_sites, maturity, method },
    ...inLanguages('title', clause.title, ({ clauses }) => clauses?.[id]?.title),
    ...inLanguages('requirement', clause.requirement, ({ clauses }) => clauses?.[id]?.requirement),
    ...inLanguages('guidance', clause.guidance, ({ clauses }) => clauses?.[id]?.guidance),
    sample_at_least: sample?.at_least,
    scale: typeof scale === 'string' ? scale : undefined,
    ...inLanguages('unit', measure?.unit, ({ clauses }) => clauses?.[id]?.unit),
    better: measure?.better,
    between: measure?.between,
    measure_from: measure?.from,
    measure_to: measure?.to,
    need: checklist?.need,
    full_at: checklist?.full_at,
  };
}

function spreadParts(
  { id, points_in: pointsIn, scale, checklist, measure, evidence }: ClauseFileForm,
  inLanguages: InLanguages,
  sheets: ClauseSheets,
): void {
  for (const [where, points] of Object.entries(pointsIn ?? {})) sheets.variant_points.push({ clause: id, where, points });
  if (typeof scale === 'object')
    sheets.scales.push(
      ...spreadLevels({ clause: id }, scale.levels, inLanguages, ({ clauses }, value) => clauses?.[id]?.levels?.[value]),
    );
  for (const item of checklist?.items ?? [])
    sheets.checklists.push({
      clause: id,
      id: item.id,
      ...inLanguages('label', item.label, ({ clauses }) => clauses?.[id]?.items?.[item.id]),
      weight: item.weight,
    });
  for (const { at, share } of measure?.bands ?? []) sheets.bands.push({ clause: id, at, share });
  evidence?.forEach(({ kind, title, required }, index) => {
    sheets.evidence.push({
      clause: id,
      kind,
      ...inLanguages('title', title, ({ clauses }) => clauses?.[id]?.evidence?.[index]),
      required,
    });
  });
}
