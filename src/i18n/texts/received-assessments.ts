import type { Catalogue } from '../catalogue.ts';

/** Assessments that were made elsewhere and came as a file. */
export const receivedTexts = {
  'received.title': { 'zh-CN': '转入的评价', en: 'Assessments from elsewhere' },
  'received.one': { 'zh-CN': '转入的评价', en: 'Assessment from elsewhere' },
  'received.intro': {
    'zh-CN':
      '在别处完成或尚未完成的评价，以评价文件转入，按原样保存：可以查看、打印和导出，不能在这里继续评定。证据文件不在评价文件中，只记录其 SHA-256。',
    en: 'Assessments that were made elsewhere, finished or not, and came as an assessment file. They are kept as they came: to look at, print and export, not to be rated on here. Files of evidence are not in an assessment file; it names their SHA-256.',
  },
  'received.none': {
    'zh-CN': '还没有转入的评价。请在下面选择一份评价文件。',
    en: 'None has come yet. Choose an assessment file below.',
  },
  'received.searchLabel': { 'zh-CN': '编号或组织名称', en: 'Number or organization' },
  'received.organization': { 'zh-CN': '组织', en: 'Organization' },
  'received.number': { 'zh-CN': '编号', en: 'Number' },
  'received.criteria': { 'zh-CN': '准则', en: 'Criteria' },
  'received.period': { 'zh-CN': '日期', en: 'Days' },
  'received.outcome': { 'zh-CN': '结果', en: 'Result' },
  'received.takenAt': { 'zh-CN': '转入', en: 'Taken in' },
  'received.bring': { 'zh-CN': '转入一份评价文件', en: 'Take in an assessment file' },
  'received.file': { 'zh-CN': '评价文件（YAML）', en: 'Assessment file (YAML)' },
  'received.fileHint': {
    'zh-CN': '在结果页面末尾的“其他形式”中下载，最大 8 MB。所用准则的版本必须在这里提供。',
    en: 'From “Other forms” at the foot of a result, at most 8 MB. The version of the criteria that it names has to be offered here.',
  },
  'received.check': { 'zh-CN': '只检查', en: 'Check only' },
  'received.take': { 'zh-CN': '检查并转入', en: 'Check and take in' },
  'received.noFile': { 'zh-CN': '请选择评价文件。', en: 'Choose the assessment file.' },
  'received.already': { 'zh-CN': '这份文件已经转入过。', en: 'This very file has been taken in already.' },
  'received.taken': { 'zh-CN': '评价已按原样转入。', en: 'The assessment is taken in as it came.' },
  'received.removed': { 'zh-CN': '转入的评价已删除。', en: 'The assessment from elsewhere is removed.' },
  'received.remove': { 'zh-CN': '删除这份转入的评价', en: 'Remove this assessment from elsewhere' },
  'received.problems': {
    'zh-CN': '“{file}”有问题，没有转入。改正后请重新选择文件。',
    en: '“{file}” has problems and was not taken in. Mend them and choose the file again.',
  },
  'received.more': { 'zh-CN': '另有 {count} 处。', en: '{count} more.' },
  'received.place': { 'zh-CN': '第 {line} 行第 {column} 列', en: 'Line {line}, column {column}' },
  'received.fine': {
    'zh-CN': '“{file}”没有问题，尚未转入。要转入请再选择一次文件。',
    en: '“{file}” is in order and has not been taken in. To take it in, choose the file again.',
  },
  'received.open': { 'zh-CN': '写出文件时尚未完成', en: 'open when the file was written' },
  'received.kept': {
    'zh-CN': '按原样保存：由{name}于 {time} 转入。分数由本程序按准则 {criteria} 计算。文件 SHA-256：',
    en: 'Kept as it came: taken in by {name} on {time}. The score is computed here by the criteria {criteria}. SHA-256 of the file:',
  },
  'deed.received.taken': { 'zh-CN': '转入一份在别处做的评价', en: 'took in an assessment from elsewhere' },
  'deed.received.removed': { 'zh-CN': '删除一份转入的评价', en: 'removed an assessment from elsewhere' },
} as const satisfies Catalogue;
