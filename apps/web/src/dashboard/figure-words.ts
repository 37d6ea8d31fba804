import type { FactDate, FactValue, Figure } from '../api/types.ts';

/** The value of a figure. */
export type FigureValue = NonNullable<Figure['value']>;

/** How values are formatted. */
export interface FigureFormat {
  /** BCP 47 tag; that of the browser by default. */
  readonly locale?: string;
  /** Keeps the decimals of whole amounts, so that the amounts of a column align. */
  readonly exact?: boolean;
}

/** Shown for a value that there is nothing to compute from. */
export const NO_VALUE = '–';

const MAX_DECIMALS = 6;

/**
 * Formats the value of a figure. Decimal numbers are never converted to floating point.
 *
 * @returns Such as `€12,000`, `€900–€1,100`, `12.5%`, `340 users` or `1 Dec 2026`.
 */
export function formatFigure(value: FigureValue | null, format: FigureFormat = {}): string {
  if (value === null) return NO_VALUE;
  if (value.kind === 'date') return formatFactDate(value.on);
  if (value.kind === 'text') return value.text;
  return formatFactValue(value, format);
}

/** Formats the value of a fact, as {@link formatFigure} does. */
export function formatFactValue(value: FactValue, format: FigureFormat = {}): string {
  if (value.kind === 'money') return formatMoney(value, format);
  if (value.kind === 'percent') return `${formatDecimal(value.percent, {}, format)}%`;
  const number = formatDecimal(value.quantity, {}, format);
  return value.unit === '' ? number : `${number} ${unitFor(value.quantity, value.unit)}`;
}

const DATE_OPTIONS = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/**
 * Formats a date as exactly as it is known.
 *
 * @returns `1 Dec 2026`, `Dec 2026`, `Q4 2026` or `2026`.
 */
export function formatFactDate({ date, precision }: FactDate): string {
  if (precision === 'quarter') {
    const month = Number(date.slice(5, 7));
    return `Q${Math.ceil(month / 3)} ${date.slice(0, 4)}`;
  }
  const options = { ...DATE_OPTIONS[precision], timeZone: 'UTC' };
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', options);
}

function formatMoney(value: FactValue & { kind: 'money' }, format: FigureFormat): string {
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency: value.currency,
    trailingZeroDisplay: format.exact === true ? 'auto' : 'stripIfInteger',
  };
  const low = formatDecimal(value.amount, options, format);
  const amount =
    value.upTo === undefined ? low : `${low}–${formatDecimal(value.upTo, options, format)}`;
  return value.per === undefined ? amount : `${amount} a ${value.per}`;
}

function formatDecimal(
  text: string,
  options: Intl.NumberFormatOptions,
  { locale }: FigureFormat,
): string {
  if (!isDecimal(text)) return text;
  const digits = options.style === 'currency' ? {} : { maximumFractionDigits: MAX_DECIMALS };
  return new Intl.NumberFormat(locale, { ...digits, ...options }).format(text);
}

/** Whether a text is a decimal number without separators, which `Intl` formats exactly. */
function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** Plurals that do not end in "s", as of German words: they are the unit of what was said. */
const IS_PLURAL =
  /^(?:[a-z]{6,}en|karten|kunden|seiten|stimmen|leute|besucher|teilnehmer|mitglieder|helfer|gäste)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ person: 'people', child: 'children', man: 'men', woman: 'women', staff: 'staff' },
};

/** Units are in the singular; only English words get a plural. */
function unitFor(quantity: string, unit: string): string {
  const isWord = /^[a-z]{3,}$/.test(unit) && !unit.endsWith('s') && !IS_PLURAL.test(unit);
  if (!isWord || Number(quantity) === 1) return unit;
  const irregular = IRREGULAR[unit];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(?:x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}
