import type { Catalogue } from '../catalogue.ts';

/** What stands on the certificate itself. */
export const certificatePaperTexts = {
  'certificates.paper.title': { 'zh-CN': '认证证书', en: 'Certificate' },
  'certificates.number': { 'zh-CN': '证书编号', en: 'Certificate No.' },
  'certificates.paper.certifies': { 'zh-CN': '兹证明', en: 'This is to certify that' },
  'certificates.paper.registration': { 'zh-CN': '统一社会信用代码', en: 'Registration No.' },
  'certificates.paper.meets': { 'zh-CN': '经审核，符合', en: 'was audited and meets' },
  'certificates.paper.version': { 'zh-CN': '版本 {version}', en: 'version {version}' },
  'certificates.scope': { 'zh-CN': '认证范围', en: 'Scope' },
  'certificates.sites': { 'zh-CN': '覆盖场所', en: 'Sites' },
  'certificates.paper.annex': { 'zh-CN': '共 {count} 个场所，见附页', en: '{count} sites, see the following pages' },
  'certificates.paper.scopeApart': { 'zh-CN': '见附页', en: 'see the following pages' },
  'certificates.paper.scopeOf': { 'zh-CN': '证书 {number} 的认证范围', en: 'Scope of certificate {number}' },
  'certificates.paper.sitesOf': { 'zh-CN': '证书 {number} 覆盖的场所', en: 'Sites of certificate {number}' },
  'certificates.issuedOn': { 'zh-CN': '发证日期', en: 'Issued on' },
  'certificates.validUntil': { 'zh-CN': '有效期至', en: 'Valid until' },
  'certificates.paper.scan': { 'zh-CN': '扫码查询证书当前状态', en: 'Scan for its present status' },
  'certificates.paper.qr': { 'zh-CN': '二维码：{address}', en: 'QR code: {address}' },
  'certificates.paper.seal': { 'zh-CN': '（认证机构盖章）', en: '(seal of the body)' },
  'certificates.paper.accreditation': { 'zh-CN': '批准号 {number}', en: 'Approval No. {number}' },
  'certificates.paper.trial': {
    'zh-CN': '本证书以测试密钥签署，仅供演示，不具效力',
    en: 'Signed with a TEST KEY for demonstration, without force',
  },
  'certificates.json': { 'zh-CN': 'JSON 数据', en: 'As JSON' },
  'certificates.hash': { 'zh-CN': '文件摘要（SHA-256）', en: 'Digest of the file (SHA-256)' },
} as const satisfies Catalogue;
