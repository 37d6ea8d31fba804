/** Pieces that, repeated, make rules slow that try again from each position of a text. */
export const HOSTILE_PIECES: readonly string[] = [
  '1',
  '1.',
  '1,',
  '.',
  '(',
  ')',
  ' ',
  '\n',
  'a',
  '一二三',
  'the ',
  'next ',
  'March ',
  'march 3 to ',
  '3. ',
  'end of the ',
  'in two ',
  'twenty-',
  "I'll ",
  'von am bis zum ',
  '1/1/',
  '2026-',
  'I will send it by Friday ',
  '$',
];

/** A text of about this length from a repeated piece. */
export function hostileText(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
