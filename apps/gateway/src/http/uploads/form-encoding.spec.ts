import { describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { FormEncoding } from './form-encoding.ts';

const NAMED = 'Content-Disposition: form-data; name="title"';
const FILE = 'Content-Disposition: form-data; name="file"; filename="a.wav"';
/** Text whose characters are bytes: `\xe9` is é in Latin-1, `\xc3\xa9` is é in UTF-8. */
const form = (...parts: readonly string[]) =>
  Buffer.from(`${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`, 'latin1');

/** @returns the code of the fault; `null` when there is none */
function faultOf(
  bytes: Buffer,
  chunkBytes: number,
  contentType = 'multipart/form-data; boundary=b',
) {
  const encoding = new FormEncoding(contentType);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    encoding.push(bytes.subarray(at, at + chunkBytes));
  }
  try {
    encoding.check();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}

describe('the encoding of a form', () => {
  it.each([
    ['ASCII', form(`${NAMED}\r\n\r\nCafe`)],
    ['UTF-8', form(`${NAMED}\r\n\r\nCaf\xc3\xa9`)],
    ['a replacement character that was written', form(`${NAMED}\r\n\r\n\xef\xbf\xbd`)],
    ['a named charset', form(`${NAMED}\r\nContent-Type: text/plain; charset="UTF-8"\r\n\r\nx`)],
    ['ASCII by name', form(`${NAMED}\r\nContent-Type: text/plain;charset=us-ascii\r\n\r\nx`)],
    ['bytes of a file', form(`${FILE}\r\n\r\n\xff\xfe\xe9\r\n--c\r\n`)],
    [
      'a file with a charset',
      form(`${FILE}\r\nContent-Type: text/csv; charset=latin1\r\n\r\n\xe9`),
    ],
    ['an encoded file name', form(`${FILE}; filename*=utf-8''caf%C3%A9\r\n\r\nx`)],
    ['empty parts', form(`${NAMED}\r\n\r\n`, `${FILE}\r\n\r\n`)],
    ['what follows the form', Buffer.concat([form(`${NAMED}\r\n\r\nx`), Buffer.from([0xff])])],
  ])('is right: %s', (_, bytes) => {
    for (let chunkBytes = 1; chunkBytes <= bytes.length; chunkBytes += 1) {
      expect(faultOf(bytes, chunkBytes)).toBeNull();
    }
  });

  it.each([
    ['a field', 'invalid_encoding', form(`${NAMED}\r\n\r\nCaf\xe9`)],
    ['a field that ends within a character', 'invalid_encoding', form(`${NAMED}\r\n\r\nCaf\xc3`)],
    [
      'a field after a file',
      'invalid_encoding',
      form(`${FILE}\r\n\r\n\xe9`, `${NAMED}\r\n\r\n\xe9`),
    ],
    ['a file name', 'invalid_encoding', form(`${FILE.replace('a.', '\xe9.')}\r\n\r\nx`)],
    ['a name of a field', 'invalid_encoding', form(`${NAMED.replace('title', '\xe9')}\r\n\r\nx`)],
    ['an encoded file name', 'invalid_encoding', form(`${FILE}; filename*=utf-8''caf%E9\r\n\r\nx`)],
    [
      'no ASCII',
      'invalid_encoding',
      form(`${NAMED}\r\nContent-Type: text/plain;charset=us-ascii\r\n\r\n\xc3\xa9`),
    ],
    [
      'another charset',
      'unsupported_media_type',
      form(`${NAMED}\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nCaf\xe9`),
    ],
    ['an endless head', 'invalid_request', form(`${NAMED}; x="${'x'.repeat(20_000)}"\r\n\r\nx`)],
  ])('is wrong: %s', (_, code, bytes) => {
    for (const chunkBytes of [1, 2, 3, 7, 64, bytes.length]) {
      expect(faultOf(bytes, chunkBytes)).toBe(code);
    }
  });

  it.each(['multipart/form-data', `multipart/form-data; boundary=${'b'.repeat(3_000)}`])(
    'needs a boundary of sane length',
    (contentType) => {
      expect(() => new FormEncoding(contentType)).toThrow('content-type');
    },
  );

  it('reads a quoted boundary', () => {
    const type = 'multipart/form-data; boundary="b"';
    expect(faultOf(form(`${NAMED}\r\n\r\n\xe9`), 5, type)).toBe('invalid_encoding');
  });
});
