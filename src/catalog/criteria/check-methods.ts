import { message } from '../../i18n/translate.ts';
import type { ClauseForm, ScaleForm } from '../forms/clause-form.ts';
import type { Part } from '../forms/part.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import type { ClauseDraft } from './draft.ts';
import { scaled } from './scaled.ts';

/** What belongs to one way of rating only: key → that way. */
const methodOfKey = { sample: 'sample', scale: 'level', step: 'points', measure: 'measure', checklist: 'checklist' } as const;
export const methodKeys = ['sample', 'scale', 'step', 'measure', 'checklist'] as const;

type Measure = NonNullable<ClauseForm['measure']>;
type Checklist = NonNullable<ClauseForm['checklist']>;

/** Reports what is wrong with how a rated clause is rated. */
export function checkMethod(clause: ClauseDraft, scales: ReadonlyMap<string, unknown>, report: Report): void {
  const found = clause.form.rate_by;
  for (const key of methodKeys) {
    if (found !== undefined) checkFit(clause, key, found, report);
  }
  checkBlocks(clause, scales, report);
}

function checkFit({ form, path, broken }: ClauseDraft, key: (typeof methodKeys)[number], found: string, report: Report): void {
  const needed = methodOfKey[key];
  const isThere = form[key] !== undefined || broken.has(key);
  if (isThere && needed !== found) report.atKey([...path, key], message('criteria.blockWithoutMethod', { key, needed, found }));
  if (!isThere && needed === found && key !== 'sample') {
    report.at([...path, 'rate_by'], message('criteria.blockMissing', { key, found }));
  }
}

function checkBlocks({ form, path }: ClauseDraft, scales: ReadonlyMap<string, unknown>, report: Report): void {
  if (typeof form.scale === 'string') checkScaleName(form.scale, scales, [...path, 'scale'], report);
  else if (form.scale) checkLevels(form.scale.levels, [...path, 'scale', 'levels'], report);
  if (form.step !== undefined) {
    const all = [form.points, ...Object.values(form.points_in ?? {})];
    for (const points of new Set(all)) checkStep(form.step, points, [...path, 'step'], report);
  }
  if (form.measure) checkMeasure(form.measure, [...path, 'measure'], report);
  if (form.checklist) checkChecklist(form.checklist, [...path, 'checklist'], report);
}

/** Reports scales that are not in order, and those that no clause uses. */
export function checkScales(scales: ReadonlyMap<string, Part<ScaleForm>>, clauses: readonly ClauseDraft[], report: Report): void {
  const used = new Set(clauses.map(({ form }) => form.scale));
  for (const [name, { form, path }] of scales) {
    if (form.levels) checkLevels(form.levels, [...path, 'levels'], report);
    if (!used.has(name)) report.atKey(path, message('criteria.scaleUnused', { name }));
  }
}

function checkScaleName(name: string, scales: ReadonlyMap<string, unknown>, path: Path, report: Report): void {
  if (!scales.has(name))
    report.at(
      path,
      message('criteria.scaleUnknown', { name, allowed: [...scales.keys()].join(', ') }),
      suggest(name, scales.keys()),
    );
}

function checkLevels(levels: ScaleForm['levels'], path: Path, report: Report): void {
  levels.forEach(({ value, share }, index) => {
    const before = levels[index - 1];
    if (before && value <= before.value)
      report.at([...path, index, 'value'], message('criteria.levelsNotRising', { found: value, before: before.value }));
    if (before && scaled(share) < scaled(before.share)) {
      report.at([...path, index, 'share'], message('criteria.sharesNotRising', { found: share, before: before.share }));
    }
  });
  const last = levels.length - 1;
  if (levels[0] && levels[0].share !== '0')
    report.at([...path, 0, 'share'], message('criteria.firstShare', { found: levels[0].share, needed: '0' }));
  if (levels[last] && levels[last].share !== '1') {
    report.at([...path, last, 'share'], message('criteria.lastShare', { found: levels[last].share, needed: '1' }));
  }
}

function checkStep(step: string, points: string | undefined, path: Path, report: Report): void {
  if (step === '0') report.at(path, message('criteria.zeroNotAllowed'));
  else if (points !== undefined && scaled(points) % scaled(step) !== 0n)
    report.at(path, message('criteria.stepDoesNotDivide', { step, points }));
}

function checkMeasure(measure: Measure, path: Path, report: Report): void {
  const { bands, better, from, to } = measure;
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (before) checkBand(band, before, better, [...path, 'bands', index], report);
    if (isOutside(band.at, from, to))
      report.at(
        [...path, 'bands', index, 'at'],
        message('criteria.bandOutside', { found: band.at, from: from ?? '0', to: to ?? '∞' }),
      );
  });
  const [first] = bands;
  if (first && first.share !== '1')
    report.at([...path, 'bands', 0, 'share'], message('criteria.firstShare', { found: first.share, needed: '1' }));
  if (measure.between === 'lines') checkLines(bands, path, report);
  if (from !== undefined && to !== undefined && scaled(from) >= scaled(to))
    report.at([...path, 'to'], message('criteria.emptyRange', { from, to }));
}

function checkBand(
  band: Measure['bands'][number],
  before: Measure['bands'][number],
  better: Measure['better'],
  path: Path,
  report: Report,
): void {
  const [at, previous] = [scaled(band.at), scaled(before.at)];
  const worse = better === 'higher' ? at < previous : at > previous;
  if (!worse) {
    const text = better === 'higher' ? 'criteria.bandsNotFalling' : 'criteria.bandsNotRising';
    report.at([...path, 'at'], message(text, { found: band.at, before: before.at }));
  }
  if (scaled(band.share) > scaled(before.share)) {
    report.at([...path, 'share'], message('criteria.bandSharesRise', { found: band.share, before: before.share }));
  }
}

function checkLines(bands: Measure['bands'], path: Path, report: Report): void {
  const last = bands.length - 1;
  const found = bands[last]?.share;
  if (bands.length < 2) report.at([...path, 'bands'], message('criteria.linesNeedTwo'));
  else if (found !== undefined && found !== '0')
    report.at([...path, 'bands', last, 'share'], message('criteria.lastShare', { found, needed: '0' }));
}

function isOutside(value: string, from: string | undefined, to: string | undefined): boolean {
  return (from !== undefined && scaled(value) < scaled(from)) || (to !== undefined && scaled(value) > scaled(to));
}

function checkChecklist({ need, items, full_at: fullAt }: Checklist, path: Path, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id, weight }, index) => {
    if (seen.has(id)) report.at([...path, 'items', index, 'id'], message('criteria.doubledId', { found: id }));
    seen.add(id);
    if (weight !== undefined && need !== 'weighted')
      report.atKey([...path, 'items', index, 'weight'], message('criteria.itemWeightUnused'));
    if (weight === '0') report.at([...path, 'items', index, 'weight'], message('criteria.zeroNotAllowed'));
  });
  if (fullAt === undefined) return;
  if (need !== 'count') report.atKey([...path, 'full_at'], message('criteria.fullAtUnused'));
  else if (fullAt > items.length)
    report.at([...path, 'full_at'], message('criteria.fullAtTooHigh', { found: fullAt, most: items.length }));
}
