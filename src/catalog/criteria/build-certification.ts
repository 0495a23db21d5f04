import type {
  CaseCheck,
  CertificateNotices,
  CertificationRule,
  NeededPaper,
  PersonDaysRule,
  SamplingRule,
} from '../../model/certification-rule.ts';
import { commonCompetenceRule } from '../../model/competence.ts';
import { leastAtSite } from '../../model/person-days.ts';
import { commonSamplingRule } from '../../model/site-sampling.ts';
import type { HeadForm } from '../forms/criteria-form.ts';
import type { Localizer } from './localizer.ts';

type CertificationForm = NonNullable<HeadForm['certification']>;

/**
 * What the criteria say of certification; null when they do not. What may be left out stays away where
 * it is, so that the content, and with it the hash, of criteria that are in use does not change.
 */
export function buildCertification({ certification }: HeadForm, localizer: Localizer): CertificationRule | null {
  if (!certification) return null;
  return {
    validFor: certification.valid_for,
    surveillanceEvery: certification.surveillance_every ?? null,
    ...(certification.surveillance_opens && { surveillanceOpens: certification.surveillance_opens }),
    ...(certification.recertification_opens && { recertificationOpens: certification.recertification_opens }),
    ...toNotices(certification),
    number: certification.number,
    deadlines: (certification.deadlines ?? []).map(({ id, title, within, after }) => ({
      id,
      title: localizer.text(`deadlines.${id}.title`, title, ({ head }) => head.deadlines?.[id]?.title),
      within,
      after: localizer.text(`deadlines.${id}.after`, after, ({ head }) => head.deadlines?.[id]?.after),
    })),
    ...(certification.documents && { documents: toPapers(certification.documents, localizer) }),
    ...(certification.checks && { checks: toChecks(certification.checks, localizer) }),
    ...(certification.sampling && { sampling: toSampling(certification.sampling) }),
    ...(certification.person_days && { personDays: toPersonDays(certification.person_days) }),
    ...(certification.competence && {
      competence: {
        leader: certification.competence.leader ?? commonCompetenceRule.leader,
        auditor: certification.competence.auditor ?? commonCompetenceRule.auditor,
      },
    }),
  };
}

function toNotices(form: CertificationForm): Pick<CertificationRule, 'notices'> {
  const notices: CertificateNotices = {
    ...(form.surveillance_notice && { surveillance: form.surveillance_notice }),
    ...(form.expiry_notice && { expiry: form.expiry_notice }),
    ...(form.suspension_notice && { suspension: form.suspension_notice }),
  };
  return Object.keys(notices).length > 0 ? { notices } : {};
}

function toPapers(forms: NonNullable<CertificationForm['documents']>, localizer: Localizer): NeededPaper[] {
  return forms.map(({ id, title, kind, required }) => ({
    id,
    title: localizer.text(`documents.${id}`, title, ({ head }) => head.documents?.[id]),
    kind: kind ?? null,
    required: required ?? false,
  }));
}

function toChecks(forms: NonNullable<CertificationForm['checks']>, localizer: Localizer): CaseCheck[] {
  return forms.map(({ id, stage, title, required }) => ({
    id,
    stage,
    title: localizer.text(`checks.${id}`, title, ({ head }) => head.checks?.[id]),
    required: required ?? false,
  }));
}

function toSampling(form: NonNullable<CertificationForm['sampling']>): SamplingRule {
  return {
    suited: form.suited ?? commonSamplingRule.suited,
    initial: form.initial ?? commonSamplingRule.initial,
    surveillance: form.surveillance ?? commonSamplingRule.surveillance,
    recertification: form.recertification ?? commonSamplingRule.recertification,
    random: form.random ?? commonSamplingRule.random,
  };
}

function toPersonDays({ site_at_least, bands }: NonNullable<CertificationForm['person_days']>): PersonDaysRule {
  return {
    siteAtLeast: site_at_least ?? leastAtSite,
    bands: (bands ?? []).map(({ headcount, days }) => ({ from: headcount, days })),
  };
}
