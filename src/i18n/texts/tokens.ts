import type { Catalogue } from '../catalogue.ts';

/** Tokens for programs. */
export const tokenTexts = {
  'tokens.title': { 'zh-CN': '接口令牌', en: 'API tokens' },
  'tokens.lead': {
    'zh-CN': '程序凭令牌以您的名义下载您能查看的内容，只能读取所选范围，不能修改任何内容。',
    en: 'With a token a program fetches in your name what you may see: only what you choose here, and it changes nothing.',
  },
  'tokens.none': { 'zh-CN': '还没有令牌。', en: 'There is no token yet.' },
  'tokens.make': { 'zh-CN': '新建令牌', en: 'Make a token' },
  'tokens.name': { 'zh-CN': '用途', en: 'What it is for' },
  'tokens.nameHint': { 'zh-CN': '例如“每周导出审核发现”。', en: 'For example “weekly export of findings”.' },
  'tokens.scopes': { 'zh-CN': '可以读取', en: 'What it may read' },
  'tokens.noScope': { 'zh-CN': '请至少选择一项。', en: 'Choose at least one.' },
  'tokens.days': { 'zh-CN': '有效期', en: 'Good for' },
  'tokens.daysValue': { 'zh-CN': '{days} 天', en: '{days} days' },
  'tokens.made': { 'zh-CN': '令牌已建立', en: 'The token is made' },
  'tokens.madeLead': {
    'zh-CN': '令牌只显示这一次，请立即保存到要使用它的程序里。拿到它的人能读取您所选的内容。',
    en: 'The token is shown only now. Put it where the program keeps its secrets: whoever has it can read what you chose.',
  },
  'tokens.example': { 'zh-CN': '使用示例：', en: 'How it is used, for example:' },
  'tokens.kept': { 'zh-CN': '已保存', en: 'I have kept it' },
  'tokens.facts': { 'zh-CN': '建立于 {created}，有效至 {expires}。', en: 'Made {created}, good until {expires}.' },
  'tokens.used': { 'zh-CN': '最近使用：{when}，来自 {from}。', en: 'Last used {when} from {from}.' },
  'tokens.unused': { 'zh-CN': '尚未使用。', en: 'Not used yet.' },
  'tokens.over': { 'zh-CN': '已过期', en: 'run out' },
  'tokens.revoke': { 'zh-CN': '撤销', en: 'Revoke' },
  'tokens.revoked': { 'zh-CN': '令牌已撤销，立即失效。', en: 'The token is revoked and good for nothing from now on.' },
  'tokens.gone': { 'zh-CN': '这个令牌已经撤销。', en: 'This token is revoked already.' },
  'tokens.tooMany': {
    'zh-CN': '每人最多 {most} 个令牌，请先撤销不用的。',
    en: 'A person has at most {most} tokens. Revoke one that is not used first.',
  },
  'tokens.unknown': {
    'zh-CN': '令牌无效、已过期或已撤销。请在“账户与安全”里新建。',
    en: 'The token is not known, has run out or was revoked. Make a new one under “Account and security”.',
  },
  'tokens.notHere': {
    'zh-CN': '这个令牌不能用于此地址。可用的地址见“接口令牌”页。',
    en: 'This token does not open this address. The page “API tokens” lists what tokens open.',
  },
  'tokens.scope.results.read': { 'zh-CN': '评价报告和调查数据', en: 'reports of assessments, survey data' },
  'tokens.scope.evidence.read': { 'zh-CN': '证据文件', en: 'evidence files' },
  'tokens.scope.plans.read': { 'zh-CN': '审核计划和日程', en: 'audit plans and calendars' },
  'tokens.scope.findings.read': { 'zh-CN': '审核发现', en: 'findings' },
  'tokens.scope.certificates.read': { 'zh-CN': '证书和认证报告', en: 'certificates and reports of certifications' },
  'tokens.scope.criteria.read': { 'zh-CN': '评价准则', en: 'criteria' },
} as const satisfies Catalogue;
