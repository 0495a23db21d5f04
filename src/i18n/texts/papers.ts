import type { Catalogue } from '../catalogue.ts';

/** Papers about an assessment: what each is called and is for, and what stands on every one of them. */
export const paperTexts = {
  'paper.audit-report': { 'zh-CN': '售后服务评价报告', en: 'After-sales service assessment report' },
  'paper.audit-report.about': {
    'zh-CN': '完整报告：结论、图示、逐条评定、发现、证据和签署页。',
    en: 'In full: conclusion, charts, every clause, findings, evidence, and the page to sign.',
  },
  'paper.self-report': { 'zh-CN': '售后服务自我评价报告', en: 'After-sales service self-assessment report' },
  'paper.self-report.about': {
    'zh-CN': '企业自评的完整报告：结论、图示、逐条评定和证据。',
    en: 'What the company says of itself, in full: conclusion, charts, every clause, evidence.',
  },
  'paper.documentTitle': { 'zh-CN': '{organization} {paper}', en: '{paper}: {organization}' },
  'paper.part': { 'zh-CN': '中文', en: 'English' },
  'paper.preview': { 'zh-CN': '预览', en: 'Preview' },
  'paper.proof.title': { 'zh-CN': '文件验证', en: 'Verification' },
  'paper.proof.issued': { 'zh-CN': '{day} 由{by}出具', en: 'Issued on {day} by {by}' },
  'paper.proof.how': {
    'zh-CN': '扫描二维码，或打开 {address}，即可确认本文件由本系统出具；在该页上传文件，可确认内容未被改动。验证码：{code}',
    en: 'Scan the code or open {address} to confirm that this document was issued here; upload the file there to confirm that nothing in it was changed. Code: {code}',
  },
  'paper.proof.qr': { 'zh-CN': '二维码，指向 {address}', en: 'QR code that leads to {address}' },
} as const satisfies Catalogue;
