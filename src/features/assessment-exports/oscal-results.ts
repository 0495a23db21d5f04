import { stableUuid } from '../../catalog/exports/stable-uuid.ts';
import { ownNamespace } from '../../catalog/imports/oscal-own.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { AuditMethod } from '../../model/criteria.ts';
import type { Dossier, Evidence, Finding } from '../../model/dossier.ts';
import { describeOutcome } from '../../model/explain.ts';
import type { Scored } from '../results/result-store.ts';
import { type ClauseRow, clauseRows } from './clause-rows.ts';

type Json = Readonly<Record<string, unknown>>;

const oscalVersion = '1.1.2';

/** OSCAL knows three ways of finding out; what people say is an interview, what is tried is a test, the rest is examined. */
const methods: Readonly<Record<AuditMethod, 'EXAMINE' | 'INTERVIEW' | 'TEST'>> = {
  'document-review': 'EXAMINE',
  'data-analysis': 'EXAMINE',
  observation: 'EXAMINE',
  'on-site': 'EXAMINE',
  sampling: 'EXAMINE',
  interview: 'INTERVIEW',
  'customer-survey': 'INTERVIEW',
  'mystery-shopper': 'TEST',
  test: 'TEST',
};

/**
 * The result as OSCAL assessment results: each rated clause is an observation (what was found, by which evidence) and a finding
 * (satisfied at full marks). Points, rates, grade and nonconformities stand in properties of our own namespace. The same
 * assessment gives the same bytes.
 */
export function oscalResults(scored: Scored, language: Language): Json {
  const { dossier, result } = scored;
  const { criteria, assessment, organization } = dossier;
  const t = translator(language);
  const name = `${ownNamespace}:assessment:${assessment.number ?? organization.name}`;
  const rated = clauseRows(scored, language).filter((row) => row.isRated && row.result.state !== 'not-applicable');
  const end = assessment.finishedAt ?? `${assessment.to}T00:00:00Z`;
  const title = `${organization.name} · ${t(`kind.${assessment.kind}`)}${assessment.number ? ` ${assessment.number}` : ''}`;
  const ofRow = { rows: rated, name, dossier, end };
  return {
    'assessment-results': {
      uuid: stableUuid(name),
      metadata: { title, 'last-modified': end, version: criteria.version, 'oscal-version': oscalVersion },
      'import-ap': { href: `#${stableUuid(`${name}:plan`)}` },
      results: [
        {
          uuid: stableUuid(`${name}:result`),
          title,
          description: describeOutcome(criteria, result, language),
          start: `${assessment.from}T00:00:00Z`,
          end,
          props: [
            prop('criteria', `${criteria.id}@${criteria.version}`),
            prop('score', result.score.shown),
            ...(result.grade ? [prop('grade', result.grade)] : []),
          ],
          'reviewed-controls': { 'control-selections': [{ 'include-controls': rated.map(({ id }) => ({ 'control-id': id })) }] },
          observations: observationsOf(ofRow),
          findings: findingsOf(ofRow),
        },
      ],
      'back-matter': {
        resources: [
          { uuid: stableUuid(`${name}:plan`), title: textIn(criteria.title, language, criteria.language) },
          ...dossier.evidence.map((one) => resourceOf(one, name)),
        ],
      },
    },
  };
}

interface Parts {
  readonly rows: readonly ClauseRow[];
  readonly name: string;
  readonly dossier: Dossier;
  /** When it was found, where nothing says so more closely. */
  readonly end: string;
}

function observationsOf({ rows, name, dossier, end }: Parts): Json[] {
  const byReference = new Map(dossier.evidence.map((one) => [one.reference, one]));
  const ways = new Map([...walkClauses(dossier.criteria.clauses)].map(({ clause }) => [clause.id, clause.auditMethods]));
  return rows.map((row) => ({
    uuid: stableUuid(`${name}:observation:${row.id}`),
    title: [row.number, row.title].filter(Boolean).join(' '),
    description: [row.explanation, row.note].filter(Boolean).join('\n'),
    methods: methodsOf(ways.get(row.id) ?? []),
    collected: end,
    ...(row.evidence.length > 0 && {
      'relevant-evidence': row.evidence.map((reference) => ({
        href: `#${stableUuid(`${name}:evidence:${reference}`)}`,
        description: byReference.get(reference)?.title ?? reference,
      })),
    }),
  }));
}

function methodsOf(ways: readonly AuditMethod[]): string[] {
  return ways.length === 0 ? ['UNKNOWN'] : [...new Set(ways.map((way) => methods[way]))];
}

function findingsOf({ rows, name, dossier }: Parts): Json[] {
  const ofClause = (id: string) => dossier.findings.filter(({ clause }) => clause === id);
  return rows.map((row) => ({
    uuid: stableUuid(`${name}:finding:${row.id}`),
    title: [row.number, row.title].filter(Boolean).join(' '),
    description: row.explanation,
    props: [
      prop('points', row.result.points.shown),
      prop('obtained', row.result.obtained.shown),
      ...(row.result.rate ? [prop('rate', row.result.rate.shown)] : []),
      ...ofClause(row.id).map(({ grade, statement, number }) => ({
        ...prop('nonconformity', grade),
        remarks: told(number, statement),
      })),
    ],
    target: {
      type: 'objective-id',
      'target-id': row.id,
      status: { state: row.result.rate?.exact === '1' ? 'satisfied' : 'not-satisfied' },
    },
    'related-observations': [{ 'observation-uuid': stableUuid(`${name}:observation:${row.id}`) }],
  }));
}

function told(number: Finding['number'], statement: string): string {
  return number ? `${number}: ${statement}` : statement;
}

function resourceOf({ reference, title, file, link }: Evidence, name: string): Json {
  return {
    uuid: stableUuid(`${name}:evidence:${reference}`),
    title: `${reference} ${title}`,
    ...(file && {
      rlinks: [{ href: file.name, 'media-type': file.mediaType, hashes: [{ algorithm: 'SHA-256', value: file.sha256 }] }],
    }),
    ...(link && { rlinks: [{ href: link }] }),
  };
}

function prop(name: string, value: string): { readonly name: string; readonly ns: string; readonly value: string } {
  return { name, ns: ownNamespace, value };
}
