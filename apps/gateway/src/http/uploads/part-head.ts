import { AppError } from '#platform';

/** What the head of a part says of its body. */
export interface PartHead {
  readonly kind: 'file' | 'text';
  /** Whether a text may only have the characters of ASCII. */
  readonly isAscii: boolean;
}

const DISPOSITION = /^content-disposition:(.*)$/im;
const TYPE = /^content-type:(.*)$/im;
const FILE_NAME = /;\s*filename\*?\s*=/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;
/** A file name in the form of RFC 8187, which is percent-encoded. */
const EXTENDED_NAME = /;\s*filename\*\s*=\s*"?utf-?8'[^']*'([^;"]*)/i;

/**
 * Reads the head of a part of a form (RFC 7578).
 * @throws AppError `invalid_encoding` when its names are not UTF-8; `unsupported_media_type` when its text
 * has another encoding
 */
export function readPartHead(bytes: Buffer): PartHead {
  const head = utf8(bytes);
  const disposition = DISPOSITION.exec(head)?.[1] ?? '';
  const type = TYPE.exec(head)?.[1] ?? '';
  const extended = EXTENDED_NAME.exec(disposition)?.[1];
  if (extended !== undefined && !isDecodable(extended)) throw notUtf8();
  const isFile = FILE_NAME.test(disposition) || /^\s*application\/octet-stream/i.test(type);
  if (isFile) return { kind: 'file', isAscii: false };
  const charset = CHARSET.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset === 'us-ascii') return { kind: 'text', isAscii: true };
  if (charset === 'utf-8' || charset === 'utf8') return { kind: 'text', isAscii: false };
  throw new AppError('unsupported_media_type', `Fields of a form are UTF-8, and not ${charset}.`);
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notUtf8(cause);
  }
}

function isDecodable(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

function notUtf8(cause?: unknown): AppError {
  const message = 'The name of a field or a file in the form is not UTF-8.';
  return new AppError('invalid_encoding', message, { cause });
}
