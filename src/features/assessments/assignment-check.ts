import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import { commonCompetenceRule, competenceGap } from '../../model/competence.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { freeFrom, isRefusal, type Objection, objectionsTo } from '../../model/independence.ts';
import { listCompetencesOfAll } from '../competences/competence-store.ts';
import { listTiesWith } from '../competences/past-tie-store.ts';
import { listDeclaredElsewhere } from './declared-elsewhere-store.ts';
import { type Candidate, listBusyDays, listDeclarationStates } from './team-store.ts';

/** The audit for which people are chosen; `id` is null while it does not exist yet. */
export interface AuditToStaff {
  readonly id: string | null;
  readonly organization: { readonly id: string; readonly trade: string | null };
  readonly criteria: Criteria;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Assignment {
  readonly userId: string;
  readonly teamRole: TeamRole;
}

/** An objection in words, and whether the assignment is refused for it. */
export interface NamedObjection {
  readonly text: Message;
  readonly refused: boolean;
}

/** Competence is asked for where the criteria name a grade, or the deployment says so for all criteria. */
export function isCompetenceAsked(config: Pick<Deps['config'], 'competence'>, criteria: Criteria): boolean {
  return config.competence === 'required' || criteria.certification?.competence !== undefined;
}

/** What stands against each of these assignments; nothing is asked twice of the database however many there are. */
export async function checkAssignments(
  db: Db,
  config: Deps['config'],
  audit: AuditToStaff,
  candidates: readonly Candidate[],
  assignments: readonly Assignment[],
): Promise<Map<string, NamedObjection[]>> {
  const ids = assignments.map(({ userId }) => userId);
  const competences = await listCompetencesOfAll(db, ids);
  const ties = await listTiesWith(db, audit.organization.id, ids);
  const busy = await listBusyDays(db, ids, audit);
  const declarations = audit.id === null ? new Map() : await listDeclarationStates(db, audit.id, ids);
  const elsewhere = await listDeclaredElsewhere(db, { id: audit.id, organizationId: audit.organization.id }, ids);
  const engagement = { criteriaId: audit.criteria.id, trade: audit.organization.trade, from: audit.from, to: audit.to };
  const rule = audit.criteria.certification?.competence ?? commonCompetenceRule;
  const asked = isCompetenceAsked(config, audit.criteria);

  const entries = assignments.map(({ userId, teamRole }): [string, NamedObjection[]] => {
    const candidate = candidates.find(({ id }) => id === userId);
    const objections = objectionsTo({
      teamRole,
      parts: candidate?.parts ?? [],
      competence: competenceGap(competences.get(userId) ?? [], engagement, teamRole, rule),
      ties: ties.get(userId) ?? [],
      declaration: declarations.get(userId) ?? 'missing',
      elsewhere: elsewhere.get(userId) ?? [],
      busyIn: busy.get(userId) ?? [],
      audit,
    });
    const name = candidate?.name ?? '–';
    return [userId, objections.map((one) => ({ text: inWords(one, name), refused: isRefusal(one, asked) }))];
  });
  return new Map(entries);
}

function inWords(objection: Objection, name: string): Message {
  switch (objection.rule) {
    case 'part':
      return message(`assignment.part.${objection.teamRole}`, { name });
    case 'competence':
      return gapInWords(objection.gap, name);
    case 'tie': {
      const { kind, from } = objection.tie;
      const free = freeFrom(objection.tie);
      return free === null
        ? message(`assignment.tieNow.${kind}`, { name, from })
        : message(`assignment.tie.${kind}`, { name, free });
    }
    case 'conflict':
      return message(`assignment.conflict.${objection.state}`, { name });
    case 'declared-elsewhere': {
      const { state, number, free } = objection;
      return message(`assignment.elsewhere.${state}`, { name, number, free });
    }
    case 'busy':
      return message('assignment.busy', { name, number: objection.number });
  }
}

function gapInWords(gap: Extract<Objection, { rule: 'competence' }>['gap'], name: string): Message {
  switch (gap.gap) {
    case 'missing':
      return message('assignment.competenceMissing', { name });
    case 'expired':
      return message('assignment.competenceExpired', { name, day: gap.day });
    case 'grade':
      return message(`assignment.gradeTooLow.${gap.needed}`, { name });
  }
}
