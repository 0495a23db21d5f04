import type { Catalogue } from '../catalogue.ts';

const allowedZh =
  '可以提交：图片（PNG、JPEG、WebP、GIF、HEIC、TIFF）、PDF、Word、Excel、PowerPoint、OpenDocument、ZIP、文本、CSV、邮件（EML）、录音和录像。';
const allowedEn =
  'Accepted are pictures (PNG, JPEG, WebP, GIF, HEIC, TIFF), PDF, Word, Excel, PowerPoint, OpenDocument, ZIP, text, CSV, mail (EML), sound and video.';

/** Handing in, listing, changing and removing evidence; its life has `evidence-life.ts`. */
export const evidenceTexts = {
  'evidence.title': { 'zh-CN': '证据', en: 'Evidence' },
  'evidence.reference': { 'zh-CN': '编号', en: 'Reference' },
  'evidence.kind': { 'zh-CN': '类别', en: 'Kind' },
  'evidence.anyKind': { 'zh-CN': '全部类别', en: 'Any kind' },
  'evidence.kindByFile': { 'zh-CN': '按文件内容确定', en: 'As the file says' },
  'evidence.name': { 'zh-CN': '名称', en: 'Title' },
  'evidence.nameHint': {
    'zh-CN': '留空则用文件名；一次提交多个文件时自动加序号。',
    en: 'Left empty, the file name is used. Several files at once are numbered.',
  },
  'evidence.ownDate': { 'zh-CN': '证据日期', en: 'Date of the evidence' },
  'evidence.ownDateHint': { 'zh-CN': '证据本身形成的日期，不是上传日期。', en: 'When it came about, not when it was uploaded.' },
  'evidence.note': { 'zh-CN': '说明', en: 'Note' },
  'evidence.noteHint': {
    'zh-CN': '例如访谈对象、观察地点、抽样范围。',
    en: 'For example who was interviewed, where it was seen, how it was sampled.',
  },
  'evidence.link': { 'zh-CN': '链接', en: 'Link' },
  'evidence.linkHint': {
    'zh-CN': '以 http:// 或 https:// 开头的网址。',
    en: 'A web address that begins with http:// or https://.',
  },
  'evidence.clauses': { 'zh-CN': '条款', en: 'Clauses' },
  'evidence.clausesChosen': { 'zh-CN': '关联条款（已选 {count} 个）', en: 'Clauses ({count} chosen)' },
  'evidence.findClause': { 'zh-CN': '按编号或标题查找条款', en: 'Search clauses by number or title' },
  'evidence.noClauses': { 'zh-CN': '未关联条款', en: 'No clause' },
  'evidence.file': { 'zh-CN': '文件', en: 'File' },
  'evidence.files': { 'zh-CN': '选择文件', en: 'Choose files' },
  'evidence.filesHint': {
    'zh-CN': '一次最多 {most} 个，每个不超过 {limit}。访谈、观察、走访和链接可以没有文件。',
    en: 'At most {most} at once, each up to {limit}. Interviews, observations, visits and links need none.',
  },
  'evidence.filesHintShort': { 'zh-CN': '一次最多 {most} 个文件。', en: 'At most {most} files at once.' },
  'evidence.dropHere': { 'zh-CN': '也可以把文件拖到这里。', en: 'Files can also be dropped here.' },
  'evidence.takePicture': { 'zh-CN': '拍照', en: 'Take a picture' },
  'evidence.size': { 'zh-CN': '大小', en: 'Size' },
  'evidence.sha256': { 'zh-CN': 'SHA-256', en: 'SHA-256' },
  'evidence.mediaType': { 'zh-CN': '内容类型', en: 'Type of content' },
  'evidence.addedBy': { 'zh-CN': '提交', en: 'Handed in' },
  'evidence.addedByOn': { 'zh-CN': '{name} 于 {time} 提交', en: 'Handed in by {name}, {time}' },
  'evidence.add': { 'zh-CN': '添加证据', en: 'Add evidence' },
  'evidence.addDo': { 'zh-CN': '提交证据', en: 'Hand in evidence' },
  'evidence.withoutFile': { 'zh-CN': '说明、链接、访谈或观察', en: 'Details, or a link, interview or observation' },
  'evidence.searchLabel': { 'zh-CN': '按名称、说明、文件名或编号查找', en: 'Search by title, note, file name or reference' },
  'evidence.none': {
    'zh-CN': '这里会列出本次评价的证据：文件、照片、录音、链接、访谈和观察。',
    en: 'The evidence of this assessment is listed here: files, photos, recordings, links, interviews and observations.',
  },
  'evidence.noneAdd': {
    'zh-CN': '还没有证据。请在上方添加第一份，并关联到它支持的条款。',
    en: 'There is no evidence yet. Add the first piece above and link it to the clauses that it supports.',
  },
  'evidence.noneForClause': { 'zh-CN': '此条款还没有证据。', en: 'No evidence for this clause yet.' },
  'evidence.expected': { 'zh-CN': '应有的证据', en: 'Evidence expected' },
  'evidence.expectedPresent': { 'zh-CN': '已有', en: 'there' },
  'evidence.expectedMissing': { 'zh-CN': '尚缺', en: 'not there yet' },
  'evidence.expectedRequired': { 'zh-CN': '必需，尚缺', en: 'required, not there yet' },
  'evidence.download': { 'zh-CN': '下载', en: 'Download' },
  'evidence.downloadFile': { 'zh-CN': '下载文件：{name}', en: 'Download file: {name}' },
  'evidence.openPicture': { 'zh-CN': '打开图片：{name}', en: 'Open picture: {name}' },
  'evidence.change': { 'zh-CN': '修改', en: 'Change' },
  'evidence.remove': { 'zh-CN': '移除证据', en: 'Remove evidence' },
  'evidence.removeHint': {
    'zh-CN': '移除后不再出现在本次评价中，也不再支持任何条款。操作会留痕。',
    en: 'It leaves this assessment and no longer supports any clause. The removal is recorded.',
  },
  'evidence.added': {
    'zh-CN': '已提交 {count} 份证据：{references}。',
    en: '{count} {count:piece|pieces} of evidence handed in: {references}.',
  },
  'evidence.saved': { 'zh-CN': '证据已保存。', en: 'The evidence is saved.' },
  'evidence.removed': { 'zh-CN': '已移除证据 {reference}。', en: 'Evidence {reference} is removed.' },
  'evidence.chooseAgain': {
    'zh-CN': '请重新选择文件；其余填写的内容已保留。',
    en: 'Choose the files again; what you typed is still here.',
  },
  'evidence.nothingGiven': {
    'zh-CN': '请选择文件；没有文件时，请填写链接，或选择访谈、现场观察或走访。',
    en: 'Choose a file. Without one, give a link or choose interview, observation or visit.',
  },
  'evidence.fileMissingFor': {
    'zh-CN': '这类证据需要文件或链接。没有时，请改选访谈、现场观察或走访。',
    en: 'Evidence of this kind needs a file or a link. Without either, choose interview, observation or visit.',
  },
  'evidence.linkMissing': { 'zh-CN': '请填写链接的网址。', en: 'Give the web address of the link.' },
  'evidence.badLink': {
    'zh-CN': '请填写以 http:// 或 https:// 开头的完整网址。',
    en: 'Give a whole web address that begins with http:// or https://.',
  },
  'evidence.unknownClause': {
    'zh-CN': '所选条款不在本次评价的准则中，请重新选择。',
    en: 'A chosen clause is not rated in the criteria of this assessment. Choose again.',
  },
  'evidence.tooManyFiles': {
    'zh-CN': '一次最多提交 {most} 个文件，请分几次提交。',
    en: 'At most {most} files can be handed in at once. Do it in several turns.',
  },
  'evidence.tooLarge': {
    'zh-CN': '“{name}”超过了每个文件 {limit} 的上限，未保存。请压缩或拆分后再提交。',
    en: '“{name}” is larger than the limit of {limit} a file and was not saved. Compress or split it and try again.',
  },
  'evidence.diskFull': {
    'zh-CN': '服务器的磁盘已满，“{name}”未能保存。请管理员腾出空间后再试。',
    en: 'The disk of the server is full and “{name}” was not saved. Ask the administrator to make room and try again.',
  },
  'evidence.bytesMissing': {
    'zh-CN': '文件“{name}”已登记，但在服务器的存储中找不到。请管理员从备份恢复。',
    en: 'The file “{name}” is on record but missing from the storage of the server. Ask the administrator to restore it from a backup.',
  },
  'evidence.refusedEmpty': {
    'zh-CN': '“{name}”是空文件，未保存。请检查后重新选择。',
    en: '“{name}” is empty and was not saved. Check the file and choose it again.',
  },
  'evidence.refusedProgram': {
    'zh-CN': `“{name}”看来是可执行程序，未保存。${allowedZh}`,
    en: `“{name}” seems to be a program and was not saved. ${allowedEn}`,
  },
  'evidence.refusedMacro': {
    'zh-CN': `“{name}”看来是带宏的办公文档，未保存。请另存为不带宏的格式。${allowedZh}`,
    en: `“{name}” seems to be an office document with macros and was not saved. Save it without macros. ${allowedEn}`,
  },
  'evidence.refusedName': {
    'zh-CN': `“{name}”的扩展名 {extension} 属于会被运行的文件，未保存。请改名后再提交。${allowedZh}`,
    en: `“{name}” has the ending {extension} of files that are run when opened, and was not saved. Rename it. ${allowedEn}`,
  },
  'evidence.refusedWeb': {
    'zh-CN': `“{name}”看来是网页（HTML），未保存。请改存为 PDF。${allowedZh}`,
    en: `“{name}” seems to be a web page (HTML) and was not saved. Save it as PDF. ${allowedEn}`,
  },
  'evidence.refusedDrawing': {
    'zh-CN': `“{name}”看来是 SVG 图形，未保存。请改存为 PNG 或 PDF。${allowedZh}`,
    en: `“{name}” seems to be an SVG drawing and was not saved. Save it as PNG or PDF. ${allowedEn}`,
  },
  'evidence.refusedMarkup': {
    'zh-CN': `“{name}”看来是 XML，未保存。${allowedZh}`,
    en: `“{name}” seems to be XML and was not saved. ${allowedEn}`,
  },
  'evidence.refusedScript': {
    'zh-CN': `“{name}”看来是脚本，未保存。${allowedZh}`,
    en: `“{name}” seems to be a script and was not saved. ${allowedEn}`,
  },
  'evidence.refusedOther': {
    'zh-CN': `“{name}”看来是 {extension} 文件，这种类型不能提交。${allowedZh}`,
    en: `“{name}” seems to be {extension}, which is not accepted. ${allowedEn}`,
  },
  'evidence.refusedUnknown': {
    'zh-CN': `“{name}”的内容无法识别，未保存。${allowedZh}`,
    en: `The content of “{name}” is not recognized and it was not saved. ${allowedEn}`,
  },
  'evidence.waiting': { 'zh-CN': '等待上传', en: 'Waiting' },
  'evidence.uploading': { 'zh-CN': '已上传 [percent]%', en: '[percent]% uploaded' },
  'evidence.storing': { 'zh-CN': '正在保存', en: 'Saving' },
  'evidence.stored': { 'zh-CN': '已保存', en: 'Saved' },
  'evidence.failed': { 'zh-CN': '未能上传', en: 'Not uploaded' },
  'evidence.connectionLost': {
    'zh-CN': '连接中断，文件未保存。请检查网络后重试。',
    en: 'The connection broke off and the file was not saved. Check the network and try again.',
  },
  'evidence.retry': { 'zh-CN': '重试', en: 'Try again' },
  'evidence.retryFile': { 'zh-CN': '重试：[name]', en: 'Try again: [name]' },
  'evidence.dismiss': { 'zh-CN': '不再显示', en: 'Dismiss' },
  'evidence.uploadDone': {
    'zh-CN': '上传结束：已保存 [done] 个，失败 [failed] 个。',
    en: 'Upload ended: [done] saved, [failed] failed.',
  },
  'evidence.tooLargeHere': {
    'zh-CN': '超过了每个文件 {limit} 的上限，未上传。请压缩或拆分后再提交。',
    en: 'Larger than the limit of {limit} a file, so not uploaded. Compress or split it and try again.',
  },
  'evidenceKind.record': { 'zh-CN': '记录', en: 'Record' },
  'evidenceKind.document': { 'zh-CN': '文件', en: 'Document' },
  'evidenceKind.photo': { 'zh-CN': '照片', en: 'Photo' },
  'evidenceKind.recording': { 'zh-CN': '录音录像', en: 'Recording' },
  'evidenceKind.certificate': { 'zh-CN': '证书', en: 'Certificate' },
  'evidenceKind.data': { 'zh-CN': '数据', en: 'Data' },
  'evidenceKind.interview': { 'zh-CN': '访谈', en: 'Interview' },
  'evidenceKind.observation': { 'zh-CN': '现场观察', en: 'Observation' },
  'evidenceKind.visit': { 'zh-CN': '走访', en: 'Visit' },
  'evidenceKind.link': { 'zh-CN': '链接', en: 'Link' },
} as const satisfies Catalogue;
