export interface SignaturePlace {
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
}

/** Bytes that a signature with its chain of certificates may have. */
const room = 8192;
const unknown = '**********';

/** The parts of a document that PDFKit keeps to itself and a signature needs; `certificate-paper.test.ts` watches over them. */
interface Inner {
  readonly _acroform?: unknown;
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: Record<string, unknown> & { Fields: unknown[] } } } };
  readonly page: { readonly dictionary: unknown; readonly annotations: unknown[] };
  initForm(): void;
  ref(data: object): { end(content?: Buffer): void };
}

/** Keeps a place for a signature over the whole document, invisible, as PDF/A wants it. To be called last, with a font set. */
export function keepSignaturePlace(pdf: PDFKit.PDFDocument, { name, reason, at }: SignaturePlace): void {
  const inner = pdf as unknown as Inner;
  const text = (value: string) => new String(value);
  const signature = inner.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, unknown, unknown, unknown],
    Contents: Buffer.alloc(room),
    Reason: text(reason),
    Name: text(name),
    M: at,
  });
  const appearance = inner.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0], Resources: {} });
  const widget = inner.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: 132,
    V: signature,
    T: text('Signature1'),
    P: inner.page.dictionary,
    AP: { N: appearance },
  });
  inner.page.annotations.push(widget);
  if (!inner._acroform) inner.initForm();
  const form = inner._root.data.AcroForm.data;
  form.SigFlags = 3;
  delete form.NeedAppearances;
  form.Fields.push(widget);
  appearance.end(Buffer.from('q Q'));
  signature.end();
  widget.end();
}
