import type { DocumentPart } from '#contracts/model';
import { LIMITS } from '../../files.fixture.ts';
import { PartSink } from '../part-sink.ts';
import { decodeText } from './decode-text.ts';

const bytesOf = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding));

const decoded = (bytes: Uint8Array<ArrayBuffer>) => {
  const parts: DocumentPart[] = [];
  const sink = new PartSink(LIMITS, (part) => parts.push(part));
  sink.paragraph({ line: 1 }, decodeText(bytes, sink));
  return { text: parts[0]?.text, warnings: sink.warnings.map((warning) => warning.code) };
};

const TEXT = 'Müller schuldet 12 €';

it.each([
  ['UTF-8', bytesOf(TEXT, 'utf8')],
  ['UTF-8 with a mark', bytesOf(`\ufeff${TEXT}`, 'utf8')],
  ['UTF-16', bytesOf(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, high byte first', new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16())],
])('reads %s as it was written', (_, bytes) => {
  expect(decoded(bytes)).toEqual({ text: TEXT, warnings: [] });
});

it('reads Windows-1252 and says that it has guessed', () => {
  const bytes = bytesOf('M\u00fcller schuldet 12 \u0080', 'latin1');
  expect(decoded(bytes)).toEqual({ text: TEXT, warnings: ['document_encoding_guessed'] });
});

it('keeps UTF-8 with a broken character, and says what was lost', () => {
  const bytes = bytesOf(`${TEXT}, Ärger über Öl _`, 'utf8');
  bytes[bytes.length - 1] = 0xff;
  expect(decoded(bytes)).toEqual({
    text: `${TEXT}, Ärger über Öl \ufffd`,
    warnings: ['document_characters_lost'],
  });
});

it('keeps the spaces that hold a number together', () => {
  expect(decoded(bytesOf('12\u00a0000\u202f€\tund 3', 'utf8')).text).toBe(
    '12\u00a0000\u202f€ und 3',
  );
});

it('does not take a character for a guess that is cut off by the limit', () => {
  const bytes = bytesOf(`${'a'.repeat(39)}€`, 'utf8');
  const sink = new PartSink({ ...LIMITS, maxCharacters: 10 }, () => undefined);
  expect(decodeText(bytes, sink)).toBe('aaaaaaaaaa');
  expect([sink.truncated, sink.warnings]).toEqual([true, []]);
});

it('keeps the mark for lost characters that a file already has', () => {
  expect(decoded(bytesOf('12 \ufffd', 'utf8'))).toEqual({
    text: '12 \ufffd',
    warnings: ['document_characters_lost'],
  });
});
