import type { Catalogue } from '../catalogue.ts';

/** What is found inside files that are handed in, and what is done about it. */
export const fileSafetyTexts = {
  'evidence.keepDetails': {
    'zh-CN': '保留照片的拍摄地点、时间和设备信息',
    en: 'Keep place, time and camera details of pictures',
  },
  'evidence.keepDetailsHint': {
    'zh-CN': '不勾选则在保存前删除，图像本身不变。只有拍摄地点或时间本身是证据时才需要保留。',
    en: 'Left out, they are removed before the picture is saved; what it shows stays. Keep them only where place or time is the evidence.',
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
