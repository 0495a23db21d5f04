import type { Catalogue } from '../catalogue.ts';

/** Why a rating is refused, and what an assessment lacks before it can be finished. */
export const ratingTexts = {
  'rating.notRated': {
    'zh-CN': '该条款不单独评定，其结果由下级条款或上级条款得出。',
    en: 'This clause is not rated itself; its result comes from the clauses below or above it.',
  },
  'rating.needsMet': { 'zh-CN': '该条款按“符合 / 不符合”评定。', en: 'This clause is rated as met or not met.' },
  'rating.needsSample': {
    'zh-CN': '该条款按抽样评定，请填写抽查数和不合格数。',
    en: 'This clause is rated by sample: give how many were looked at and how many failed.',
  },
  'rating.needsLevel': { 'zh-CN': '该条款按等级评定，请选择一个等级。', en: 'This clause is rated by level: choose one level.' },
  'rating.needsPoints': { 'zh-CN': '该条款直接评分，请填写分值。', en: 'This clause is rated by points: give the points.' },
  'rating.needsMeasure': {
    'zh-CN': '该条款按指标值评定，请填写测得的数值。',
    en: 'This clause is rated by measure: give the measured number.',
  },
  'rating.needsChecklist': {
    'zh-CN': '该条款按清单评定，请列出已具备的项目。',
    en: 'This clause is rated by checklist: name the items that are present.',
  },
  'rating.notApplicableForbidden': { 'zh-CN': '该条款不得评为不适用。', en: 'This clause cannot be rated as not applicable.' },
  'rating.reasonMissing': {
    'zh-CN': '该条款评为不适用时须说明理由。',
    en: 'Give a reason why this clause is not applicable.',
  },
  'rating.sampleSize': {
    'zh-CN': '抽查数须为整数，至少 {atLeast}，最多 12 位数字。',
    en: 'The sample size must be a whole number of at least {atLeast}, with at most 12 digits.',
  },
  'rating.sampleTooSmall': {
    'zh-CN': '抽查数 {size} 不足，该条款至少抽查 {atLeast} 项。',
    en: 'A sample of {size} is too small; this clause needs at least {atLeast}.',
  },
  'rating.sampleFailed': {
    'zh-CN': '不合格数须为 0 至 {size} 之间的整数。',
    en: 'The number failed must be a whole number from 0 to {size}.',
  },
  'rating.sampleMoreFailed': {
    'zh-CN': '不合格数 {failed} 大于抽查数 {size}，最多为 {size}。',
    en: '{failed} failed of a sample of {size}: at most {size} can fail.',
  },
  'rating.levelUnknown': {
    'zh-CN': '评定等级中没有 {level}，可选：{levels}。',
    en: 'The scale has no level {level}. Allowed: {levels}.',
  },
  'rating.pointsNumber': {
    'zh-CN': '分值须为 0 至 {full} 之间的十进制数，以 {step} 为一档。',
    en: 'The points must be a decimal number from 0 to {full}, in steps of {step}.',
  },
  'rating.pointsTooMany': {
    'zh-CN': '分值 {points} 超过该条款的满分 {full}。',
    en: '{points} points are more than the {full} of this clause.',
  },
  'rating.pointsStep': {
    'zh-CN': '分值 {points} 不是 {step} 的整数倍，可取 0 至 {full}，以 {step} 为一档。',
    en: '{points} is not a multiple of {step}. Allowed: 0 to {full} in steps of {step}.',
  },
  'rating.measureNumber': {
    'zh-CN': '指标值须为十进制数，小数点前最多 12 位，小数点后最多 6 位。',
    en: 'The measure must be a decimal number with at most 12 digits before and 6 after the point.',
  },
  'rating.measureOutside': {
    'zh-CN': '指标值 {value} 超出范围，可取 {from} 至 {to}。',
    en: '{value} is out of range. Allowed: {from} to {to}.',
  },
  'rating.measureTooLow': {
    'zh-CN': '指标值 {value} 过小，不得小于 {from}。',
    en: '{value} is too low. Allowed: {from} or more.',
  },
  'rating.measureTooHigh': { 'zh-CN': '指标值 {value} 过大，不得大于 {to}。', en: '{value} is too high. Allowed: {to} or less.' },
  'rating.itemUnknown': {
    'zh-CN': '清单中没有项目“{item}”，可选：{items}。',
    en: 'The checklist has no item “{item}”. Allowed: {items}.',
  },
  'rating.itemDoubled': {
    'zh-CN': '项目“{item}”重复，每个项目只列一次。',
    en: 'The item “{item}” stands twice. Name each item once.',
  },
  'rating.missingRating': { 'zh-CN': '{clause}：尚未评定。', en: '{clause}: not rated yet.' },
  'rating.missingReason': {
    'zh-CN': '{clause}：评为不适用，但未说明理由。',
    en: '{clause}: rated as not applicable without a reason.',
  },
  'rating.missingEvidence': { 'zh-CN': '{clause}：缺少必备证据（{kind}）。', en: '{clause}: lacks required evidence ({kind}).' },
  'rating.missingEvidenceOnly': {
    'zh-CN': '{clause}：缺少必备证据（{kind}）；已有的不能作为依据：{list}。',
    en: '{clause}: lacks required evidence ({kind}); what there is does not count: {list}.',
  },
  'rating.kindRecord': { 'zh-CN': '记录', en: 'record' },
  'rating.kindDocument': { 'zh-CN': '文件', en: 'document' },
  'rating.kindPhoto': { 'zh-CN': '照片', en: 'photo' },
  'rating.kindRecording': { 'zh-CN': '录音录像', en: 'recording' },
  'rating.kindCertificate': { 'zh-CN': '证书', en: 'certificate' },
  'rating.kindData': { 'zh-CN': '数据', en: 'data' },
  'rating.kindInterview': { 'zh-CN': '访谈', en: 'interview' },
  'rating.kindObservation': { 'zh-CN': '现场观察', en: 'observation' },
  'rating.kindVisit': { 'zh-CN': '走访', en: 'visit' },
  'rating.kindLink': { 'zh-CN': '链接', en: 'link' },
} as const satisfies Catalogue;
