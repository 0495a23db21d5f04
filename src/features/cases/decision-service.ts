import type { Db, Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { languages } from '../../i18n/language.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type DecisionKind, isOnCertificate } from '../../model/case-life.ts';
import { canChange, stateOfCertificate } from '../../model/certificate-life.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { describeOutcome } from '../../model/explain.ts';
import { type CasePart, eyesObjections } from '../../model/four-eyes.ts';
import { findAccount } from '../accounts/account-store.ts';
import { isPassword } from '../accounts/passwords.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { readRefusals } from '../certificates/issue-certificate.ts';
import { listTiesWith } from '../competences/past-tie-store.ts';
import { readResult } from '../results/read-result.ts';
import type { Scored } from '../results/result-store.ts';
import type { CertificationCase, DecisionInput } from './case.ts';
import { checkedInWords, requireChecks } from './case-checklist.ts';
import { countFindingsByGrade, findOptionalReview, insertDecision, insertHands, listHands } from './case-decision-store.ts';
import { caseFor, invalid, moveCase } from './case-step-service.ts';
import { hashOfText, signedText } from './signed-text.ts';
import { takeEffect } from './take-effect.ts';

/**
 * A reviewer says that the audit bears a decision, or returns it to its leader. Throws as `caseFor`, and `invalid` when the
 * audit is not finished, the rules of independence forbid it, or somebody was faster.
 */
export async function reviewCase(
  deps: Deps,
  actor: Actor,
  id: string,
  { deed, revision, text }: { readonly deed: 'review' | 'return'; readonly revision: number; readonly text: string },
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, deed);
    if (found.assessment?.state !== 'finished') throw invalid({ '': message('cases.auditUnfinished') });
    await checkIndependence(trx, deps, actor, found, 'review');
    if (deed === 'review') await requireChecks(trx, deps, found, { stage: 'review', userId: actor.id });
    await takeParts(trx, found, actor, 'review');
    await moveCase(trx, actor, found, { deed, revision, text, at });
  });
}

/** Decisions that give something to the company: its checklist must be in order. */
const giving: ReadonlySet<DecisionKind> = new Set(['grant', 'renew', 'extend']);

export interface Preview {
  readonly text: string;
  readonly sha256: string;
}

/** What would be signed. Throws as `caseFor`, and `invalid` with every reason that stands against the decision. */
export async function previewDecision(deps: Deps, actor: Actor, id: string, input: DecisionInput): Promise<Preview> {
  return deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, input.kind);
    return preview(trx, deps, actor, found, input);
  });
}

/**
 * Signs a decision with one's password. What is signed is the text that was shown: when anything in it has changed since,
 * nothing is signed. Returns the id of the decision. Throws as `previewDecision`.
 */
export async function signDecision(
  deps: Deps,
  actor: Actor,
  id: string,
  signature: DecisionInput & { readonly revision: number; readonly sha256: string; readonly password: string },
): Promise<string> {
  await confirmIdentity(deps, actor, signature.password);
  const at = deps.clock();
  const { kind, reason, effectiveOn, until, scope, scopeEn, revision } = signature;
  return deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, kind);
    const decision = { kind, reason, effectiveOn, until, scope, scopeEn };
    const { text, sha256 } = await preview(trx, deps, actor, found, decision);
    if (sha256 !== signature.sha256) throw invalid({ '': message('cases.textChanged') });
    await takeParts(trx, found, actor, 'decide');
    await moveCase(trx, actor, found, { deed: kind, revision, text: reason, at, details: { effectiveOn, until, scope, sha256 } });
    const decisionId = await insertDecision(trx, id, { ...decision, text, sha256, by: actor.id, at });
    await takeEffect(trx, actor, found, { ...decision, id: decisionId, at });
    return decisionId;
  });
}

/** That it is really them: the password once more. Throws `invalid` at the field. */
async function confirmIdentity(deps: Deps, actor: Actor, password: string): Promise<void> {
  const { passwordHash } = await findAccount(deps.db, actor.id);
  if (!(await isPassword(passwordHash, password))) throw invalid({ password: message('accounts.wrongPassword') });
}

