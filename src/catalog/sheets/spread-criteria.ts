import type { ConditionForm } from '../forms/criteria-form.ts';
import type { VariantForm } from '../forms/variant-forms.ts';
import type { CriteriaFileForm, OverlayFileForm } from './file-form.ts';
import { items, type SheetKey } from './sheet-layout.ts';
import { spreadClauses } from './spread-clauses.ts';
import { type InLanguages, type SpreadRow, type SpreadValue, spanText, spreadLevels } from './spread-frame.ts';

export type SpreadSheets = Record<SheetKey, SpreadRow[]>;

/** The lines of every sheet of the workbook that stands for these criteria with their translations. */
export function spreadCriteria(form: CriteriaFileForm, overlays: readonly OverlayFileForm[]): SpreadSheets {
  const inLanguages: InLanguages = (key, own, pick) => ({
    [`${key}@${form.language}`]: own,
    ...Object.fromEntries(overlays.map((overlay) => [`${key}@${overlay.language}`, pick(overlay)])),
  });
  const clauses = spreadClauses(form.clauses, inLanguages);
  const { adjustments, certification } = form;
  return {
    criteria: spreadHead(form, overlays, inLanguages),
    ...clauses,
    scales: [
      ...Object.entries(form.scales ?? {}).flatMap(([scale, { levels }]) =>
        spreadLevels({ scale }, levels, inLanguages, (overlay, value) => overlay.scales?.[scale]?.[value]),
      ),
      ...clauses.scales,
    ],
    grades: (form.grades ?? []).map(({ id, label, from }) => ({
      id,
      from,
      ...inLanguages('label', label, ({ grades }) => grades?.[id]),
    })),
    ...spreadChoices(form, inLanguages),
    ...spreadGates(form, inLanguages),
    adjustments: (['deduction', 'bonus'] as const).flatMap((kind) => {
      const rule = adjustments?.[kind];
      return rule
        ? [{ kind, points: rule.points, fails_at: 'fails_at' in rule ? rule.fails_at : undefined, at_most: rule.at_most }]
        : [];
    }),
    grounds: (['deduction', 'bonus'] as const).flatMap((kind) =>
      (adjustments?.[kind]?.grounds ?? []).map(({ id, label }) => ({
        kind,
        id,
        ...inLanguages('label', label, ({ grounds }) => grounds?.[id]),
      })),
    ),
    maturity: (form.maturity?.levels ?? []).map((label, index) => ({
      level: index + 1,
      ...inLanguages('label', label, ({ maturity }) => maturity?.[index]),
    })),
    certification: spreadCertification(form),
    deadlines: spreadDeadlines(form, inLanguages),
    ...spreadChecklists(form, inLanguages),
    person_days: certification?.person_days?.bands ?? [],
  };
}

function spreadGates(form: CriteriaFileForm, inLanguages: InLanguages): Pick<SpreadSheets, 'gates' | 'conditions'> {
  return {
    gates: (form.gates ?? []).map(({ id, title, cap_at, only_in }) => ({
      id,
      cap_at,
      only_in,
      ...inLanguages('title', title, ({ gates }) => gates?.[id]),
    })),
    conditions: [
      ...(form.grades ?? []).flatMap(({ id, requires }) =>
        (requires ?? []).map((condition) => ({ grade: id, ...spreadCondition(condition) })),
      ),
      ...(form.gates ?? []).flatMap(({ id, requires }) =>
        requires.map((condition) => ({ gate: id, ...spreadCondition(condition) })),
      ),
    ],
  };
}

function spreadChoices(
  { variants = [], profiles = [], parts = [] }: CriteriaFileForm,
  inLanguages: InLanguages,
): Pick<SpreadSheets, 'variants' | 'profiles' | 'parts'> {
  const texts = (list: 'variants' | 'profiles', { id, title, about }: VariantForm): SpreadRow => ({
    ...inLanguages('title', title, (overlay) => overlay[list]?.[id]?.title),
    ...inLanguages('about', about, (overlay) => overlay[list]?.[id]?.about),
  });
  return {
    variants: variants.map((variant) => ({ id: variant.id, ...texts('variants', variant) })),
    profiles: profiles.map((profile) => ({ id: profile.id, kinds: profile.kinds, ...texts('profiles', profile) })),
    parts: parts.map(({ id, title, weight, clauses, method, minimum_rate }) => ({
      ...{ id, weight, clauses, method, minimum_rate },
      ...inLanguages('title', title, (overlay) => overlay.parts?.[id]),
    })),
  };
}

