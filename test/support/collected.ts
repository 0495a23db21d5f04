import { Readable } from 'node:stream';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { askForEvidence } from '../../src/features/requests/request-service.ts';
import { drawSample } from '../../src/features/samples/sample-service.ts';
import { figureSurvey } from '../../src/features/surveys/figure-survey.ts';
import { guessColumns } from '../../src/features/surveys/guess-columns.ts';
import { outlineSurvey } from '../../src/features/surveys/outline-survey.ts';
import { bringSurvey, chooseColumns } from '../../src/features/surveys/survey-service.ts';
import { findSurvey } from '../../src/features/surveys/survey-store.ts';
import type { TestApp } from './app.ts';

/** A request, a sample and a survey in an audit of the shipped criteria, with what hostile people type. */
export async function givenCollected({ deps, people }: TestApp, assessmentId: string) {
  const actor = toActor(people.bo);
  const request = await askForEvidence(deps, actor, assessmentId, {
    text: '维修单 <script>alert(1)</script>',
    clauses: ['outlet-management'],
    siteId: null,
    dueOn: '2026-01-20',
  });
  const drawing = { size: 40, list: [], wanted: 5, seed: '<b>', start: null, step: null, reason: '' };
  const said = { clause: 'outlet-management', title: '网点 <i>', population: '名单 & 附件' };
  const sample = await drawSample(deps, actor, assessmentId, { ...said, ...drawing, method: 'random' });

  const tools = { ...deps, surveys: { outline: outlineSurvey, figures: figureSurvey } };
  const text = '满意 <b>,网点,日期\n5,"A & B",2026-01-02\n4,<i>,2026-01-03\n3,C,2026-01-04\n很好,C,昨天\n';
  const received = await deps.files.receive(Readable.from([Buffer.from(text)]), 1000);
  const file = {
    name: '调查.csv',
    mediaType: 'text/csv',
    received,
    encrypted: false,
    details: null,
    awaitsScan: false,
    originalSha256: null,
  };
  const survey = await bringSurvey(tools, actor, assessmentId, { title: '调查 <u>', kind: 'answers' }, file);
  const { outline } = await findSurvey(deps.db, assessmentId, survey);
  const columns = guessColumns({ ...outline, start: outline.start.slice(0, 3) });
  await chooseColumns(tools, actor, { assessmentId, surveyId: survey }, { revision: 1, columns });
  return { request, sample, survey };
}
