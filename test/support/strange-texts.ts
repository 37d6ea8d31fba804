/** A piece of text that is repeated to a text that people hardly write but machines may send. */
export interface StrangeText {
  readonly name: string;
  readonly piece: string;
}

const strange = (name: string, piece: string): StrangeText => ({ name, piece });

/**
 * Texts that make a rule slow which tries again from each position: long runs of what a pattern may
 * match part of, and never all of.
 */
export const STRANGE_TEXTS: readonly StrangeText[] = [
  strange('digits', '1'),
  strange('hexadecimal digits', '0a1bf9'),
  strange('full stops', '.'),
  strange('full stops with spaces', '. '),
  strange('exclamation and question marks', '!?'),
  strange('ellipses', '…'),
  strange('commas', ','),
  strange('commas with spaces', ' ,'),
  strange('dashes', '-'),
  strange('letters with dashes', 'w-'),
  strange('broken off words', 'w- '),
  strange('long dashes', '—'),
  strange('unbroken Chinese', '我们明天开会讨论预算'),
  strange('Chinese sentences', '不。'),
  strange('unbroken Thai', 'เราจะประชุมพรุ่งนี้'),
  strange('combining marks', '\u0301'),
  strange('letters with combining marks', 'e\u0301\u0323'),
  strange('opening brackets', '('),
  strange('closing brackets', ')'),
  strange('brackets', '[()]'),
  strange('straight quotes', '"'),
  strange('marks with quotes', '."'),
  strange('typographic quotes', '“”'),
  strange('apostrophes', "'"),
  strange('letters with apostrophes', "n't"),
  strange('joined emoji', '👩‍👩‍👧‍👦'),
  strange('emoji', '😀'),
  strange('spaces', ' '),
  strange('tabs', '\t'),
  strange('line breaks', '\n'),
  strange('spaces and line breaks', ' \n'),
  strange('no-break spaces', '\u00A0'),
  strange('letters with full stops', 'a.'),
  strange('addresses', 'https://a.example/b?c=d&'),
  strange('signs of e-mail addresses', '@'),
  strange('e-mail addresses', 'a@b.example,'),
  strange('currency signs', '$€£'),
  strange('amounts', '€1,000.50'),
  strange('numbers with spaces', '1 '),
  strange('numbers with commas', '1,'),
  strange('numbers in words', 'twenty one hundred '),
  strange('one long word', 'a'),
  strange('long words', `${'supercalifragilistic'.repeat(20)} `),
  strange('marks of direction', '\u200F\u202B'),
  strange('Arabic', 'سنلتقي غدا '),
  strange('characters without width', '\u200B'),
  strange('letters with characters without width', 'a\u200D'),
  strange('one word', 'the '),
  strange('one word that nobody stutters', 'no '),
  strange('a phrase', 'we should go '),
  strange('capital letters', 'A'),
  strange('capitalised words', 'Ada '),
  strange('openings', 'um, okay so, '),
  strange('conjunctions', 'and '),
  strange('times of day', '12:'),
  strange('days', 'by next Friday '),
  strange('dates', '2026-11-27 '),
  strange('slashes', '/'),
  strange('numbers with slashes', '1/'),
  strange('percent signs', '%'),
  strange('percentages', '5% '),
  strange('underscores', '_'),
  strange('promises', "I'll send it, "),
  strange('requests', 'can you please '),
  strange('decisions', "let's go with it and "),
  strange('names that promise', 'Ada and Bob will '),
  strange('feelings and events', 'she was married and died, '),
  strange('conditions', 'if not '),
  strange('backticks', '`'),
  strange('half surrogate pairs', '\uD83D'),
  strange('null-like marks', '\u0007'),
  strange('mixed', 'Ok 12:30 (w- 3.5%) — “um”… $5,'),
];

/** The text of about this many characters that the repeated piece makes. */
export function strangeText({ piece }: StrangeText, characters: number): string {
  return piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
}
