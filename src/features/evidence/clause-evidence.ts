import type { Db } from '../../db/db.ts';
import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import type { Clause, Criteria, EvidenceKind } from '../../model/criteria.ts';
import { whyUnreliable } from '../../model/evidence-life.ts';
import { kindsWithoutFile } from './evidence.ts';
import { type EvidenceLine, type KindOption, kindOptions, kindTexts, toEvidenceLine } from './evidence-pages.ts';
import { listClauseEvidence } from './evidence-store.ts';
import { limitText, mostFiles } from './receive-upload.ts';

/** The evidence of one clause as the workbench shows it: what is expected, what is there, and a way to add some. */
export interface ClauseEvidencePage {
  readonly assessmentId: string;
  readonly clauseId: string;
  readonly expected: readonly ExpectedLine[];
  readonly evidence: readonly EvidenceLine[];
  readonly mayAdd: boolean;
  readonly kinds: readonly KindOption[];
  /** The kind that the form offers first: what is required and not there yet. null: as the file says. */
  readonly suggestedKind: EvidenceKind | null;
  /** Where to go on after adding without script. */
  readonly next: string;
  readonly mostFiles: number;
  /** Bytes a file may have, and the same in words; null when it is not known here and only the server checks it. */
  readonly limit: { readonly bytes: number; readonly text: string } | null;
}

export interface ExpectedLine {
  readonly kind: TextKey;
  readonly title: string;
  readonly required: boolean;
  /** Evidence of that kind that counts is linked to the clause already. */
  readonly present: boolean;
}

/** `uploadLimit`: bytes a file may have, so that a larger one is refused before it is sent. */
export async function clauseEvidencePage(
  db: Db,
  assessment: { readonly id: string; readonly to: string },
  clause: Clause,
  criteria: Criteria,
  rights: AssessmentRights,
  language: Language,
  uploadLimit: number | null = null,
): Promise<ClauseEvidencePage> {
  const assessmentId = assessment.id;
  const evidence = await listClauseEvidence(db, assessmentId, clause.id);
  const counting = evidence.filter(({ life }) => whyUnreliable(life, assessment.to) === null);
  const kinds = new Set(counting.map(({ kind }) => kind));
  return {
    assessmentId,
    clauseId: clause.id,
    expected: clause.evidence.map(({ kind, title, required }) => ({
      kind: kindTexts[kind],
      title: textIn(title, language, criteria.language),
      required,
      present: kinds.has(kind),
    })),
    evidence: evidence.map((one) => toEvidenceLine(one, assessment, criteria, language)),
    mayAdd: rights.handIn,
    kinds: kindOptions(),
    suggestedKind: suggestedKind(clause, kinds),
    next: `/assessments/${assessmentId}/clauses/${clause.id}`,
    mostFiles,
    limit: uploadLimit === null ? null : { bytes: uploadLimit, text: limitText(uploadLimit) },
  };
}

function suggestedKind(clause: Clause, present: ReadonlySet<EvidenceKind>): EvidenceKind | null {
  const lacking = clause.evidence.filter(({ kind, required }) => required && !present.has(kind) && !kindsWithoutFile.has(kind));
  return lacking[0]?.kind ?? null;
}
