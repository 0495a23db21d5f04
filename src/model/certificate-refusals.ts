import { languages } from '../i18n/language.ts';
import { type Message, message } from '../i18n/translate.ts';
import type { AssessmentState } from './assessment-rights.ts';
import type { Criteria } from './criteria.ts';
import type { AssessmentKind } from './dossier.ts';
import { describeEffect } from './explain-condition.ts';
import type { Effect, Result } from './result.ts';

/** What must be known of an assessment before a certificate can rest on it. */
export interface CertificateGround {
  readonly kind: AssessmentKind;
  readonly state: AssessmentState;
  readonly criteria: Criteria;
  /** null while none is kept. */
  readonly result: Result | null;
  /** Numbers of major findings that are not closed, `N3`. */
  readonly openMajors: readonly string[];
}

/** Everything for which an assessment cannot carry a certificate of that grade, each named in words; empty: it can. */
export function refusalsOfCertificate(ground: CertificateGround, gradeId: string): Message[] {
  const { kind, state, criteria, result, openMajors } = ground;
  const refusals: Message[] = [];
  if (kind === 'self') refusals.push(message('certificates.refusal.self'));
  if (!criteria.certification) refusals.push(message('certificates.refusal.noRule'));
  if (state !== 'finished' || !result) refusals.push(message('certificates.refusal.unfinished'));
  if (openMajors.length > 0) refusals.push(message('certificates.refusal.majors', { numbers: openMajors.join(', ') }));
  if (result) refusals.push(...refusalsOfResult(criteria, result, gradeId));
  return refusals;
}

function refusalsOfResult(criteria: Criteria, result: Result, gradeId: string): Message[] {
  if (result.outcome === 'incomplete') return [message('certificates.refusal.incomplete')];
  if (result.outcome === 'failed') return result.effects.filter(isFailing).map((effect) => failure(criteria, effect));
  if (result.grade === null) return [message('certificates.refusal.noGrade')];
  if (result.grade !== gradeId) return [message('certificates.refusal.otherGrade')];
  return [];
}

function isFailing(effect: Effect): boolean {
  return effect.because === 'gate' ? effect.capAt === null : effect.because !== 'requirement';
}

/** The effect in the words of the criteria, in each language: which of them the reader's is, is known only later. */
function failure(criteria: Criteria, effect: Effect): Message {
  const what = Object.fromEntries(languages.map((language) => [language, describeEffect(criteria, effect, language)]));
  return message('certificates.refusal.failed', { what });
}
