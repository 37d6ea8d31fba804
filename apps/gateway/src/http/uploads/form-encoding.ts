import { TextDecoder } from 'node:util';
import { AppError } from '#platform';
import { InvalidRequestError } from '../field-errors.ts';
import { readPartHead } from './part-head.ts';

const HEAD_END = Buffer.from('\r\n\r\n');
/** The head of a part has a few lines. */
const MAX_HEAD_BYTES = 16 * 1024;
/** RFC 2046, section 5.1.1, allows 70 characters. */
const MAX_BOUNDARY_LENGTH = 200;

type Place =
  | { readonly kind: 'head' | 'skipped' | 'over' }
  | { readonly kind: 'text'; readonly decoder: TextDecoder; readonly isAscii: boolean };

const SKIPPED = { kind: 'skipped' } as const;

/**
 * Checks that the texts of a form are UTF-8, while the form is being read: names and values of fields, and
 * names of files. The parser of forms puts replacement characters where they are not, so that somebody's
 * words would be lost without a sign.
 */
export class FormEncoding {
  private readonly delimiter: Buffer;
  private place: Place = SKIPPED;
  /** Bytes that may be the beginning of a delimiter, or of a head. The form begins as if after a line. */
  private pending = Buffer.from('\r\n');
  private fault: Error | null = null;

  /**
   * @param contentType of the form
   * @throws InvalidRequestError when it has no boundary, or one that is too long
   */
  constructor(contentType: string) {
    const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^";\s]+))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain ?? '';
    if (boundary === '' || boundary.length > MAX_BOUNDARY_LENGTH) {
      const message = `must name a boundary of at most ${MAX_BOUNDARY_LENGTH} characters`;
      throw new InvalidRequestError([{ path: 'content-type', message }]);
    }
    this.delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  /** Takes the next bytes of the form, before its parser does. */
  push(chunk: Buffer): void {
    if (this.fault !== null) return;
    try {
      this.scan(Buffer.concat([this.pending, chunk]));
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** @throws AppError `invalid_encoding`, `unsupported_media_type`, for what was taken until now */
  check(): void {
    if (this.fault !== null) throw this.fault;
  }

  private scan(bytes: Buffer): void {
    let rest: Buffer | null = bytes;
    while (rest !== null) rest = this.place.kind === 'head' ? this.head(rest) : this.body(rest);
  }

  /** @returns what follows; `null` when more bytes are needed */
  private head(bytes: Buffer): Buffer | null {
    if (bytes.subarray(0, 2).toString('latin1') === '--') {
      this.place = { kind: 'over' };
      return bytes;
    }
    const end = bytes.indexOf(HEAD_END);
    if ((end === -1 ? bytes.length : end) > MAX_HEAD_BYTES) throw headTooLong();
    if (end === -1) return this.keep(bytes);
    const { kind, isAscii } = readPartHead(bytes.subarray(0, end));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    this.place = kind === 'file' ? SKIPPED : { kind, decoder, isAscii };
    return bytes.subarray(end + HEAD_END.length);
  }

  private body(bytes: Buffer): Buffer | null {
    const end = this.place.kind === 'over' ? -1 : bytes.indexOf(this.delimiter);
    if (end !== -1) {
      this.take(bytes.subarray(0, end), true);
      this.place = { kind: 'head' };
      return bytes.subarray(end + this.delimiter.length);
    }
    const safe = Math.max(0, bytes.length - this.delimiter.length + 1);
    this.take(bytes.subarray(0, safe), false);
    return this.keep(bytes.subarray(safe));
  }

  private keep(bytes: Buffer): null {
    this.pending = Buffer.from(bytes);
    return null;
  }

  private take(bytes: Buffer, isEnd: boolean): void {
    const { place } = this;
    if (place.kind !== 'text') return;
    const isWrong = place.isAscii && bytes.some((byte) => byte > 0x7f);
    try {
      place.decoder.decode(bytes, { stream: !isEnd });
    } catch (cause) {
      throw new AppError('invalid_encoding', 'A field of the form is not UTF-8.', { cause });
    }
    if (isWrong) throw new AppError('invalid_encoding', 'A field of the form is not ASCII.');
  }
}

function headTooLong(): InvalidRequestError {
  const message = `has a part whose head is longer than ${MAX_HEAD_BYTES} bytes`;
  return new InvalidRequestError([{ path: 'body', message }]);
}
