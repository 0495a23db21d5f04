import { type Message, message } from '../../i18n/translate.ts';

const messages: Readonly<Record<string, Message>> = {
  BAD_ALIAS: message('catalog.yamlBadAlias'),
  BAD_DQ_ESCAPE: message('catalog.yamlBadEscape'),
  BAD_INDENT: message('catalog.yamlBadIndent'),
  BAD_SCALAR_START: message('catalog.yamlBadStart'),
  BLOCK_AS_IMPLICIT_KEY: message('catalog.yamlNestedOnOneLine'),
  BLOCK_IN_FLOW: message('catalog.yamlBlockInFlow'),
  KEY_OVER_1024_CHARS: message('catalog.yamlLongKey'),
  MISSING_CHAR: message('catalog.yamlMissingCharacter'),
  MULTILINE_IMPLICIT_KEY: message('catalog.yamlMultilineKey'),
  MULTIPLE_DOCS: message('catalog.yamlSeveralDocuments'),
  NON_STRING_KEY: message('catalog.keyNotText'),
  TAB_AS_INDENT: message('catalog.yamlTab'),
  TAG_RESOLVE_FAILED: message('catalog.yamlTag'),
  UNEXPECTED_TOKEN: message('catalog.yamlUnexpected'),
};

/** What a fault of the YAML parser means, in words; its own words (English) where there are none. */
export function syntaxMessage(code: string, detail: string): Message {
  return messages[code] ?? message('catalog.yamlOther', { detail: detail.split('\n')[0] ?? code });
}
