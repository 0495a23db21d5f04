import type { Catalogue } from '../catalogue.ts';

/** A copy of somebody's data, its erasure, and the page that says what is stored and why; its kinds stand in `stored-kinds.ts`. */
export const privacyTexts = {
  'deed.account.data-exported': { 'zh-CN': '导出个人信息副本', en: 'made a copy of a person’s data' },
  'deed.account.erased': { 'zh-CN': '删除个人信息', en: 'erased a person’s data' },

  'privacy.title': { 'zh-CN': '保存哪些信息，为什么', en: 'What is stored and why' },
  'privacy.lead': {
    'zh-CN': '这里列出本系统保存的全部信息。其中涉及个人的，说明用途、依据、保存多久、谁能看到。',
    en: 'Here stands everything that this system stores; where it concerns people: what for, on what ground, for how long, and who sees it.',
  },
  'privacy.kind': { 'zh-CN': '信息', en: 'What' },
  'privacy.why': { 'zh-CN': '用途', en: 'What for' },
  'privacy.ground': { 'zh-CN': '依据', en: 'Ground' },
  'privacy.long': { 'zh-CN': '保存多久', en: 'For how long' },
  'privacy.period': { 'zh-CN': '（现为 {months} 个月）', en: '(now {months} {months:month|months})' },
  'privacy.noPeriod': { 'zh-CN': '（现未设期限，一直保存）', en: '(now no period is set: kept for good)' },
  'privacy.seen': { 'zh-CN': '谁能看到', en: 'Who sees it' },
  'privacy.records': { 'zh-CN': '记录数', en: 'Records' },
  'privacy.ground.contract': {
    'zh-CN': '履行合同、人力资源管理（个人信息保护法第十三条第二项；GDPR 第6条第1款b项）',
    en: 'contract, or management of staff (PIPL art. 13 (2); GDPR art. 6 (1) b)',
  },
  'privacy.ground.duty': {
    'zh-CN': '认证机构的法定义务：认证过程须可追溯（个人信息保护法第十三条第三项；GDPR 第6条第1款c项）',
    en: 'legal duty of a certification body to keep its work traceable (PIPL art. 13 (3); GDPR art. 6 (1) c)',
  },
  'privacy.ground.security': {
    'zh-CN': '网络安全义务（个人信息保护法第十三条第三项；GDPR 第6条第1款f项）',
    en: 'duty to keep the system secure (PIPL art. 13 (3); GDPR art. 6 (1) f)',
  },
  'privacy.ground.none': { 'zh-CN': '不是关于个人的信息', en: 'not about people' },
  'privacy.elsewhere': { 'zh-CN': '数据库以外', en: 'Outside the database' },
  'privacy.elsewhere.cookies': {
    'zh-CN': 'Cookie 只有两个：登录会话，和登录后用来识别常用浏览器的标记。没有统计，没有第三方。',
    en: 'Cookies: the session, and after signing in a mark by which a known browser is told. No statistics, no third parties.',
  },
  'privacy.elsewhere.log': {
    'zh-CN': '服务器日志：时间、网址、网络地址和结果，不含密码、链接和内容。保存多久由运行者决定。',
    en: 'The server’s log: time, address of the page, network address, outcome; no passwords, links or content. Whoever runs the server decides how long it is kept.',
  },
  'privacy.elsewhere.mail': {
    'zh-CN': '发出的邮件在邮件服务器和收件人处，本系统收不回。',
    en: 'Letters that were sent lie with the mail server and their readers; they cannot be called back.',
  },
  'privacy.elsewhere.copies': {
    'zh-CN': '备份里的信息随备份到期消失，由运行者安排。',
    en: 'What lies in backups goes with the backups; whoever runs the server sees to that.',
  },
  'privacy.rights': { 'zh-CN': '您的权利', en: 'Your rights' },
  'privacy.rights.lead': {
    'zh-CN':
      '有账户的人可在“账户与安全”里下载自己信息的副本，可请管理员更正或删除。没有账户的人（如联系人、投诉人）请联系本机构。',
    en: 'Whoever has an account downloads a copy of their data under “Account and security”, and asks the administrator to correct or erase it. Others (contacts, people who complained) turn to this body.',
  },
  'privacy.noAdvice': {
    'zh-CN': '本页按程序实际保存的内容编写，不是法律意见。',
    en: 'This page tells what the program stores. It is no legal advice.',
  },

  'privacy.ownData': { 'zh-CN': '我的信息', en: 'My data' },
  'privacy.personData': { 'zh-CN': '个人信息：副本与删除', en: 'Personal data: copy and erasure' },
  'privacy.dataOf': { 'zh-CN': '{name}的个人信息', en: 'Personal data of {name}' },
  'privacy.ownLead': {
    'zh-CN': '本系统保存着以下与您有关的记录。副本是一个 JSON 文件，不含密码等秘密，也不含企业的内容。',
    en: 'These records here concern you. The copy is a JSON file, without secrets such as passwords, and without the companies’ matters.',
  },
  'privacy.ownErasure': {
    'zh-CN': '要求更正或删除，请联系管理员。',
    en: 'To have something corrected or erased, turn to the administrator.',
  },
  'privacy.download': { 'zh-CN': '下载副本', en: 'Download a copy' },
  'privacy.copy': { 'zh-CN': '副本', en: 'Copy' },
  'privacy.copyLead': {
    'zh-CN': '本人要求查阅或复制时，把这个文件交给本人。导出会记入操作记录。',
    en: 'For when the person asks what is stored about them. Making a copy is recorded in the audit trail.',
  },
  'privacy.exportAbout': {
    'zh-CN':
      '本系统保存的关于您的全部记录，按表列出；不含密码、密钥等秘密。您在评价中做过的事只列出何时、对何物，不含企业的内容。',
    en: 'Every record that this system holds about you, by table; without secrets such as passwords and keys. Of what you did in assessments it tells when and to what, not the companies’ matters.',
  },
  'privacy.erase': { 'zh-CN': '删除个人信息', en: 'Erase the data' },
  'privacy.eraseLead': {
    'zh-CN': '删除后，此人不能再登录，姓名、登录名、邮箱、通知和登录凭据消失；做过的事以代称留在记录里。不能撤销。',
    en: 'Afterwards nobody signs in as this person. Names, addresses, notices and ways to sign in are gone; what the person did stays on record under a pseudonym. This cannot be undone.',
  },
  'privacy.notSelf': {
    'zh-CN': '自己的信息须由另一位管理员删除。',
    en: 'Your own data has to be erased by another administrator.',
  },
  'privacy.preview': { 'zh-CN': '将会怎样', en: 'What would happen' },
  'privacy.goes': { 'zh-CN': '删除', en: 'Goes' },
  'privacy.emptied': { 'zh-CN': '抹去姓名', en: 'Loses the name' },
  'privacy.stays': { 'zh-CN': '以代称保留', en: 'Stays, pseudonymous' },
  'privacy.staysWhy': { 'zh-CN': '保留的原因', en: 'Why it stays' },
  'privacy.entries': {
    'zh-CN': '操作记录中 {count} 条内容里的姓名和邮箱将被抹去；校验链保持完整，抹去本身也有记录。',
    en: 'Names and addresses go out of {count} {count:entry|entries} of the audit trail. The chain still verifies, and the erasure itself is recorded.',
  },
  'privacy.papersStay': {
    'zh-CN': '已签发的证书、报告和签署的决定不改动：它们以原样对外有效，里面的姓名保留到其保存期满。',
    en: 'Certificates, reports and signed decisions that were issued are not altered: they hold as they are. Names in them stay until their period ends.',
  },
  'privacy.duties': { 'zh-CN': '此人还有未了的工作，先交接：', en: 'The person still has work to do. Hand it over first:' },
  'privacy.duty.assessment': { 'zh-CN': '评价', en: 'assessment' },
  'privacy.duty.case': { 'zh-CN': '认证', en: 'certification' },
  'privacy.duty.dispute': { 'zh-CN': '申诉或投诉', en: 'appeal or complaint' },
  'privacy.hasDuties': {
    'zh-CN': '此人还有未了的工作：{numbers}。请先交接。',
    en: 'The person still has work to do: {numbers}. Hand it over first.',
  },
  'privacy.typeName': { 'zh-CN': '输入此人的登录名以确认', en: 'To confirm, type the person’s sign-in name' },
  'privacy.typeNameHint': { 'zh-CN': '与人员页上的登录名一致。', en: 'As it stands on the person’s page.' },
  'privacy.otherName': { 'zh-CN': '这不是此人的登录名。', en: 'This is not the person’s sign-in name.' },
  'privacy.eraseDo': { 'zh-CN': '永久删除个人信息', en: 'Erase the data for ever' },
  'privacy.erased': { 'zh-CN': '个人信息已删除。', en: 'The data is erased.' },
} as const satisfies Catalogue;
