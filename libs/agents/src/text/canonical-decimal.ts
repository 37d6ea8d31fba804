const DECIMAL = /^-?\d{1,18}(?:\.\d{1,12})?$/;

/**
 * A decimal string in the one form that equal numbers share: `12000.50` and `12000.5` both become
 * `12000.5`.
 * @returns `null` for a text that is not a decimal number without separators
 */
export function canonicalDecimal(text: string): string | null {
  if (!DECIMAL.test(text)) return null;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0{1,12}$/, '');
  const number = decimals === '' ? digits : `${digits}.${decimals}`;
  return text.startsWith('-') && number !== '0' ? `-${number}` : number;
}
