import { propName } from '../imports/oscal-head.ts';
import { overlayResource, ownNamespace } from '../imports/oscal-own.ts';
import { explainingClass } from '../imports/oscal-parts.ts';
import { ownHeadKeys } from '../imports/own-head.ts';
import type { ClauseFileForm, CriteriaFileForm, OverlayFileForm } from '../sheets/file-form.ts';
import { isDuration } from '../sheets/write-criteria-yaml.ts';
import { stableUuid } from './stable-uuid.ts';

const oscalVersion = '1.1.2';

type Json = Readonly<Record<string, unknown>>;

/**
 * The criteria as an OSCAL catalog: sections are groups, rated clauses controls. What OSCAL has no place for (points, rating
 * methods, variants, profiles, parts, grades, gates …) stands in properties of our own namespace, other languages in the back
 * matter, so that importing the catalog again gives the same criteria.
 * `lastModified` is a moment as ISO 8601 with its zone.
 */
export function toOscalCatalog(form: CriteriaFileForm, overlays: readonly OverlayFileForm[], lastModified: string): Json {
  const name = `${ownNamespace}:${form.id}:${form.version}`;
  return {
    catalog: {
      uuid: stableUuid(name),
      metadata: {
        title: form.title,
        'last-modified': lastModified,
        version: form.version,
        'oscal-version': oscalVersion,
        ...(form.language && { language: form.language }),
        props: [prop('criteria-id', form.id), ...headProps(form)],
        ...(form.about && { remarks: form.about }),
      },
      ...children(form.clauses, form),
      ...(overlays.length > 0 && {
        'back-matter': { resources: overlays.map((overlay) => overlayOf(overlay, name)) },
      }),
    },
  };
}

function headProps(form: CriteriaFileForm): Json[] {
  return ownHeadKeys.flatMap((key) =>
    form[key] === undefined ? [] : [prop(propName(key), JSON.stringify(form[key], asInFile))],
  );
}

/** A span of time is one text in a file. */
function asInFile(_: string, value: unknown): unknown {
  return isDuration(value) ? `${value.value} ${value.unit}` : value;
}

function overlayOf(overlay: OverlayFileForm, name: string): Json {
  return {
    uuid: stableUuid(`${name}:${overlay.language}`),
    title: overlay.title ?? overlay.language,
    props: [prop(overlayResource, overlay.language)],
    base64: {
      filename: `${overlay.criteria}.${overlay.language}.json`,
      'media-type': 'application/json',
      value: Buffer.from(JSON.stringify(overlay)).toString('base64'),
    },
  };
}

function children(clauses: readonly ClauseFileForm[], form: CriteriaFileForm): Json {
  const isGroup = ({ clauses: below, aggregate }: ClauseFileForm) => below !== undefined && aggregate !== 'own';
  const all = clauses.map((clause, index) => ({ clause, index }));
  const groups = all.filter(({ clause }) => isGroup(clause));
  const controls = all.filter(({ clause }) => !isGroup(clause));
  const isMixed = groups.length > 0 && controls.length > 0;
  const order = (index: number) => (isMixed ? [prop('criteria-order', String(index + 1))] : []);
  return {
    ...(groups.length > 0 && { groups: groups.map(({ clause, index }) => node(clause, order(index), form)) }),
    ...(controls.length > 0 && { controls: controls.map(({ clause, index }) => node(clause, order(index), form)) }),
  };
}

function node(clause: ClauseFileForm, order: readonly Json[], form: CriteriaFileForm): Json {
  const explaining = clause.aggregate === 'own' ? (clause.clauses ?? []).map((below) => explainingPart(below, form)) : [];
  const parts = [...textParts(clause), ...explaining];
  return {
    id: tokenOf(clause.id),
    title: clause.title ?? clause.number ?? clause.id,
    props: [...clauseProps(clause, form), ...order],
    ...(parts.length > 0 && { parts }),
    ...(clause.aggregate === 'own' ? {} : children(clause.clauses ?? [], form)),
  };
}

/** Ids of OSCAL begin with a letter or an underscore, which none of ours has. */
function tokenOf(id: string): string {
  return /^[a-z]/.test(id) ? id : `_${id}`;
}

function clauseProps(clause: ClauseFileForm, form: CriteriaFileForm): Json[] {
  const { id, number, points, weight, aggregate, only_in: onlyIn, points_in: pointsIn } = clause;
  return [
    ...(number ? [{ name: 'label', value: number }] : []),
    ...(tokenOf(id) === id ? [] : [prop('clause-id', id)]),
    ...(points === undefined ? [] : [prop('points', points)]),
    ...(weight === undefined ? [] : [prop('weight', weight)]),
    ...(aggregate ? [prop('aggregate', aggregate)] : []),
    ...(onlyIn ? [prop('only-in', onlyIn.join(' '))] : []),
    ...(pointsIn ? [prop('points-in', JSON.stringify(pointsIn))] : []),
    ...(typeof clause.scale === 'string' ? [prop('scale', clause.scale)] : []),
    ...ratingProps(clause, form),
  ];
}

/** How the clause is rated, as JSON in the spelling of a criteria file; a named scale is written out. */
function ratingProps(clause: ClauseFileForm, { scales }: CriteriaFileForm): Json[] {
  const { rate_by, sample, scale, step, measure, checklist, not_applicable, at_sites, maturity, method, evidence } = clause;
  const levels = typeof scale === 'string' ? scales?.[scale] : scale;
  const how = { rate_by, sample, scale: levels, step, measure, checklist };
  const rating = { ...how, not_applicable, at_sites, maturity, method, evidence };
  const json = JSON.stringify(rating);
  return json === '{}' ? [] : [prop('rating', json)];
}

function explainingPart(clause: ClauseFileForm, form: CriteriaFileForm): Json {
  const parts = [...textParts(clause), ...(clause.clauses ?? []).map((below) => explainingPart(below, form))];
  const props = clauseProps(clause, form);
  return {
    id: tokenOf(clause.id),
    name: 'item',
    class: explainingClass,
    ns: ownNamespace,
    ...(props.length > 0 && { props }),
    ...(clause.title && { title: clause.title }),
    ...(parts.length > 0 && { parts }),
  };
}

function textParts({ id, requirement, guidance }: ClauseFileForm): Json[] {
  const part = (name: string, prose: string) => ({ id: `${tokenOf(id)}_${name}`, name, prose });
  return [...(requirement ? [part('statement', requirement)] : []), ...(guidance ? [part('guidance', guidance)] : [])];
}

function prop(name: string, value: string): Json {
  return { name, ns: ownNamespace, value };
}
