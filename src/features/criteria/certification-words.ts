import type { Translate } from '../../i18n/translate.ts';
import type { CertificationRule, PersonDaysRule, SamplingRule } from '../../model/certification-rule.ts';
import type { CompetenceRule } from '../../model/competence.ts';
import { leastAtSite } from '../../model/person-days.ts';

/** What certification asks of sites, time and people, a line a rule; only what the criteria name. */
export function certificationRules({ sampling, personDays, competence }: CertificationRule, t: Translate): string[] {
  return [
    ...(sampling ? [describeSampling(sampling, t)] : []),
    ...(personDays ? [describePersonDays(personDays, t)] : []),
    ...(competence ? [describeCompetence(competence, t)] : []),
  ];
}

export function describeSampling(rule: SamplingRule, t: Translate): string {
  if (!rule.suited) return t('criteriaPage.samplingAll');
  const percent = String(Math.round(Number(rule.random) * 10_000) / 100);
  const [initial, surveillance, recertification] = [rule.initial, rule.surveillance, rule.recertification].map(rootOf);
  return t('criteriaPage.sampling', {
    initial: initial ?? '',
    surveillance: surveillance ?? '',
    recertification: recertification ?? '',
    percent,
  });
}

/** `√x`, `0.6 √x` */
export function rootOf(factor: string): string {
  return factor === '1' ? '√x' : `${factor} √x`;
}

/** Without a rule the program's own: half a day a site. */
export function describePersonDays(rule: PersonDaysRule | null, t: Translate): string {
  const least = t('criteriaPage.daysLeast', { days: rule?.siteAtLeast ?? leastAtSite });
  const bands = (rule?.bands ?? []).map(({ from, days }) => t('criteriaPage.daysBand', { from, days }));
  return [least, ...bands].join(t('criteriaPage.ruleSeparator'));
}

export function describeCompetence({ leader, auditor }: CompetenceRule, t: Translate): string {
  return t('criteriaPage.competence', { leader: t(`grade.${leader}`), auditor: t(`grade.${auditor}`) });
}
