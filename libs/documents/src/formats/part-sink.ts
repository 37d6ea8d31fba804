import type {
  DocumentPart,
  DocumentPlace,
  DocumentWarning,
  DocumentWarningCode,
} from '#contracts/model';
import type { DocumentLimits } from '../limits.ts';
import { cleanText, piecesOf } from './clean-text.ts';
import { rowsWithin, type RowCell } from './tables/row-text.ts';

/** Length up to which a text stays one part; a longer one becomes several at the same place. */
export const MAX_PART_CHARACTERS = 8_000;

/** Stops a reader when the limits are reached. */
export class EnoughRead extends Error {
  override readonly name = 'EnoughRead';
}

/** Takes the parts that a reader finds, up to the limits of the document. */
export class PartSink {
  readonly limits: DocumentLimits;
  /** Number of parts so far. */
  count = 0;
  private characters = 0;
  private cut = false;
  private readonly write: (part: DocumentPart) => void;
  private readonly found = new Map<DocumentWarningCode, DocumentWarning>();

  /** @param write receives every part */
  constructor(limits: DocumentLimits, write: (part: DocumentPart) => void) {
    this.limits = limits;
    this.write = write;
  }

  /** Whether a part of the document was left out because of the limits. */
  get truncated(): boolean {
    return this.cut;
  }

  get warnings(): readonly DocumentWarning[] {
    return [...this.found.values()];
  }

  /** Takes a paragraph, a heading or a line; blank ones are ignored. @throws EnoughRead */
  paragraph(place: DocumentPlace, text: string): void {
    const clean = cleanText(text);
    for (const piece of piecesOf(clean, MAX_PART_CHARACTERS)) {
      this.part({ place, text: piece, cells: null });
    }
  }

  /** Takes a row of a table; empty cells and empty rows are ignored. @throws EnoughRead */
  row(place: DocumentPlace, cells: readonly RowCell[]): void {
    for (const row of rowsWithin(cells, MAX_PART_CHARACTERS)) this.part({ place, ...row });
  }

  /** Notes a warning; of several with one code, the first stays. */
  warn(code: DocumentWarningCode, message: string): void {
    if (!this.found.has(code)) this.found.set(code, { code, message });
  }

  /** Notes that the reader itself has left out the rest of the document. */
  truncate(): void {
    this.cut = true;
  }

  private part(part: DocumentPart): void {
    this.characters += part.text.length;
    const isOver = this.characters > this.limits.maxCharacters;
    if (isOver || this.count >= this.limits.maxParts) {
      this.cut = true;
      throw new EnoughRead('The limits of the document are reached.');
    }
    this.count += 1;
    if (part.text.includes('\ufffd')) this.warnOfLostCharacters();
    this.write(part);
  }

  private warnOfLostCharacters(): void {
    this.warn(
      'document_characters_lost',
      'Some characters of the document cannot be read; they are shown as \ufffd.',
    );
  }
}
