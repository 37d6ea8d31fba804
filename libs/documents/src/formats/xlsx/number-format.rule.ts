/** What a number format adds to a number that changes its meaning. */
export type NumberStyle =
  | { readonly kind: 'percent' }
  /** `sign` is a sign or a code, such as `€`, `kr` or `USD`. */
  | { readonly kind: 'currency'; readonly sign: string };

/** Built-in formats; their codes are not stored. Those of money depend on the reader's country. */
const BUILT_IN_PERCENT = new Set([9, 10]);

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const QUOTED = /"([^"]*)"/gu;
const BRACKETED = /\[[^\]]*\]/gu;
/** `[$€-407]`: a sign and a country; `[$-407]` is a country only. */
const BRACKETED_SIGN = /\[\$([^\]-]+)/u;
const CURRENCY_SIGN = /\p{Sc}/u;
const WORD = /\p{Lu}{3}/gu;

/**
 * What a number format says of its numbers.
 * @param id of the format in the workbook
 * @param code such as `#,##0.00 "€";[Red]-#,##0.00 "€"`; `null` for a built-in one
 * @returns null when it only changes how a number looks
 */
export function numberStyle(id: number, code: string | null): NumberStyle | null {
  if (code === null) return BUILT_IN_PERCENT.has(id) ? { kind: 'percent' } : null;
  const sign = BRACKETED_SIGN.exec(code)?.[1]?.trim() ?? literalSign(code);
  if (sign) return { kind: 'currency', sign };
  return code.replace(QUOTED, '').replace(BRACKETED, '').includes('%') ? { kind: 'percent' } : null;
}

function literalSign(code: string): string | null {
  const literal = code.replace(BRACKETED, '');
  const sign = CURRENCY_SIGN.exec(literal)?.[0];
  if (sign !== undefined) return sign;
  const words = [...literal.matchAll(QUOTED)].flatMap(([, text]) => text?.match(WORD) ?? []);
  return words.find((word) => CODES.has(word)) ?? null;
}
