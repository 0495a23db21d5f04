import type { Catalogue } from '../catalogue.ts';

/** Stamps of an independent authority on issued papers. */
export const timeStampTexts = {
  'timeStamps.title': { 'zh-CN': '可信时间戳', en: 'Time stamp' },
  'timeStamps.by': { 'zh-CN': '{time}，由 {authority} 签发', en: '{time}, by {authority}' },
  'timeStamps.ask': { 'zh-CN': '申请时间戳', en: 'Have it time-stamped' },
  'timeStamps.askFor': { 'zh-CN': '为文件 {code} 申请时间戳', en: 'Have document {code} time-stamped' },
  'timeStamps.task': { 'zh-CN': '为文件 {code} 申请时间戳', en: 'Time stamp for document {code}' },
  'timeStamps.asking': { 'zh-CN': '正在向时间戳服务机构申请', en: 'Asking the time-stamping authority' },
  'timeStamps.ready': {
    'zh-CN': '文件 {code} 已由 {authority} 加盖时间戳。',
    en: 'Document {code} was time-stamped by {authority}.',
  },
  'timeStamps.notConfigured': {
    'zh-CN': '没有配置时间戳服务机构。请管理员设置 ASSAY_TIMESTAMP_URL。',
    en: 'No time-stamping authority is configured. Ask the administrator to set ASSAY_TIMESTAMP_URL.',
  },
  'timeStamps.unreachable': {
    'zh-CN': '联系不上时间戳服务机构（{words}）。稍后会自动再试。',
    en: 'The time-stamping authority cannot be reached ({words}). It will be asked again later.',
  },
  'timeStamps.refused': {
    'zh-CN': '时间戳服务机构拒绝了申请：{words}',
    en: 'The time-stamping authority refused: {words}',
  },
  'timeStamps.unreadable': {
    'zh-CN': '收到的不是时间戳。请检查 ASSAY_TIMESTAMP_URL 或所给的文件。',
    en: 'What came is no time stamp. Check ASSAY_TIMESTAMP_URL, or the file that was given.',
  },
  'timeStamps.otherFile': {
    'zh-CN': '这个时间戳属于另一份文件。',
    en: 'This time stamp belongs to another file.',
  },
  'timeStamps.otherQuestion': {
    'zh-CN': '时间戳服务机构回复的是另一次申请，未予采用。',
    en: 'The time-stamping authority answered another question; its answer was not taken.',
  },
  'timeStamps.notTrusted': {
    'zh-CN': '时间戳的签名无效，或其证书不被信任。请检查受信任的证书（ASSAY_TIMESTAMP_TRUST 或 --trust）。',
    en: 'The signature of the time stamp is not valid, or nobody trusted vouches for its certificate. Check the trusted certificates (ASSAY_TIMESTAMP_TRUST or --trust).',
  },
  'timeStamps.wrongKey': {
    'zh-CN': '签发时间戳的证书不是专用于时间戳的证书。',
    en: 'The certificate behind the time stamp is not one for stamping time alone.',
  },
  'timeStamps.trustNeeded': {
    'zh-CN': '请用 --trust 给出受信任的证书文件（PEM），或设置 ASSAY_TIMESTAMP_TRUST。',
    en: 'Give the file of trusted certificates (PEM) with --trust, or set ASSAY_TIMESTAMP_TRUST.',
  },
  'verify.cliTimeStamp': { 'zh-CN': '文件的时间戳（.tsr）', en: 'its time stamp (.tsr)' },
  'verify.cliTrust': {
    'zh-CN': '为时间戳服务机构担保的证书（PEM）',
    en: 'certificates (PEM) that vouch for the time-stamping authority',
  },
  'doctor.timeAuthority': { 'zh-CN': '时间戳服务机构可用：{authority}', en: 'The time-stamping authority answers: {authority}' },
  'doctor.timeAuthorityAway': {
    'zh-CN': '得不到时间戳：{words}',
    en: 'No time stamp can be had: {words}',
  },
  'doctor.noTimeAuthority': {
    'zh-CN': '没有配置时间戳服务机构，见 ASSAY_TIMESTAMP_URL。',
    en: 'Issued documents get no time stamp of an independent authority; see ASSAY_TIMESTAMP_URL.',
  },
  'deed.document.time-stamped': { 'zh-CN': '为文件加盖时间戳', en: 'had a document time-stamped' },
} as const satisfies Catalogue;
