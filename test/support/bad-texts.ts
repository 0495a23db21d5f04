/** Texts that try a layout. */

/** Of 300 characters: many scripts, one that runs from right to left, drawings. */
export const longName = '海川“超长”名称 خدمة 서비스 😀 电器有限责任公司'.repeat(12).slice(0, 300);

/** Of 100,000 characters, with control characters and marks that turn the direction. */
export const longNote = `${'第一段 خدمة ما بعد البيع 😀\u0000\u0007\u202E 完。\n'.repeat(40)}${'备注内容，'.repeat(20_000)}`
  .slice(0, 99_990)
  .concat('备注到此为止终');

/** Prose that looks like a program. */
export const markup = '# 标题\n<script>alert(1)</script> **粗** [链接](javascript:alert(1)) &amp; {{x}}';