/** Every setting has its line, filled in or not, so that an author sees what may be said. */
function spreadHead(form: CriteriaFileForm, overlays: readonly OverlayFileForm[], inLanguages: InLanguages): SpreadRow[] {
  const field = `value@${form.language}`;
  const values: Readonly<Record<string, SpreadRow>> = {
    id: { [field]: form.id },
    version: { [field]: form.version },
    language: { [field]: form.language },
    translations: { [field]: overlays.map(({ language }) => language) },
    title: inLanguages('value', form.title, ({ title }) => title),
    about: inLanguages('value', form.about, ({ about }) => about),
    full_marks: { [field]: form.full_marks },
    'rounding.digits': { [field]: form.rounding?.digits },
    'rounding.mode': { [field]: form.rounding?.mode },
    fail_label: inLanguages('value', form.fail_label, ({ fail_label }) => fail_label),
    'maturity.reached_at': { [field]: form.maturity?.reached_at },
  };
  return items.criteria.flatMap((item): SpreadRow[] => {
    if (item === 'basis' && form.basis && form.basis.length > 0) return form.basis.map((text) => ({ item, [field]: text }));
    return [{ item, ...values[item] }];
  });
}

function spreadDeadlines({ certification }: CriteriaFileForm, inLanguages: InLanguages): SpreadRow[] {
  return (certification?.deadlines ?? []).map(({ id, title, within, after }) => ({
    id,
    ...inLanguages('title', title, ({ deadlines }) => deadlines?.[id]?.title),
    within: spanText(within),
    ...inLanguages('after', after, ({ deadlines }) => deadlines?.[id]?.after),
  }));
}

function spreadChecklists(
  { certification }: CriteriaFileForm,
  inLanguages: InLanguages,
): Pick<SpreadSheets, 'documents' | 'checks'> {
  return {
    documents: (certification?.documents ?? []).map(({ id, title, kind, required }) => ({
      ...{ id, kind, required },
      ...inLanguages('title', title, ({ documents }) => documents?.[id]),
    })),
    checks: (certification?.checks ?? []).map(({ id, stage, title, required }) => ({
      ...{ id, stage, required },
      ...inLanguages('title', title, ({ checks }) => checks?.[id]),
    })),
  };
}

function spreadCertification({ certification, language }: CriteriaFileForm): SpreadRow[] {
  const values: Readonly<Record<string, SpreadValue>> = {
    valid_for: certification && spanText(certification.valid_for),
    surveillance_every: certification?.surveillance_every && spanText(certification.surveillance_every),
    surveillance_opens: certification?.surveillance_opens && spanText(certification.surveillance_opens),
    recertification_opens: certification?.recertification_opens && spanText(certification.recertification_opens),
    surveillance_notice: certification?.surveillance_notice && spanText(certification.surveillance_notice),
    expiry_notice: certification?.expiry_notice && spanText(certification.expiry_notice),
    suspension_notice: certification?.suspension_notice && spanText(certification.suspension_notice),
    number: certification?.number,
    'sampling.suited': certification?.sampling?.suited,
    'sampling.initial': certification?.sampling?.initial,
    'sampling.surveillance': certification?.sampling?.surveillance,
    'sampling.recertification': certification?.sampling?.recertification,
    'sampling.random': certification?.sampling?.random,
    'person_days.site_at_least': certification?.person_days?.site_at_least,
    'competence.leader': certification?.competence?.leader,
    'competence.auditor': certification?.competence?.auditor,
  };
  return items.certification.map((item) => ({ item, [`value@${language}`]: values[item] }));
}

function spreadCondition(condition: ConditionForm): SpreadRow {
  if ('held_grade' in condition) {
    return { held_grade: condition.held_grade, for: spanText(condition.for), only_in: condition.only_in };
  }
  return { ...condition };
}
