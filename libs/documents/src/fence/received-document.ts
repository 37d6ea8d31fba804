import type { DocumentPart } from '#contracts/model';
import type { DocumentLimits } from '../limits.ts';
import { readingMessageSchema, type ReadingMessage } from './reading-messages.schema.ts';

/** Longer than any line that the reading process writes, in UTF-16 code units. */
const MAX_LINE_CHARACTERS = 2 ** 20;

type LastMessage = Exclude<ReadingMessage, { kind: 'part' }>;

/** Collects the output of a reading process, which may have been taken over by its file. */
export class ReceivedDocument {
  readonly parts: DocumentPart[] = [];
  private last: LastMessage | null = null;
  private characters = 0;
  private rest = '';
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly limits: DocumentLimits) {}

  /** How the reading has ended; `null` when the process has not said so. */
  get end(): LastMessage | null {
    return this.rest === '' ? this.last : null;
  }

  /** @throws Error when the output is not what a reading process writes, or over the limits */
  add(chunk: Uint8Array): void {
    const lines = (this.rest + this.decoder.decode(chunk, { stream: true })).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.take(readingMessageSchema.parse(JSON.parse(line)));
    if (this.rest.length > MAX_LINE_CHARACTERS) throw new Error('A line is too long.');
  }

  private take(message: ReadingMessage): void {
    if (this.last !== null) throw new Error('There is output after the end.');
    if (message.kind !== 'part') {
      this.last = message;
      return;
    }
    const { place, text, cells } = message;
    this.characters += text.length;
    this.parts.push({ place, text, cells });
    const isOver = this.characters > this.limits.maxCharacters;
    if (isOver || this.parts.length > this.limits.maxParts) throw new Error('There is too much.');
  }
}
