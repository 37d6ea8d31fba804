/** The named references that people and editors write; others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
};

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/gu;

const MAX_CODE_POINT = 0x10ffff;

/** Replaces HTML character references, such as `&euro;` and `&#8364;`, by their characters. */
export function withoutReferences(text: string): string {
  return text.replace(
    REFERENCE,
    (whole: string, decimal?: string, hex?: string, name?: string): string => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
      return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : whole;
    },
  );
}
