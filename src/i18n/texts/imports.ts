import type { Catalogue } from '../catalogue.ts';

/** What an import of foreign criteria kept, mapped, dropped or found odd; export to other formats. */
export const importTexts = {
  'imports.command': {
    'zh-CN': '导入其他工具的准则（CISO Assistant、OSCAL、SAMM、CSV 或 XLSX 清单）',
    en: 'import criteria of other tools (CISO Assistant, OSCAL, SAMM, a CSV or XLSX list)',
  },
  'imports.fromOption': { 'zh-CN': '来源格式，不写则按内容识别', en: 'kind of the source; found by its content when not given' },
  'imports.outputOption': { 'zh-CN': '要写入的准则文件（.yaml）', en: 'the criteria file to write (.yaml)' },
  'imports.exportCommand': { 'zh-CN': '把准则导出为其他格式', en: 'export criteria to another format' },
  'imports.toOption': { 'zh-CN': '目标格式', en: 'format to write' },
  'imports.exportOutput': { 'zh-CN': '要写入的文件', en: 'the file to write' },

  'imports.kept': {
    'zh-CN': '已导入 {clauses} 条，其中评定 {rated} 条；文字 {texts} 段；语言 {languages}。来源格式：{kind}。',
    en: 'Imported {clauses} clauses, {rated} of them rated; {texts} texts; languages {languages}. Kind of source: {kind}.',
  },
  'imports.mapped': { 'zh-CN': '换了形式的（{count}）', en: 'Mapped ({count})' },
  'imports.dropped': { 'zh-CN': '没有保留的（{count}）', en: 'Dropped ({count})' },
  'imports.oddities': { 'zh-CN': '来源中的异常（{count}）', en: 'Odd in the source ({count})' },
  'imports.moreLikeThis': { 'zh-CN': '……同类还有 {count} 处', en: '… and {count} more like this' },
  'imports.stillToMend': {
    'zh-CN': '导入结果还有 {count} 个问题，需要修改后才能使用：',
    en: 'The result still has {count} {count:problem|problems} to mend before it can be used:',
  },

  'imports.nothingFound': { 'zh-CN': '没有找到可以导入的内容。', en: 'Nothing was found that could be imported.' },
  'imports.tooLarge': { 'zh-CN': '文件合计超过 {most} MB。', en: 'The files have more than {most} MB together.' },
  'imports.unknownKind': {
    'zh-CN': '无法识别来源格式，请用 --from 指明。',
    en: 'The kind of the source was not recognised; name it with --from.',
  },
  'imports.otherKind': { 'zh-CN': '文件内容不是 {kind} 格式。', en: 'The content of the file is not of the kind {kind}.' },
  'imports.unknownEncoding': {
    'zh-CN': '文件编码无法识别，请另存为 UTF-8。',
    en: 'The encoding of the file was not recognised; save it as UTF-8.',
  },
  'imports.encoding': { 'zh-CN': '按 {encoding} 编码读取。', en: 'Read in the encoding {encoding}.' },
  'imports.fileNotUsed': { 'zh-CN': '没有用到这个文件。', en: 'This file was not used.' },
  'imports.keyDropped': {
    'zh-CN': '键“{key}”没有对应项，共 {count} 处，未保留。',
    en: 'The key “{key}” has no counterpart; it was left out ({count} {count:time|times}).',
  },
  'imports.languageDropped': {
    'zh-CN': '语言 {locale} 的译文未保留（{count} 处），只保留中文和英文。',
    en: 'Translations into {locale} were left out ({count}); only Chinese and English are kept.',
  },
  'imports.otherLanguage': {
    'zh-CN': '来源语言为 {found}，文件标为 {language}。',
    en: 'The source is in {found}; the file is marked {language}.',
  },

  'imports.textOnly': {
    'zh-CN': '下面没有需评定的条款，文字并入上级的评价要点。',
    en: 'Nothing below it is rated; its texts went into the guidance above.',
  },
  'imports.explainedByChildren': {
    'zh-CN': '本身评定，下级只作说明（aggregate: own）。',
    en: 'It is rated itself and its children only explain it (aggregate: own).',
  },
  'imports.generatedChild': {
    'zh-CN': '本身与下级都评定：本身的评定改为新增的第一个下级条款。',
    en: 'Both it and its children are rated: its own rating became a first child.',
  },
  'imports.tooDeep': { 'zh-CN': '层级超过 {most} 层，已提到上层。', en: 'Nested deeper than {most} levels; it was raised.' },
  'imports.titleMissing': { 'zh-CN': '没有名称，已按内容生成。', en: 'It has no title; one was made from its text.' },
  'imports.titleTooLong': {
    'zh-CN': '名称超过 {most} 个字符，已缩短，全文放入要求。',
    en: 'The title has more than {most} characters; it was cut and stands whole in the requirement.',
  },
  'imports.textTooLong': {
    'zh-CN': '文字超过 {most} 个字符，已截断。',
    en: 'The text has more than {most} characters; it was cut.',
  },
  'imports.numberTwice': {
    'zh-CN': '编号“{found}”重复，第二次起不保留。',
    en: 'The number “{found}” occurs again; it was left out.',
  },
  'imports.numberTooLong': { 'zh-CN': '编号太长，未保留：{found}', en: 'The number is too long and was left out: {found}' },
  'imports.keyTwice': { 'zh-CN': '标识“{found}”重复。', en: 'The id “{found}” occurs again.' },
  'imports.idMissing': { 'zh-CN': '没有标识，已生成。', en: 'It has no id; one was made.' },
  'imports.parentUnknown': {
    'zh-CN': '上级“{found}”不存在，已按层级或放在顶层。',
    en: 'Its parent “{found}” does not exist; it stands by its depth or at the top.',
  },
  'imports.cycle': { 'zh-CN': '上级关系成环，已在“{found}”处断开。', en: 'The parents form a cycle; it was cut at “{found}”.' },

  'imports.pointsMissing': { 'zh-CN': '没有分值，记为 0。', en: 'It has no points; 0 was put in.' },
  'imports.pointsOfSection': {
    'zh-CN': '只有这一节有分值，下级按同等权重平均。',
    en: 'Only this section has points; its children count alike (weighted mean).',
  },
  'imports.pointsDiffer': {
    'zh-CN': '分值为 {found}，下级合计 {sum}，采用合计。',
    en: 'It has {found} points, its children {sum}; the sum was taken.',
  },
  'imports.pointsNotNumber': { 'zh-CN': '分值不是数：{found}', en: 'The points are no number: {found}' },
  'imports.weightNotNumber': { 'zh-CN': '权重不是数：{found}，按 1 计。', en: 'The weight is no number: {found}; 1 was taken.' },
  'imports.weightZero': {
    'zh-CN': '权重为 0，分值保留为 0，不影响得分。',
    en: 'The weight is 0; the points stay 0 and do not count.',
  },

  'imports.noScale': {
    'zh-CN': '来源没有评分范围，按“符合 / 不符合”评定。',
    en: 'The source has no range of scores; clauses are rated as met or not met.',
  },
  'imports.scaleLevels': { 'zh-CN': '评分 {from}–{to} 改为等级。', en: 'Scores {from} to {to} became levels.' },
  'imports.scaleNumber': {
    'zh-CN': '评分 {from}–{to} 改为指标值，得分率按直线计算。',
    en: 'Scores {from} to {to} became a measure with a straight line.',
  },
  'imports.rangeEmpty': { 'zh-CN': '评分范围 {from}–{to} 不成立。', en: 'The range of scores {from} to {to} is empty.' },
  'imports.scoreNotNumber': { 'zh-CN': '{key} 不是数：{found}', en: '{key} is no number: {found}' },
  'imports.levelTwice': {
    'zh-CN': '等级 {level} 定义了两次，取第一次。',
    en: 'Level {level} is defined twice; the first counts.',
  },
  'imports.levelsOutside': {
    'zh-CN': '等级 {levels} 在范围 {from}–{to} 之外，未保留。',
    en: 'Levels {levels} lie outside {from} to {to}; they were left out.',
  },
  'imports.levelsMissing': {
    'zh-CN': '等级 {levels} 没有定义，已补上名称。',
    en: 'Levels {levels} are not defined; they got a generated label.',
  },
  'imports.levelsGenerated': {
    'zh-CN': '等级没有名称，已生成：{levels}',
    en: 'Levels have no names; labels were made: {levels}',
  },
  'imports.levelTextsDropped': {
    'zh-CN': '范围太大，{count} 个等级的说明未保留。',
    en: 'The range is too long; the texts of {count} levels were left out.',
  },
  'imports.groupsDropped': {
    'zh-CN': '适用组未保留，所有条款都导入：{groups}',
    en: 'Implementation groups were left out, all clauses are imported: {groups}',
  },
  'imports.groupUnknown': { 'zh-CN': '引用了不存在的适用组：{found}', en: 'It names a group that does not exist: {found}' },
  'imports.assessableUnclear': {
    'zh-CN': 'assessable 的值不是真假值：{found}',
    en: 'The value of assessable is not true or false: {found}',
  },
  'imports.questionsAsClauses': {
    'zh-CN': '{count} 个计分问题改为下级条款，按分数加权。',
    en: '{count} scored questions became children, weighted by their scores.',
  },
  'imports.questionsToGuidance': {
    'zh-CN': '{count} 个不计分的问题并入评价要点。',
    en: '{count} {count:question|questions} without scores went into the guidance.',
  },
  'imports.answersNotFull': {
    'zh-CN': '答案的分数为 {low}–{high}，范围为 {from}–{to}；最低记 0，最高记满分。',
    en: 'The answers score {low} to {high} in a range of {from} to {to}; the lowest counts nothing, the highest everything.',
  },
  'imports.answersDropped': {
    'zh-CN': '{count} 个不加分或减分的答案未保留。',
    en: '{count} {count:answer|answers} that give nothing or take away were left out.',
  },
  'imports.answersAlike': {
    'zh-CN': '答案的分值没有差别，无法评定。',
    en: 'The answers are worth the same; nothing can be rated by them.',
  },
  'imports.answerSetUnknown': {
    'zh-CN': '答案组“{found}”不存在，按“符合 / 不符合”评定。',
    en: 'The answer set “{found}” does not exist; it is rated as met or not met.',
  },
  'imports.sammMeans': {
    'zh-CN': '每一级取下级的平均，各业务职能同等计分；成熟度等级写入编号。',
    en: 'Each step is the mean of the one below and functions count alike; the maturity level stands in the number.',
  },
  'imports.sammOrphan': {
    'zh-CN': '所属对象“{found}”不存在，未导入。',
    en: 'What it belongs to, “{found}”, does not exist; it was left out.',
  },

  'imports.partsDropped': { 'zh-CN': '以下部分未保留：{parts}', en: 'These parts were left out: {parts}' },
  'imports.withdrawn': { 'zh-CN': '{found} 已撤销，未导入。', en: '{found} is withdrawn and was left out.' },
  'imports.profileImports': {
    'zh-CN': '配置文件引用了 {count} 个目录，只用第一个。',
    en: 'The profile imports {count} catalogs; only the first was used.',
  },
  'imports.catalogMissing': {
    'zh-CN': '配置文件引用的目录“{href}”不在所给文件中，请一并给出。',
    en: 'The catalog “{href}” of the profile is not among the files; give it too.',
  },
  'imports.mergeAsIs': {
    'zh-CN': '合并方式不采用，保留目录原有结构。',
    en: 'The merge rule was not applied; the catalog keeps its structure.',
  },
  'imports.controlUnknown': { 'zh-CN': '目录中没有“{found}”。', en: 'The catalog has no “{found}”.' },

  'imports.noColumns': {
    'zh-CN': '没有找到名称或要求的列。第一行应为表头，例如：编号、名称、要求、分值。',
    en: 'No column of titles or texts was found. The first row should name them, e.g. Number, Title, Text, Points.',
  },
  'imports.columnsGuessed': {
    'zh-CN': '没有表头，按内容推断列：{columns}',
    en: 'There are no headers; columns were guessed: {columns}',
  },
  'imports.columnDropped': {
    'zh-CN': '列“{found}”没有对应项，未保留。',
    en: 'The column “{found}” has no counterpart; it was left out.',
  },
  'imports.ownPropertyUnread': {
    'zh-CN': '属性“{name}”的内容无法识别，未保留。',
    en: 'The property “{name}” cannot be read; it was left out.',
  },
  'imports.sheetDropped': { 'zh-CN': '工作表“{sheet}”未导入。', en: 'The sheet “{sheet}” was not imported.' },
  'imports.cellFull': {
    'zh-CN': '单元格达到 {most} 个字符的上限，文字可能已被截断。',
    en: 'A cell is at the limit of {most} characters; its text was probably cut.',
  },
  'imports.cellWithoutValue': { 'zh-CN': '单元格没有可用的值。', en: 'The cell has no usable value.' },
  'imports.cellFormula': { 'zh-CN': '单元格是公式，采用其结果。', en: 'The cell is a formula; its result was taken.' },
  'imports.ratedByPoints': {
    'zh-CN': '{count} 条按分值直接评分。',
    en: '{count} {count:clause is|clauses are} rated by points.',
  },
  'imports.ratedAsMet': {
    'zh-CN': '{count} 条按“符合 / 不符合”评定。',
    en: '{count} {count:clause is|clauses are} rated as met or not met.',
  },
} as const satisfies Catalogue;
