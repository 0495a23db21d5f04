import type { Catalogue } from '../catalogue.ts';

/** What can be wrong with a file as such: reading it, its YAML, its keys and single values. */
export const catalogTexts = {
  'catalog.didYouMean': { 'zh-CN': '是否想写“{word}”？', en: 'Did you mean “{word}”?' },
  'catalog.quoteIt': { 'zh-CN': '请加引号写成 {quoted}。', en: 'Put it in quotes: {quoted}.' },

  'catalog.fileMissing': { 'zh-CN': '没有这个文件。', en: 'There is no such file.' },
  'catalog.folderNotFile': { 'zh-CN': '这是文件夹，不是文件。', en: 'This is a folder, not a file.' },
  'catalog.fileForbidden': { 'zh-CN': '没有读取这个文件的权限。', en: 'There is no permission to read this file.' },
  'catalog.fileUnreadable': { 'zh-CN': '文件无法读取（{code}）。', en: 'The file cannot be read ({code}).' },
  'catalog.fileTooLarge': {
    'zh-CN': '文件有 {size} MB，最多允许 8 MB。',
    en: 'The file has {size} MB; at most 8 MB are allowed.',
  },
  'catalog.tooManyParts': {
    'zh-CN': '文件里的键、值和列表项超过 {most} 个，不予读取。',
    en: 'The file has more than {most} keys, values and items and is not read.',
  },
  'catalog.emptyFile': { 'zh-CN': '文件是空的。', en: 'The file is empty.' },
  'catalog.notUtf8': {
    'zh-CN': '从这里起不是 UTF-8 编码，文件必须以 UTF-8 保存。',
    en: 'From here on this is not UTF-8; the file must be saved as UTF-8.',
  },
  'catalog.probablyGbk': { 'zh-CN': '可能是 GBK 编码，请另存为 UTF-8。', en: 'It is probably GBK; save it as UTF-8.' },
  'catalog.probablyUtf16': { 'zh-CN': '可能是 UTF-16 编码，请另存为 UTF-8。', en: 'It is probably UTF-16; save it as UTF-8.' },

  'catalog.yamlBadAlias': {
    'zh-CN': '引用（*）指向一个不存在的锚点（&），或位置不对。',
    en: 'This alias (*) names no anchor (&), or stands where none may.',
  },
  'catalog.yamlBadEscape': {
    'zh-CN': '双引号中的反斜杠写法不对。反斜杠请写成 \\\\，或改用单引号。',
    en: 'This backslash in double quotes means nothing. Write \\\\ for a backslash, or use single quotes.',
  },
  'catalog.yamlBadIndent': {
    'zh-CN': '缩进不对：同一层必须对齐。',
    en: 'The indent is wrong: what is on one level must be aligned.',
  },
  'catalog.yamlBadStart': {
    'zh-CN': '文字不能以这个字符开头，请给整个值加引号。',
    en: 'Text cannot start with this character; put the whole value in quotes.',
  },
  'catalog.yamlNestedOnOneLine': {
    'zh-CN': '同一行出现了第二个“键: 值”。含冒号的文字请加引号。',
    en: 'A second “key: value” on one line. Put text that contains a colon in quotes.',
  },
  'catalog.yamlBlockInFlow': {
    'zh-CN': '方括号或花括号中不能换成逐行写法。',
    en: 'Within brackets or braces nothing can be written line by line.',
  },
  'catalog.yamlLongKey': { 'zh-CN': '键太长，或者缺少冒号。', en: 'The key is too long, or a colon is missing.' },
  'catalog.yamlMissingCharacter': {
    'zh-CN': '这里缺少一个字符：引号、括号、逗号、冒号或冒号后的空格。',
    en: 'A character is missing here: a quote, a bracket, a comma, a colon or the space after it.',
  },
  'catalog.yamlMultilineKey': {
    'zh-CN': '键必须写在一行内，可能缺少冒号。',
    en: 'A key must stand on one line; perhaps a colon is missing.',
  },
  'catalog.yamlSeveralDocuments': {
    'zh-CN': '一个文件只能有一份内容，请去掉“---”之后的部分。',
    en: 'A file holds one document; remove what follows “---”.',
  },
  'catalog.yamlTab': { 'zh-CN': '缩进不能用制表符，请用空格。', en: 'Tabs cannot indent; use spaces.' },
  'catalog.yamlTag': { 'zh-CN': '不允许使用类型标记（!…）。', en: 'Type tags (!…) are not allowed.' },
  'catalog.yamlUnexpected': { 'zh-CN': '这里的内容不符合 YAML 写法。', en: 'This is not YAML here.' },
  'catalog.yamlOther': { 'zh-CN': '不符合 YAML 写法：{detail}', en: 'This is not YAML: {detail}' },
  'catalog.tooManyAliases': { 'zh-CN': '引用（*）超过 {most} 处。', en: 'There are more than {most} aliases (*).' },
  'catalog.tooDeep': { 'zh-CN': '嵌套太深。', en: 'This is nested too deeply.' },
  'catalog.keyNotText': { 'zh-CN': '键必须是文字。', en: 'A key must be plain text.' },
  'catalog.doubledKey': { 'zh-CN': '键“{key}”在这里已经写过一次。', en: 'The key “{key}” already stands here.' },
  'catalog.reservedWord': { 'zh-CN': '“{found}”是保留字，请换一个。', en: '“{found}” is a reserved word; use another.' },
  'catalog.unprintable': {
    'zh-CN': '文字中有不可显示的控制字符。',
    en: 'The text contains control characters that cannot be shown.',
  },

  'catalog.missingKey': { 'zh-CN': '缺少“{key}”。', en: '“{key}” is missing.' },
  'catalog.unknownKey': {
    'zh-CN': '不认识的键“{key}”。这里可用：{allowed}。',
    en: 'Unknown key “{key}”. Allowed here: {allowed}.',
  },
  'catalog.emptyValue': {
    'zh-CN': '没有填写值。请填写，或去掉这个键。',
    en: 'There is no value. Give one, or leave the key out.',
  },
  'catalog.notMap': { 'zh-CN': '“{found}”不对：这里应是“键: 值”。', en: '“{found}” is wrong: “key: value” is needed here.' },
  'catalog.notList': { 'zh-CN': '“{found}”不对：这里应是列表。', en: '“{found}” is wrong: a list is needed here.' },
  'catalog.tooFew': {
    'zh-CN': '列表太短，至少 {least} 项。',
    en: 'The list is too short: it needs at least {least} {least:item|items}.',
  },
  'catalog.tooMany': {
    'zh-CN': '列表太长，最多 {most} 项。',
    en: 'The list is too long: it may have at most {most} {most:item|items}.',
  },
  'catalog.notText': { 'zh-CN': '“{found}”不是文字。', en: '“{found}” is not text.' },
  'catalog.emptyText': { 'zh-CN': '文字为空。请填写，或去掉这个键。', en: 'The text is empty. Give one, or leave the key out.' },
  'catalog.textTooLong': {
    'zh-CN': '文字有 {length} 个字符，最多允许 {most} 个。',
    en: 'The text has {length} characters; at most {most} are allowed.',
  },
  'catalog.badIdentifier': {
    'zh-CN': '“{found}”不能作标识：只用小写字母、数字和连字符，最多 80 个字符。',
    en: '“{found}” cannot be an id: only lower-case letters, digits and hyphens, at most 80 characters.',
  },
  'catalog.badVersion': {
    'zh-CN': '“{found}”不是版本号：应为三个数字，如 1.0.0。',
    en: '“{found}” is not a version: three numbers such as 1.0.0 are needed.',
  },
  'catalog.badChoice': { 'zh-CN': '“{found}”不在可选范围内：{allowed}。', en: '“{found}” is not one of: {allowed}.' },
  'catalog.badFlag': { 'zh-CN': '“{found}”不对：只能是 true 或 false。', en: '“{found}” is wrong: only true or false.' },
  'catalog.badWholeNumber': {
    'zh-CN': '“{found}”不对：应是 {least} 到 {most} 的整数。',
    en: '“{found}” is wrong: a whole number from {least} to {most} is needed.',
  },
  'catalog.badDecimal': {
    'zh-CN': '“{found}”不对：应是数字，小数点前最多 12 位、后最多 6 位，不带多余的零开头。',
    en: '“{found}” is wrong: a number is needed, at most 12 digits before and 6 after the point, without leading zeros.',
  },
  'catalog.negative': { 'zh-CN': '“{found}”不对：不能是负数。', en: '“{found}” is wrong: it cannot be negative.' },
  'catalog.badShare': {
    'zh-CN': '“{found}”不对：应是 0 到 1 的数，最多 6 位小数。',
    en: '“{found}” is wrong: a number from 0 to 1 with at most 6 decimals is needed.',
  },
  'catalog.badDuration': {
    'zh-CN': '“{found}”不是期限：应为数字加 days、working days、weeks、months 或 years，如 30 working days。',
    en: '“{found}” is not a span of time: a number and days, working days, weeks, months or years, such as 30 working days.',
  },
  'catalog.clausesTooDeep': { 'zh-CN': '条款最多嵌套 {most} 层。', en: 'Clauses nest at most {most} levels deep.' },
  'catalog.tooManyClauses': { 'zh-CN': '条款最多 {most} 条。', en: 'There are at most {most} clauses.' },
} as const satisfies Catalogue;
