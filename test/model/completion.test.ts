import { expect, test } from 'vitest';
import { messageOfMissing, missingToFinish } from '../../src/model/completion.ts';
import type { EvidenceKind, ExpectedEvidence } from '../../src/model/criteria.ts';
import type { Evidence } from '../../src/model/dossier.ts';
import type { Rating } from '../../src/model/rating.ts';
import { makeClause, makeCriteria, makeDossier, notApplicable, rated } from '../support/random-criteria.ts';

const expected = (kind: EvidenceKind, required: boolean): ExpectedEvidence => ({ kind, title: { 'zh-CN': kind }, required });
const evidence = (kind: EvidenceKind, ...clauses: string[]): Evidence => ({
  reference: 'E1',
  kind,
  title: '',
  date: null,
  note: '',
  clauses,
  link: null,
  file: null,
});
const met: Rating = { by: 'met', met: true };

const criteria = makeCriteria({
  clauses: [
    makeClause({ id: 'plain' }),
    makeClause({
      id: 'section',
      aggregate: 'sum',
      clauses: [
        makeClause({
          id: 'slips',
          number: '5.1',
          title: { 'zh-CN': '维修记录', en: 'Repair records' },
          evidence: [expected('record', true), expected('photo', false)],
        }),
        makeClause({ id: 'waste', notApplicable: 'with-reason', evidence: [expected('document', true)] }),
      ],
    }),
  ],
});

test('everything is missing at first', () => {
  expect(missingToFinish(makeDossier({ criteria }))).toEqual(
    ['plain', 'slips', 'waste'].map((clause) => ({ what: 'unrated', clause })),
  );
});

test('reasons and required evidence', () => {
  const ratings = rated({ plain: met, slips: met, waste: { by: 'not-applicable', reason: '' } });
  const missing = missingToFinish(
    makeDossier({ criteria, ratings, evidence: [evidence('photo', 'slips'), evidence('record', 'waste')] }),
  );
  expect(missing).toEqual([
    { what: 'evidence', clause: 'slips', detail: 'record' },
    { what: 'reason', clause: 'waste' },
  ]);
  expect(missing.map((one) => messageOfMissing(one, criteria, 'zh-CN'))).toEqual([
    '5.1 维修记录：缺少必备证据（记录）。',
    '条款 waste：评为不适用，但未说明理由。',
  ]);
  expect(missing.map((one) => messageOfMissing(one, criteria, 'en'))).toEqual([
    '5.1 Repair records: lacks required evidence (record).',
    'Clause waste: rated as not applicable without a reason.',
  ]);
});

test('nothing is missing when all is rated, reasoned and evidenced', () => {
  const ratings = rated({ plain: met, slips: { by: 'met', met: false }, waste: notApplicable });
  expect(missingToFinish(makeDossier({ criteria, ratings, evidence: [evidence('record', 'slips', 'plain')] }))).toEqual([]);
});
