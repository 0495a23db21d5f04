import type { Catalogue } from '../catalogue.ts';

/** Everything of an assessment in one archive. */
export const packageTexts = {
  'packages.title': { 'zh-CN': '证据包', en: 'Evidence package' },
  'packages.intro': {
    'zh-CN':
      '把已签发的文件和全部证据打成一个 ZIP：文件名可读，附清单（含校验值）和离线可看的目录页。打包在后台进行，中断的下载可以续传。',
    en: 'All issued documents and all evidence in one ZIP: readable names, a manifest with hashes, and a page that leads through it offline. It is packed in the background; a download that breaks off can be resumed.',
  },
  'packages.none': { 'zh-CN': '还没有打过包。', en: 'None was packed yet.' },
  'packages.last': { 'zh-CN': '最近的证据包', en: 'Packed last' },
  'packages.made': { 'zh-CN': '打包时间', en: 'Packed' },
  'packages.size': { 'zh-CN': '内容', en: 'Contents' },
  'packages.sizeOf': { 'zh-CN': '{files} 个文件，{size}', en: '{files} files, {size}' },
  'packages.download': { 'zh-CN': '下载 ZIP', en: 'Download ZIP' },
  'packages.language': { 'zh-CN': '目录页和文件夹的语言', en: 'Language of the page and the folders' },
  'packages.open': { 'zh-CN': '打包与下载', en: 'Pack and download' },
  'packages.make': { 'zh-CN': '打包', en: 'Pack' },
  'packages.again': { 'zh-CN': '重新打包', en: 'Pack anew' },
  'packages.gathering': { 'zh-CN': '正在整理文件清单', en: 'Listing the files' },
  'packages.packing': { 'zh-CN': '正在打包：{done} / {whole} MB', en: 'Packing: {done} of {whole} MB' },
  'packages.ready': { 'zh-CN': '{number} 的证据包已打好。', en: 'The evidence package of {number} is ready.' },
  'packages.fileName': { 'zh-CN': '{number} {organization} 证据包', en: '{number} {organization} evidence package' },
  'packages.folder.documents': { 'zh-CN': '文件', en: 'documents' },
  'packages.folder.evidence': { 'zh-CN': '证据', en: 'evidence' },
  'packages.report': { 'zh-CN': '报告（预览）', en: 'report (preview)' },
  'packages.noEvidence': { 'zh-CN': '没有证据。', en: 'There is no evidence.' },
  'packages.checking': {
    'zh-CN': '每个文件的 SHA-256 校验值见 manifest.json，可用任何校验工具核对。',
    en: 'manifest.json has the SHA-256 of every file, to be checked with any tool.',
  },
  'deed.package.asked': { 'zh-CN': '要求打证据包', en: 'asked for an evidence package' },
  'deed.package.made': { 'zh-CN': '打证据包', en: 'packed the evidence' },
} as const satisfies Catalogue;
