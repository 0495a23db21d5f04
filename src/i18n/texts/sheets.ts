import type { Catalogue } from '../catalogue.ts';

/** What is said about workbooks that hold criteria, and the words that stand in them. Names stand in sheet-names.ts and sheet-columns.ts. */
export const sheetTexts = {
  'sheets.fileTooLarge': {
    'zh-CN': '文件有 {size} MB，工作簿最多 {most} MB。',
    en: 'The file has {size} MB; a workbook may have at most {most} MB.',
  },
  'sheets.noWorkbook': { 'zh-CN': '这不是 Excel 工作簿（.xlsx）。', en: 'This is not an Excel workbook (.xlsx).' },
  'sheets.textFile': {
    'zh-CN': '这是文本文件（例如 CSV），不是 Excel 工作簿。请在表格软件中打开并另存为 .xlsx。',
    en: 'This is a text file, such as CSV, not an Excel workbook. Open it in a spreadsheet program and save it as .xlsx.',
  },
  'sheets.oldFormat': {
    'zh-CN': '这是旧格式的工作簿（.xls）。请另存为 .xlsx。',
    en: 'This is a workbook in the old format (.xls). Save it as .xlsx.',
  },
  'sheets.binaryFormat': {
    'zh-CN': '这是二进制工作簿（.xlsb）。请另存为 .xlsx。',
    en: 'This is a binary workbook (.xlsb). Save it as .xlsx.',
  },
  'sheets.openDocument': {
    'zh-CN': '这是 OpenDocument 表格（.ods）。请另存为 .xlsx。',
    en: 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx.',
  },
  'sheets.protected': {
    'zh-CN': '工作簿设有打开密码，无法读取。请取消密码后再试。',
    en: 'The workbook is protected by a password and cannot be read. Remove the password first.',
  },
  'sheets.macros': {
    'zh-CN': '工作簿含有宏，不予读取。请另存为不含宏的 .xlsx。',
    en: 'The workbook contains macros and is refused. Save it as .xlsx without macros.',
  },
  'sheets.externalLinks': {
    'zh-CN': '工作簿链接了其他文件；未读取这些文件，只使用单元格中已有的值。',
    en: 'The workbook links to other files; they were not read, only the values in its cells.',
  },
  'sheets.zipDamaged': { 'zh-CN': '文件已损坏，无法解压。', en: 'The file is damaged and cannot be unpacked.' },
  'sheets.zipTooLarge': {
    'zh-CN': '文件解压后有 {size} MB，超出允许的大小（最多 {most} MB）或压缩比，不予解压。',
    en: 'Unpacked the file would have {size} MB: more than allowed (at most {most} MB) or packed suspiciously small. It was not unpacked.',
  },
  'sheets.zipTooManyEntries': {
    'zh-CN': '文件内部有 {count} 个部分，最多允许 {most} 个。',
    en: 'The file has {count} parts; at most {most} are allowed.',
  },
  'sheets.xmlBroken': {
    'zh-CN': '工作簿内部的内容不完整，可能已损坏。',
    en: 'The inside of the workbook is incomplete; it may be damaged.',
  },
  'sheets.xmlDoctype': {
    'zh-CN': '工作簿内部含有文档类型声明，不予读取。',
    en: 'The inside of the workbook declares a document type and is refused.',
  },

  'sheets.sheetMissing': { 'zh-CN': '缺少工作表“{name}”。', en: 'The sheet “{name}” is missing.' },
  'sheets.sheetDoubled': { 'zh-CN': '工作表“{name}”与另一张重复。', en: 'The sheet “{name}” is there twice.' },
  'sheets.sheetUnknown': { 'zh-CN': '不认识工作表“{name}”。', en: 'Unknown sheet “{name}”.' },
  'sheets.sheetIgnored': {
    'zh-CN': '未读取工作表“{name}”：不属于本格式。',
    en: 'The sheet “{name}” was not read: it is not part of this format.',
  },
  'sheets.sheetHidden': { 'zh-CN': '这张工作表是隐藏的，但同样被读取。', en: 'This sheet is hidden; it was read all the same.' },
  'sheets.headerMissing': {
    'zh-CN': '前十行中没有表头。应有：{columns} 等。',
    en: 'There is no header in the first ten rows. Needed: {columns} and so on.',
  },
  'sheets.columnMissing': { 'zh-CN': '缺少列“{name}”。', en: 'The column “{name}” is missing.' },
  'sheets.columnDoubled': { 'zh-CN': '列“{name}”重复。', en: 'The column “{name}” is there twice.' },
  'sheets.columnUnknown': { 'zh-CN': '不认识列“{name}”。', en: 'Unknown column “{name}”.' },
  'sheets.columnIgnored': {
    'zh-CN': '未读取列“{name}”：不属于本格式。',
    en: 'The column “{name}” was not read: it is not part of this format.',
  },
  'sheets.itemUnknown': { 'zh-CN': '不认识项目“{name}”。可用：{allowed}。', en: 'Unknown item “{name}”. Allowed: {allowed}.' },
  'sheets.itemDoubled': { 'zh-CN': '项目“{name}”重复。', en: 'The item “{name}” is there twice.' },
  'sheets.rowDoubled': { 'zh-CN': '“{name}”只能有一行。', en: '“{name}” may have one row only.' },
  'sheets.noClauses': { 'zh-CN': '“条款”工作表中没有条款。', en: 'The sheet of clauses has no clauses.' },
  'sheets.cellEmpty': { 'zh-CN': '这一行没有填写“{column}”。', en: 'This row has no “{column}”.' },
  'sheets.parentUnknown': {
    'zh-CN': '没有标识或编号为“{name}”的上级条款。',
    en: 'There is no clause with the id or number “{name}” to be the parent.',
  },
  'sheets.parentCircle': {
    'zh-CN': '上级条款“{name}”就是这一条款，或在它之下。',
    en: 'The parent “{name}” is this clause itself or stands below it.',
  },
  'sheets.scaleTwice': {
    'zh-CN': '量表“{name}”：一行等级或属于一个具名量表，或属于一个条款，不能两者都是。',
    en: 'Scale “{name}”: a level belongs to a named scale or to one clause, not to both.',
  },
  'sheets.conditionOwner': {
    'zh-CN': '每个条件应填写“等级”或“限制”之一，不能都填或都空。',
    en: 'A condition names either a grade or a gate, not both and not neither.',
  },
  'sheets.gateUnknown': { 'zh-CN': '没有限制“{id}”。现有：{allowed}。', en: 'There is no gate “{id}”. Known: {allowed}.' },
  'sheets.translationGap': {
    'zh-CN': '后面的行有译文，这一行没有。请补上，或去掉后面的译文。',
    en: 'Rows below are translated and this one is not. Translate it too, or remove the translations below.',
  },

  'sheets.formula': { 'zh-CN': '单元格是公式，使用了它的计算结果。', en: 'The cell holds a formula; its result was used.' },
  'sheets.formulaWithoutValue': {
    'zh-CN': '公式没有计算结果。请在表格软件中打开并保存，或直接填写数值。',
    en: 'The formula has no result. Open and save the file in a spreadsheet program, or write the value itself.',
  },
  'sheets.errorValue': { 'zh-CN': '单元格是错误值 {found}。', en: 'The cell holds the error {found}.' },
  'sheets.date': {
    'zh-CN': '单元格成了日期（{found}），原本可能是“5.1”一类的编号。请把单元格设为文本格式后重新输入。',
    en: 'The cell became a date ({found}); perhaps a number such as 5.1 was meant. Format the cell as text and type it again.',
  },
  'sheets.numberNotText': {
    'zh-CN': '编号 {found} 以数字存储，末尾的零（5.10）会丢失。请把单元格设为文本格式后重新输入。',
    en: 'The number {found} is stored as a figure, which loses a final zero (5.10). Format the cell as text and type it again.',
  },
  'sheets.numberAsText': {
    'zh-CN': '单元格以数字存储，按文字“{found}”读取。',
    en: 'The cell is stored as a figure and was read as the text “{found}”.',
  },
  'sheets.wide': { 'zh-CN': '含有全角字符，按“{plain}”读取。', en: 'There are full-width characters; it was read as “{plain}”.' },
  'sheets.wideKept': { 'zh-CN': '编号含有全角字符，已原样保留。', en: 'The number has full-width characters, which were kept.' },
  'sheets.cellFull': {
    'zh-CN': '单元格已满（{most} 个字符），文字可能被表格软件截断。',
    en: 'The cell is full ({most} characters); the program may have cut the text.',
  },
  'sheets.merged': {
    'zh-CN': '单元格 {range} 已合并。请取消合并，并逐格填写。',
    en: 'The cells {range} are merged. Unmerge them and fill in each.',
  },

  'sheets.chooseOne': { 'zh-CN': '请从列表中选择。', en: 'Choose from the list.' },
  'sheets.readMe.what': {
    'zh-CN': '这个工作簿就是一个版本的评价准则：问什么、如何评定、各占多少分、如何得出等级。',
    en: 'This workbook is one version of the criteria: what is asked, how it is rated, what it is worth and how the grade follows.',
  },
  'sheets.readMe.sheets': {
    'zh-CN': '先填“准则”，再填“条款”；其余工作表按需填写，用不到的留空。工作表和列的名称不要改动；另加的列和工作表不会被读取。',
    en: 'Fill in “Criteria”, then “Clauses”; the other sheets as needed, empty where not. Keep the names of sheets and columns; columns and sheets that you add are not read.',
  },
  'sheets.readMe.rows': {
    'zh-CN': '每行一项。灰色的第二行是填写说明，不读取。空行会跳过。不要合并单元格。',
    en: 'One thing a row. The grey second row explains the columns and is not read. Empty rows are passed over. Do not merge cells.',
  },
  'sheets.readMe.ids': {
    'zh-CN': '标识只用小写字母、数字和连字符，发布后不再改变；其他工作表用它指明条款、等级和限制。',
    en: 'Ids have lower-case letters, digits and hyphens and never change once published; the other sheets name clauses, grades and gates by them.',
  },
  'sheets.readMe.numbers': {
    'zh-CN': '编号（如 5.10）的单元格是文本格式，否则表格软件会把它变成 5.1 或日期。',
    en: 'Cells with display numbers such as 5.10 are formatted as text; else the program turns them into 5.1 or a date.',
  },
  'sheets.readMe.languages': {
    'zh-CN': '中文和英文各占一列。“原文语言”一列必须完整；另一列是译文，可以暂缺。',
    en: 'Chinese and English have a column each. That of the criteria’s own language must be complete; the other is the translation and may lag behind.',
  },
  'sheets.readMe.check': {
    'zh-CN': '填好后导入，或运行 assay criteria convert 准则.xlsx 准则.yaml：所有问题会一次列出，并指明工作表和单元格。',
    en: 'When done, import it or run assay criteria convert criteria.xlsx criteria.yaml: all problems are listed at once, each with sheet and cell.',
  },

  'sheets.sample.title': { 'zh-CN': '示例评价准则', en: 'Sample criteria' },
  'sheets.sample.about': { 'zh-CN': '这是填写示例，请替换为自己的内容。', en: 'This is an example; replace it with your own.' },
  'sheets.sample.basis': { 'zh-CN': '本机构评价规范', en: 'Our own rules of assessment' },
  'sheets.sample.section': { 'zh-CN': '服务过程', en: 'Service process' },
  'sheets.sample.records': { 'zh-CN': '维修记录', en: 'Repair records' },
  'sheets.sample.recordsAsked': { 'zh-CN': '维修记录完整、可追溯。', en: 'Repair records are complete and traceable.' },
  'sheets.sample.recordsGuide': {
    'zh-CN': '随机抽取近三个月的维修单，缺少签字或故障描述的为不合格。',
    en: 'Draw slips of the last three months at random; one without a signature or a description of the fault fails.',
  },
  'sheets.sample.slip': { 'zh-CN': '维修单', en: 'Repair slips' },
  'sheets.sample.complaints': { 'zh-CN': '投诉处理', en: 'Complaint handling' },
  'sheets.sample.complaintsAsked': {
    'zh-CN': '投诉有专人负责，处理结果告知顾客。',
    en: 'Someone is in charge of complaints, and the customer is told the outcome.',
  },
  'sheets.sample.response': { 'zh-CN': '按时上门率', en: 'Visits on time' },
  'sheets.sample.responseAsked': { 'zh-CN': '在承诺的时间内上门。', en: 'Visits take place within the time promised.' },
  'sheets.sample.none': { 'zh-CN': '未开展', en: 'Not started' },
  'sheets.sample.some': { 'zh-CN': '部分开展', en: 'Partly' },
  'sheets.sample.whole': { 'zh-CN': '有效运行', en: 'Working' },
  'sheets.sample.pass': { 'zh-CN': '达标级', en: 'Pass' },
  'sheets.sample.star': { 'zh-CN': '五星级', en: 'Five stars' },

  'sheets.cliConvert': {
    'zh-CN': '把准则文件转换为 Excel 工作簿，或转换回来',
    en: 'turn a criteria file into an Excel workbook, or back',
  },
  'sheets.cliTemplate': {
    'zh-CN': '生成一个填写准则用的 Excel 工作簿，含示例',
    en: 'write an Excel workbook to fill in, with an example',
  },
  'sheets.cliOutput': { 'zh-CN': '要写入的 .xlsx 文件', en: 'the .xlsx file to write' },
  'sheets.cliEndings': {
    'zh-CN': '应一个是 .yaml，一个是 .xlsx：{from} → {to}',
    en: 'One must end in .yaml and the other in .xlsx: {from} → {to}',
  },
  'sheets.cliNote': { 'zh-CN': '提示：{text}', en: 'Note: {text}' },
} as const satisfies Catalogue;
