import { type Actor, hasRole, worksFor } from './actor.ts';
import type { AssessmentKind } from './dossier.ts';

/** The life of an assessment; docs/assessment-states.md draws it. A self-assessment is in progress, then finished. */
export const assessmentStates = ['planned', 'in-progress', 'findings-open', 'reported', 'finished', 'stopped'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** Neither finished nor stopped: something is still to be done. */
export const openStates = ['planned', 'in-progress', 'findings-open', 'reported'] as const satisfies readonly AssessmentState[];

/** Places in a team. A technical expert advises, a mystery shopper tests the service unseen, an observer changes nothing. */
export const teamRoles = ['leader', 'auditor', 'technical-expert', 'mystery-shopper', 'observer'] as const;
export type TeamRole = (typeof teamRoles)[number];

/**
 * How somebody stands to one assessment; one person may stand in several ways. `office`: administers or manages the
 * programme; `self-assessor`: of the company that rates itself; `company`: of the company that is audited.
 */
export const standings = [...teamRoles, 'office', 'self-assessor', 'company'] as const;
export type Standing = (typeof standings)[number];

/** Who, in which states. */
interface Rule {
  readonly who: readonly Standing[];
  readonly when: readonly AssessmentState[];
}

const always = assessmentStates;
const open = ['planned', 'in-progress', 'findings-open'] as const satisfies readonly AssessmentState[];
const auditing = ['in-progress'] as const satisfies readonly AssessmentState[];
const told = ['reported', 'finished', 'stopped'] as const satisfies readonly AssessmentState[];

/** The one table of what an assessment allows: deed → who may do it in which states. */
export const assessmentRules = {
  /** Knows of it: kind, dates, plan, team. */
  follow: [{ who: standings, when: always }],
  /** Sees ratings, evidence and result as they stand. */
  view: [
    { who: ['leader', 'auditor', 'technical-expert', 'observer', 'office', 'self-assessor'], when: always },
    { who: ['company'], when: told },
  ],
  /** Rates, hands in evidence, states findings. */
  rate: [{ who: ['leader', 'auditor', 'self-assessor'], when: auditing }],
  /** Sees who rates what, and what each said of clauses that several rated once those are open. */
  compareRaters: [{ who: ['leader', 'auditor', 'technical-expert', 'observer', 'office'], when: always }],
  /** Puts people in charge of clauses, and says which several rate without seeing each other's rating. */
  assign: [{ who: ['leader', 'office'], when: ['planned', 'in-progress'] }],
  /** Sets the agreed rating of clauses that several rated independently. */
  reconcile: [{ who: ['leader'], when: auditing }],
  /** Sees evidence: all of it with `view`, else only what they or their company handed in. */
  seeEvidence: [{ who: standings, when: always }],
  /** Hands in evidence in their own name, and changes what they handed in. */
  handIn: [{ who: ['leader', 'auditor', 'technical-expert', 'mystery-shopper', 'self-assessor'], when: open }],
  /** Accepts, rejects and replaces evidence, and changes what others handed in. */
  judgeEvidence: [{ who: ['leader', 'auditor', 'self-assessor'], when: open }],
  /** Asks the company for evidence, and settles what it hands in. */
  askEvidence: [{ who: ['leader', 'auditor'], when: open }],
  /** Sees what the company is asked for. */
  seeRequests: [{ who: ['leader', 'auditor', 'technical-expert', 'observer', 'office', 'company'], when: always }],
  /** Hands in what was asked for, or says why not. */
  answerRequests: [{ who: ['company'], when: open }],
  /** Draws samples, and says of each item what was found. */
  takeSamples: [{ who: ['leader', 'auditor', 'self-assessor'], when: open }],
  /** Brings in sheets of answers and visits, and says how they are read. */
  bringSurveys: [{ who: ['leader', 'auditor', 'self-assessor'], when: open }],
  /** Sees the findings; a company only those that it was told of. */
  seeFindings: [
    { who: ['leader', 'auditor', 'technical-expert', 'observer', 'office', 'self-assessor'], when: always },
    { who: ['company'], when: ['in-progress', 'findings-open', 'reported', 'finished', 'stopped'] },
  ],
  /** Tells the company of findings, judges its answers, verifies and closes. */
  followUp: [{ who: ['leader', 'auditor'], when: ['in-progress', 'findings-open'] }],
  /** Answers findings and proves the correction. */
  answer: [{ who: ['company'], when: ['in-progress', 'findings-open'] }],
  /** Rates anew the clauses whose findings are closed. */
  rerate: [{ who: ['leader', 'auditor'], when: ['findings-open'] }],
  /** Changes dates, sites and team. */
  lead: [{ who: ['leader', 'office', 'self-assessor'], when: open }],
  /** Puts people into the team of an audit and takes them out, draws its sites, writes its plan. */
  plan: [{ who: ['leader', 'office'], when: open }],
  /** Reads the plan of an audit; the company is told neither of a mystery shopper nor of their visits. */
  seePlan: [{ who: ['leader', 'auditor', 'technical-expert', 'mystery-shopper', 'observer', 'office', 'company'], when: always }],
  /** Reads the team's statements of impartiality. */
  seeStatements: [{ who: ['leader', 'office'], when: always }],
  /** States their impartiality in an audit. */
  declare: [{ who: teamRoles, when: open }],
  /** Rules on a conflict of interest that somebody declared. */
  'rule-conflict': [{ who: ['office'], when: open }],
  /** From planned to in progress: rating may begin. */
  begin: [{ who: ['leader', 'office'], when: ['planned'] }],
  /** Back to planned, while nothing is rated. */
  replan: [{ who: ['leader', 'office'], when: ['in-progress'] }],
  /** Freezes the ratings as found; on to the findings, or to the report when nothing has to be answered. */
  closeRating: [{ who: ['leader', 'office'], when: ['in-progress'] }],
  /** Back to rating, while the company knows of nothing: the office decides it, not who rated. */
  reopenRating: [{ who: ['office'], when: ['findings-open'] }],
  /** Freezes the result after correction and tells it to the company. */
  report: [{ who: ['leader', 'office'], when: ['findings-open'] }],
  /** The leader signs an audit off; a self-assessment is finished by who rates. */
  finish: [
    { who: ['leader'], when: ['in-progress', 'reported'] },
    { who: ['office', 'self-assessor'], when: ['in-progress'] },
  ],
  /** Ends it before its time, with the reason; what was found until then is kept and reported. */
  stop: [{ who: ['leader', 'office', 'self-assessor'], when: open }],
  /** Hands out papers with a code by which everybody can verify them, once the result stands. */
  issueDocuments: [{ who: ['leader', 'office', 'self-assessor'], when: told }],
  /** Hands out the plan with such a code, from when it is drawn up. */
  issuePlan: [{ who: ['leader', 'office'], when: always }],
  /** Hands out the nonconformity forms so, from when the company is told of them. */
  issueForms: [{ who: ['leader', 'office'], when: ['in-progress', 'findings-open', ...told] }],
  /** Reads the audit trail of it. */
  trail: [{ who: ['leader', 'auditor', 'technical-expert', 'observer', 'office', 'self-assessor'], when: always }],
  /** Reads there what others rated, too: in a team only when it is reported, since people may rate without seeing each other. */
  trailInFull: [
    { who: ['office', 'self-assessor'], when: always },
    { who: ['leader', 'auditor', 'technical-expert', 'observer'], when: told },
  ],
} as const satisfies Record<string, readonly Rule[]>;

export type AssessmentDeed = keyof typeof assessmentRules;
export const assessmentDeeds = Object.keys(assessmentRules) as readonly AssessmentDeed[];

/**
 * What a member of an audit's team may do before a valid statement of impartiality stands. Every other deed, also one that
 * is added later, waits for it: nobody rates, hands in or judges anything in an audit whose independence nobody knows.
 */
export const beforeDeclaring: readonly AssessmentDeed[] = [
  ...(['follow', 'view', 'lead', 'plan', 'seePlan', 'seeStatements', 'declare', 'begin', 'replan', 'stop'] as const),
  // Reading changes nothing; `view` is open to them as well.
  ...(['seeEvidence', 'seeRequests', 'seeFindings', 'trail', 'compareRaters'] as const),
];

/** What somebody may do in one assessment as it is now. */
export type AssessmentRights = Readonly<Record<AssessmentDeed, boolean>>;

/** What is known of an assessment and of somebody's place in it. */
export interface AssessmentPlace {
  readonly kind: AssessmentKind;
  readonly state: AssessmentState;
  readonly organizationId: string;
  /** null: not in the team. */
  readonly teamRole: TeamRole | null;
  /** A valid statement of impartiality of theirs stands; a self-assessment needs none. */
  readonly declared: boolean;
}

/**
 * The office sees all but rates only as a member of the team, so that every rating is an auditor's. A company works on
 * its own self-assessments; of an audit it learns the result when that is reported.
 */
export function standingsOf(actor: Actor, { kind, organizationId, teamRole }: AssessmentPlace): Standing[] {
  const own = worksFor(actor, organizationId);
  const all: readonly [Standing, boolean][] = [
    ['office', hasRole(actor, 'administrator', 'programme-manager')],
    ['observer', hasRole(actor, 'observer')],
    ['self-assessor', own && kind === 'self'],
    ['company', own && kind !== 'self'],
  ];
  const held = all.filter(([, holds]) => holds).map(([standing]) => standing);
  // A company's own people stand in the team of a self-assessment only by name.
  return teamRole === null || own ? held : [teamRole, ...held];
}

/** Whether somebody may do it in some other state, so that they are told why not now. */
export function mayEver(actor: Actor, place: AssessmentPlace, deed: AssessmentDeed): boolean {
  return assessmentStates.some((state) => rightsIn(actor, { ...place, state })[deed]);
}

/** What somebody may do now. What they may only as one of the team waits for their statement of impartiality. */
export function rightsIn(actor: Actor, place: AssessmentPlace): AssessmentRights {
  const rights = rightsOf(standingsOf(actor, place), place.state);
  // Who observes everything as an accreditation body does is in no team and has nothing to state.
  if (place.teamRole === null) return { ...rights, declare: false };
  if (place.kind === 'self' || place.declared) return rights;
  const outside = rightsOf(standingsOf(actor, { ...place, teamRole: null }), place.state);
  const allows = (deed: AssessmentDeed) => outside[deed] || (rights[deed] && beforeDeclaring.includes(deed));
  return toRights(allows);
}

/** The rights that come with these standings in that state: the table read once for each deed. */
export function rightsOf(held: readonly Standing[], state: AssessmentState): AssessmentRights {
  return toRights((deed) => {
    const rules: readonly Rule[] = assessmentRules[deed];
    return rules.some(({ who, when }) => when.includes(state) && held.some((standing) => who.includes(standing)));
  });
}

function toRights(allows: (deed: AssessmentDeed) => boolean): AssessmentRights {
  return Object.fromEntries(assessmentDeeds.map((deed) => [deed, allows(deed)])) as AssessmentRights;
}
