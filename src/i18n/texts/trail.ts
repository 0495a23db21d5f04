import type { Catalogue } from '../catalogue.ts';

/** The audit trail: its pages, its command, its words for what changed. */
export const trailTexts = {
  'trail.title': { 'zh-CN': '操作记录', en: 'Audit trail' },
  'trail.ofAll': { 'zh-CN': '全部操作记录', en: 'Audit trail of this site' },
  'trail.lead': {
    'zh-CN': '记录只增不改，每条都含上一条的校验值：谁、何时、从何处、做了什么、改前改后。',
    en: 'Entries are only ever added, and each holds the hash of the one before: who, when, from where, what, before and after.',
  },
  'trail.place': { 'zh-CN': '序号', en: 'No.' },
  'trail.when': { 'zh-CN': '时间', en: 'When' },
  'trail.who': { 'zh-CN': '人员', en: 'Who' },
  'trail.what': { 'zh-CN': '操作', en: 'What' },
  'trail.from': { 'zh-CN': '从', en: 'From' },
  'trail.until': { 'zh-CN': '至', en: 'To' },
  'trail.anyDeed': { 'zh-CN': '全部操作', en: 'Every deed' },
  'trail.program': { 'zh-CN': '系统', en: 'The program' },
  'trail.nobody': { 'zh-CN': '未登录', en: 'Not signed in' },
  'trail.gone': { 'zh-CN': '已不在册的人员', en: 'Somebody no longer listed' },
  'trail.field': { 'zh-CN': '内容', en: 'What changed' },
  'trail.before': { 'zh-CN': '改前', en: 'Before' },
  'trail.after': { 'zh-CN': '改后', en: 'After' },
  'trail.changes': { 'zh-CN': '{count} 项内容', en: '{count} {count:detail|details}' },
  'trail.nothing': { 'zh-CN': '（空）', en: '(nothing)' },
  'trail.yes': { 'zh-CN': '是', en: 'yes' },
  'trail.no': { 'zh-CN': '否', en: 'no' },
  'trail.withheld': {
    'zh-CN': '评价报告后才显示他人的评定。',
    en: 'What others rated is shown once the assessment is reported.',
  },
  'trail.stepBack': {
    'zh-CN': '此处时间倒退：上一条记录的时间是 {time}，服务器时钟曾被调整。顺序以序号为准。',
    en: 'Time runs backwards here: the entry before is of {time}. The clock was set back; the order is that of the numbers.',
  },
  'trail.erased': {
    'zh-CN': '已按个人信息删除要求抹去姓名，校验链仍完整。',
    en: 'Names were taken out when a person’s data was erased; the chain still stands.',
  },
  'trail.hash': { 'zh-CN': '校验值', en: 'Hash' },
  'trail.csv': { 'zh-CN': '导出 CSV', en: 'Export as CSV' },
  'trail.lines': { 'zh-CN': '导出 JSON 行', en: 'Export as JSON Lines' },
  'trail.none': { 'zh-CN': '还没有记录。', en: 'Nothing is recorded yet.' },
  'trail.open': { 'zh-CN': '操作记录', en: 'Audit trail' },

  'trail.cliAbout': { 'zh-CN': '操作记录', en: 'The audit trail' },
  'trail.cliVerify': {
    'zh-CN': '检查操作记录是否被改动、删除、插入或调换',
    en: 'Check whether any entry was altered, removed, inserted or re-ordered',
  },
  'trail.cliHeadOption': { 'zh-CN': '另行保存的链尾，须在链中', en: 'a head noted elsewhere, which must be in the chain' },
  'trail.cliPrintHead': {
    'zh-CN': '输出链尾，供另行保存',
    en: 'Print the end of the chain, to be noted elsewhere',
  },
  'trail.cliEmpty': { 'zh-CN': '还没有操作记录。', en: 'Nothing is recorded yet.' },
  'trail.cliHeadForm': {
    'zh-CN': '“{head}”不是链尾：应为序号、冒号和 64 位十六进制数。',
    en: '"{head}" is no head: give the number, a colon and 64 hexadecimal digits.',
  },
  'trail.cliWhole': { 'zh-CN': '{count} 条记录完整无改动。', en: '{count} {count:entry|entries}, all as recorded.' },
  'trail.cliFault.missing': {
    'zh-CN': '第 {place} 条缺失，其后仍有记录：有记录被删除。',
    en: 'Entry {place} is missing, though later ones stand: entries were removed.',
  },
  'trail.cliFault.altered': {
    'zh-CN': '第 {place} 条与当时所记不符：被改动、调换，或其前插入了记录。',
    en: 'Entry {place} is not what was recorded there: it was altered or moved, or something was inserted before it.',
  },
  'trail.cliFault.detached': {
    'zh-CN': '第 {place} 条本身完整，但与前一条不相接：其前的记录被替换。',
    en: 'Entry {place} is whole but does not follow the one before it: what stood before was replaced.',
  },
  'trail.cliFault.unaccounted': {
    'zh-CN': '第 {place} 条的内容已被抹去，但没有任何删除个人信息的记录与之对应：有人改动了数据库。',
    en: 'Words were taken from entry {place}, but no entry of an erasure accounts for it: somebody changed the database.',
  },
  'trail.cliHead.cut-off': {
    'zh-CN': '保存的链尾是第 {place} 条，而记录在此之前就结束了：末尾被删除。',
    en: 'A head was kept at entry {place}, but the trail ends before it: its end was cut off.',
  },
  'trail.cliHead.differs': {
    'zh-CN': '第 {place} 条与保存的链尾不符：整条链被重写。',
    en: 'Entry {place} is not the head that was kept: the chain was rewritten.',
  },
  'trail.cliHeadFound': { 'zh-CN': '保存的链尾（第 {place} 条）在链中。', en: 'The head kept at entry {place} is in the chain.' },
  'trail.cliUnsealed': {
    'zh-CN': '数据目录中的 audit-trail-head.json 不是本系统用现有会话密钥写的：文件被改动，或密钥已更换。',
    en: 'audit-trail-head.json in the data folder was not written with the present session secret: the file was changed, or the secret was.',
  },
  'trail.cliStepsBack': {
    'zh-CN': '时间倒退 {count} 处（服务器时钟曾被调整，顺序不受影响）：',
    en: 'Time runs backwards at {count} {count:place|places} (the clock was set back; the order stands):',
  },
  'trail.cliStepBack': { 'zh-CN': '第 {place} 条：{from} 之后是 {to}', en: 'entry {place}: {to} after {from}' },
} as const satisfies Catalogue;
