import type { TextKey } from '../../i18n/texts.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import type { Assessment } from './assessment.ts';

/** A page of an assessment to go to. */
export interface AssessmentLink {
  readonly href: string;
  readonly text: TextKey;
}

/** Where somebody can go from an assessment, what they most likely want first. */
export function placesIn(assessment: Assessment, rights: AssessmentRights, mustDeclare = false): AssessmentLink[] {
  const reported = assessment.resultKind !== null;
  const isAudit = assessment.kind !== 'self';
  const places: (AssessmentLink & { readonly open: boolean })[] = [
    { href: 'result', text: 'assessments.viewResult', open: rights.view && reported },
    { href: 'impartiality', text: 'independence.toStatement', open: mustDeclare && rights.declare },
    { href: 'workbench', text: rights.rate ? 'assessments.rate' : 'assessments.viewRatings', open: rights.view },
    { href: 'result', text: 'assessments.interim', open: rights.view && !reported },
    { href: 'self-assessment', text: 'self.title', open: rights.view && isAudit },
    { href: 'assignments', text: 'assignments.title', open: rights.compareRaters && isAudit },
    { href: 'reconciliation', text: 'reconciliation.title', open: rights.compareRaters && isAudit },
    { href: 'evidence', text: 'assessments.evidence', open: rights.seeEvidence },
    { href: 'requests', text: 'requests.title', open: rights.seeRequests && assessment.kind !== 'self' },
    { href: 'samples', text: 'samples.title', open: rights.view },
    { href: 'surveys', text: 'surveys.title', open: rights.view },
    { href: 'findings', text: 'assessments.findings', open: rights.seeFindings },
    { href: 'documents', text: 'documents.title', open: rights.seeFindings },
    { href: 'trail', text: 'trail.open', open: rights.trail },
    { href: 'plan', text: 'plans.title', open: rights.seePlan && isAudit },
    { href: 'team', text: 'teams.title', open: rights.plan && isAudit },
    { href: 'statements', text: 'teams.toStatements', open: rights.seeStatements && isAudit },
  ];
  return places.flatMap(({ href, text, open }) => (open ? [{ href: `/assessments/${assessment.id}/${href}`, text }] : []));
}
