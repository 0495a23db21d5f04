import type { Catalogue } from '../catalogue.ts';

/** What can be wrong with a field, and the summary above a form. */
export const formTexts = {
  'form.summary': { 'zh-CN': '请先改正以下内容', en: 'Please mend the following first' },
  'form.required': { 'zh-CN': '请填写此项。', en: 'Fill in this field.' },
  'form.tooLong': { 'zh-CN': '最多 {most} 个字符，请缩短。', en: 'Use at most {most} characters.' },
  'form.tooShort': { 'zh-CN': '至少需要 {least} 个字符。', en: 'Use at least {least} characters.' },
  'form.tooMany': { 'zh-CN': '最多选择 {most} 项。', en: 'Choose at most {most}.' },
  'form.unknown': {
    'zh-CN': '表单含有未知内容：{names}。请刷新页面后重新填写。',
    en: 'The form holds something unknown: {names}. Reload the page and fill it in again.',
  },
  'form.notAllowed': {
    'zh-CN': '此值不可用，请从给出的选项中选择。',
    en: 'This value cannot be used. Choose one of those offered.',
  },
  'form.wholeNumber': { 'zh-CN': '请填写 0 至 {most} 的整数。', en: 'Enter a whole number from 0 to {most}.' },
  'form.date': { 'zh-CN': '请填写真实存在的日期，如 2026-01-05。', en: 'Enter a date that exists, such as 2026-01-05.' },
  'form.email': {
    'zh-CN': '请填写有效的电子邮箱，如 name@example.com。',
    en: 'Enter an e-mail address such as name@example.com.',
  },
  'form.optional': { 'zh-CN': '选填', en: 'optional' },
  'form.save': { 'zh-CN': '保存', en: 'Save' },
  'form.cancel': { 'zh-CN': '取消', en: 'Cancel' },
} as const satisfies Catalogue;
