const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: ReadonlyMap<Intl.LDMLPluralRule, string> = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
]);

/** @returns Such as `1st` or `12th`. */
export function ordinal(number: number): string {
  return `${number}${SUFFIXES.get(ORDINAL.select(number)) ?? 'th'}`;
}
