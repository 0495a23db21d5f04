import type { Catalogue } from '../catalogue.ts';

/** Signing in with a key of one's device. */
export const passkeyTexts = {
  'passkeys.title': { 'zh-CN': '通行密钥', en: 'Passkeys' },
  'passkeys.lead': {
    'zh-CN':
      '通行密钥保存在手机、电脑或安全密钥里，用指纹、面容或设备密码登录，不用输入密码，也不会被假网站骗走。它本身就是两步验证。',
    en: 'A passkey stays in your phone, computer or security key. You sign in with a finger, your face or the code of the device, without a password, and no false site can take it. It is two factors by itself.',
  },
  'passkeys.none': { 'zh-CN': '还没有通行密钥。', en: 'There is no passkey yet.' },
  'passkeys.add': { 'zh-CN': '添加通行密钥', en: 'Add a passkey' },
  'passkeys.name': { 'zh-CN': '名称', en: 'Name' },
  'passkeys.nameHint': {
    'zh-CN': '便于日后辨认，例如“办公电脑”。',
    en: 'So that you know it later, for example “office computer”.',
  },
  'passkeys.facts': { 'zh-CN': '添加于 {created}，最近使用：{used}', en: 'Added {created}, last used: {used}' },
  'passkeys.never': { 'zh-CN': '尚未使用', en: 'never' },
  'passkeys.remove': { 'zh-CN': '移除', en: 'Remove' },
  'passkeys.removed': {
    'zh-CN': '已移除通行密钥。设备里的那一份可在设备设置中删除。',
    en: 'The passkey is removed. What is left of it in the device can be deleted in its settings.',
  },
  'passkeys.added': { 'zh-CN': '已添加通行密钥“{name}”。', en: 'The passkey “{name}” is added.' },
  'passkeys.gone': { 'zh-CN': '这个通行密钥已经移除。', en: 'This passkey is removed already.' },
  'passkeys.known': { 'zh-CN': '这台设备的通行密钥已经添加过。', en: 'This passkey was added before.' },
  'passkeys.tooMany': {
    'zh-CN': '每人最多 {most} 个通行密钥，请先移除不用的。',
    en: 'A person has at most {most} passkeys. Remove one that you do not use first.',
  },
  'passkeys.notMade': {
    'zh-CN': '没有添加成功。请确认设备支持通行密钥，然后再试一次。',
    en: 'No passkey was made. Make sure that your device can hold one, and try again.',
  },
  'passkeys.notTaken': {
    'zh-CN': '没有登录成功。请确认这台设备里有本系统的通行密钥，或改用密码登录。',
    en: 'You are not signed in. Make sure that this device holds a passkey of this site, or use your password.',
  },
  'passkeys.tooLate': { 'zh-CN': '等待时间过长，请再试一次。', en: 'This took too long. Try again.' },
  'passkeys.noAnswer': { 'zh-CN': '设备没有应答，请再试一次。', en: 'The device did not answer. Try again.' },
  'passkeys.needsScript': {
    'zh-CN': '通行密钥需要浏览器启用 JavaScript。',
    en: 'Passkeys need JavaScript in the browser.',
  },
  'passkeys.signIn': { 'zh-CN': '用通行密钥登录', en: 'Sign in with a passkey' },
  'passkeys.signInLead': { 'zh-CN': '按下按钮，然后按设备的提示验证。', en: 'Press the button and do what your device asks.' },
  'passkeys.withPassword': { 'zh-CN': '改用密码登录', en: 'Use the password' },
  'passkeys.manage': { 'zh-CN': '管理通行密钥', en: 'Passkeys' },
} as const satisfies Catalogue;
