import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../model/clauses.ts';
import type { AuditMethod, Criteria } from '../../model/criteria.ts';
import { partShare } from '../../model/part-name.ts';
import type { StoredPartPlan } from './part-plan-store.ts';

/** A part of the criteria with what is laid down for it in one assessment. */
export interface PartLine {
  readonly id: string;
  readonly title: string;
  readonly weight: string;
  /** Of all weights, `30%`. */
  readonly share: string;
  readonly clauses: readonly string[];
  readonly methods: readonly AuditMethod[];
  readonly from: string | null;
  readonly to: string | null;
  /** Empty: the whole team. */
  readonly members: readonly PartMember[];
}

export interface PartMember {
  readonly userId: string;
  readonly name: string;
  /** Is not on any other part. */
  readonly onlyHere: boolean;
}

export function partLines(criteria: Criteria, { parts: laid }: StoredPartPlan, language: Language): PartLine[] {
  const titles = new Map(criteria.clauses.map(({ id, title }) => [id, textIn(title, language, criteria.language)]));
  const parts = criteria.parts ?? [];
  const openToAll = parts.filter(({ id }) => (laid.find(({ part }) => part === id)?.members.length ?? 0) === 0);
  return parts.map((part) => {
    const plan = laid.find((one) => one.part === part.id);
    const isElsewhere = (userId: string) =>
      openToAll.some(({ id }) => id !== part.id) ||
      laid.some((one) => one.part !== part.id && one.members.some((member) => member.userId === userId));
    return {
      id: part.id,
      title: textIn(part.title, language, criteria.language),
      weight: part.weight,
      share: partShare(criteria, part),
      clauses: part.clauses.map((id) => titles.get(id) ?? id),
      methods: part.auditMethods,
      from: plan?.from ?? null,
      to: plan?.to ?? null,
      members: (plan?.members ?? []).map((member) => ({ ...member, onlyHere: !isElsewhere(member.userId) })),
    };
  });
}
