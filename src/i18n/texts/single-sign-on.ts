import type { Catalogue } from '../catalogue.ts';

/** Signing in by way of another provider. */
export const singleSignOnTexts = {
  'sso.title': { 'zh-CN': '统一登录', en: 'Single sign-on' },
  'sso.signIn': { 'zh-CN': '用{name}登录', en: 'Sign in with {name}' },
  'sso.lead': {
    'zh-CN': '把 {name} 的账户与本账户关联后，可以直接用它登录。',
    en: 'Once your account at {name} is linked with this one, you can sign in with it.',
  },
  'sso.begin': { 'zh-CN': '到 {name} 验证并关联', en: 'Go to {name} and link' },
  'sso.confirm': {
    'zh-CN': '{name} 确认您是“{label}”（{signInName}）。只有这确实是您本人的账户时才关联：今后用它可以登录本账户。',
    en: '{name} says that you are “{label}” ({signInName}). Link it only if that is your own account: whoever has it can sign in here as you.',
  },
  'sso.link': { 'zh-CN': '关联', en: 'Link' },
  'sso.linked': { 'zh-CN': '已关联“{label}”。', en: '“{label}” is linked.' },
  'sso.linkedSince': {
    'zh-CN': '已于 {since} 关联 {name} 的账户“{label}”。',
    en: 'Linked with “{label}” at {name} since {since}.',
  },
  'sso.unlink': { 'zh-CN': '解除关联', en: 'Take the link away' },
  'sso.unlinked': { 'zh-CN': '已解除关联。', en: 'The link is taken away.' },
  'sso.noLink': { 'zh-CN': '没有可以解除的关联。', en: 'There is no link to take away.' },
  'sso.onlyWay': {
    'zh-CN': '您还没有设置密码，解除后将无法登录。请先通过“忘记密码”设置密码。',
    en: 'You have no password, so that you could not sign in any more. Set one first, by way of “Forgotten password”.',
  },
  'sso.linkedAlready': {
    'zh-CN': '您已经关联了账户，或那个账户已经关联到别人。请先解除原来的关联。',
    en: 'You are linked already, or that account is linked with somebody else. Take the earlier link away first.',
  },
  'sso.notLinked': {
    'zh-CN': '这个账户还没有与本系统的账户关联。请先用密码登录，再到“账户与安全”里关联。',
    en: 'This account is not linked with one here. Sign in with your password first, and link it under “Account and security”.',
  },
  'sso.nameTaken': {
    'zh-CN': '本系统已有同名的登录名，不会自动关联。请用密码登录，再到“账户与安全”里关联；忘记密码请联系管理员。',
    en: 'Somebody here has that sign-in name already, and is not linked by the name alone. Sign in with the password and link it under “Account and security”, or ask the administrator.',
  },
  'sso.noRole': {
    'zh-CN': '您所在的组没有对应本系统的角色。请联系管理员。',
    en: 'None of your groups has a role here. Ask the administrator.',
  },
  'sso.inactive': { 'zh-CN': '这个账户已停用。请联系管理员。', en: 'This account is deactivated. Ask the administrator.' },
  'sso.tooLate': {
    'zh-CN': '等待时间过长，或链接已经用过。请重新登录。',
    en: 'This took too long, or was used before. Begin again.',
  },
  'sso.refused': { 'zh-CN': '{name} 没有确认您的身份。请重新登录。', en: '{name} did not confirm who you are. Begin again.' },
  'sso.unreachable': {
    'zh-CN': '连接不上 {name}。请稍后再试，或用密码登录。',
    en: '{name} cannot be reached. Try again later, or use your password.',
  },
} as const satisfies Catalogue;
