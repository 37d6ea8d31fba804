import { getDocumentProxy } from 'unpdf';
import type { DocumentBytes, DocumentReader } from '../document-reader.ts';
import type { PartSink } from '../part-sink.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { joinedText, pageLines, paragraphsOfPage } from './page-lines.ts';
import { textItems, type TextItem } from './text-items.ts';

/** Only errors are reported, and those by exceptions. */
const QUIET = 0;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text of a PDF, page by page: paragraphs, and the lines of tables and lists. */
export const readPdf: DocumentReader = async (bytes, sink) => {
  const pdf = await open(bytes);
  const blankPages: number[] = [];
  let brokenPages = 0;
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const before = sink.count;
    const items = await itemsOf(pdf, page);
    if (items === null) brokenPages += 1;
    readPage(page, items ?? [], sink);
    if (sink.count === before) blankPages.push(page);
  }
  if (brokenPages === pdf.numPages) throw broken();
  if (blankPages.length === pdf.numPages) throw scanned();
  if (blankPages.length > 0) warnOfBlankPages(blankPages, sink);
};

async function open(bytes: DocumentBytes): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: QUIET, useSystemFonts: false });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadableDocument('document_encrypted', 'The PDF is protected with a password.');
    }
    throw error;
  }
}

/** The pieces of text of a page; `null` when the page is damaged, which others may not be. */
async function itemsOf(pdf: Pdf, number: number): Promise<readonly TextItem[] | null> {
  try {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    page.cleanup();
    return textItems(content.items);
  } catch {
    return null;
  }
}

function readPage(page: number, items: readonly TextItem[], sink: PartSink): void {
  for (const paragraph of paragraphsOfPage(pageLines(items))) {
    sink.paragraph({ page }, joinedText(paragraph));
  }
}

function broken(): UnreadableDocument {
  return new UnreadableDocument('document_unreadable', 'The pages of the PDF are damaged.');
}

function scanned(): UnreadableDocument {
  return new UnreadableDocument(
    'document_empty',
    'The PDF has no text; its pages are images, as of a scanned document.',
  );
}

function warnOfBlankPages(pages: readonly number[], sink: PartSink): void {
  const shown = pages.slice(0, 10).join(', ') + (pages.length > 10 ? ', …' : '');
  sink.warn('document_pages_without_text', `No text was found on these pages: ${shown}.`);
}
