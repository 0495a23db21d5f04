import type { Catalogue } from '../catalogue.ts';

/** How the body's papers look. */
export const brandTexts = {
  'brand.title': { 'zh-CN': '文件样式', en: 'Look of documents' },
  'brand.lead': {
    'zh-CN': '从现在起的报告和文件都用这里的徽标、颜色和文字。已出具的文件不变，出具时的样式随文件保存。',
    en: 'Reports and documents bear the logo, colour and texts set here from now on. What was issued stays as it is, and its look is kept with it.',
  },
  'brand.body': { 'zh-CN': '文件上的机构：{name}。', en: 'The body on documents: {name}.' },
  'brand.noBody': { 'zh-CN': '还没有填写机构名称和地址。', en: 'Name and address of the body were not entered yet.' },
  'brand.look': { 'zh-CN': '徽标和颜色', en: 'Logo and colour' },
  'brand.logo': { 'zh-CN': '徽标', en: 'Logo' },
  'brand.logoHint': {
    'zh-CN': 'PNG、JPEG 或 SVG，不超过 2 MB。透明部分按白色处理。',
    en: 'PNG, JPEG or SVG, 2 MB at most. What is transparent becomes white.',
  },
  'brand.logo.kind': {
    'zh-CN': '这不是 PNG、JPEG 或 SVG 图片，请另选一个文件。',
    en: 'This is no PNG, JPEG or SVG picture. Choose another file.',
  },
  'brand.logo.active': {
    'zh-CN': '这个 SVG 含有脚本或引用了外部内容，不能使用。请导出为纯图形的 SVG，或改用 PNG。',
    en: 'This SVG contains scripts or refers to something outside. Export it as plain shapes, or use a PNG.',
  },
  'brand.logo.broken': {
    'zh-CN': '图片无法读取，可能已损坏或过大。请另选一个文件。',
    en: 'The picture cannot be read; it is damaged or far too large. Choose another file.',
  },
  'brand.keptLogo': { 'zh-CN': '现在的徽标', en: 'The logo at present' },
  'brand.removeLogo': { 'zh-CN': '去掉徽标', en: 'Remove the logo' },
  'brand.colour': { 'zh-CN': '颜色', en: 'Colour' },
  'brand.colourHint': { 'zh-CN': '六位十六进制，例如 #1F4E79', en: 'Six hexadecimal digits, such as #1F4E79' },
  'brand.colourForm': { 'zh-CN': '请写成 #1F4E79 这样的颜色。', en: 'Write a colour such as #1F4E79.' },
  'brand.colourPale': {
    'zh-CN': '这个颜色在白纸上看不清，请选深一些的（对比度至少 4.5 : 1）。',
    en: 'This colour is too pale on white paper. Choose a darker one (a contrast of 4.5 : 1 at least).',
  },
  'brand.smallPrint': { 'zh-CN': '密级和声明', en: 'Confidentiality and disclaimer' },
  'brand.confidentialityZh': { 'zh-CN': '密级（中文，印在每页页脚）', en: 'Confidentiality in Chinese (in every footer)' },
  'brand.confidentialityEn': { 'zh-CN': '密级（英文）', en: 'Confidentiality in English' },
  'brand.disclaimerZh': { 'zh-CN': '声明（中文）', en: 'Disclaimer in Chinese' },
  'brand.disclaimerEn': { 'zh-CN': '声明（英文）', en: 'Disclaimer in English' },
  'brand.signature': { 'zh-CN': '机构签署', en: 'Signature of the body' },
  'brand.signatory': { 'zh-CN': '签署人', en: 'Who signs' },
  'brand.positionZh': { 'zh-CN': '职务（中文）', en: 'Position in Chinese' },
  'brand.positionEn': { 'zh-CN': '职务（英文）', en: 'Position in English' },
  'brand.position': { 'zh-CN': '职务', en: 'Position' },
  'brand.signed': { 'zh-CN': '{body} 签署', en: 'Signed for {body}' },
  'brand.chapters': { 'zh-CN': '自有章节', en: 'Chapters of your own' },
  'brand.chaptersHint': {
    'zh-CN': '完整报告中加在正文之前或之后，用 Markdown 书写；第一个标题作为章名。其中的 HTML 按原样印成文字。',
    en: 'Put before or after the text of full reports, in Markdown; the first heading becomes the title. HTML in it is printed as the text that it is.',
  },
  'brand.beforeZh': { 'zh-CN': '正文之前（中文）', en: 'Before, in Chinese' },
  'brand.beforeEn': { 'zh-CN': '正文之前（英文）', en: 'Before, in English' },
  'brand.afterZh': { 'zh-CN': '正文之后（中文）', en: 'After, in Chinese' },
  'brand.afterEn': { 'zh-CN': '正文之后（英文）', en: 'After, in English' },
  'brand.ownChapter': { 'zh-CN': '说明', en: 'Notes' },
  'brand.noChapters': { 'zh-CN': '没有自有章节。', en: 'There are no chapters of your own.' },
  'brand.preview': { 'zh-CN': '预览（不保存）', en: 'Preview (saves nothing)' },
  'brand.sample': { 'zh-CN': '样张', en: 'Sample' },
  'brand.saved': { 'zh-CN': '样式已保存，从现在起使用。', en: 'Saved. Documents look like this from now on.' },
  'brand.changedMeanwhile': {
    'zh-CN': '样式已被他人修改，请重新打开后再改。',
    en: 'Somebody else changed the look meanwhile. Open the page again and repeat your change.',
  },
  'deed.brand.changed': { 'zh-CN': '修改文件样式', en: 'changed the look of documents' },
} as const satisfies Catalogue;
