/** One part of an order as a PDF, and where the next part begins. */
export interface PrintedPart {
  /** Absent: nobody of it has anything to print. */
  readonly bytes?: Uint8Array;
  readonly nextFrom?: number;
}

/** Pages of one PDF after those of another. What a screen reader would need of the structure is lost: a joined file is for paper. */
const joined = async (parts: readonly Uint8Array[]): Promise<Uint8Array> => {
  // Loaded when it is needed: most orders are one part.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const whole = await PDFDocument.create();
  let title: string | undefined;
  for (const part of parts) {
    const document = await PDFDocument.load(part, { updateMetadata: false });
    title ??= document.getTitle();
    for (const page of await whole.copyPages(document, document.getPageIndices())) whole.addPage(page);
  }
  if (title !== undefined) whole.setTitle(title);
  return whole.save();
};

/**
 * An order as one PDF. However many athletes it is of, a page that is drawn holds only a part of them, so that memory does not grow
 * with the roster; a small order is one part, and its file is left as it was printed.
 */
export const printInParts = async (
  printPart: (from: number) => Promise<PrintedPart>,
): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const part: PrintedPart = await printPart(from);
    if (part.bytes !== undefined) parts.push(part.bytes);
    from = part.nextFrom;
  }
  return parts.length > 1 ? joined(parts) : parts[0];
};
