import type { Catalogue } from '../catalogue.ts';

/** What stands against giving somebody a part in an audit. */
export const assignmentTexts = {
  'assignment.part.leader': {
    'zh-CN': '{name}不能任组长：只有角色为审核组长的人员可以带队。',
    en: '{name} cannot lead: only people whose role is lead auditor lead an audit.',
  },
  'assignment.part.auditor': {
    'zh-CN': '{name}不能任组员：其角色不是审查员。',
    en: '{name} cannot be an auditor here: their role is not that of an auditor.',
  },
  'assignment.part.technical-expert': {
    'zh-CN': '{name}不能任技术专家：其角色不允许。',
    en: '{name} cannot be a technical expert: their role does not allow it.',
  },
  'assignment.part.mystery-shopper': {
    'zh-CN': '{name}不能任神秘顾客：其角色不允许。',
    en: '{name} cannot be a mystery shopper: their role does not allow it.',
  },
  'assignment.part.observer': {
    'zh-CN': '{name}不能任观察员：其角色不允许。',
    en: '{name} cannot be an observer: their role does not allow it.',
  },
  'assignment.competenceMissing': {
    'zh-CN': '{name}没有登记按本准则审核该行业的能力。',
    en: 'No competence of {name} is recorded for these criteria and this trade.',
  },
  'assignment.competenceExpired': {
    'zh-CN': '{name}的能力在审核日 {day} 无效：已到期或尚未生效。',
    en: 'The competence of {name} does not hold on {day}, a day of the audit.',
  },
  'assignment.gradeTooLow.trainee': {
    'zh-CN': '{name}的级别不够：至少须为实习审查员。',
    en: 'The grade of {name} is too low: at least trainee auditor is needed.',
  },
  'assignment.gradeTooLow.auditor': {
    'zh-CN': '{name}的级别不够：至少须为审查员。',
    en: 'The grade of {name} is too low: at least auditor is needed.',
  },
  'assignment.gradeTooLow.senior': {
    'zh-CN': '{name}的级别不够：须为高级审查员。',
    en: 'The grade of {name} is too low: senior auditor is needed.',
  },
  'assignment.tie.employment': {
    'zh-CN': '{name}曾在该组织任职，离职未满两年：{free} 起方可参与审核。',
    en: '{name} worked for this organization less than two years before: free to audit it from {free}.',
  },
  'assignment.tie.consulting': {
    'zh-CN': '{name}曾为该组织提供咨询，结束未满两年：{free} 起方可参与审核。',
    en: '{name} advised this organization less than two years before: free to audit it from {free}.',
  },
  'assignment.tieNow.employment': {
    'zh-CN': '{name}自 {from} 起在该组织任职，不能参与审核。',
    en: '{name} has worked for this organization since {from} and cannot audit it.',
  },
  'assignment.tieNow.consulting': {
    'zh-CN': '{name}自 {from} 起为该组织提供咨询，不能参与审核。',
    en: '{name} has advised this organization since {from} and cannot audit it.',
  },
  'assignment.conflict.conflict': {
    'zh-CN': '{name}在本次审核的公正性声明中申报了利益冲突，须先由办公室裁定。',
    en: '{name} declared a conflict of interest in this audit; the office has to rule on it first.',
  },
  'assignment.conflict.removed': {
    'zh-CN': '{name}因申报的利益冲突已被办公室调离本次审核。',
    en: 'The office took {name} out of this audit for a declared conflict of interest.',
  },
  'assignment.elsewhere.conflict': {
    'zh-CN': '{name}在该组织的另一次审核 {number} 中申报了利益冲突，办公室尚未裁定；裁定前不能参加本次审核。',
    en: '{name} declared a conflict of interest in {number}, another audit of this organization; the office has to rule on it before {name} can take part in this one.',
  },
  'assignment.elsewhere.removed': {
    'zh-CN': '{name}因利益冲突被调离该组织的另一次审核 {number}，自申报起两年内回避该组织：{free} 起方可参与审核。',
    en: '{name} was taken out of {number}, another audit of this organization, for a conflict of interest declared less than two years before: free to audit it from {free}.',
  },
  'assignment.elsewhere.accepted': {
    'zh-CN': '{name}在该组织的另一次审核 {number} 中申报过利益冲突，附措施获准；本次审核须重新申报并由办公室裁定（至 {free}）。',
    en: '{name} declared a conflict of interest in {number}, another audit of this organization, accepted there with measures; until {free} it has to be declared and ruled on in each audit.',
  },
  'assignment.busy': {
    'zh-CN': '{name}在同一时间还参加 {number}。',
    en: '{name} is also in {number} on the same days.',
  },
} as const satisfies Catalogue;
