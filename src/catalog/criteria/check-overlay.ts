import { message } from '../../i18n/translate.ts';
import type { ScaleForm } from '../forms/clause-form.ts';
import type { HeadForm } from '../forms/criteria-form.ts';
import type { ClauseTextsForm, OverlayHeadForm } from '../forms/overlay-form.ts';
import type { Part } from '../forms/part.ts';
import type { VariantForm } from '../forms/variant-forms.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';
import type { Overlay } from './overlay.ts';

/**
 * Reports an overlay that belongs to other criteria, repeats a language, or has texts for what is not in the file.
 * `named` is the language in the file's name, null where it has none.
 */
export function checkOverlay(overlay: Overlay, draft: CriteriaDraft, named: string | null, report: Report): void {
  const { form } = overlay.head;
  const { id, version, language } = draft.head.form;
  checkSame(form.criteria, id, ['criteria'], report);
  checkSame(form.version, version, ['version'], report);
  if (form.language !== undefined && form.language === language) {
    report.at(['language'], message('criteria.overlayOwnLanguage', { found: form.language }));
  } else if (form.language !== undefined && named !== null && form.language !== named) {
    report.at(['language'], message('criteria.overlayNotSame', { found: form.language, needed: named }));
  }
  checkNames(overlay, draft, report);
  checkScaleTexts(overlay, draft, report);
  checkClauseTexts(overlay, draft, report);
}

function checkSame(found: string | undefined, needed: string | undefined, path: Path, report: Report): void {
  if (found !== undefined && needed !== undefined && found !== needed)
    report.at(path, message('criteria.overlayNotSame', { found, needed }));
}

function checkNames({ head: { form } }: Overlay, draft: CriteriaDraft, report: Report): void {
  const { adjustments, certification, maturity } = draft.head.form;
  const whole = draft.head.broken;
  const grounds = [...(adjustments?.deduction?.grounds ?? []), ...(adjustments?.bonus?.grounds ?? [])];
  if (!whole.has('adjustments'))
    checkKeys(
      form.grounds,
      grounds.map(({ id }) => id),
      ['grounds'],
      report,
    );
  checkKeys(
    form.grades,
    draft.grades.flatMap((grade) => grade.form.id ?? []),
    ['grades'],
    report,
  );
  checkKeys(
    form.gates,
    draft.gates.flatMap((gate) => gate.form.id ?? []),
    ['gates'],
    report,
  );
  const idsOf = (list: readonly { readonly form: { readonly id?: string | undefined } }[]) =>
    list.flatMap(({ form: { id } }) => id ?? []);
  checkKeys(form.variants, idsOf(draft.variants), ['variants'], report);
  checkKeys(form.profiles, idsOf(draft.profiles), ['profiles'], report);
  checkKeys(form.parts, idsOf(draft.parts), ['parts'], report);
  for (const list of ['variants', 'profiles'] as const) checkAbout(form[list], draft[list], list, report);
  if (!whole.has('certification')) checkCertification(form, certification, report);
  if (form.maturity && !maturity && !whole.has('maturity'))
    report.atKey(['maturity'], message('criteria.overlayOrphan', { found: 'maturity' }));
  for (const key of ['about', 'fail_label'] as const) {
    if (form[key] !== undefined && draft.head.form[key] === undefined && !whole.has(key)) {
      report.atKey([key], message('criteria.overlayOrphan', { found: key }));
    }
  }
}

function checkCertification(form: Overlay['head']['form'], certification: HeadForm['certification'], report: Report): void {
  for (const list of ['deadlines', 'documents', 'checks'] as const) {
    const ids = (certification?.[list] ?? []).map(({ id }) => id);
    checkKeys(form[list], ids, [list], report);
  }
}

function checkAbout(
  texts: OverlayHeadForm['variants'],
  parts: readonly Part<VariantForm>[],
  list: 'variants' | 'profiles',
  report: Report,
): void {
  for (const { form, broken } of parts) {
    if (form.id === undefined || texts?.[form.id]?.about === undefined) continue;
    if (form.about === undefined && !broken.has('about')) {
      report.atKey([list, form.id, 'about'], message('criteria.overlayOrphan', { found: 'about' }));
    }
  }
}

function checkScaleTexts({ head: { form } }: Overlay, { scales }: CriteriaDraft, report: Report): void {
  checkKeys(form.scales, [...scales.keys()], ['scales'], report);
  for (const [name, texts] of Object.entries(form.scales ?? {})) {
    const levels = scales.get(name)?.form.levels;
    if (levels) checkKeys(texts, valuesOf(levels), ['scales', name], report);
  }
}

function checkClauseTexts({ clauses }: Overlay, { all }: CriteriaDraft, report: Report): void {
  const known = new Map(all.map((clause) => [clause.form.id ?? '', clause]));
  for (const [id, texts] of clauses) {
    const clause = known.get(id);
    if (clause) checkTextsOf(clause, texts, report);
    else report.atKey(texts.path, message('criteria.overlayOrphan', { found: id }), suggest(id, known.keys()));
  }
}

/** Key of a text → key of the clause without which the text has nothing to translate. */
const ownerOf = { title: 'title', requirement: 'requirement', guidance: 'guidance', unit: 'measure' } as const;

function checkTextsOf(clause: ClauseDraft, { form, path }: Part<ClauseTextsForm>, report: Report): void {
  for (const key of ['title', 'requirement', 'guidance', 'unit'] as const) {
    if (form[key] !== undefined && isAbsent(clause, ownerOf[key])) {
      report.atKey([...path, key], message('criteria.overlayOrphan', { found: key }));
    }
  }
  checkEvidence(form.evidence, clause, path, report);
  const { checklist, scale } = clause.form;
  const items = checklist?.items.map(({ id }) => id) ?? [];
  if (!clause.broken.has('checklist')) checkKeys(form.items, items, [...path, 'items'], report);
  const levels = typeof scale === 'object' ? valuesOf(scale.levels) : [];
  if (!clause.broken.has('scale')) checkKeys(form.levels, levels, [...path, 'levels'], report);
}

function isAbsent({ form, broken }: ClauseDraft, key: 'title' | 'requirement' | 'guidance' | 'measure'): boolean {
  return form[key] === undefined && !broken.has(key);
}

function checkEvidence(titles: readonly string[] | undefined, clause: ClauseDraft, path: Path, report: Report): void {
  const most = clause.form.evidence?.length ?? 0;
  if (titles && titles.length > most && !clause.broken.has('evidence')) {
    report.at([...path, 'evidence', most], message('criteria.overlayEvidence', { found: titles.length, most }));
  }
}

function checkKeys(texts: object | undefined, allowed: readonly string[], path: Path, report: Report): void {
  const known = new Set(allowed);
  for (const key of Object.keys(texts ?? {})) {
    if (!known.has(key)) report.atKey([...path, key], message('criteria.overlayOrphan', { found: key }), suggest(key, allowed));
  }
}

function valuesOf(levels: ScaleForm['levels']): string[] {
  return levels.map(({ value }) => String(value));
}
