import type { Catalogue } from '../catalogue.ts';

/** What the command line says. */
export const cliTexts = {
  'cli.named': { 'zh-CN': '{name}：{value}', en: '{name}: {value}' },
  'cli.about': {
    'zh-CN': '衡准：售后服务成熟度评价与认证审核',
    en: 'Assay: maturity assessment and certification audit of after-sales service',
  },
  'cli.usageTitle': { 'zh-CN': '用法：', en: 'Usage:' },
  'cli.optionsTitle': { 'zh-CN': '选项：', en: 'Options:' },
  'cli.commandsTitle': { 'zh-CN': '命令：', en: 'Commands:' },
  'cli.argumentsTitle': { 'zh-CN': '参数：', en: 'Arguments:' },
  'cli.help': { 'zh-CN': '显示帮助', en: 'show help' },
  'cli.version': { 'zh-CN': '显示版本号', en: 'show the version' },
  'cli.languageOption': { 'zh-CN': '输出语言', en: 'language of the output' },
  'cli.criteria': { 'zh-CN': '评价准则文件', en: 'criteria files' },
  'cli.criteriaCheck': {
    'zh-CN': '检查准则文件及其译文，逐条列出问题',
    en: 'check criteria files with their overlays; names every problem',
  },
  'cli.criteriaSchema': {
    'zh-CN': '把各类文件的 JSON Schema 写入一个文件夹',
    en: 'write the JSON Schemas of our files into a folder',
  },
  'cli.score': { 'zh-CN': '计算评价文件的得分和等级', en: 'score an assessment file' },
  'cli.report': { 'zh-CN': '生成评价文件的 PDF 报告', en: 'write the PDF report of an assessment file' },
  'cli.serve': { 'zh-CN': '启动服务', en: 'run the server' },
  'cli.migrate': { 'zh-CN': '把数据库升级到最新结构', en: 'bring the database to the newest schema' },
  'cli.user': { 'zh-CN': '人员', en: 'people' },
  'cli.userAdd': {
    'zh-CN': '添加一个人，并给出设置密码的一次性链接',
    en: 'add a person and print a one-time link to set the password',
  },
  'cli.criteriaOption': { 'zh-CN': '使用这个准则文件', en: 'use this criteria file' },
  'cli.jsonOption': { 'zh-CN': '输出一个 JSON 对象', en: 'print one JSON object' },
  'cli.outputOption': { 'zh-CN': '要写入的 PDF 文件', en: 'the PDF file to write' },
  'cli.signInNameOption': { 'zh-CN': '登录名', en: 'name to sign in with' },
  'cli.nameOption': { 'zh-CN': '姓名', en: 'full name' },
  'cli.roleOption': { 'zh-CN': '角色', en: 'role' },
  'cli.registrationOption': { 'zh-CN': '审查员注册号', en: 'auditor registration number' },

  'cli.missingArgument': { 'zh-CN': '缺少参数：{found}。', en: 'An argument is missing: {found}.' },
  'cli.excessArguments': { 'zh-CN': '命令 {found} 的参数太多。', en: 'Too many arguments for {found}.' },
  'cli.unknownOption': { 'zh-CN': '不认识的选项：{found}。', en: 'Unknown option: {found}.' },
  'cli.unknownCommand': { 'zh-CN': '不认识的命令：{found}。', en: 'Unknown command: {found}.' },
  'cli.optionWithoutValue': { 'zh-CN': '选项没有值：{found}。', en: 'The option has no value: {found}.' },
  'cli.missingOption': { 'zh-CN': '缺少选项：{found}。', en: 'An option is missing: {found}.' },
  'cli.invalidValue': { 'zh-CN': '选项的值不在允许范围内：{found}。', en: 'The option does not allow this value: {found}.' },
  'cli.seeHelp': { 'zh-CN': '用 --help 查看用法。', en: 'See --help.' },

  'cli.criteriaFine': { 'zh-CN': '{file}：没有问题（{id} {version}）', en: '{file}: no problems ({id} {version})' },
  'cli.translated': { 'zh-CN': '  译文 {language}：{percent}%', en: '  translated into {language}: {percent}%' },
  'cli.translationMissing': {
    'zh-CN': '  译文 {language}：{percent}%，缺 {missing}',
    en: '  translated into {language}: {percent}%, missing {missing}',
  },
  'cli.problemsFound': {
    'zh-CN': '{files} 个文件中发现 {problems} 个问题。',
    en: '{problems} {problems:problem|problems} found in {files} {files:file|files}.',
  },
  'cli.written': { 'zh-CN': '已写入 {file}', en: 'Written: {file}' },
  'cli.folderMissing': {
    'zh-CN': '没有文件夹 {folder}，未写入。请先建立。',
    en: 'There is no folder {folder}; nothing was written. Make it first.',
  },
  'cli.isFolder': {
    'zh-CN': '{file} 是文件夹，未写入。请给出文件名。',
    en: '{file} is a folder; nothing was written. Give a file name.',
  },
  'cli.notWritable': { 'zh-CN': '没有写入 {file} 的权限。', en: 'There is no permission to write {file}.' },
  'cli.diskFull': {
    'zh-CN': '磁盘已满，{file} 未写入。原有文件保持不变。',
    en: 'The disk is full; {file} was not written. What stood there is unchanged.',
  },
  'cli.notWritten': { 'zh-CN': '{file} 无法写入（{code}）。', en: '{file} could not be written ({code}).' },
  'cli.fault': {
    'zh-CN': '程序未能完成：{detail}（设置 ASSAY_DEBUG=1 可查看详情）',
    en: 'The program could not finish: {detail} (set ASSAY_DEBUG=1 for details)',
  },

  'cli.coverage': {
    'zh-CN': '已评 {rated} / {applicable} 项，不适用 {notApplicable} 项',
    en: '{rated} of {applicable} applicable clauses rated, {notApplicable} not applicable',
  },
  'cli.maturity': { 'zh-CN': '成熟度等级 {level} {label}', en: 'Maturity level {level} {label}' },
  'cli.maturityOpen': { 'zh-CN': '成熟度等级：尚有未评定的条款', en: 'Maturity level: clauses are still unrated' },
  'cli.steps': { 'zh-CN': '计算', en: 'How the score came about' },
  'cli.effects': { 'zh-CN': '影响结果的条件', en: 'What held the result back' },
  'cli.next': { 'zh-CN': '达到更高等级还需满足', en: 'Conditions of the next grade that are not met' },
  'cli.missing': { 'zh-CN': '完成评价还缺', en: 'Missing before the assessment can be finished' },
  'cli.number': { 'zh-CN': '编号', en: 'No.' },
  'cli.clause': { 'zh-CN': '条款', en: 'Clause' },
  'cli.points': { 'zh-CN': '分值', en: 'Points' },
  'cli.obtained': { 'zh-CN': '得分', en: 'Obtained' },
  'cli.rate': { 'zh-CN': '得分率', en: 'Rate' },
  'cli.explanation': { 'zh-CN': '说明', en: 'Explanation' },
  'cli.findings': { 'zh-CN': '审核发现', en: 'Findings' },
  'cli.evidence': { 'zh-CN': '证据', en: 'Evidence' },
  'cli.responsible': { 'zh-CN': '责任人和计划完成日', en: 'Responsible, planned for' },
  'cli.proof': { 'zh-CN': '整改证据', en: 'Proof' },
  'cli.verified': { 'zh-CN': '验证', en: 'Verified' },
  'cli.notApplicable': { 'zh-CN': '不适用', en: 'n/a' },

  'cli.migrationApplied': { 'zh-CN': '已升级：{name}', en: 'Applied: {name}' },
  'cli.migrationsDone': { 'zh-CN': '数据库已是最新结构。', en: 'The database is up to date.' },
  'cli.migrateFirst': {
    'zh-CN': '数据库结构不是最新的，请先运行 assay migrate。',
    en: 'The database is not up to date; run assay migrate first.',
  },
  'cli.userPassword': {
    'zh-CN': '给出一个人重新设置密码的一次性链接',
    en: 'print a one-time link with which a person sets a new password',
  },
  'cli.noSuchUser': {
    'zh-CN': '没有登录名为“{name}”的在用账户。请核对登录名。',
    en: 'There is no active account with the sign-in name “{name}”. Check the name.',
  },
  'cli.passwordLink': {
    'zh-CN': '{name}设置新密码的链接（{days} 天内有效，只能用一次）：',
    en: 'Link for {name} to set a new password (good for {days} days, once):',
  },
  'cli.userAdded': {
    'zh-CN': '已添加{name}。设置密码的链接（{days} 天内有效，只能用一次）：',
    en: '{name} was added. Link to set the password (good for {days} days, once):',
  },
} as const satisfies Catalogue;
