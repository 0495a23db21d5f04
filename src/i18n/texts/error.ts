import type { Catalogue } from '../catalogue.ts';

/** Refusals that can come from anywhere, and the pages that show them. */
export const errorTexts = {
  'error.signInFirst': { 'zh-CN': '请先登录。', en: 'Sign in first.' },
  'error.notFound': {
    'zh-CN': '没有找到这个页面。它可能已被移走，或您无权查看。',
    en: 'There is no such page. It may have been moved, or it is not yours to see.',
  },
  'error.forbidden': {
    'zh-CN': '您没有做这件事的权限。如确有需要，请联系管理员。',
    en: 'You may not do this. If you need to, ask your administrator.',
  },
  'error.crossSite': {
    'zh-CN': '此请求不是从本站页面发出的，因此未执行。请打开本站页面后重试。',
    en: 'This request did not come from a page of this site, so nothing was done. Open the page here and try again.',
  },
  'error.checkFields': { 'zh-CN': '请改正下面标出的内容。', en: 'Check the fields marked below.' },
  'error.bodyTooLarge': {
    'zh-CN': '发送的内容过大，未保存。请缩短后重试。',
    en: 'What was sent is too large and was not saved. Shorten it and try again.',
  },
  'error.badRequest': {
    'zh-CN': '请求无法读懂，未执行任何操作。请返回重试。',
    en: 'The request could not be read and nothing was done. Go back and try again.',
  },
  'error.tooMany': {
    'zh-CN': '尝试次数过多。请等待 {minutes} 分钟后再试。',
    en: 'Too many attempts. Wait {minutes} {minutes:minute|minutes} and try again.',
  },
  'error.busy': {
    'zh-CN': '数据库正忙，未能保存。已填写的内容仍在页面上，请稍候再试一次。',
    en: 'The database is busy and nothing was saved. What you typed is still on the page: wait a moment and try again.',
  },
  'error.full': {
    'zh-CN': '服务器的磁盘已满，未能保存。请管理员腾出空间后再试；已填写的内容仍在页面上。',
    en: 'The disk of the server is full and nothing was saved. Ask the administrator to make room; what you typed is still on the page.',
  },
  'error.readOnly': {
    'zh-CN': '数据库目前只读，未能保存。请联系管理员。',
    en: 'The database is read-only at the moment and nothing was saved. Ask the administrator.',
  },
  'error.unreachable': {
    'zh-CN': '暂时连不上数据库。请稍候再试。',
    en: 'The database cannot be reached. Try again in a moment.',
  },
  'error.internal': {
    'zh-CN': '服务器内部出错，已记录。请稍后再试；若仍出错，请把编号告诉管理员。',
    en: 'Something went wrong on the server and has been recorded. Try again; if it stays, give the administrator the number.',
  },
  'error.title.invalid': { 'zh-CN': '无法执行', en: 'This cannot be done' },
  'error.title.unauthenticated': { 'zh-CN': '需要登录', en: 'Sign-in needed' },
  'error.title.forbidden': { 'zh-CN': '没有权限', en: 'Not allowed' },
  'error.title.not_found': { 'zh-CN': '没有这个页面', en: 'No such page' },
  'error.title.conflict': { 'zh-CN': '情况已有变化', en: 'Things have changed' },
  'error.title.too_large': { 'zh-CN': '内容过大', en: 'Too large' },
  'error.title.unavailable': { 'zh-CN': '暂时无法使用', en: 'Not available right now' },
  'error.title.internal': { 'zh-CN': '服务器出错', en: 'Server error' },
  'error.reference': { 'zh-CN': '编号：{reference}', en: 'Reference: {reference}' },
  'error.home': { 'zh-CN': '回到首页', en: 'Go to the home page' },
} as const satisfies Catalogue;
