/** Whether a file is a workbook by its name, also of a kind that cannot be read; the reader then says why and what to do. */
export function isWorkbookName(file: string): boolean {
  return /\.(xls[xmb]?|xlt[xm]?|ods|et)$/i.test(file);
}

/** Whether it is one by its name or its first bytes: an archive, or the frame of old and of encrypted workbooks. */
export function isWorkbookFile(file: string, bytes: Uint8Array): boolean {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  return isWorkbookName(file) || begins([0x50, 0x4b, 0x03, 0x04]) || begins([0xd0, 0xcf, 0x11, 0xe0]);
}
