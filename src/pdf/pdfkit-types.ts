import type { Font } from 'fontkit';

/** What PDFKit takes and its published types leave out. */
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** An opened font: opening a font of this size anew for every document would cost more than the document. */
      registerFont(name: string, font: Font): this;
    }
    interface PDFVector {
      dash(lengths: readonly number[], options?: { phase?: number }): this;
    }
  }
}
