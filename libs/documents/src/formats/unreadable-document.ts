import type { UnreadableCode } from '../unreadable-codes.ts';

/** Thrown by a reader for a file that it cannot read. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly code: UnreadableCode;

  /** @param message a sentence for people, without text of the document */
  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.code = code;
  }
}