async function preview(trx: Trx, deps: Deps, actor: Actor, found: CertificationCase, decision: DecisionInput): Promise<Preview> {
  await checkIndependence(trx, deps, actor, found, 'decide');
  const scored = await scoredOf(trx, deps, found);
  const today = dayOf(deps.clock(), deps.config.timeZone);
  await checkPossible(trx, found, decision, { grade: scored?.result.grade ?? null, today });
  if (giving.has(decision.kind)) await requireChecks(trx, deps, found, { stage: 'decision', userId: actor.id });
  const text = signedText({
    found,
    decision,
    ...factsOf(scored),
    findings: await countFindingsByGrade(trx, found.assessment?.id ?? ''),
    checks: await checkedInWords(trx, deps, found),
    review: await findOptionalReview(trx, found.id),
    certificate: found.certificateId && (await findCertificate(trx, found.certificateId)).number,
    signer: actor.name,
  });
  return { text, sha256: hashOfText(text) };
}

/** Throws `invalid` with everything that stands against it: a day to come, the result of the audit, the state of the certificate. */
async function checkPossible(
  trx: Trx,
  found: CertificationCase,
  decision: DecisionInput,
  { grade, today }: Standing,
): Promise<void> {
  const { kind, effectiveOn } = decision;
  if (effectiveOn > today) throw invalid({ effectiveOn: message('cases.effectLater', { today }) });
  if (kind === 'grant') {
    const refusals = await readRefusals(trx, found.assessment?.id ?? '', grade ?? '');
    if (refusals.length > 0) throw invalid(listed(refusals));
  }
  if (!isOnCertificate(kind)) return;
  const certificate = found.certificateId === null ? null : await findCertificate(trx, found.certificateId);
  if (!certificate || !canChange(stateOfCertificate(certificate, today), kind))
    throw invalid({ kind: message('cases.notOnCertificate') });
}

interface Standing {
  readonly grade: string | null;
  readonly today: string;
}

function listed(texts: readonly Message[]): Record<string, Message> {
  return Object.fromEntries(texts.map((text, index) => [index === 0 ? '' : `.${index}`, text]));
}

/** Throws `invalid`, naming each rule that forbids it. */
export async function checkIndependence(
  trx: Trx,
  deps: Deps,
  actor: Actor,
  found: CertificationCase,
  part: CasePart,
): Promise<void> {
  const hands = await listHands(trx, found.id, found.assessment?.id ?? null);
  const ties = (await listTiesWith(trx, found.organizationId, [actor.id])).get(actor.id) ?? [];
  const objections = eyesObjections(actor.id, part, { hands, ties, today: dayOf(deps.clock(), deps.config.timeZone) });
  if (objections.length === 0) return;
  throw invalid(
    listed(objections.map((one) => (one.rule === 'tie' ? message('cases.tied') : message(`cases.hasPart.${one.part}`)))),
  );
}

/** From now on the team and this person have their part in the case, once for all. */
async function takeParts(trx: Trx, found: CertificationCase, actor: Actor, part: 'review' | 'decide'): Promise<void> {
  const team = (await listHands(trx, found.id, found.assessment?.id ?? null)).filter((hand) => hand.part === 'rate');
  await insertHands(trx, found.id, [...team, { userId: actor.id, part }]);
}

type ScoredAudit = Scored & { readonly criteriaHash: string };

async function scoredOf(db: Db, { criteriaCopies }: Deps, { assessment }: CertificationCase): Promise<ScoredAudit | null> {
  if (assessment?.state !== 'finished') return null;
  const audit = await findAssessment(db, assessment.id);
  return { ...(await readResult({ db, criteriaCopies }, audit)), criteriaHash: audit.criteriaHash };
}

/** The result of its audit as the page of a case and the signed text tell it. */
export function factsOf(scored: ScoredAudit | null) {
  if (!scored) return { criteria: null, result: null, grade: null };
  const { dossier, result, criteriaHash } = scored;
  const { criteria } = dossier;
  const sentence: LocalizedText = Object.fromEntries(
    languages.map((language) => [language, describeOutcome(criteria, result, language)]),
  );
  const label = criteria.grades.find(({ id }) => id === result.grade)?.label;
  return {
    criteria: { title: criteria.title[criteria.language] ?? '', id: criteria.id, version: criteria.version, hash: criteriaHash },
    result: sentence,
    grade: label ? Object.values(label).join(' / ') : null,
  };
}

/** What is known of the audit of a case; null before it is finished. */
export async function readAuditFacts(deps: Deps, found: CertificationCase) {
  const scored = await scoredOf(deps.db, deps, found);
  return scored && factsOf(scored);
}
