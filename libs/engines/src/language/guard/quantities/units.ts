/** The spellings of units: the first of each line is the name under which they are compared. */
const UNITS = [
  '% percent pct',
  'kg kilogram kilograms kilo kilos',
  'g gram grams gramme grammes',
  'mg milligram milligrams',
  'µg microgram micrograms mcg',
  'lb lbs',
  'oz ounce ounces',
  'km kilometer kilometers kilometre kilometres',
  'm meter meters metre metres',
  'cm centimeter centimeters centimetre centimetres',
  'mm millimeter millimeters millimetre millimetres',
  'mi mile miles',
  'ft foot feet',
  'inch inches',
  'yd yard yards',
  'l liter liters litre litres',
  'ml milliliter milliliters millilitre millilitres',
  'h hour hours hr hrs',
  'min minute minutes mins',
  's second seconds sec secs',
  'ms millisecond milliseconds',
  'kb kilobyte kilobytes',
  'mb megabyte megabytes',
  'gb gigabyte gigabytes gig gigs',
  'tb terabyte terabytes',
  'hz hertz',
  'khz kilohertz',
  'mhz megahertz',
  'ghz gigahertz',
  'w watt watts',
  'kw kilowatt kilowatts',
  'kwh',
  'v volt volts',
  'mph',
  'kph',
  '° degree degrees',
  '$ dollar dollars bucks usd',
  '€ euro euros eur',
  '£ gbp quid',
  '¥ yen jpy',
  '¢ cent cents',
  'pound pounds',
  'rupee rupees',
  'franc francs chf',
];
/** Units of several words; in the form in which their words are written apart. */
const PHRASES: readonly (readonly [phrase: string, unit: string])[] = [
  ['per cent', '%'],
  ['degrees celsius', '°c'],
  ['degrees centigrade', '°c'],
  ['degrees fahrenheit', '°f'],
  ['degree celsius', '°c'],
  ['degree fahrenheit', '°f'],
  ['° c', '°c'],
  ['° f', '°f'],
  ['miles per hour', 'mph'],
  ['mi / h', 'mph'],
  ['kilometers per hour', 'kph'],
  ['kilometres per hour', 'kph'],
  ['km / h', 'kph'],
  ['kilowatt hours', 'kwh'],
  ['pounds sterling', '£'],
  ['square meters', 'm²'],
  ['square metres', 'm²'],
  ['square feet', 'ft²'],
  ['sq ft', 'ft²'],
  ["o'clock", ':00'],
  ['a m', 'am'],
  ['p m', 'pm'],
  ['a.m', 'am'],
  ['p.m', 'pm'],
  ['am', 'am'],
  ['pm', 'pm'],
];
/** Short spellings that are words or names of things when they stand apart from their number. */
const GLUED_ONLY = new Set(['s', 'w', 'v', 'in']);

/** Signs of currencies, which stand before or after their number. */
export const CURRENCY_SIGNS: ReadonlySet<string> = new Set(['$', '€', '£', '¥']);

const BY_SPELLING: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((line) => line.split(' ')).flatMap((spellings) =>
    spellings.map((spelling): [string, string] => [spelling, spellings[0] ?? spelling]),
  ),
  ...PHRASES,
]);
/** Words of the longest phrase. */
const LONGEST = 3;

/**
 * The unit that words stand for right after a number.
 * @param keys the words after the number, in lower case, at least {@link LONGEST} if there are as many
 * @param glued whether the first is written right after the number
 * @returns how many words it has; `null` when they are no unit
 */
export function unitAt(
  keys: readonly string[],
  glued: boolean,
): { readonly unit: string; readonly count: number } | null {
  for (let count = Math.min(LONGEST, keys.length); count >= 1; count -= 1) {
    const unit = BY_SPELLING.get(keys.slice(0, count).join(' '));
    if (unit === undefined || (!glued && GLUED_ONLY.has(keys[0] ?? ''))) continue;
    return { unit, count };
  }
  return null;
}
