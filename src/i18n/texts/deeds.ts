import type { Catalogue } from '../catalogue.ts';

/**
 * Words for every deed in the audit trail: what somebody did, to be read after who and when. A deed without words here (or
 * under `deed.…` in the file of its feature) cannot be recorded: it does not compile.
 */
export const deedTexts = {
  'deed.account.added': { 'zh-CN': '新增人员', en: 'added a person' },
  'deed.account.changed': { 'zh-CN': '修改人员资料', en: 'changed a person' },
  'deed.account.deactivated': { 'zh-CN': '停用账号', en: 'deactivated an account' },
  'deed.account.reactivated': { 'zh-CN': '恢复账号', en: 'reactivated an account' },
  'deed.account.password-changed': { 'zh-CN': '修改了自己的密码', en: 'changed their password' },
  'deed.account.password-link-made': { 'zh-CN': '生成设置密码的链接', en: 'made a link to set a password' },
  'deed.account.password-set': { 'zh-CN': '通过链接设置密码', en: 'set a password by a link' },
  'deed.account.signed-in': { 'zh-CN': '登录', en: 'signed in' },
  'deed.account.mail-changed': { 'zh-CN': '修改邮件通知方式', en: 'changed how they get mail' },

  'deed.assessment.started': { 'zh-CN': '新建评价', en: 'started the assessment' },
  'deed.assessment.arranged': { 'zh-CN': '修改评价安排', en: 'changed the arrangements' },
  'deed.assessment.begun': { 'zh-CN': '开始评定', en: 'began rating' },
  'deed.assessment.replanned': { 'zh-CN': '退回策划', en: 'went back to planning' },
  'deed.assessment.rating-closed': { 'zh-CN': '结束评定', en: 'closed the rating' },
  'deed.assessment.rating-reopened': { 'zh-CN': '重新开放评定', en: 'reopened the rating' },
  'deed.assessment.reported': { 'zh-CN': '提交报告', en: 'reported the result' },
  'deed.assessment.stopped': { 'zh-CN': '中止评价', en: 'stopped the assessment' },
  'deed.assessment.criteria-upgraded': { 'zh-CN': '改用较新版本的准则', en: 'moved it to a newer version of the criteria' },
  'deed.assessment.criteria-upgrade-undone': { 'zh-CN': '撤回准则版本的更换', en: 'undid the move to a newer version' },
  'deed.assessment.parts-arranged': { 'zh-CN': '安排各部分的时间和人员', en: 'arranged dates and people of the parts' },
  'deed.assessment.finished': { 'zh-CN': '完成评价', en: 'finished the assessment' },
  'deed.rating.saved': { 'zh-CN': '保存评定', en: 'saved a rating' },
  'deed.evidence.added': { 'zh-CN': '提交证据', en: 'handed in evidence' },
  'deed.evidence.changed': { 'zh-CN': '修改证据', en: 'changed evidence' },
  'deed.evidence.removed': { 'zh-CN': '移除证据', en: 'removed evidence' },
  'deed.finding.stated': { 'zh-CN': '提出审核发现', en: 'stated a finding' },
  'deed.findings.taken-back': { 'zh-CN': '撤回审核发现', en: 'took back a finding' },
  'deed.adjustment.given': { 'zh-CN': '作出特别扣分或加分', en: 'gave a deduction or bonus' },
  'deed.adjustments.taken-back': { 'zh-CN': '撤回特别扣分或加分', en: 'took back a deduction or bonus' },

  'deed.organization.added': { 'zh-CN': '新增组织', en: 'added an organization' },
  'deed.organization.changed': { 'zh-CN': '修改组织资料', en: 'changed an organization' },
  'deed.site.added': { 'zh-CN': '新增场所', en: 'added a site' },
  'deed.site.changed': { 'zh-CN': '修改场所', en: 'changed a site' },
  'deed.site.removed': { 'zh-CN': '移除场所', en: 'removed a site' },
  'deed.contact.added': { 'zh-CN': '新增联系人', en: 'added a contact' },
  'deed.contact.changed': { 'zh-CN': '修改联系人', en: 'changed a contact' },
  'deed.contact.removed': { 'zh-CN': '移除联系人', en: 'removed a contact' },

  'deed.criteria-draft.begun': { 'zh-CN': '新建准则草稿', en: 'began a draft of criteria' },
  'deed.criteria-draft.saved': { 'zh-CN': '保存准则草稿', en: 'saved a draft of criteria' },
  'deed.criteria-draft.undone': { 'zh-CN': '撤销准则草稿的一步', en: 'undid a step in a draft of criteria' },
  'deed.criteria-draft.redone': { 'zh-CN': '重做准则草稿的一步', en: 'redid a step in a draft of criteria' },
  'deed.criteria-draft.deleted': { 'zh-CN': '删除准则草稿', en: 'deleted a draft of criteria' },
  'deed.criteria.published': { 'zh-CN': '发布准则', en: 'published criteria' },
  'deed.criteria.retired': { 'zh-CN': '停用准则版本', en: 'retired a version of criteria' },
  'deed.criteria.restored': { 'zh-CN': '恢复准则版本', en: 'offered a version of criteria again' },
} as const satisfies Catalogue;
