import { ownNamespace } from '../imports/oscal-own.ts';
import { explainingClass } from '../imports/oscal-parts.ts';
import type { ClauseFileForm, CriteriaFileForm } from '../sheets/file-form.ts';
import { stableUuid } from './stable-uuid.ts';

const oscalVersion = '1.1.2';

type Json = Readonly<Record<string, unknown>>;

/**
 * The tree as an OSCAL catalog: sections are groups, rated clauses controls. Points and rating methods stand in properties of
 * our own namespace, so that importing the catalog again gives the same tree; so do variants, profiles and parts, which the
 * import leaves aside. Grades, gates and the like have no place in it.
 * `lastModified` is a moment as ISO 8601 with its zone.
 */
export function toOscalCatalog(form: CriteriaFileForm, lastModified: string): Json {
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
        props: [prop('criteria-id', form.id), ...jsonProps(form, ['maturity', 'variants', 'profiles', 'parts'])],
        ...(form.about && { remarks: form.about }),
      },
      ...children(form.clauses, form),
    },
  };
}

function jsonProps(form: CriteriaFileForm, keys: readonly ('maturity' | 'variants' | 'profiles' | 'parts')[]): Json[] {
  return keys.flatMap((key) => (form[key] ? [prop(key, JSON.stringify(form[key]))] : []));
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
  const explaining = clause.aggregate === 'own' ? (clause.clauses ?? []).map(explainingPart) : [];
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

function explainingPart(clause: ClauseFileForm): Json {
  const parts = [...textParts(clause), ...(clause.clauses ?? []).map(explainingPart)];
  return {
    id: tokenOf(clause.id),
    name: 'item',
    class: explainingClass,
    ns: ownNamespace,
    ...(clause.number && { props: [{ name: 'label', value: clause.number }] }),
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
