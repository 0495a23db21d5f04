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
  const finished = assessment.state === 'finished';
  const places: (AssessmentLink & { readonly open: boolean })[] = [
    { href: 'result', text: 'assessments.viewResult', open: rights.view && finished },
    { href: 'impartiality', text: 'independence.toStatement', open: mustDeclare && rights.declare },
    { href: 'workbench', text: rights.rate ? 'assessments.rate' : 'assessments.viewRatings', open: rights.view },
    { href: 'result', text: 'assessments.interim', open: rights.view && !finished },
    { href: 'evidence', text: 'assessments.evidence', open: rights.view },
    { href: 'findings', text: 'assessments.findings', open: rights.view },
    { href: 'plan', text: 'plans.title', open: rights['see-plan'] && assessment.kind !== 'self' },
    { href: 'team', text: 'teams.title', open: rights.plan && assessment.kind !== 'self' },
    { href: 'statements', text: 'teams.toStatements', open: rights['see-statements'] && assessment.kind !== 'self' },
    { href: 'completion', text: 'assessments.finish', open: rights.lead },
  ];
  return places.flatMap(({ href, text, open }) => (open ? [{ href: `/assessments/${assessment.id}/${href}`, text }] : []));
}
