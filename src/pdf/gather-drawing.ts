/** Lines of drawing that are turned into bytes together. */
const together = 1000;

/**
 * Has the drawing of the current page turned into bytes many lines at a time: PDFKit itself makes an array of bytes of each of them,
 * and a long report has some hundred thousand. To be called when a page begins.
 */
export function gatherDrawing({ page }: PDFKit.PDFDocument): void {
  let lines: string[] = [];
  const end = page.end.bind(page);
  const hand = () => {
    if (lines.length > 0) page.content.write(Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
    lines = [];
  };
  page.write = (line: string) => {
    if (lines.push(line) >= together) hand();
  };
  page.end = () => {
    hand();
    end();
  };
}
