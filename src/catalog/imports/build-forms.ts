import type { ScaleForm } from '../forms/clause-form.ts';
import type { ClauseFileForm, CriteriaFileForm, OverlayFileForm } from '../sheets/file-form.ts';
import { createIds, slugOf } from './clause-ids.ts';
import { createFitting, cut, type FittedTexts, fitLabel, fitText } from './fit-texts.ts';
import type { ImportCounts, ImportNotes } from './import-report.ts';
import { type ShapedNode, shapeTree } from './shape-tree.ts';
import { sharePoints, type Worth } from './share-points.ts';
import type { SourceCriteria, SourceNode, SourceScale } from './source-tree.ts';

export interface ImportedForms {
  readonly form: CriteriaFileForm;
  /** At most one: the texts in the other language. */
  readonly overlays: readonly OverlayFileForm[];
  readonly kept: ImportCounts;
}

type ClauseTexts = NonNullable<OverlayFileForm['clauses']>[string];

interface Building {
  readonly worths: ReadonlyMap<SourceNode, Worth>;
  readonly fitTexts: (node: SourceNode, needsTitle: boolean) => FittedTexts;
  readonly idOf: (wanted: string) => string;
  readonly translated: Map<string, ClauseTexts>;
  readonly usedScales: Set<string>;
  readonly hasMaturity: boolean;
  readonly ownScales: Readonly<Record<string, unknown>>;
  readonly counts: { clauses: number; rated: number; texts: number };
}

/** The file form of a foreign tree: our rules hold in it, or the checker names what is left. */
export function buildForms(source: SourceCriteria, notes: ImportNotes): ImportedForms {
  const { nodes, loose } = shapeTree(source.nodes, source.language, notes);
  const building: Building = {
    worths: sharePoints(nodes, notes, source.own !== null),
    fitTexts: createFitting(source.language, notes),
    idOf: createIds(),
    translated: new Map(),
    usedScales: new Set(),
    hasMaturity: source.own?.maturity !== undefined,
    ownScales: source.own?.scales ?? {},
    counts: { clauses: 0, rated: 0, texts: 0 },
  };
  const clauses = nodes.map((node) => clauseForm(node, building));
  const about = fitText([source.about, ...loose].filter(Boolean).join('\n\n'), source.name, notes.oddities);
  const used = Object.entries(source.scales).filter(([name]) => building.usedScales.has(name));
  const form: CriteriaFileForm = {
    format: 1,
    id: slugOf(source.name) || 'imported-criteria',
    version: source.version,
    language: source.language,
    title: fitLabel(source.title) || fitLabel(source.name) || 'Imported',
    ...(about && { about }),
    ...(source.basis.length > 0 && { basis: source.basis.map(fitLabel) }),
    ...source.own,
    ...(used.length > 0 && { scales: Object.fromEntries(used.map(([name, scale]) => [name, scaleForm(scale)])) }),
    clauses,
  };
  const made = overlayForm(source, form, used, building.translated);
  const overlays = made ? [made] : source.overlays.map((overlay) => withoutLostClauses(overlay, clauses));
  const languages = [form.language, ...overlays.map(({ language }) => language)];
  return { form, overlays, kept: { ...building.counts, languages } };
}

function clauseForm({ node, role, children }: ShapedNode, building: Building): ClauseFileForm {
  const { fitTexts, idOf, worths } = building;
  const { number, title, requirement, guidance } = fitTexts(node, role !== 'explaining');
  const id = idOf(node.key || number || title);
  const rating = ratingForm({ node, role }, building);
  countClause(building, rating, [title, requirement, guidance]);
  const texts = translatedTexts(node, { title, requirement, guidance });
  if (Object.keys(texts).length > 0) building.translated.set(id, texts);
  return {
    id,
    ...(number && { number }),
    ...(title && { title }),
    ...(requirement && { requirement }),
    ...(guidance && { guidance }),
    ...worths.get(node),
    ...rating,
    ...(children.length > 0 && { clauses: children.map((child) => clauseForm(child, building)) }),
  };
}

