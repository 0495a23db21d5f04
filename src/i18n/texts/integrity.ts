import type { Catalogue } from '../catalogue.ts';

/** Whether what is stored is still what was handed in: the page and the commands. */
export const integrityTexts = {
  'integrity.title': { 'zh-CN': '证据完整性', en: 'Integrity of evidence' },
  'integrity.navigation': { 'zh-CN': '完整性', en: 'Integrity' },
  'integrity.intro': {
    'zh-CN': '每份证据文件在提交时都记下了 SHA-256。核对时重新计算全部文件的 SHA-256，找出被改动、丢失或无所归属的文件。',
    en: 'The SHA-256 of every file was recorded when it was handed in. A verification computes all of them again and names what changed, is missing, or belongs to nothing.',
  },
  'integrity.begin': { 'zh-CN': '核对全部文件', en: 'Verify all files' },
  'integrity.begun': { 'zh-CN': '已开始核对。', en: 'The verification has begun.' },
  'integrity.running': {
    'zh-CN': '已有一次核对正在进行，请等它结束。',
    en: 'A verification is under way already. Wait until it ends.',
  },
  'integrity.underWay': { 'zh-CN': '正在核对', en: 'A verification is under way' },
  'integrity.soFar': {
    'zh-CN': '已核对 {checked} / {expected} 个文件，{size}',
    en: '{checked} of {expected} files so far, {size}',
  },
  'integrity.refreshes': {
    'zh-CN': '页面会自动刷新；也可以离开，核对会继续。',
    en: 'The page renews itself. You can leave it; the work goes on.',
  },
  'integrity.last': { 'zh-CN': '最近一次核对', en: 'Last verification' },
  'integrity.fine': { 'zh-CN': '全部文件与提交时一致。', en: 'Every file is as it was handed in.' },
  'integrity.trouble': { 'zh-CN': '有文件被改动、丢失或无法读取。', en: 'Files were changed, are missing or cannot be read.' },
  'integrity.facts': {
    'zh-CN': '{time}，{name}；核对了 {checked} 个文件，共 {size}。',
    en: '{time}, {name}; {checked} files verified, {size}.',
  },
  'integrity.command': { 'zh-CN': '命令行', en: 'command line' },
  'integrity.never': { 'zh-CN': '还没有核对过。', en: 'Nothing has been verified yet.' },
  'integrity.changed': { 'zh-CN': '内容已改变', en: 'Changed' },
  'integrity.changed.hint': {
    'zh-CN': '现存内容与提交时的 SHA-256 不符。请从备份恢复原文件。',
    en: 'The bytes are no longer those that were handed in. Restore the file from a backup.',
  },
  'integrity.missing': { 'zh-CN': '丢失', en: 'Missing' },
  'integrity.missing.hint': {
    'zh-CN': '已登记，但存储中没有这个文件。请从备份恢复。',
    en: 'On record, but not in the storage. Restore the file from a backup.',
  },
  'integrity.unreadable': { 'zh-CN': '无法读取', en: 'Unreadable' },
  'integrity.unreadable.hint': {
    'zh-CN': '读取时出错。请检查磁盘和文件夹权限。',
    en: 'Reading failed. Check the disk and the rights on the folder.',
  },
  'integrity.unused': { 'zh-CN': '没有证据使用', en: 'Used by no evidence' },
  'integrity.unused.hint': {
    'zh-CN': '证据移除后留下的文件。需要时用命令 assay evidence clean 清除。',
    en: 'Left when evidence was removed. The command assay evidence clean removes them when you want.',
  },
  'integrity.stray': { 'zh-CN': '未登记', en: 'Not on record' },
  'integrity.stray.hint': {
    'zh-CN': '存储中有、但数据库未登记的文件，例如上传时断电留下的。命令 assay evidence clean 会清除。',
    en: 'In the storage without a record, for example after a power cut. The command assay evidence clean removes them.',
  },
  'integrity.more': { 'zh-CN': '另有 {count} 项未列出。', en: '{count} more are not listed.' },
  'integrity.name': { 'zh-CN': 'SHA-256 或路径', en: 'SHA-256 or path' },
  'integrity.usedBy': { 'zh-CN': '所属证据', en: 'Evidence' },
  'integrity.earlier': { 'zh-CN': '以往的核对', en: 'Earlier verifications' },
  'integrity.when': { 'zh-CN': '时间', en: 'Time' },
  'integrity.who': { 'zh-CN': '发起', en: 'Started by' },
  'integrity.files': { 'zh-CN': '文件', en: 'Files' },
  'integrity.lost': { 'zh-CN': '有问题', en: 'In trouble' },
  'integrity.cli': { 'zh-CN': '核对和清理存储的证据文件', en: 'verify and clean the stored files of evidence' },
  'integrity.cliVerify': {
    'zh-CN': '重新计算全部文件的 SHA-256；有改动、丢失或无法读取时退出码为 1',
    en: 'hash every stored file again; exit code 1 when one changed, is missing or unreadable',
  },
  'integrity.cliClean': { 'zh-CN': '清除没有任何证据使用的文件', en: 'remove files that no evidence uses' },
  'integrity.cliDryRun': { 'zh-CN': '只列出，不删除', en: 'only list them' },
  'integrity.cliProgress': { 'zh-CN': '已核对 {checked} 个文件，{size}', en: '{checked} files verified, {size}' },
  'integrity.cliDone': { 'zh-CN': '核对了 {checked} 个文件，共 {size}。', en: '{checked} files verified, {size}.' },
  'integrity.cliCleaned': { 'zh-CN': '清除了 {count} 个文件，共 {size}。', en: '{count} files removed, {size}.' },
  'integrity.cliWouldClean': { 'zh-CN': '可清除 {count} 个文件，共 {size}。', en: '{count} files could be removed, {size}.' },
} as const satisfies Catalogue;
