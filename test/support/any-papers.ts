import fc from 'fast-check';
import { unprintable as unprintableInYaml } from '../../src/catalog/source/yaml-value.ts';
import { agendaKinds } from '../../src/model/agenda.ts';
import { assessmentSteps } from '../../src/model/assessment-life.ts';
import { assessmentStates } from '../../src/model/assessment-rights.ts';
import { ratedClauses, walkClauses } from '../../src/model/clauses.ts';
import { type Criteria, evidenceKinds, findingGrades } from '../../src/model/criteria.ts';
import { assessmentKinds, type Dossier, type Evidence, type TeamMember } from '../../src/model/dossier.ts';
import { evidenceStatuses } from '../../src/model/evidence-life.ts';
import { listedStates } from '../../src/model/finding-life.ts';
import { impartialityQuestions } from '../../src/model/independence.ts';
import type { Rating } from '../../src/model/rating.ts';
import { ratingProblem } from '../../src/model/rating-check.ts';
import { requestDeeds, requestStates } from '../../src/model/request-life.ts';
import { siteReasons } from '../../src/model/site-sampling.ts';
import { columnRoles, feeds, scales, surveyKinds } from '../../src/model/survey.ts';
import type { WorkingPapers } from '../../src/model/working-papers.ts';
import { anyRating } from './random-criteria.ts';

/** An assessment with all that was kept of it. */
export interface WholeAssessment {
  readonly dossier: Omit<Dossier, 'criteria'>;
  readonly papers: WorkingPapers;
}

const hostile = [
  '=cmd|calc',
  '+1',
  '0x10',
  'null',
  '- a: b',
  '# no',
  'it\'s: "so"',
  'a\n\nb\tc',
  '\u202egnp',
  '😀 售后\u0301',
  '<b>&amp;',
];
/** What no form takes in. */
const unprintable = new RegExp(unprintableInYaml.source, 'gu');
/** Text as a form takes it: trimmed, and not empty. */
const anyText = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))
  .map((text) => text.replace(unprintable, '').trim())
  .filter((text) => text !== '');
const maybeText = fc.oneof(fc.constant(''), anyText);
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const anyTime = fc
  .integer({ min: 0, max: 200_000_000 })
  .map((seconds) => new Date(1_600_000_000_000 + seconds * 1001).toISOString());
