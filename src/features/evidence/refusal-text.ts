import { type Message, message } from '../../i18n/translate.ts';
import { mostPixels } from '../file-checks/picture-check.ts';
import type { RefusedContent } from './content-type.ts';

/** Names the file, what it seems to be and what is taken in. */
export function refusalText(refused: RefusedContent, name: string, extension: string): Message {
  switch (refused) {
    case 'empty':
      return message('evidence.refusedEmpty', { name });
    case 'program':
      return message('evidence.refusedProgram', { name });
    case 'macro':
      return message('evidence.refusedMacro', { name });
    case 'bomb':
      return message('evidence.refusedBomb', { name });
    case 'pixels':
      return message('evidence.refusedPixels', { name, most: mostPixels / 1_000_000 });
    case 'damaged':
      return message('evidence.refusedDamaged', { name });
    case 'details':
      return message('evidence.refusedDetails', { name });
    case 'name':
      return message('evidence.refusedName', { name, extension: `.${extension}` });
    case 'web':
      return message('evidence.refusedWeb', { name });
    case 'drawing':
      return message('evidence.refusedDrawing', { name });
    case 'markup':
      return message('evidence.refusedMarkup', { name });
    case 'script':
      return message('evidence.refusedScript', { name });
    case 'other':
      return message('evidence.refusedOther', { name, extension: extension.toUpperCase() });
    case 'unknown':
      return message('evidence.refusedUnknown', { name });
  }
}
