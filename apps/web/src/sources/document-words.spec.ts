import { documentInWords } from './document-words.ts';

describe('a document in words', () => {
  it.each([
    [{ format: 'csv', partCount: 12, sizeBytes: 3482, state: 'read' }, 'CSV · 12 parts · 3.4 KiB'],
    [{ format: 'pdf', partCount: 1, sizeBytes: 512, state: 'read' }, 'PDF · 1 part · 512 bytes'],
    [{ format: null, partCount: 0, sizeBytes: 512, state: 'pending' }, '512 bytes'],
  ] as const)('%j is “%s”', (document, words) => {
    expect(documentInWords(document)).toBe(words);
  });
});
