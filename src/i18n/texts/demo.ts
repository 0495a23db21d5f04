import type { Catalogue } from '../catalogue.ts';

/** What `npm run demo` prints. */
export const demoTexts = {
  'demo.people': {
    'zh-CN': '演示数据已建好。请用下列登录名和密码登录；密码只在此显示一次，数据库中只存散列：',
    en: 'The demonstration is set up. Sign in with these names and passwords; they are shown only now and stored only hashed:',
  },
  'demo.password': { 'zh-CN': '密码', en: 'password' },
  'demo.reports': { 'zh-CN': '已完成评价的报告：', en: 'Reports of the finished assessment:' },
  'demo.kept': {
    'zh-CN':
      '数据库中已有数据，演示数据保持原样。密码在首次运行时显示过；如需新密码，请运行 npx assay user password 登录名，或由管理员在“人员”页面重发设置密码的链接。',
    en: 'The database already holds data, which was kept as it is. The passwords were shown at the first run; for a new one run npx assay user password NAME, or let an administrator make a new link on the page of people.',
  },
} as const satisfies Catalogue;
