import type { Catalogue } from '../catalogue.ts';

/** Certificates: their life, their pages, the paper itself. */
export const certificateTexts = {
  'deed.certificate.issued': { 'zh-CN': '颁发证书', en: 'issued the certificate' },
  'deed.certificate.keep': { 'zh-CN': '保持证书', en: 'kept the certificate after surveillance' },
  'deed.certificate.suspend': { 'zh-CN': '暂停证书', en: 'suspended the certificate' },
  'deed.certificate.restore': { 'zh-CN': '恢复证书', en: 'restored the certificate' },
  'deed.certificate.withdraw': { 'zh-CN': '撤销证书', en: 'withdrew the certificate' },
  'deed.certificate.cancel': { 'zh-CN': '注销证书', en: 'cancelled the certificate' },
  'deed.certificate.extend': { 'zh-CN': '扩大证书范围', en: 'extended the certificate' },
  'deed.certificate.reduce': { 'zh-CN': '缩小证书范围', en: 'reduced the certificate' },
  'deed.certificate.renew': { 'zh-CN': '再认证换发证书', en: 'renewed the certificate' },
  'deed.certificate.reissue': { 'zh-CN': '变更并重新制发证书', en: 'reissued the certificate' },
  'deed.certificate.replace': { 'zh-CN': '以新证书替换', en: 'replaced the certificate' },

  'certificates.refusal.self': {
    'zh-CN': '自评不能作为颁发证书的依据。',
    en: 'A self-assessment cannot carry a certificate.',
  },
  'certificates.refusal.noRule': {
    'zh-CN': '该准则未规定认证证书，不能颁证。',
    en: 'These criteria lay down nothing about certificates.',
  },
  'certificates.refusal.unfinished': {
    'zh-CN': '评价尚未完成：组长须先签字完成评价。',
    en: 'The assessment is not finished: the lead auditor has to sign it off first.',
  },
  'certificates.refusal.incomplete': {
    'zh-CN': '仍有条款未评定，没有可据以颁证的结果。',
    en: 'Clauses are unrated, so that there is no result to certify.',
  },
  'certificates.refusal.majors': {
    'zh-CN': '以下严重不符合尚未关闭：{numbers}。',
    en: 'These major nonconformities are still open: {numbers}.',
  },
  'certificates.refusal.failed': { 'zh-CN': '未通过：{zh}', en: 'Not passed: {en}' },
  'certificates.refusal.noGrade': {
    'zh-CN': '得分未达到任何等级。',
    en: 'The score reaches no grade.',
  },
  'certificates.refusal.otherGrade': {
    'zh-CN': '所选等级与评价结果的等级不一致。',
    en: 'The grade is not the one that the assessment came to.',
  },
  'certificates.refusal.otherOrganization': {
    'zh-CN': '该评价属于另一个组织。',
    en: 'The assessment is of another organization.',
  },
  'certificates.refusal.dates': {
    'zh-CN': '有效期的最后一日早于发证日期。',
    en: 'The last day of validity is before the day of issue.',
  },
  'certificates.changedMeanwhile': {
    'zh-CN': '其他人刚刚变更了这张证书。请刷新页面，查看现在的状态后再操作。',
    en: 'Somebody else changed this certificate a moment ago. Reload the page and look at its state before you go on.',
  },
  'certificates.impossible': {
    'zh-CN': '证书 {number} 当前的状态不允许这一操作。',
    en: 'Certificate {number} is in a state in which this is not possible.',
  },
  'certificates.beforeIssue': {
    'zh-CN': '生效日期不能早于发证日期 {day}。',
    en: 'It cannot take effect before the certificate was issued on {day}.',
  },
  'certificates.renewEarlier': {
    'zh-CN': '新的有效期必须晚于原到期日 {day}。',
    en: 'The new validity must end after the present one, {day}.',
  },
  'certificates.endBeforeBegin': {
    'zh-CN': '暂停的截止日期早于开始日期。',
    en: 'The suspension would end before it begins.',
  },
} as const satisfies Catalogue;
