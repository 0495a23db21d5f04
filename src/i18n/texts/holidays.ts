import type { Catalogue } from '../catalogue.ts';

/** The table of holidays by which working days are counted. */
export const holidayTexts = {
  'holidays.title': { 'zh-CN': '节假日表', en: 'Holidays' },
  'holidays.intro': {
    'zh-CN': '工作日按周一至周五计算；这里列出例外：放假的日子，和调休上班的周末。以工作日计的期限据此推算。',
    en: 'Working days are Monday to Friday. Here stand the exceptions: days off, and days of a weekend on which people work. Time limits in working days are counted by it.',
  },
  'holidays.none': {
    'zh-CN': '{year} 年还没有登记节假日。可逐日添加，或上传一张表。',
    en: 'No holidays are on record for {year}. Add them one by one, or upload a table.',
  },
  'holidays.day': { 'zh-CN': '日期', en: 'Day' },
  'holidays.kind': { 'zh-CN': '类别', en: 'Kind' },
  'holidays.kind.holiday': { 'zh-CN': '放假', en: 'day off' },
  'holidays.kind.workday': { 'zh-CN': '调休上班', en: 'working weekend' },
  'holidays.name': { 'zh-CN': '名称', en: 'Name' },
  'holidays.add': { 'zh-CN': '添加', en: 'Add days' },
  'holidays.from': { 'zh-CN': '日期', en: 'Day' },
  'holidays.to': { 'zh-CN': '至', en: 'Until' },
  'holidays.toHint': { 'zh-CN': '连续几天时填写最后一日。', en: 'The last day, where it is several in a row.' },
  'holidays.tooLong': { 'zh-CN': '一次最多 {most} 天。', en: 'At most {most} days at once.' },
  'holidays.remove': { 'zh-CN': '删除', en: 'Remove' },
  'holidays.saved': { 'zh-CN': '节假日表已更新。', en: 'The table of holidays is up to date.' },
  'holidays.removed': { 'zh-CN': '已删除。', en: 'The day is removed.' },
  'holidays.taken': { 'zh-CN': '已登记 {count} 天。', en: '{count} {count:day|days} taken from the file.' },
  'holidays.file': { 'zh-CN': '上传一张表', en: 'Upload a table' },
  'holidays.fileHint': {
    'zh-CN':
      'CSV 文件，每行一天：日期、类别（holiday 放假，workday 调休上班）、名称，例如“2026-02-14,workday,春节调休”。同一日期以文件为准；有一行不能识别，整个文件都不登记。',
    en: 'A CSV file with a line a day: day, kind (holiday or workday), name; for example 2026-02-14,workday,Spring Festival. The file takes the place of what was said of its days. When a line cannot be read, nothing of the file is taken.',
  },
  'holidays.csv': { 'zh-CN': '下载为 CSV', en: 'Download as CSV' },
  'holidays.fileField': { 'zh-CN': 'CSV 文件', en: 'CSV file' },
  'holidays.fileTake': { 'zh-CN': '上传并登记', en: 'Take it in' },
  'holidays.emptyFile': { 'zh-CN': '文件里没有日期。', en: 'The file holds no days.' },
  'holidays.tooManyLines': { 'zh-CN': '文件最多 {most} 行。', en: 'A file can have {most} lines at most.' },
  'holidays.tooMany': {
    'zh-CN': '节假日表最多 {most} 天。请先删除多年前的日子。',
    en: 'The table can hold {most} days. Remove those of long ago first.',
  },
  'holidays.badDay': {
    'zh-CN': '{place}：“{found}”不是日期。请写作 2026-02-14。',
    en: '{place}: “{found}” is no day. Write it as 2026-02-14.',
  },
  'holidays.badKind': {
    'zh-CN': '{place}：不认识的类别“{found}”。可用 holiday 或 workday。',
    en: '{place}: “{found}” is no kind of day. Use holiday or workday.',
  },
  'holidays.badName': { 'zh-CN': '{place}：名称须为 1 至 60 个字符。', en: '{place}: the name has 1 to 60 characters.' },
  'holidays.doubled': { 'zh-CN': '{place}：{day} 在文件里出现了两次。', en: '{place}: {day} stands in the file twice.' },
  'deed.holidays.set': { 'zh-CN': '登记节假日', en: 'set days of the table of holidays' },
  'deed.holidays.removed': { 'zh-CN': '删除节假日', en: 'removed a day from the table of holidays' },
} as const satisfies Catalogue;
