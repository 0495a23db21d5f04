import type { Translate } from '../../i18n/translate.ts';
import { type CertificationRule, checkStages, type PersonDaysRule, type SamplingRule } from '../../model/certification-rule.ts';
import type { CompetenceRule } from '../../model/competence.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { leastAtSite } from '../../model/person-days.ts';
import { describeDuration } from './criteria-words.ts';

/** The papers of an application and the checklists, each line in words; lists without lines are left out. */
export function certificationLists(
  { documents, checks }: CertificationRule,
  t: Translate,
  read: (text: LocalizedText) => string,
): { title: string; lines: string[] }[] {
  const line = (title: LocalizedText, required: boolean, only: string | null = null) => {
    const marks = [...(required ? [t('criteriaPage.required')] : []), ...(only ? [only] : [])];
    const text = read(title);
    return marks.length === 0 ? text : t('criteriaPage.marked', { text, marks: marks.join(t('criteriaPage.markSeparator')) });
  };
  const papers = (documents ?? []).map(({ title, required, kind }) =>
    line(title, required, kind && t('criteriaPage.onlyKind', { kind: t(`kind.${kind}`) })),
  );
  const stages = checkStages.map((stage) => ({
    title: t(`criteriaPage.checks.${stage}`),
    lines: (checks ?? []).filter((check) => check.stage === stage).map(({ title, required }) => line(title, required)),
  }));
  return [{ title: t('criteriaPage.documents'), lines: papers }, ...stages].filter(({ lines }) => lines.length > 0);
}

const noticeKinds = ['surveillance', 'expiry', 'suspension'] as const;

/** What certification asks of sites, time and people, a line a rule; only what the criteria name. */
export function certificationRules(
  { surveillanceOpens, recertificationOpens, notices = {}, sampling, personDays, competence }: CertificationRule,
  t: Translate,
): string[] {
  return [
    ...(surveillanceOpens ? [t('criteriaPage.surveillanceOpens', { span: describeDuration(surveillanceOpens, t) })] : []),
    ...(recertificationOpens
      ? [t('criteriaPage.recertificationOpens', { span: describeDuration(recertificationOpens, t) })]
      : []),
    ...noticeKinds.flatMap((kind) => {
      const span = notices[kind];
      return span ? [t(`criteriaPage.notice.${kind}`, { span: describeDuration(span, t) })] : [];
    }),
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
