import type { Catalogue } from '../catalogue.ts';

/** The people who can sign in, and the links by which they set a password. */
export const peopleTexts = {
  'people.title': { 'zh-CN': '人员', en: 'People' },
  'people.search': {
    'zh-CN': '按姓名、登录名、注册号或组织查找',
    en: 'Search by name, sign-in name, registration number or organization',
  },
  'people.anyRole': { 'zh-CN': '全部角色', en: 'All roles' },
  'people.roleFilter': { 'zh-CN': '角色', en: 'Role' },
  'people.new': { 'zh-CN': '添加人员', en: 'Add person' },
  'people.newLead': {
    'zh-CN': '保存后得到一个一次性链接，交给本人设置密码。',
    en: 'Saving gives a one-time link; hand it to the person, who sets a password with it.',
  },
  'people.saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'people.organization': { 'zh-CN': '所属组织', en: 'Organization' },
  'people.organizationHint': {
    'zh-CN': '填写组织全称；填写一部分时，会列出名称相近的组织。',
    en: 'Give the full name; a part of it lists the organizations that it could be.',
  },
  'people.roles': { 'zh-CN': '在本机构的角色', en: 'Roles in this body' },
  'people.rolesHint': {
    'zh-CN': '可以多选。企业的人员不选，在下面填写所在企业。',
    en: 'Several are possible. For people of a company choose none and name the company below.',
  },
  'people.placeNeeded': {
    'zh-CN': '请选择在本机构的角色，或填写所在企业。',
    en: 'Choose a role in this body, or name the company that the person works for.',
  },
  'people.bodyOrCompany': {
    'zh-CN': '为保持公正，一个人要么在本机构任职，要么属于受评价的企业，不能兼有。',
    en: 'To stay impartial, somebody works either for this body or for assessed companies, never for both.',
  },
  'people.companies': { 'zh-CN': '所在企业', en: 'Companies' },
  'people.companyRole': { 'zh-CN': '在该企业的角色', en: 'Role in that company' },
  'people.noMore': { 'zh-CN': '清空名称即取消该企业的权限。', en: 'Clear a name to take the place in that company away.' },
  'people.organizationUnknown': {
    'zh-CN': '没有名为“{name}”的组织。请先添加该组织，或检查名称。',
    en: 'There is no organization named “{name}”. Add it first, or check the name.',
  },
  'people.organizationUnclear': {
    'zh-CN': '没有全称为“{name}”的组织。名称相近的有：{names}。请填写全称。',
    en: 'No organization is named exactly “{name}”. It could be: {names}. Give the full name.',
  },
  'people.registrationNumber': { 'zh-CN': '注册号', en: 'Registration number' },
  'people.registrationNumberHint': {
    'zh-CN': '仅审核组长和审查员需要，将印在报告上。',
    en: 'For lead auditors and auditors only; it is printed in reports.',
  },
  'people.state': { 'zh-CN': '状态', en: 'State' },
  'people.state.active': { 'zh-CN': '可登录', en: 'Can sign in' },
  'people.state.waiting': { 'zh-CN': '未设密码', en: 'No password yet' },
  'people.state.erased': { 'zh-CN': '个人信息已删除', en: 'Data erased' },
  'people.signOut': { 'zh-CN': '退出所有设备', en: 'Sign out everywhere' },
  'people.signOutHint': {
    'zh-CN': '设备丢失或会话可疑时使用。此人可以重新登录。',
    en: 'When a device was lost or a session looks wrong. The person can sign in again.',
  },
  'people.signedOut': { 'zh-CN': '已退出此人的所有设备。', en: 'The person is signed out everywhere.' },
  'people.isErased': {
    'zh-CN': '此人的个人信息已删除，账号不能恢复或修改。',
    en: 'This person’s data was erased. The account can be neither changed nor given back.',
  },
  'people.erasedAt': {
    'zh-CN': '此人的个人信息已于 {when} 删除。名下的记录以代称保留。',
    en: 'This person’s data was erased on {when}. What they did stays on record under a pseudonym.',
  },
  'people.state.inactive': { 'zh-CN': '已停用', en: 'Deactivated' },

  'people.link': { 'zh-CN': '设置密码的链接', en: 'Link to set a password' },
  'people.linkAdded': { 'zh-CN': '已添加{name}。', en: '{name} has been added.' },
  'people.linkLead': {
    'zh-CN': '请把下面的链接交给{name}本人。{name}（登录名 {signInName}）用它自行设置密码。',
    en: 'Hand this link to {name} in person. With it {name} (sign-in name {signInName}) sets a password.',
  },
  'people.linkAddress': { 'zh-CN': '链接', en: 'Link' },
  'people.linkOnce': {
    'zh-CN': '链接只能使用一次，{days} 天内有效。它只在本页显示这一次，离开后无法再次查看；遗失时可以重新生成。',
    en: 'The link works once, within {days} days. It is shown on this page only and cannot be looked up again; if it gets lost, make a new one.',
  },
  'people.linkPrivate': {
    'zh-CN': '拿到链接的人就能以其名义登录，请通过可靠的途径转交。',
    en: 'Whoever has the link can sign in as this person, so hand it over by a way that you trust.',
  },
  'people.toPerson': { 'zh-CN': '查看{name}的信息', en: 'Go to {name}' },
  'people.toList': { 'zh-CN': '返回人员列表', en: 'Back to people' },
  'people.newLink': { 'zh-CN': '重发密码链接', en: 'New password link' },
  'people.newLinkHint': {
    'zh-CN': '忘记密码，或上一个链接已过期时使用。以前的链接随即失效；现有密码在设置新密码之前仍然有效。',
    en: 'For a forgotten password, or when the last link has run out. Earlier links stop working; the present password stays until a new one is set.',
  },
  'people.newLinkDo': { 'zh-CN': '生成新链接', en: 'Make new link' },
  'people.reactivateFirst': {
    'zh-CN': '{name}已停用。请先恢复，再生成链接。',
    en: '{name} is deactivated. Reactivate the person first, then make a link.',
  },

  'people.deactivate': { 'zh-CN': '停用', en: 'Deactivate' },
  'people.deactivateHint': {
    'zh-CN': '停用后立即退出，不能再登录；此人做过的评定和记录全部保留。可以随时恢复。',
    en: 'The person is signed out at once and cannot sign in any more. Everything they did stays on record. This can be undone.',
  },
  'people.deactivated': { 'zh-CN': '已停用。', en: 'The person has been deactivated.' },
  'people.reactivate': { 'zh-CN': '恢复', en: 'Reactivate' },
  'people.reactivateHint': {
    'zh-CN': '恢复后可以用原来的密码登录。',
    en: 'The person can sign in again with the password they had.',
  },
  'people.reactivated': { 'zh-CN': '已恢复。', en: 'The person has been reactivated.' },
  'people.notYourself': {
    'zh-CN': '不能停用自己。请由另一位管理员操作。',
    en: 'You cannot deactivate yourself. Ask another administrator.',
  },
  'people.notYourselfRole': {
    'zh-CN': '不能取消自己的管理员角色。请由另一位管理员操作。',
    en: 'You cannot take the administrator role from yourself. Ask another administrator.',
  },
  'colleagues.deeds': { 'zh-CN': '操作', en: 'Actions' },
  'colleagues.deactivate': { 'zh-CN': '停用', en: 'Deactivate' },
  'colleagues.reactivate': { 'zh-CN': '重新启用', en: 'Reactivate' },
  'colleagues.deactivated': {
    'zh-CN': '已停用，并已退出所有浏览器；其经办的记录都保留。',
    en: 'Deactivated and signed out everywhere. All they did stays on record.',
  },
  'colleagues.reactivated': {
    'zh-CN': '已重新启用，可用原来的密码登录。',
    en: 'Reactivated. They sign in with the password they had.',
  },
  'colleagues.elsewhereToo': {
    'zh-CN': '此人也为其他企业工作，您不能停用其账户。请联系认证机构取消其在贵单位的职务。',
    en: 'This person works for another company too, so that you cannot deactivate the account. Ask the body to take away their place in yours.',
  },
  'colleagues.title': { 'zh-CN': '同事', en: 'Colleagues' },
  'colleagues.new': { 'zh-CN': '邀请同事', en: 'Invite a colleague' },
  'colleagues.lead': {
    'zh-CN': '贵企业可以登录的人员。有人离职时，请停用其账号；做过的事都留在记录里。',
    en: 'Those of your company who can sign in. When somebody leaves, deactivate the account; what they did stays on record.',
  },
  'colleagues.search': { 'zh-CN': '按姓名或登录名查找', en: 'Search by name or sign-in name' },
  'people.lastAdministrator': {
    'zh-CN': '这是最后一位管理员，必须保留。请先添加另一位管理员。',
    en: 'This is the last administrator and has to stay. Add another administrator first.',
  },
} as const satisfies Catalogue;
