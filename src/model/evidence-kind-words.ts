import type { Language } from '../i18n/language.ts';
import type { TextKey } from '../i18n/texts.ts';
import { translator } from '../i18n/translate.ts';
import type { EvidenceKind } from './criteria.ts';

const keys = {
  record: 'rating.kindRecord',
  document: 'rating.kindDocument',
  photo: 'rating.kindPhoto',
  recording: 'rating.kindRecording',
  certificate: 'rating.kindCertificate',
  data: 'rating.kindData',
  interview: 'rating.kindInterview',
  observation: 'rating.kindObservation',
  visit: 'rating.kindVisit',
  link: 'rating.kindLink',
} as const satisfies Record<EvidenceKind, TextKey>;

/** A kind of evidence as it stands within a sentence; headings and lists begin with a capital (`evidenceKind.…`). */
export function evidenceKindText(kind: EvidenceKind, language: Language): string {
  return translator(language)(keys[kind]);
}
