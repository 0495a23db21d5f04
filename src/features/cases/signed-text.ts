import { createHash } from 'node:crypto';
import { languages } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { translateMessage } from '../../i18n/translate.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { Application, CertificationCase, DecisionInput } from './case.ts';

/** All that a decision is about, as far as it is signed. */
export interface SignedFacts {
  readonly found: CertificationCase;
  readonly decision: DecisionInput;
  readonly criteria: { readonly title: string; readonly id: string; readonly version: string; readonly hash: string } | null;
  /** The result that counts, in one sentence in each language; null where there was no audit. */
  readonly result: LocalizedText | null;
  readonly grade: string | null;
  readonly findings: readonly { readonly grade: string; readonly all: number; readonly closed: number }[];
  /** How many lines of each checklist were gone through: `review 5/5`. */
  readonly checks: string | null;
  readonly review: { readonly by: string; readonly text: string } | null;
  /** Number of the certificate that it is about; null: none yet. */
  readonly certificate: string | null;
  readonly signer: string;
}

/**
 * The text that is shown to the signer, whose bytes are kept: plain lines, each with its name in both languages. The same
 * facts give the same text.
 */
export function signedText(facts: SignedFacts): string {
  const { found, decision, criteria, result, grade, findings, checks, review, certificate, signer } = facts;
  const lines: (readonly [TextKey, string | null])[] = [
    ['cases.signed.case', found.number],
    ['cases.signed.organization', found.organization],
    ['cases.signed.legalPerson', found.application.legalPerson],
    ['cases.signed.licence', found.application.licence],
    ['cases.signed.scope', found.application.scope],
    ['cases.signed.english', english(found.application)],
    ['cases.signed.criteria', criteria && `${criteria.title} ${criteria.id} ${criteria.version}`],
    ['cases.signed.criteriaHash', criteria?.hash ?? null],
    ['cases.signed.audit', found.assessment?.number ?? null],
    ['cases.signed.result', result && languages.map((language) => result[language] ?? '').join(' / ')],
    ['cases.signed.grade', grade],
    ['cases.signed.findings', findings.map(({ grade: kind, all, closed }) => `${kind} ${closed}/${all}`).join(', ') || '0'],
    ['cases.signed.checks', checks],
    ['cases.signed.review', review && `${review.by}: ${review.text}`],
    ['cases.signed.decision', both(`cases.decision.${decision.kind}`)],
    ['cases.signed.reason', decision.reason],
    ['cases.signed.effectiveOn', decision.effectiveOn],
    ['cases.signed.until', decision.until],
    ['cases.signed.newScope', decision.scope && [decision.scope, decision.scopeEn].filter(Boolean).join(' / ')],
    ['cases.signed.certificate', certificate],
    ['cases.signed.signer', signer],
  ];
  const said = lines.flatMap(([key, value]) => (value === null ? [] : [`${both(key)}: ${value.replace(/\r\n?/g, '\n')}`]));
  return `${both('cases.signed.title')}\n\n${said.join('\n')}\n`;
}

/** What the English certificate will say of its holder. */
function english({ nameEn, addressEn, scopeEn }: Application): string | null {
  return [nameEn, addressEn, scopeEn].filter(Boolean).join(' · ') || null;
}

/** Lower-case hexadecimal, of the text in UTF-8. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function both(key: TextKey): string {
  return languages.map((language) => translateMessage({ key, parameters: {} }, language)).join(' / ');
}
