import type { Catalogue } from '../catalogue.ts';

/** The public register of certificates. */
export const registerTexts = {
  'register.downloads': { 'zh-CN': '以上查询结果：', en: 'What was found, as' },
  'register.csv': { 'zh-CN': 'CSV 表格', en: 'CSV' },
  'register.json': { 'zh-CN': 'JSON 数据', en: 'JSON' },
  'register.title': { 'zh-CN': '证书公开查询', en: 'Public register of certificates' },
  'register.lead': {
    'zh-CN': '按编号、名称、等级或地点查询证书的当前状态。',
    en: 'Find a certificate by number, name, grade or place, and see its present status.',
  },
  'register.searchHint': { 'zh-CN': '编号、名称或地址', en: 'Number, name or address' },
  'register.nothing': {
    'zh-CN': '没有符合条件的证书。请检查编号或只输入名称的一部分。',
    en: 'No certificate matches. Check the number, or type only a part of the name.',
  },
  'register.none': { 'zh-CN': '还没有颁发证书。', en: 'No certificate has been issued yet.' },
  'register.more': { 'zh-CN': '只显示前 1000 张，请缩小查询范围。', en: 'Only the first 1,000 are shown; narrow the search.' },
  'register.verify': { 'zh-CN': '核验证书文件', en: 'Check a certificate file' },
  'register.verifyLead': {
    'zh-CN': '上传收到的 PDF 证书，核对它是否与颁发的文件逐字节一致。文件不会被保存。',
    en: 'Upload a PDF that you were given, to learn whether it is byte for byte the one that was issued. The file is not kept.',
  },
  'register.file': { 'zh-CN': 'PDF 文件', en: 'PDF file' },
  'register.check': { 'zh-CN': '核验', en: 'Check file' },
  'register.noFile': { 'zh-CN': '请先选择一个 PDF 文件。', en: 'Choose a PDF file first.' },
  'register.unknownNumber': {
    'zh-CN': '没有这个编号的证书。请核对编号；声称持有该证书的文件可能是伪造的。',
    en: 'There is no certificate with this number. Check the number; a paper that bears it may be forged.',
  },
  'register.tooMany': {
    'zh-CN': '请求过于频繁，请一分钟后再试。',
    en: 'Too many requests from here. Wait a minute and try again.',
  },
  'error.title.too_many': { 'zh-CN': '请求过多', en: 'Too many requests' },
  'register.meaning.valid': {
    'zh-CN': '该组织的证书在有效期内，可以在认证范围内宣传。',
    en: 'The certificate is in force; its holder may refer to it within its scope.',
  },
  'register.meaning.suspended': {
    'zh-CN': '认证机构已暂停该证书。暂停期间不得使用证书和认证标志。',
    en: 'The body has suspended the certificate. Until it is restored it must not be used.',
  },
  'register.meaning.withdrawn': {
    'zh-CN': '认证机构已撤销该证书，不再有效，不得使用。',
    en: 'The body has withdrawn the certificate. It is no longer valid and must not be used.',
  },
  'register.meaning.cancelled': {
    'zh-CN': '应持证组织申请或因其不再需要，证书已注销，不再有效。',
    en: 'The certificate was ended at the wish of its holder. It is no longer valid.',
  },
  'register.meaning.expired': {
    'zh-CN': '证书已过有效期，不再有效。',
    en: 'The term of the certificate has run out. It is no longer valid.',
  },
  'register.meaning.replaced': {
    'zh-CN': '该证书已由新证书替换，请以新证书为准。',
    en: 'Another certificate has taken its place; look at that one.',
  },
  'register.suspendedUntil': { 'zh-CN': '暂停至 {day}。', en: 'Suspended until {day}.' },
  'register.replacedBy': { 'zh-CN': '查看新证书 {number}', en: 'See certificate {number}' },
  'register.embed': { 'zh-CN': '在网站上展示状态', en: 'Show the status on a website' },
  'register.embedLead': {
    'zh-CN': '将下面的代码放入网页，图片始终显示证书的当前状态。',
    en: 'Put this into a page; the picture always shows the present status.',
  },
  'register.verdict.title': { 'zh-CN': '核验结果', en: 'Result of the check' },
  'register.verdict.issued': { 'zh-CN': '真实', en: 'Genuine' },
  'register.verdict.earlier': { 'zh-CN': '真实，但已更新', en: 'Genuine, but superseded' },
  'register.verdict.altered': { 'zh-CN': '已被改动', en: 'Altered' },
  'register.verdict.foreign': { 'zh-CN': '并非本机构颁发', en: 'Not issued here' },
  'register.verdict.no-pdf': { 'zh-CN': '不是 PDF 文件', en: 'No PDF file' },
  'register.verdictMeaning.issued': {
    'zh-CN': '文件与颁发时逐字节一致。请同时查看证书的当前状态。',
    en: 'The file is byte for byte the one that was issued. See below how the certificate stands now.',
  },
  'register.verdictMeaning.earlier': {
    'zh-CN': '文件是颁发过的，但证书内容后来有变更，请索取最新的文件。',
    en: 'The file was issued, but the certificate says something else by now. Ask for the newest file.',
  },
  'register.verdictMeaning.altered': {
    'zh-CN': '文件带有本机构的编号或签名，但内容与颁发的文件不同。请勿采信。',
    en: 'The file bears our number or signature, but its bytes are not those that were issued. Do not rely on it.',
  },
  'register.verdictMeaning.foreign': {
    'zh-CN': '没有颁发过这个文件，其中也没有本机构的签名。',
    en: 'This file was never issued here and bears no signature of ours.',
  },
  'register.verdictMeaning.no-pdf': {
    'zh-CN': '请上传收到的 PDF 证书原件，不要上传照片或扫描件。',
    en: 'Upload the PDF itself that you were given, not a photo or a scan.',
  },
  'register.signature': { 'zh-CN': '电子签名', en: 'Digital signature' },
  'register.signatureHolds': { 'zh-CN': '完好，覆盖整个文件', en: 'holds, and covers the whole file' },
  'register.signatureBroken': { 'zh-CN': '已失效：签署后内容有改动', en: 'broken: the file was changed after signing' },
  'register.signatureNone': { 'zh-CN': '没有签名', en: 'none' },
  'register.nowIs': { 'zh-CN': '证书的当前状态', en: 'How the certificate stands now' },
  'register.back': { 'zh-CN': '返回查询', en: 'Back to the register' },
} as const satisfies Catalogue;
