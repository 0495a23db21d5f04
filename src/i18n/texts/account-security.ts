import type { Catalogue } from '../catalogue.ts';

/** Proving who one is, the second factor, browsers that are signed in, forgotten passwords. */
export const accountSecurityTexts = {
  'accounts.passwordCommon': {
    'zh-CN': '这个密码太常见，很容易被猜到。请换一个，例如用几个不相干的词组成一句话。',
    en: 'This password is among the first that are guessed. Choose another, such as a sentence of unrelated words.',
  },
  'accounts.passwordOwnName': {
    'zh-CN': '密码里主要是您的姓名、登录名或本系统的名称，很容易被猜到。请换一个。',
    en: 'This password is little more than your name, your sign-in name or the name of this product. Choose another.',
  },
  'proofs.tooMany': {
    'zh-CN': '从这里尝试的次数过多。请等待 {minutes} 分钟后再试；从您常用的浏览器登录不受影响。',
    en: 'Too many attempts from here. Wait {minutes} {minutes:minute|minutes} and try again; a browser that you have signed in with before is not affected.',
  },
  'proofs.second': { 'zh-CN': '第二步验证', en: 'Second step' },
  'proofs.secondLead': {
    'zh-CN': '密码正确。请输入验证器应用里的六位数字，或一个恢复码。',
    en: 'The password is right. Enter the six digits of your authenticator app, or a recovery code.',
  },
  'proofs.secondTooLate': {
    'zh-CN': '等待时间过长，请重新登录。',
    en: 'This took too long. Sign in again.',
  },
  'proofs.code': { 'zh-CN': '验证码', en: 'Code' },
  'proofs.codeHint': {
    'zh-CN': '六位数字，或形如 abcd-efgh-jkmn-pqrs 的恢复码。',
    en: 'Six digits, or a recovery code such as abcd-efgh-jkmn-pqrs.',
  },
  'proofs.wrongCode': {
    'zh-CN': '验证码不对，或已经用过。请等应用显示下一个再输入；若一直不对，请检查手机的时间。',
    en: 'The code is wrong or has been used. Wait for the next one; if none is taken, check the clock of your phone.',
  },
  'proofs.again': { 'zh-CN': '请再次确认身份', en: 'Confirm that it is you' },
  'proofs.lead': {
    'zh-CN': '{name}，接下来的操作比较重要，请再次确认身份。已填写的内容都会保留。',
    en: '{name}, what comes next is important, so confirm that it is you. Nothing that you typed is lost.',
  },
  'proofs.orCode': { 'zh-CN': '或验证码', en: 'Or a code' },
  'proofs.goOn': { 'zh-CN': '确认并继续', en: 'Confirm and go on' },

  'security.title': { 'zh-CN': '账户与安全', en: 'Account and security' },
  'security.factor': { 'zh-CN': '两步验证', en: 'Second factor' },
  'security.factorIsOn': { 'zh-CN': '已启用', en: 'On' },
  'security.factorIsOff': { 'zh-CN': '未启用', en: 'Off' },
  'security.factorLead': {
    'zh-CN': '登录时除密码外，再输入验证器应用里的数字。别人即使知道密码也无法登录。',
    en: 'Signing in then takes a code of an authenticator app besides the password, so that nobody gets in with the password alone.',
  },
  'security.factorSince': { 'zh-CN': '{date} 起启用。', en: 'On since {date}.' },
  'security.factorAdd': { 'zh-CN': '启用两步验证', en: 'Set up a second factor' },
  'security.factorConfirm': { 'zh-CN': '启用', en: 'Turn it on' },
  'security.factorRemove': { 'zh-CN': '停用两步验证', en: 'Turn it off' },
  'security.factorRemoved': { 'zh-CN': '两步验证已停用。', en: 'The second factor is off.' },
  'security.factorOn': { 'zh-CN': '两步验证已生效。', en: 'The second factor is on.' },
  'security.factorThere': {
    'zh-CN': '两步验证已经启用。如需更换手机，请先停用。',
    en: 'There is a second factor already. To change the phone, turn it off first.',
  },
  'security.noFactor': { 'zh-CN': '尚未启用两步验证。', en: 'There is no second factor.' },
  'security.beginAgain': {
    'zh-CN': '这个二维码已失效。请重新打开“启用两步验证”。',
    en: 'This QR code is no longer good. Open “Set up a second factor” again.',
  },
  'security.factorDemanded': {
    'zh-CN': '本机构要求启用两步验证后才能继续使用。',
    en: 'This body demands a second factor before you can go on.',
  },
  'security.stepScan': {
    'zh-CN': '用手机上的验证器应用扫描二维码。',
    en: 'Scan this QR code with the authenticator app on your phone.',
  },
  'security.picture': { 'zh-CN': '二维码，内容即下面的密钥', en: 'QR code that holds the key below' },
  'security.orType': {
    'zh-CN': '无法扫描时，在应用中手动输入这个密钥：',
    en: 'If you cannot scan it, type this key into the app:',
  },
  'security.stepCode': { 'zh-CN': '输入应用显示的六位数字。', en: 'Enter the six digits that the app shows.' },
  'security.firstCode': { 'zh-CN': '六位数字', en: 'Six digits' },
  'security.wrongFirstCode': {
    'zh-CN': '数字不对。请输入应用现在显示的六位数字，并检查手机的时间是否准确。',
    en: 'These digits are not right. Enter those that the app shows now, and check the clock of your phone.',
  },
  'security.codes': { 'zh-CN': '恢复码', en: 'Recovery codes' },
  'security.codesLead': {
    'zh-CN': '手机丢失时，用恢复码代替六位数字登录。每个只能用一次。',
    en: 'If you lose the phone, sign in with one of these instead of the six digits. Each works once.',
  },
  'security.codesKeep': {
    'zh-CN': '恢复码只显示这一次。请打印出来，或存入密码管理器。',
    en: 'They are shown only now. Print them, or keep them in a password manager.',
  },
  'security.codesKept': { 'zh-CN': '已保存好', en: 'I have kept them' },
  'security.codesLeft': { 'zh-CN': '剩余恢复码：{count} 个。', en: '{count} recovery {count:code|codes} left.' },
  'security.codesRenew': { 'zh-CN': '重新生成恢复码', en: 'New recovery codes' },
  'security.sessions': { 'zh-CN': '已登录的设备', en: 'Where you are signed in' },
  'security.sessionsLead': {
    'zh-CN': '有不认识的，请将其退出并修改密码。',
    en: 'If you do not know one of these, sign it out and change your password.',
  },
  'security.thisSession': { 'zh-CN': '本设备', en: 'This one' },
  'security.sessionFacts': {
    'zh-CN': '地址 {address}，最近使用 {seen}，登录于 {begun}',
    en: 'from {address}, last used {seen}, signed in {begun}',
  },
  'security.endOne': { 'zh-CN': '退出', en: 'Sign out' },
  'security.endOthers': { 'zh-CN': '退出其他所有设备', en: 'Sign out everywhere else' },
  'security.oneOut': { 'zh-CN': '该设备已退出。', en: 'That browser is signed out.' },
  'security.othersOut': { 'zh-CN': '其他设备已全部退出。', en: 'All other browsers are signed out.' },
  'security.sessionOver': { 'zh-CN': '该设备已经退出。', en: 'That browser is signed out already.' },

  'reset.title': { 'zh-CN': '忘记密码', en: 'Forgotten password' },
  'reset.link': { 'zh-CN': '忘记密码？', en: 'Forgot your password?' },
  'reset.lead': {
    'zh-CN': '输入登录名，我们把设置新密码的链接发到为您登记的邮箱。',
    en: 'Give your sign-in name; a link to set a new password goes to the e-mail address on record for you.',
  },
  'reset.send': { 'zh-CN': '发送链接', en: 'Send the link' },
  'reset.done': {
    'zh-CN': '如果有这个登录名，并且登记了邮箱，链接很快就会送到，{hours} 小时内有效。',
    en: 'If there is such a name with an e-mail address on record, a link is on its way. It works within {hours} {hours:hour|hours}.',
  },
  'reset.doneElse': {
    'zh-CN': '没有收到？请查看垃圾邮件；也可以请管理员给您一个链接。',
    en: 'Nothing arrived? Look among unwanted mail, or ask your administrator for a link.',
  },
  'reset.noMail': {
    'zh-CN': '本站不发邮件。请向管理员要一个设置密码的链接。',
    en: 'This site sends no mail. Ask your administrator for a link to set a password.',
  },
  'reset.back': { 'zh-CN': '返回登录', en: 'Back to sign-in' },
  'reset.subject': { 'zh-CN': '设置新密码', en: 'Set a new password' },
  'reset.inviteSubject': { 'zh-CN': '邀请您使用', en: 'You are invited' },
  'reset.hello': { 'zh-CN': '{name}，您好：', en: 'Hello {name},' },
  'reset.asked': {
    'zh-CN': '有人请求为登录名 {signInName} 设置新密码。请打开下面的链接：',
    en: 'somebody asked to set a new password for the sign-in name {signInName}. Open this link:',
  },
  'reset.invited': {
    'zh-CN': '您已被添加到衡准，登录名是 {signInName}。请打开下面的链接设置密码：',
    en: 'you have been added to Assay with the sign-in name {signInName}. Open this link to set your password:',
  },
  'reset.limit': {
    'zh-CN': '链接只能使用一次，{hours} 小时内有效。',
    en: 'It works once, within {hours} {hours:hour|hours}.',
  },
  'reset.inviteLimit': { 'zh-CN': '链接只能使用一次，{days} 天内有效。', en: 'It works once, within {days} days.' },
  'reset.clears': {
    'zh-CN': '设置新密码后，所有设备退出登录，通行密钥、接口令牌和统一登录关联一并移除，须重新添加；两步验证保留。',
    en: 'With the new password every browser is signed out, and passkeys, API tokens and links with single sign-on are removed: add them again. The second factor stays.',
  },
  'reset.notice': {
    'zh-CN':
      '您的密码已通过链接重新设置，所有设备已退出；移除了 {passkeys} 个通行密钥、{tokens} 个接口令牌、{identities} 个统一登录关联。如果不是您本人，请立即联系管理员。',
    en: 'Your password was set anew by a link and every browser was signed out; {passkeys} {passkeys:passkey|passkeys}, {tokens} API {tokens:token|tokens} and {identities} {identities:link|links} with single sign-on were removed. If that was not you, tell the administrator at once.',
  },
  'people.factorResetNotice': {
    'zh-CN':
      '管理员重置了您的两步验证；通行密钥、接口令牌和统一登录关联也已移除。请重新设置。如果不是您提出的，请立即联系管理员。',
    en: 'The administrator reset your second factor; passkeys, API tokens and links with single sign-on were removed as well. Set them up anew. If you did not ask for it, tell the administrator at once.',
  },
  'reset.notYou': {
    'zh-CN': '如果不是您本人请求的，不必理会：密码没有改变。',
    en: 'If it was not you, do nothing: your password has not changed.',
  },

  'people.mailed': {
    'zh-CN': '另有一封带链接的邀请邮件将发到 {email}。',
    en: 'A letter with a link of its own is on its way to {email}, too.',
  },
  'people.factorReset': { 'zh-CN': '重置两步验证', en: 'Reset the second factor' },
  'people.factorResetHint': {
    'zh-CN':
      '手机和恢复码都丢失时使用。请先确认是本人提出的。此人会立即退出，通行密钥、接口令牌和统一登录关联一并移除，之后只凭密码登录。',
    en: 'For somebody who lost both phone and recovery codes; make sure that it is really them. They are signed out, passkeys, API tokens and links with single sign-on go as well, and they then sign in with the password alone.',
  },
  'people.factorResetDone': { 'zh-CN': '两步验证已重置。', en: 'The second factor has been reset.' },

  'deed.account.proved-again': { 'zh-CN': '再次确认身份', en: 'confirmed who they are' },
  'deed.account.recovery-code-used': { 'zh-CN': '使用了恢复码', en: 'used a recovery code' },
  'deed.account.second-factor-added': { 'zh-CN': '启用两步验证', en: 'set up a second factor' },
  'deed.account.second-factor-removed': { 'zh-CN': '停用两步验证', en: 'removed their second factor' },
  'deed.account.second-factor-reset': { 'zh-CN': '重置他人的两步验证', en: "reset somebody's second factor" },
  'deed.account.recovery-codes-renewed': { 'zh-CN': '重新生成恢复码', en: 'made new recovery codes' },
  'deed.account.session-ended': { 'zh-CN': '退出一台设备', en: 'signed another browser out' },
  'deed.account.sessions-ended': { 'zh-CN': '退出其他所有设备', en: 'signed out everywhere else' },
  'deed.account.reset-mailed': { 'zh-CN': '寄出设置新密码的链接', en: 'mailed a link to set a new password' },
  'deed.account.invited-by-mail': { 'zh-CN': '寄出邀请', en: 'mailed an invitation' },
} as const satisfies Catalogue;
