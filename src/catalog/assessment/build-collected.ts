import type { Collected } from '../../model/dossier.ts';
import type { AnswerFigures } from '../../model/survey.ts';
import type { AnswerForm, SampleForm, SurveyForm } from '../forms/collected-form.ts';

/** Samples and surveys of a file. */
export function buildCollected(samples: readonly SampleForm[], surveys: readonly SurveyForm[]): Collected {
  return { samples: samples.map(buildSample), surveys: surveys.map(buildSurvey) };
}

function buildSample({ id, seed, start, step, reason, items: _, ...same }: SampleForm): Collected['samples'][number] {
  return { ...same, reference: id, seed: seed ?? null, start: start ?? null, step: step ?? null, reason: reason ?? '' };
}

function buildSurvey({ evidence, title, kind, ...figures }: SurveyForm): Collected['surveys'][number] {
  const { rows, excluded, from, to, answers, sites, rejected, rejects } = figures;
  return {
    title,
    kind,
    reference: evidence,
    figures: {
      rows,
      excluded: excluded ?? 0,
      answers: (answers ?? []).map(buildAnswer),
      from: from ?? null,
      to: to ?? null,
      sites: sites ?? [],
      rejected: rejected ?? 0,
      rejects: (rejects ?? []).map((one) => ({ ...one, value: one.value ?? '' })),
    },
  };
}

function buildAnswer(form: AnswerForm): AnswerFigures {
  const { column, header, feed, n, blank } = form;
  return {
    ...{ column, header: header ?? '', feed, n, blank },
    clause: form.clause ?? null,
    passFrom: form.pass_from ?? null,
    mean: form.mean ?? null,
    median: form.median ?? null,
    deviation: form.deviation ?? null,
    meanInterval: form.mean_interval ?? null,
    passed: form.passed ?? null,
    share: form.share ?? null,
    shareInterval: form.share_interval ?? null,
    distribution: form.distribution ?? [],
    outliers: form.outliers ?? [],
  };
}
