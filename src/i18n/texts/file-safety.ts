import type { Catalogue } from '../catalogue.ts';

/** What is found inside files that are handed in, and what is done about it. */
export const fileSafetyTexts = {
  'evidence.keepDetails': {
    'zh-CN': '保留照片的拍摄地点、时间和设备信息',
    en: 'Keep place, time and camera details of pictures',
  },
  'evidence.keepDetailsHint': {
    'zh-CN': '不勾选则在保存前删除，图像本身不变。只有拍摄地点或时间本身是证据时才需要保留。视频和录音里的这些信息不会删除。',
    en: 'Left out, they are removed before the picture is saved; what it shows stays. Keep them only where place or time is the evidence. Videos and recordings keep theirs.',
  },
  'evidence.refusedBomb': {
    'zh-CN': '“{name}”解压后会过大，或层层嵌套、内含文件过多，未保存。请只放入需要的文件后重新压缩。',
    en: '“{name}” would unpack to far too much, or holds too many files or archives within archives, and was not saved. Pack only what is needed.',
  },
  'evidence.refusedPixels': {
    'zh-CN': '“{name}”的像素超过 {most} 百万，未保存。请缩小图片后再提交。',
    en: '“{name}” has more than {most} million pixels and was not saved. Make the picture smaller.',
  },
  'evidence.refusedDamaged': {
    'zh-CN': '“{name}”已损坏，无法打开，未保存。请从原件重新导出后再提交。',
    en: '“{name}” is damaged and cannot be opened, so it was not saved. Export it from its source again.',
  },
  'evidence.refusedDetails': {
    'zh-CN': '“{name}”带有拍摄地点或设备信息，这种格式无法删除这些信息，未保存。请转换为 JPEG，或在表单中勾选保留后再提交。',
    en: '“{name}” carries details of place or camera that cannot be removed from its format, and was not saved. Turn it into a JPEG, or choose in the form to keep them.',
  },
  'evidence.encrypted': { 'zh-CN': '已加密', en: 'encrypted' },
  'evidence.encryptedHint': {
    'zh-CN': '文件全部或部分加密，可能需要密码才能打开；系统无法查看其内容。',
    en: 'The file, or a part of it, is encrypted and may need a password. Nothing in it could be checked.',
  },
  'evidence.held.scanning': { 'zh-CN': '病毒检查中', en: 'being scanned' },
  'evidence.held.quarantined': { 'zh-CN': '已隔离', en: 'quarantined' },
  'evidence.scanning': {
    'zh-CN': '“{name}”正在做病毒检查，检查完之前不能下载。请稍后再试。',
    en: '“{name}” is being scanned for viruses and cannot be downloaded before that is done. Try again in a moment.',
  },
  'evidence.quarantined': {
    'zh-CN': '病毒检查在“{name}”中发现问题，文件已隔离，不能下载。请向提交人索取没有问题的文件。',
    en: 'The virus scanner found something in “{name}”. It is quarantined and cannot be downloaded. Ask whoever handed it in for a sound one.',
  },
  'files.cli': { 'zh-CN': '证据文件的存储', en: 'How evidence files are stored' },
  'files.cliReencrypt': {
    'zh-CN': '用 ASSAY_FILES_KEY_FILE 的第一把密钥重新加密全部文件',
    en: 'encrypt every file with the first key of ASSAY_FILES_KEY_FILE',
  },
  'files.cliPlain': { 'zh-CN': '改为不加密存储', en: 'write all of them plain instead' },
  'files.noKey': {
    'zh-CN': '没有配置密钥。请把 ASSAY_FILES_KEY_FILE 设为密钥文件（每行一把，openssl rand -hex 32 可生成）。',
    en: 'No key is configured. Set ASSAY_FILES_KEY_FILE to a file of keys, one a line; openssl rand -hex 32 makes one.',
  },
  'files.broken': { 'zh-CN': '{name} 保持原样：{why}', en: '{name} stays as it is: {why}' },
  'files.encrypted': {
    'zh-CN': '已加密 {written} 个文件；{kept} 个本来就用这把密钥加密。',
    en: '{written} files encrypted; {kept} were encrypted with this key already.',
  },
  'files.decrypted': {
    'zh-CN': '已解密 {written} 个文件；{kept} 个本来就未加密。',
    en: '{written} files written plain; {kept} were plain already.',
  },
  'files.notAll': {
    'zh-CN': '{broken} 个文件未能处理，旧密钥仍须保留。请先运行 assay evidence verify 查明原因。',
    en: '{broken} files were left, so that older keys are still needed. Run assay evidence verify to see what is wrong with them.',
  },
  'scans.title': { 'zh-CN': '病毒检查', en: 'Virus scanner' },
  'scans.none': {
    'zh-CN': '没有配置病毒检查程序，文件未做病毒检查。',
    en: 'No virus scanner is configured; files are not scanned.',
  },
  'scans.counts': {
    'zh-CN': '已检查 {clean} 个文件，等待检查 {waiting} 个，隔离 {infected} 个，未检查 {unseen} 个。',
    en: '{clean} files found clean, {waiting} waiting, {infected} quarantined, {unseen} never scanned.',
  },
  'scans.unreachable': {
    'zh-CN': '连接不上病毒检查程序。新提交的文件在检查之前不能下载；恢复后会自动继续。',
    en: 'The virus scanner cannot be reached. New files cannot be downloaded until it looked at them; that goes on by itself when it is back.',
  },
  'scans.reachable': { 'zh-CN': '病毒检查程序运行正常：{version}', en: 'The virus scanner works: {version}' },
  'scans.found': { 'zh-CN': '发现', en: 'Found' },
  'scans.notYet': { 'zh-CN': '尚未检查：{words}', en: 'Not scanned yet: {words}' },
  'evidence.protection': { 'zh-CN': '加密', en: 'Encryption' },
  'evidence.pictureDetails': { 'zh-CN': '拍摄信息', en: 'Picture details' },
  'evidence.details.kept': {
    'zh-CN': '提交时选择保留拍摄地点、时间和设备信息，文件未改动',
    en: 'Place, time and camera are kept, as was chosen when it was handed in; the file is unchanged',
  },
  'evidence.details.removed': {
    'zh-CN': '拍摄地点、时间和设备信息已删除；提交的原件 SHA-256 为',
    en: 'Place, time and camera were removed. SHA-256 of what was handed in:',
  },
} as const satisfies Catalogue;
