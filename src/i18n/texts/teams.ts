import type { Catalogue } from '../catalogue.ts';

/** The team of an audit: who is in it, who joins and who leaves. */
export const teamTexts = {
  'teams.title': { 'zh-CN': '审核组', en: 'Team' },
  'teams.lead': {
    'zh-CN': '组长带队并负责计划；组员评定；技术专家提供意见和证据，不评定；神秘顾客只提交自己的走访；观察员只看不改。',
    en: 'The leader plans and answers for the audit; auditors rate; a technical expert advises and hands in evidence without rating; a mystery shopper hands in own visits only; an observer changes nothing.',
  },
  'teams.part': { 'zh-CN': '分工', en: 'Part' },
  'teams.statement': { 'zh-CN': '公正性声明', en: 'Statement of impartiality' },
  'teams.remarks': { 'zh-CN': '提示', en: 'Remarks' },
  'teams.noLeader': { 'zh-CN': '目前没有组长，请指定一名。', en: 'Nobody leads the audit now. Choose somebody.' },
  'teams.change': { 'zh-CN': '更改分工', en: 'Change part' },
  'teams.changed': { 'zh-CN': '分工已更改。', en: 'The part is changed.' },
  'teams.add': { 'zh-CN': '加入审核组', en: 'Add to the team' },
  'teams.added': { 'zh-CN': '已加入审核组。', en: 'Added to the team.' },
  'teams.person': { 'zh-CN': '人员', en: 'Person' },
  'teams.nobody': { 'zh-CN': '没有符合条件的人员。', en: 'Nobody fits.' },
  'teams.onlyAble': {
    'zh-CN': '只列出在审核日具备本准则和行业能力的人员',
    en: 'List only people whose competence covers these criteria, this trade and these days',
  },
  'teams.showAble': { 'zh-CN': '只看具备能力的人员', en: 'Show only who is competent' },
  'teams.showAll': { 'zh-CN': '显示全部人员', en: 'Show everybody' },
  'teams.leaderHint': {
    'zh-CN': '选为组长后，原组长改为组员。',
    en: 'When somebody becomes leader, the present one becomes an auditor of the team.',
  },
  'teams.alreadyIn': { 'zh-CN': '{name}已在审核组中。', en: '{name} is in the team already.' },
  'teams.leaderStays': {
    'zh-CN': '请先指定另一名组长，再更改或移出现任组长。',
    en: 'Make somebody else leader first; then the present one can change part or leave.',
  },
  'teams.remove': { 'zh-CN': '移出审核组', en: 'Remove from the team' },
  'teams.removeOf': { 'zh-CN': '将{name}移出审核组', en: 'Remove {name} from the team' },
  'teams.removeHint': {
    'zh-CN': '移出后立即失去访问权；此人做过的评定和记录仍署其名。',
    en: 'Access ends at once. What the person rated and wrote stays under their name.',
  },
  'teams.openItems': {
    'zh-CN': '以下日程仍安排了{name}，移出后需要改派：',
    en: 'These items of the agenda still name {name} and have to be given to somebody else:',
  },
  'teams.reason': { 'zh-CN': '原因', en: 'Reason' },
  'teams.removed': {
    'zh-CN': '{name}已移出审核组。',
    en: '{name} is no longer in the team.',
  },
  'teams.removedOpen': {
    'zh-CN': '{name}已移出审核组。有 {count} 项日程需要改派，见审核计划。',
    en: '{name} is no longer in the team. {count} {count:item|items} of the agenda need somebody else; the plan names them.',
  },
  'teams.departures': { 'zh-CN': '已离开', en: 'Left the team' },
  'teams.leftOn': { 'zh-CN': '{time}，由{by}移出：{reason}', en: '{time}, removed by {by}: {reason}' },
  'teams.toStatements': { 'zh-CN': '公正性声明', en: 'Statements of impartiality' },
  'teams.noticeRemoved': {
    'zh-CN': '您已不再参加审核 {number}。',
    en: 'You are no longer in the team of audit {number}.',
  },
  'teams.noticePart': {
    'zh-CN': '您在审核 {number} 中的分工已更改。',
    en: 'Your part in audit {number} was changed.',
  },
  'teams.noticeLeft': {
    'zh-CN': '{name}已不再参加审核 {number}，请查看需要改派的日程。',
    en: '{name} is no longer in the team of audit {number}. See which items of the agenda need somebody else.',
  },
} as const satisfies Catalogue;
