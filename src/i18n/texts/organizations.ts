import type { Catalogue } from '../catalogue.ts';

/** Organizations with their sites and contacts. */
export const organizationTexts = {
  'organizations.title': { 'zh-CN': '组织', en: 'Organizations' },
  'organizations.search': {
    'zh-CN': '按名称、登记号、行业或地址查找',
    en: 'Search by name, registration number, trade or address',
  },
  'organizations.none': {
    'zh-CN': '还没有组织。每次评价都针对一个组织，请先添加第一个。',
    en: 'There is no organization yet. Every assessment is of one, so add the first.',
  },
  'organizations.noneToSee': {
    'zh-CN': '这里会列出您参与评价的组织，目前还没有。由审核组长把您编入评价的成员后即可看到。',
    en: 'The organizations that you help to assess stand here; there is none yet. A lead auditor adds you to the team of an assessment.',
  },
  'organizations.new': { 'zh-CN': '添加组织', en: 'Add organization' },
  'organizations.edit': { 'zh-CN': '修改组织信息', en: 'Edit organization' },
  'organizations.change': { 'zh-CN': '修改', en: 'Edit' },
  'organizations.added': {
    'zh-CN': '已添加“{name}”。接下来可以填写其场所和联系人。',
    en: '{name} has been added. Next, give its sites and contacts.',
  },
  'organizations.saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'organizations.name': { 'zh-CN': '名称', en: 'Name' },
  'organizations.nameHint': {
    'zh-CN': '与营业执照一致的全称，将印在报告上。',
    en: 'The full legal name; it is printed in reports.',
  },
  'organizations.nameTaken': {
    'zh-CN': '已有同名的组织，请先查找；确属另一家的，请在名称中加以区分。',
    en: 'There is an organization of this name already. Look it up first; if it is another one, make the names differ.',
  },
  'organizations.registrationNumber': { 'zh-CN': '登记号', en: 'Registration number' },
  'organizations.registrationNumberHint': {
    'zh-CN': '统一社会信用代码或其他登记号。',
    en: 'Unified social credit code, company number or the like.',
  },
  'organizations.trade': { 'zh-CN': '行业', en: 'Trade' },
  'organizations.tradeHint': { 'zh-CN': '如：家用电器制造。', en: 'Such as: household appliances.' },
  'organizations.headcount': { 'zh-CN': '人数', en: 'Headcount' },
  'organizations.headcountHint': { 'zh-CN': '评价范围内的在岗人员数。', en: 'People who work there.' },
  'organizations.address': { 'zh-CN': '地址', en: 'Address' },
  'organizations.notGiven': { 'zh-CN': '未填写', en: 'not given' },
  'organizations.listSeparator': { 'zh-CN': '、', en: ', ' },

  'organizations.sites': { 'zh-CN': '场所', en: 'Sites' },
  'organizations.noSites': {
    'zh-CN': '还没有场所。评价时从这里选取要覆盖的场所。',
    en: 'There is no site yet. An assessment covers sites chosen from here.',
  },
  'organizations.newSite': { 'zh-CN': '添加场所', en: 'Add site' },
  'organizations.editSite': { 'zh-CN': '修改场所', en: 'Edit site' },
  'organizations.siteName': { 'zh-CN': '场所名称', en: 'Name of the site' },
  'organizations.siteNameHint': { 'zh-CN': '如：总部、华东服务中心。', en: 'Such as: head office, eastern service centre.' },
  'organizations.central': { 'zh-CN': '总部职能', en: 'Central function' },
  'organizations.centralHint': {
    'zh-CN': '售后服务的总部职能设在此处',
    en: 'The central function of the after-sales service is here',
  },
  'organizations.removeSite': { 'zh-CN': '删除场所', en: 'Remove site' },
  'organizations.removeSiteHint': {
    'zh-CN': '没有评价用到这个场所，可以删除。删除后不能恢复。',
    en: 'No assessment covers this site, so it can be removed. This cannot be undone.',
  },
  'organizations.siteKept': {
    'zh-CN': '以下评价覆盖了这个场所，因此不能删除：{numbers}。',
    en: 'The site cannot be removed, because assessments cover it: {numbers}.',
  },
  'organizations.siteUsed': {
    'zh-CN': '场所“{site}”未删除：评价 {number} 覆盖了它。请先从该评价中移除这个场所；评价已完成的，场所须保留。',
    en: 'The site “{site}” was not removed: assessment {number} covers it. Take it out of that assessment first; a site of a finished assessment stays.',
  },
  'organizations.siteRemoved': { 'zh-CN': '场所已删除。', en: 'The site has been removed.' },

  'organizations.contacts': { 'zh-CN': '联系人', en: 'Contacts' },
  'organizations.noContacts': {
    'zh-CN': '还没有联系人。添加评价期间可以找到的人。',
    en: 'There is no contact yet. Add whom to turn to during an assessment.',
  },
  'organizations.newContact': { 'zh-CN': '添加联系人', en: 'Add contact' },
  'organizations.editContact': { 'zh-CN': '修改联系人', en: 'Edit contact' },
  'organizations.contactName': { 'zh-CN': '姓名', en: 'Name' },
  'organizations.position': { 'zh-CN': '职务', en: 'Position' },
  'organizations.phone': { 'zh-CN': '电话', en: 'Phone' },
  'organizations.email': { 'zh-CN': '电子邮箱', en: 'E-mail' },
  'organizations.removeContact': { 'zh-CN': '删除联系人', en: 'Remove contact' },
  'organizations.removeContactHint': { 'zh-CN': '删除后不能恢复。', en: 'This cannot be undone.' },
  'organizations.contactRemoved': { 'zh-CN': '联系人已删除。', en: 'The contact has been removed.' },

  'organizations.assessments': { 'zh-CN': '评价', en: 'Assessments' },
  'organizations.noAssessments': { 'zh-CN': '还没有您可以查看的评价。', en: 'There is no assessment yet that you may see.' },
  'organizations.allAssessments': { 'zh-CN': '查看全部评价', en: 'All its assessments' },
  'organizations.addPerson': { 'zh-CN': '添加该组织的登录人员', en: 'Add a person who signs in for this organization' },
  'organizations.fromTo': { 'zh-CN': '{from} 至 {to}', en: '{from} to {to}' },
  'organizations.score': { 'zh-CN': '得分', en: 'Score' },
  'organizations.grade': { 'zh-CN': '等级', en: 'Grade' },
} as const satisfies Catalogue;