const count = fc.nat({ max: 2_000_000_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const anyDays = fc.constantFrom('0.5', '1', '2.25');
const anyClock = (from: number) =>
  fc.integer({ min: from, max: from + 600 }).map((minutes) => `${pad(minutes / 60)}:${pad(minutes % 60)}`);

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** Any assessment by these criteria, with everything that an assessment file can hold. */
export function anyAssessment(criteria: Criteria): fc.Arbitrary<WholeAssessment> {
  const sites = fc.uniqueArray(anyText, { maxLength: 3 });
  const evidence = fc.integer({ min: 1, max: 4 }).map((pieces) => Array.from({ length: pieces }, (_, index) => `E${index + 1}`));
  return fc
    .tuple(sites, evidence)
    .chain(([siteNames, references]) =>
      fc
        .record({ dossier: anyDossier(criteria, siteNames, references), papers: anyPapers(criteria, references) })
        .map(({ dossier, papers }) => ({ dossier, papers: fitting(papers, dossier) })),
    );
}

/** Items belong to samples that there are, readings to surveys. */
function fitting(papers: WorkingPapers, { collected }: Pick<Dossier, 'collected'>): WorkingPapers {
  const samples = collected?.samples.map(({ reference }) => reference) ?? [];
  const surveys = collected?.surveys.map(({ reference }) => reference) ?? [];
  return {
    ...papers,
    items: papers.items.flatMap(({ items }, index) => (samples[index] ? [{ sample: samples[index], items }] : [])),
    readings: papers.readings.flatMap((reading, index) => (surveys[index] ? [{ ...reading, survey: surveys[index] }] : [])),
  };
}

function anyDossier(
  criteria: Criteria,
  sites: readonly string[],
  references: readonly string[],
): fc.Arbitrary<Omit<Dossier, 'criteria'>> {
  const rated = ratedClauses(criteria);
  const clause = fc.constantFrom(...rated.map(({ id }) => id));
  const ratings = fc.subarray(rated, { maxLength: 12 }).chain((some) =>
    fc.record(
      Object.fromEntries(
        some.map((one) => [
          one.id,
          fc.record({
            rating: anyRating(one)
              .filter((rating) => ratingProblem(one, rating) === null)
              .map(shortest),
            note: maybeText,
          }),
        ]),
      ),
    ),
  );
  return fc.record({
    organization: anyOrganization(sites),
    assessment: anyFacts(criteria),
    ratings,
    adjustments: few(
      fc.record({
        kind: fc.constant('deduction' as const),
        ground: fc.constantFrom(...(criteria.deduction?.grounds ?? []).map(({ id }) => id)),
        statement: anyText,
      }),
    ),
    findings: few(anyFinding(clause, sites, references)),
    evidence: fc.tuple(...references.map((reference) => anyPiece(reference, clause, references))),
    collected: fc.record({
      samples: few(anySample(clause)).map((all) => all.map((one, index) => ({ ...one, reference: `S${index + 1}` }))),
      surveys: few(anySurvey(clause)).map((all) =>
        all.slice(0, references.length).map((one, index) => ({ ...one, reference: references[index] ?? '' })),
      ),
    }),
    previous: fc.constant(null),
    selfAssessment: fc.record({
      number: anyText.filter(({ length }) => length < 60),
      to: anyDay,
      criteriaVersion: fc.constant('1.0.0'),
      score: fc.constant('85.50'),
      rates: fc.constant({}),
    }),
  });
}

/** A file keeps numbers without needless zeros, as forms do. */
function shortest(rating: Rating): Rating {
  return rating.by === 'measure' ? { ...rating, value: String(Number(rating.value)) } : rating;
}

function anyOrganization(sites: readonly string[]) {
  const facts = {
    registrationNumber: maybe(anyText),
    trade: maybe(anyText),
    headcount: maybe(fc.nat({ max: 9999 })),
    address: maybe(anyText),
  };
  const site = (name: string) =>
    fc.record({ name: fc.constant(name), address: maybe(anyText), central: fc.boolean(), headcount: fc.nat({ max: 999 }) });
  return fc.record({ name: anyText, ...facts, sites: fc.tuple(...sites.map(site)) });
}

const roles: readonly TeamMember['role'][] = ['auditor', 'technical-expert', 'mystery-shopper', 'observer', 'company-member'];

function anyFacts(criteria: Criteria): fc.Arbitrary<Dossier['assessment']> {
  const member = (role: TeamMember['role']) =>
    fc.record({ name: anyText, role: fc.constant(role), registrationNumber: maybe(anyText) });
  const team = fc
    .tuple(member('lead-auditor'), ...roles.map((role) => few(member(role))))
    .map(([lead, ...rest]) => [lead, ...rest.flat()]);
  const grade = fc.constantFrom(...criteria.grades.map(({ id }) => id));
  return fc
    .record({
      number: maybe(anyText.filter(({ length }) => length < 60)),
      kind: fc.constantFrom(...assessmentKinds),
      days: fc.tuple(anyDay, anyDay, anyDay).map((days) => days.sort()),
      team,
      targetGrade: maybe(grade),
      held: maybe(grade),
      finishedAt: maybe(anyTime),
      stopped: maybe(fc.record({ at: anyTime, reason: anyText })),
    })
    .map(({ days: [since = '', from = '', to = ''], held, stopped, ...facts }) => ({
      ...facts,
      ...{ from, to, heldGrade: held === null ? null : { grade: held, since } },
      ...(stopped && { stopped }),
    }));
}

function anyFinding(
  clause: fc.Arbitrary<string>,
  sites: readonly string[],
  references: readonly string[],
): fc.Arbitrary<Dossier['findings'][number]> {
  const pieces = fc.subarray([...references], { minLength: 1 });
  return fc
    .record({
      clause: maybe(clause),
      grade: fc.constantFrom(...findingGrades),
      statement: anyText,
      requirement: anyText,
      evidence: pieces,
      state: fc.constantFrom(...listedStates),
      answer: fc.record({
        correction: maybeText,
        cause: anyText,
        action: maybeText,
        responsible: maybeText,
        plannedFor: maybe(anyDay),
        proof: pieces,
      }),
      verification: fc.record({ by: anyText, on: anyDay, how: anyText }),
      closedAt: anyTime,
    })
    .map((finding) => ({ ...finding, ...(sites[0] === undefined ? {} : { site: sites[0] }) }));
}

function anyPiece(reference: string, clause: fc.Arbitrary<string>, references: readonly string[]): fc.Arbitrary<Evidence> {
  const file = fc.record({
    name: anyText,
    mediaType: fc.constant('application/pdf'),
    size: fc.nat().map((size) => size * 3),
    sha256: fc.constant('ab'.repeat(32)),
  });
  const life = fc.record({
    ...{
      status: fc.constantFrom(...evidenceStatuses),
      reason: maybe(anyText),
      supersededBy: maybe(fc.constantFrom(...references)),
    },
    ...{
      periodFrom: maybe(fc.constant('2026-01-01')),
      periodTo: maybe(fc.constant('2026-02-01')),
      site: maybe(anyText),
      source: maybe(anyText),
      validUntil: maybe(anyDay),
    },
  });
  return fc.record({
    ...{
      reference: fc.constant(reference),
      kind: fc.constantFrom(...evidenceKinds),
      title: anyText,
      date: maybe(anyDay),
      note: maybeText,
    },
    ...{
      clauses: fc.uniqueArray(clause, { maxLength: 3 }),
      link: maybe(fc.constant('https://example.com/?a=b#c')),
      file: maybe(file),
      life,
    },
  });
}

function anySample(clause: fc.Arbitrary<string>) {
  return fc.record({
    ...{ reference: fc.constant('S1'), title: anyText, clause, population: anyText, size: fc.nat({ max: 9999 }) },
    ...{
      method: fc.constantFrom('random' as const, 'systematic' as const, 'judgement' as const),
      seed: maybe(anyText),
      start: maybe(fc.nat({ max: 99 })),
    },
    ...{ step: maybe(fc.nat({ max: 99 })), reason: maybeText, looked: fc.nat({ max: 99 }), failed: fc.nat({ max: 99 }) },
  });
}

function anySurvey(clause: fc.Arbitrary<string>) {
  const answer = fc.record({
    ...{
      column: fc.nat({ max: 99 }),
      header: maybeText,
      clause: maybe(clause),
      feed: fc.constantFrom(...feeds),
      passFrom: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
    },
    ...{
      n: fc.nat({ max: 9999 }),
      blank: fc.nat({ max: 99 }),
      mean: maybe(fc.double({ min: 0, max: 1e6, noNaN: true })),
      median: fc.constant(null),
      deviation: fc.constant(null),
    },
    ...{
      meanInterval: maybe(fc.record({ from: fc.constant(0.1), to: fc.constant(1e-7) })),
      passed: maybe(fc.nat({ max: 99 })),
      share: fc.constant(0.25),
      shareInterval: fc.constant(null),
    },
    ...{
      distribution: few(fc.record({ label: anyText, count: fc.nat({ max: 99 }) })),
      outliers: few(fc.record({ row: fc.nat({ max: 99 }), value: fc.constant(-1.5) })),
    },
  });
  const figures = fc.record({
    ...{
      rows: fc.nat({ max: 9999 }),
      excluded: fc.nat({ max: 9 }),
      answers: few(answer),
      from: maybe(anyDay),
      to: maybe(anyDay),
    },
    ...{
      sites: few(fc.record({ name: anyText, rows: fc.nat({ max: 99 }) })),
      rejected: fc.nat({ max: 9 }),
      rejects: fc.constant([]),
    },
  });
  return fc.record({ title: anyText, kind: fc.constantFrom(...surveyKinds), reference: fc.constant('E1'), figures });
}

function anyPapers(criteria: Criteria, references: readonly string[]): fc.Arbitrary<WorkingPapers> {
  const ids = [...walkClauses(criteria.clauses)].map(({ clause }) => clause.id);
  const clauses = fc.subarray(ids, { maxLength: 3 });
  return fc.record({
    plan: maybe(anyPlan(clauses)),
    requests: few(anyRequest(clauses, references)).map((all) =>
      all.map((one, index) => ({ ...one, reference: `R${index + 1}` })),
    ),
    statements: few(anyStatement),
    comparisons: few(anyComparison(criteria)),
    items: few(fc.record({ sample: fc.constant(''), items: fc.array(anyItem(references), { minLength: 1, maxLength: 3 }) })),
    readings: few(anyReading(clauses)),
    steps: few(
      fc.record({
        step: fc.constantFrom(...assessmentSteps),
        from: fc.constantFrom(...assessmentStates),
        to: fc.constantFrom(...assessmentStates),
        at: anyTime,
        by: anyText,
        reason: maybeText,
      }),
    ),
  });
}

function anyPlan(clauses: fc.Arbitrary<string[]>): fc.Arbitrary<WorkingPapers['plan']> {
  const site = fc.record({
    ...{
      name: anyText,
      headcount: maybe(fc.nat({ max: 99 })),
      central: fc.boolean(),
      lastAudited: maybe(anyDay),
      chosen: fc.boolean(),
    },
    ...{ reason: fc.constantFrom(...siteReasons), lot: fc.constant('cd'.repeat(32)) },
  });
  const draw = fc.record({
    ...{ at: anyTime, by: anyText, seed: anyText, reason: maybeText, ruleIsCommon: fc.boolean(), sites: few(site) },
    rule: fc.record({ suited: fc.boolean(), initial: anyDays, surveillance: anyDays, recertification: anyDays, random: anyDays }),
  });
  const item = fc.record({
    ...{
      kind: fc.constantFrom(...agendaKinds),
      title: maybeText,
      day: anyDay,
      from: anyClock(0),
      to: anyClock(601),
      site: maybe(anyText),
    },
    ...{
      people: few(anyText),
      clauses,
      attendees: few(fc.record({ name: anyText, position: maybeText, present: fc.boolean() })),
    },
  });
  const days = few(fc.record({ name: anyText, days: anyDays }));
  return fc.record({ draws: few(draw), days, daysReason: maybeText, agenda: fc.array(item, { minLength: 1, maxLength: 3 }) });
}

function anyRequest(clauses: fc.Arbitrary<string[]>, references: readonly string[]) {
  const step = fc.record({ deed: fc.constantFrom(...requestDeeds), at: anyTime, by: anyText, text: maybeText });
  return fc.record({
    ...{
      reference: fc.constant(''),
      text: anyText,
      clauses,
      site: maybe(anyText),
      dueOn: anyDay,
      state: fc.constantFrom(...requestStates),
    },
    ...{ askedBy: anyText, askedAt: anyTime, evidence: fc.subarray([...references]), steps: few(step) },
  });
}

const anyStatement = fc.record({
  ...{ signedName: anyText, signedAt: anyTime, supersededAt: maybe(anyTime) },
  yes: few(fc.record({ question: fc.constantFrom(...impartialityQuestions), explanation: maybeText })),
  ruling: maybe(
    fc.record({
      ruling: fc.constantFrom('accepted' as const, 'removed' as const),
      reason: maybeText,
      measures: maybeText,
      by: anyText,
      at: anyTime,
    }),
  ),
});

function anyComparison(criteria: Criteria) {
  const usable = ratedClauses(criteria).filter(({ method }) => method?.by === 'met' || method?.by === 'level');
  return fc.constantFrom(...usable).chain((clause) => {
    const rating = anyRating(clause);
    return fc.record({
      ...{ clause: fc.constant(clause.id), openedAt: anyTime },
      raters: few(fc.record({ name: anyText, rating: maybe(rating), note: maybeText, at: anyTime })),
      agreed: few(
        fc.record({
          by: anyText,
          at: anyTime,
          reason: maybeText,
          before: fc.record({ rating: maybe(rating), note: maybeText }),
          after: fc.record({ rating, note: maybeText }),
        }),
      ),
    });
  });
}

function anyItem(references: readonly string[]) {
  return fc.record({
    ...{
      number: maybe(count.map((value) => value % 9999)),
      label: anyText,
      outcome: maybe(fc.constantFrom('pass' as const, 'fail' as const)),
    },
    ...{ note: maybeText, evidence: maybe(fc.constantFrom(...references)) },
  });
}

function anyReading(clauses: fc.Arbitrary<string[]>) {
  const limit = maybe(fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const column = fc.record({
    ...{
      role: fc.constantFrom(...columnRoles),
      clause: clauses.map(([first]) => first ?? null),
      scale: fc.constantFrom(...scales),
    },
    ...{ from: limit, to: limit, passFrom: limit, feed: fc.constantFrom(...feeds) },
  });
  return fc.record({
    ...{ survey: fc.constant(''), columns: fc.array(column, { minLength: 1, maxLength: 3 }) },
    excluded: few(fc.record({ row: fc.nat({ max: 99 }), reason: maybeText, by: anyText, at: anyTime })),
  });
}
