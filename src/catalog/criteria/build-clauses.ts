import type { Clause, ExpectedEvidence, Level, RatingMethod } from '../../model/criteria.ts';
import type { ClauseForm, ScaleForm } from '../forms/clause-form.ts';
import { atSitesOf, type ClauseDraft, type CriteriaDraft } from './draft.ts';
import type { Localizer, Texts } from './localizer.ts';

interface Building {
  readonly localizer: Localizer;
  /** The levels of each named scale: clauses that share a scale share its texts. */
  readonly scales: ReadonlyMap<string, readonly Level[]>;
}

/** The tree of a draft without problems; null when a clause of it is not complete. */
export function buildClauses(draft: CriteriaDraft, localizer: Localizer): Clause[] | null {
  if (draft.all.some(({ complete }) => complete === null)) return null;
  const scales = new Map([...draft.scales].map(([name, { form }]) => [name, buildScale(name, form.levels ?? [], localizer)]));
  return draft.clauses.map((clause) => buildClause(clause, { localizer, scales }));
}

function buildScale(name: string, levels: ScaleForm['levels'], localizer: Localizer): Level[] {
  return buildLevels(levels, `scales.${name}`, localizer, ({ head }, value) => head.scales?.[name]?.[value]);
}

function buildClause(draft: ClauseDraft, building: Building): Clause {
  const { form, role, children } = draft;
  const { localizer } = building;
  const id = form.id ?? '';
  const key = (name: string) => `clauses.${id}.${name}`;
  return {
    id,
    number: form.number ?? '',
    title: localizer.optional(key('title'), form.title, ({ clause }) => clause(id).title) ?? {},
    requirement: localizer.optional(key('requirement'), form.requirement, ({ clause }) => clause(id).requirement),
    guidance: localizer.optional(key('guidance'), form.guidance, ({ clause }) => clause(id).guidance),
    points: form.points ?? '1',
    weight: form.weight ?? '1',
    aggregate: form.aggregate ?? null,
    method: role === 'leaf' || role === 'own' ? buildMethod(id, form, building) : null,
    notApplicable: form.not_applicable ?? 'forbidden',
    maturity: form.maturity ?? null,
    auditMethods: form.method ?? [],
    evidence: buildEvidence(id, form.evidence, localizer),
    clauses: children.map((child) => buildClause(child, building)),
    ...buildPlace(form),
    ...buildSites(draft),
  };
}

function buildPlace({ only_in: onlyIn, points_in: pointsIn }: ClauseDraft['form']): Pick<Clause, 'onlyIn' | 'pointsIn'> {
  return { ...(onlyIn && { onlyIn }), ...(pointsIn && { pointsIn }) };
}

function buildSites(draft: ClauseDraft): Pick<Clause, 'siteRollUp'> {
  const isRated = draft.role === 'leaf' || draft.role === 'own';
  const said = isRated ? atSitesOf(draft) : undefined;
  return said === undefined || said === 'once' ? {} : { siteRollUp: said };
}

function buildEvidence(id: string, evidence: ClauseForm['evidence'], localizer: Localizer): ExpectedEvidence[] {
  return (evidence ?? []).map(({ kind, title, required }, index) => ({
    kind,
    title: localizer.text(`clauses.${id}.evidence.${index + 1}`, title, ({ clause }) => clause(id).evidence?.[index]),
    required: required ?? false,
  }));
}

function buildMethod(id: string, form: ClauseDraft['form'], { localizer, scales }: Building): RatingMethod | null {
  const { rate_by: by, measure, checklist, scale } = form;
  if (by === 'met') return { by };
  if (by === 'sample') return { by, atLeast: form.sample?.at_least ?? 1 };
  if (by === 'points') return { by, step: form.step ?? '1' };
  if (by === 'level' && scale !== undefined) return { by, levels: levelsOf(id, scale, scales, localizer) };
  if (by === 'measure' && measure) return buildMeasure(id, measure, localizer);
  if (by === 'checklist' && checklist) return buildChecklist(id, checklist, localizer);
  return null;
}

function levelsOf(id: string, scale: string | ScaleForm, scales: Building['scales'], localizer: Localizer): readonly Level[] {
  if (typeof scale === 'string') return scales.get(scale) ?? [];
  return buildLevels(scale.levels, `clauses.${id}.levels`, localizer, ({ clause }, value) => clause(id).levels?.[value]);
}

type LevelTexts = { readonly label?: string | undefined; readonly anchor?: string | undefined };

function buildLevels(
  levels: ScaleForm['levels'],
  key: string,
  localizer: Localizer,
  pick: (texts: Texts, value: string) => LevelTexts | undefined,
): Level[] {
  return levels.map(({ value, share, label, anchor }) => ({
    value,
    share,
    label: localizer.text(`${key}.${value}.label`, label, (texts) => pick(texts, String(value))?.label),
    anchor: localizer.optional(`${key}.${value}.anchor`, anchor, (texts) => pick(texts, String(value))?.anchor),
  }));
}

function buildMeasure(id: string, measure: NonNullable<ClauseForm['measure']>, localizer: Localizer): RatingMethod {
  return {
    by: 'measure',
    unit: localizer.text(`clauses.${id}.unit`, measure.unit, ({ clause }) => clause(id).unit),
    better: measure.better,
    between: measure.between ?? 'steps',
    bands: measure.bands,
    from: measure.from ?? null,
    to: measure.to ?? null,
  };
}

function buildChecklist(
  id: string,
  { need, items, full_at: fullAt }: NonNullable<ClauseForm['checklist']>,
  localizer: Localizer,
): RatingMethod {
  return {
    by: 'checklist',
    need,
    items: items.map((item) => ({
      id: item.id,
      label: localizer.text(`clauses.${id}.items.${item.id}`, item.label, ({ clause }) => clause(id).items?.[item.id]),
      weight: item.weight ?? '1',
    })),
    fullAt: fullAt ?? items.length,
  };
}