/** What goes with rating stands only on clauses that are rated. */
function ratingForm(
  { node, role }: Pick<ShapedNode, 'node' | 'role'>,
  { usedScales, hasMaturity, ownScales }: Building,
): Partial<ClauseFileForm> {
  const { not_applicable, maturity, ...anywhere } = node.extra;
  if (!node.rating || role === 'inner' || role === 'explaining') return anywhere;
  const { translated: _, ...rating } = node.rating;
  if (typeof rating.scale === 'string') usedScales.add(rating.scale);
  const isNamed = node.scaleName !== null && Object.hasOwn(ownScales, node.scaleName);
  const scale = isNamed && rating.scale ? { scale: node.scaleName ?? rating.scale } : {};
  return {
    ...rating,
    ...scale,
    ...(not_applicable && { not_applicable }),
    ...(maturity && hasMaturity && { maturity }),
    ...anywhere,
  };
}

function countClause({ counts }: Building, rating: Partial<ClauseFileForm>, texts: readonly string[]): void {
  counts.clauses += 1;
  counts.rated += rating.rate_by ? 1 : 0;
  counts.texts += texts.filter(Boolean).length;
}

/** Only for what the clause has in its own language: an overlay may not add texts. */
function translatedTexts(node: SourceNode, own: Omit<FittedTexts, 'number'>): ClauseTexts {
  const { translated, rating } = node;
  const labels = Object.entries(rating?.translated ?? {}).map(([key, label]) => [key, fitLabel(label)] as const);
  const isChecklist = rating?.checklist !== undefined;
  const levels = Object.fromEntries(labels.map(([key, label]) => [key, { label }]));
  return {
    ...(own.title && translated?.title && { title: fitLabel(translated.title) }),
    ...(own.requirement && translated?.requirement && { requirement: cut(translated.requirement, 20_000) }),
    ...(own.guidance && translated?.guidance && { guidance: cut(translated.guidance, 20_000) }),
    ...(labels.length > 0 && (isChecklist ? { items: Object.fromEntries(labels) } : { levels })),
  };
}

function scaleForm(scale: SourceScale): ScaleForm {
  return {
    levels: scale.map(({ value, share, label, anchor }) => ({
      value: Number(value),
      share,
      label: fitLabel(label),
      ...(anchor && { anchor }),
    })),
  };
}

function overlayForm(
  { translated, language }: SourceCriteria,
  form: CriteriaFileForm,
  scales: readonly (readonly [string, SourceScale])[],
  clauses: ReadonlyMap<string, ClauseTexts>,
): OverlayFileForm | null {
  const scaleTexts = scales.flatMap(([name, scale]) => {
    const levels = scale.flatMap(({ value, anchor, translated: texts }) => {
      const label = texts?.label && { label: fitLabel(texts.label) };
      const found = { ...(label || {}), ...(anchor && texts?.anchor ? { anchor: texts.anchor } : {}) };
      return Object.keys(found).length > 0 ? [[value, found] as const] : [];
    });
    return levels.length > 0 ? [[name, Object.fromEntries(levels)] as const] : [];
  });
  if (!translated?.title && clauses.size === 0 && scaleTexts.length === 0) return null;
  return {
    format: 1,
    criteria: form.id,
    version: form.version,
    language: language === 'en' ? 'zh-CN' : 'en',
    ...(translated?.title && { title: fitLabel(translated.title) }),
    ...(form.about && translated?.about && { about: translated.about }),
    ...(scaleTexts.length > 0 && { scales: Object.fromEntries(scaleTexts) }),
    ...(clauses.size > 0 && { clauses: Object.fromEntries(clauses) }),
  };
}

/** Of clauses that somebody took out of our export elsewhere, the texts in another language go too. */
function withoutLostClauses(overlay: OverlayFileForm, clauses: readonly ClauseFileForm[]): OverlayFileForm {
  const standing = new Set<string>();
  const collect = (list: readonly ClauseFileForm[]): void => {
    for (const { id, clauses: below } of list) {
      standing.add(id);
      collect(below ?? []);
    }
  };
  collect(clauses);
  if (!overlay.clauses) return overlay;
  return { ...overlay, clauses: Object.fromEntries(Object.entries(overlay.clauses).filter(([id]) => standing.has(id))) };
}
