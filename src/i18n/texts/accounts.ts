import type { Catalogue } from '../catalogue.ts';

/** Signing in and out, passwords, the first administrator. */
export const accountTexts = {
  'accounts.signIn': { 'zh-CN': '登录', en: 'Sign in' },
  'accounts.signOut': { 'zh-CN': '退出', en: 'Sign out' },
  'accounts.signInName': { 'zh-CN': '登录名', en: 'Sign-in name' },
  'accounts.signInNameHint': {
    'zh-CN': '用来登录，例如邮箱或工号；不分大小写。',
    en: 'Used to sign in, such as an e-mail address or staff number; capitals do not matter.',
  },
  'accounts.name': { 'zh-CN': '姓名', en: 'Name' },
  'accounts.nameHint': { 'zh-CN': '将印在报告上。', en: 'Printed in reports.' },
  'accounts.password': { 'zh-CN': '密码', en: 'Password' },
  'accounts.presentPassword': { 'zh-CN': '当前密码', en: 'Present password' },
  'accounts.wantedPassword': { 'zh-CN': '新密码', en: 'New password' },
  'accounts.wantedPasswordHint': {
    'zh-CN': '至少 {least} 个字符；一句好记的话就很合适。',
    en: 'At least {least} characters; a sentence that you remember works well.',
  },
  'accounts.repeatedPassword': { 'zh-CN': '再输一次新密码', en: 'New password again' },
  'accounts.passwordShort': { 'zh-CN': '密码至少要有 {least} 个字符。', en: 'Use at least {least} characters.' },
  'accounts.notRepeated': { 'zh-CN': '两次输入的密码不同，请重新输入。', en: 'The two passwords differ. Type them again.' },
  'accounts.wrongSignIn': {
    'zh-CN': '登录名或密码不对。请检查后重试；忘记密码可请管理员发一个新链接。',
    en: 'The name or the password is wrong. Check both; if you forgot the password, ask your administrator for a new link.',
  },
  'accounts.wrongPassword': { 'zh-CN': '当前密码不对。', en: 'This is not your present password.' },
  'accounts.nameTaken': {
    'zh-CN': '这个登录名已有人使用，请换一个。',
    en: 'Somebody has this sign-in name already. Choose another.',
  },
  'accounts.nameSigns': { 'zh-CN': '只能使用文字、数字和 . _ @ + -。', en: 'Use only letters, digits and . _ @ + -' },
  'accounts.nameMixed': {
    'zh-CN': '拉丁字母不能与外形相近的其他字母（如西里尔字母、希腊字母）混用。请全部使用同一种字母。',
    en: 'Latin letters cannot stand beside letters that look like them, such as Cyrillic or Greek ones. Use one alphabet.',
  },
  'accounts.linkUsed': {
    'zh-CN': '此链接已用过或已过期。请管理员发一个新的。',
    en: 'This link has been used or has run out. Ask the administrator for a new one.',
  },
  'accounts.changePassword': { 'zh-CN': '修改密码', en: 'Change password' },
  'accounts.changePasswordHint': {
    'zh-CN': '修改后，其他设备上的登录会全部退出。通行密钥和接口令牌保留；不认识的，请在上面移除。',
    en: 'Every other browser that you are signed in with will be signed out. Passkeys and API tokens stay; remove above what you do not know.',
  },
  'accounts.passwordChanged': {
    'zh-CN': '密码已修改，其他设备已退出。',
    en: 'Your password has been changed and other browsers are signed out.',
  },
  'accounts.setup': { 'zh-CN': '创建管理员', en: 'Create the administrator' },
  'accounts.setupLead': {
    'zh-CN': '这是一套新的衡准。先创建管理员，再由管理员添加其他人员。此链接只能使用一次。',
    en: 'This Assay is new. Create the administrator first, who then adds the others. This link works once.',
  },
  'accounts.setupDo': { 'zh-CN': '创建管理员', en: 'Create administrator' },
  'accounts.setPassword': { 'zh-CN': '设置密码', en: 'Set your password' },
  'accounts.setPasswordLead': {
    'zh-CN': '{name}，您好。请为登录名 {signInName} 设置密码。',
    en: 'Hello {name}. Set the password for the sign-in name {signInName}.',
  },
  'accounts.role': { 'zh-CN': '角色', en: 'Role' },
  'accounts.lead': {
    'zh-CN': '售后服务成熟度评价与认证审核',
    en: 'Maturity assessment and certification audit of after-sales service',
  },
  'role.administrator': { 'zh-CN': '管理员', en: 'Administrator' },
  'role.programme-manager': { 'zh-CN': '方案管理人员', en: 'Programme manager' },
  'role.lead-auditor': { 'zh-CN': '审核组长', en: 'Lead auditor' },
  'role.auditor': { 'zh-CN': '审查员', en: 'Auditor' },
  'role.technical-expert': { 'zh-CN': '技术专家', en: 'Technical expert' },
  'role.mystery-shopper': { 'zh-CN': '神秘顾客', en: 'Mystery shopper' },
  'role.reviewer': { 'zh-CN': '复核人员', en: 'Reviewer' },
  'role.decision-maker': { 'zh-CN': '认证决定人员', en: 'Decision maker' },
  'role.observer': { 'zh-CN': '认可观察员', en: 'Accreditation observer' },
  'role.company-manager': { 'zh-CN': '企业负责人', en: 'Company manager' },
  'role.company-member': { 'zh-CN': '企业成员', en: 'Company member' },
} as const satisfies Catalogue;
