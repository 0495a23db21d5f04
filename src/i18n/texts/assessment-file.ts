import type { Catalogue } from '../catalogue.ts';

/** What can be wrong with an assessment file, besides what can be wrong with any file. */
export const assessmentFileTexts = {
  'assessment.badDate': {
    'zh-CN': '“{found}”不是日期：应为实际存在的一天，如 2026-01-05。',
    en: '“{found}” is not a date: a day that exists is needed, such as 2026-01-05.',
  },
  'assessment.badHash': {
    'zh-CN': '这不是 SHA-256：应为 64 位小写十六进制数字。',
    en: 'This is no SHA-256: 64 digits 0–9 and a–f are needed.',
  },
  'assessment.badFigure': { 'zh-CN': '“{found}”不是数字。', en: '“{found}” is not a number.' },
  'assessment.statusMissing': {
    'zh-CN': '写了 {key}，还要写明证据的 status（如 accepted）。',
    en: '{key} is given; the status of the evidence has to be given, too, such as accepted.',
  },
  'assessment.badTime': {
    'zh-CN': '“{found}”不是时间：应带时区，如 2026-01-07T17:30:00+08:00。',
    en: '“{found}” is not a time: it needs its zone, such as 2026-01-07T17:30:00+08:00.',
  },
  'assessment.badClockTime': {
    'zh-CN': '“{found}”不是一天中的时刻，应写成 09:30。',
    en: '“{found}” is no time of day; write 09:30.',
  },
  'assessment.agendaOrder': {
    'zh-CN': '结束时刻 {to} 不晚于开始时刻 {from}。',
    en: 'It ends at {to}, which is not after its beginning at {from}.',
  },
  'assessment.fileNotAtHand': {
    'zh-CN': '这里取不到评价文件旁边的资料文件。请改写它的 name、media_type、size 和 sha256。',
    en: 'Files beside the assessment file cannot be reached from here. Write the name, media_type, size and sha256 of this one instead.',
  },
  'assessment.endBeforeStart': {
    'zh-CN': '结束日期 {to} 早于开始日期 {from}。',
    en: 'The last day, {to}, is before the first, {from}.',
  },
  'assessment.heldAfterEnd': {
    'zh-CN': '持有等级的起始日 {since} 晚于评价结束日 {to}。',
    en: 'The grade is held since {since}, after the last day of the assessment, {to}.',
  },
  'assessment.previousLater': {
    'zh-CN': '上次评价的日期 {found} 晚于本次评价结束日 {to}。',
    en: 'The previous assessment, {found}, is later than this one, {to}.',
  },
  'assessment.criteriaUnknown': {
    'zh-CN': '没有评价准则“{id}”。现有：{known}。',
    en: 'There are no criteria “{id}”. Known: {known}.',
  },
  'assessment.criteriaBroken': {
    'zh-CN': '评价准则“{id}”有问题，不能使用。请先检查 {file}。',
    en: 'The criteria “{id}” have problems and cannot be used. Check {file} first.',
  },
  'assessment.versionUnknown': {
    'zh-CN': '评价准则“{id}”没有 {version} 版。现有：{known}。',
    en: 'The criteria “{id}” have no version {version}. Known: {known}.',
  },
  'assessment.otherCriteria': {
    'zh-CN': '评价文件写的是“{found}”，而 {file} 是“{needed}”。',
    en: 'The assessment names “{found}”, but {file} is “{needed}”.',
  },
  'assessment.emptyRating': {
    'zh-CN': '这里没有评定。请填写评定或备注，或去掉这个条款（即未评）。',
    en: 'There is no rating here. Give one or a note, or leave the clause out (unrated).',
  },
  'assessment.severalRatings': {
    'zh-CN': '一个条款只能有一种评定，这里既有“{first}”又有“{second}”。',
    en: 'A clause has one rating; here are both “{first}” and “{second}”.',
  },
  'assessment.notRatedBySite': {
    'zh-CN': '条款 {clause} 全组织只评一次，准则没有规定按场所评定；请把评定直接写在条款下面。',
    en: 'Clause {clause} is rated once for the organization; write the rating at the clause itself.',
  },
  'assessment.notApplicableFalse': {
    'zh-CN': 'not_applicable 应填写理由；适用的条款请去掉这个键。',
    en: 'not_applicable gives the reason; leave it out where the clause applies.',
  },
  'assessment.adjustmentUnknown': { 'zh-CN': '这份评价准则没有“{kind}”。', en: 'These criteria have no “{kind}”.' },
  'assessment.groundMissing': {
    'zh-CN': '缺少 ground（依据）。可选：{allowed}。',
    en: 'The ground is missing. Known: {allowed}.',
  },
  'assessment.groundUnknown': {
    'zh-CN': '没有依据“{found}”。可选：{allowed}。',
    en: 'There is no ground “{found}”. Known: {allowed}.',
  },
  'assessment.noGrounds': {
    'zh-CN': '评价准则没有为“{kind}”列出依据，请去掉 ground。',
    en: 'The criteria list no grounds for “{kind}”; leave it out.',
  },
  'assessment.badReference': {
    'zh-CN': '“{found}”不能作证据编号：以字母或数字开头，只用字母、数字、点、下划线和连字符，最多 40 个字符。',
    en: '“{found}” cannot be a reference: a letter or digit first, then letters, digits, dots, underscores and hyphens, at most 40.',
  },
  'assessment.badLink': {
    'zh-CN': '“{found}”不是网址：应以 http:// 或 https:// 开头。',
    en: '“{found}” is not a link: it must start with http:// or https://.',
  },
  'assessment.fileOutside': {
    'zh-CN': '“{found}”不在评价文件所在的文件夹内。证据文件只能放在该文件夹或其下级，用正斜杠写相对路径。',
    en: '“{found}” is not in the folder of the assessment file. Evidence stands in that folder or below, named by a relative path with forward slashes.',
  },
  'assessment.choiceMissing': {
    'zh-CN': '这份准则要求写明 {key}（variant 企业类型，profile 评价方案）。可以是：{allowed}。',
    en: 'These criteria ask for a {key}. One of: {allowed}.',
  },
  'assessment.choiceUnused': { 'zh-CN': '这份准则没有 {key}，请删去这一行。', en: 'These criteria have no {key}; leave it out.' },
  'assessment.evidenceUnknown': {
    'zh-CN': 'evidence 中没有编号为“{id}”的证据。',
    en: 'There is no evidence “{id}” in this file.',
  },
  'assessment.siteUnknown': {
    'zh-CN': 'organization.sites 中没有名为“{name}”的场所。',
    en: 'The organization has no site named “{name}” in this file.',
  },
  'assessment.partMember': { 'zh-CN': '“{name}”不在评价组中。', en: '“{name}” is not in the team.' },
} as const satisfies Catalogue;
