import { isAttached, type Token } from './tokens.ts';

/** A currency in a sentence, before or after its number. */
export interface FoundCurrency {
  readonly currency: string;
  /** What one of it is worth in the currency; 0.01 for cents. */
  readonly worth: '1' | '0.01';
  /** Index of the token after it. */
  readonly next: number;
}

const SIGNS = new Map(
  Object.entries({
    ...{ '€': 'EUR', '£': 'GBP', '¥': 'JPY', '￥': 'JPY', '₹': 'INR', '₩': 'KRW' },
    ...{ 円: 'JPY', 圓: 'JPY', 元: 'CNY' },
  }),
);

/** Codes are read in capitals only: "all", "try" and "top" are words. */
const CODES = new Set(
  (
    'EUR USD GBP CHF JPY INR CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY BRL MXN ARS CLP COP ' +
    'ZAR CNY HKD SGD KRW THB ILS AED SAR'
  ).split(' '),
);

/** Short forms that are written before or after a number. */
const SHORT = new Map(Object.entries({ rs: 'INR', sfr: 'CHF', fr: 'CHF', zł: 'PLN', kč: 'CZK' }));

const WORDS = new Map(
  Object.entries({
    euro: 'EUR',
    euros: 'EUR',
    quid: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    pfund: 'GBP',
    livres: 'GBP',
    libras: 'GBP',
    sterling: 'GBP',
    franc: 'CHF',
    francs: 'CHF',
    franken: 'CHF',
    francos: 'CHF',
    yen: 'JPY',
    yenes: 'JPY',
    rupee: 'INR',
    rupees: 'INR',
    rupien: 'INR',
    kronor: 'SEK',
    kroner: 'NOK',
    zloty: 'PLN',
    zlotys: 'PLN',
    złoty: 'PLN',
    yuan: 'CNY',
    renminbi: 'CNY',
    peso: 'MXN',
    pesos: 'MXN',
    reais: 'BRL',
    rand: 'ZAR',
    shekels: 'ILS',
  }),
);

const DOLLARS = new Set(['dollar', 'dollars', 'buck', 'bucks', 'dólar', 'dólares']);
const CENTS = new Set(['cent', 'cents', 'céntimos', 'centimes']);

/** Currencies with a dollar of their own, by the word before it. */
const DOLLARS_OF = new Map(
  Object.entries({
    us: 'USD',
    usd: 'USD',
    american: 'USD',
    canadian: 'CAD',
    australian: 'AUD',
    singapore: 'SGD',
    hongkong: 'HKD',
    swiss: 'CHF',
    british: 'GBP',
    danish: 'DKK',
    swedish: 'SEK',
    norwegian: 'NOK',
    mexican: 'MXN',
    c: 'CAD',
    ca: 'CAD',
    a: 'AUD',
    au: 'AUD',
    nz: 'NZD',
    s: 'SGD',
    hk: 'HKD',
  }),
);

const OWN_DOLLAR = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']);

/** The currency that ends before a number: "US$ 300", "CHF 20", "€ 5". */
export function currencyBefore(
  tokens: readonly Token[],
  at: number,
  ofProject: string,
): { readonly currency: string; readonly from: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const sign = SIGNS.get(token.text);
  if (sign !== undefined) return { currency: sign, from: at };
  if (token.text === '$') return dollarSign(tokens, at, ofProject);
  if (CODES.has(token.text)) return { currency: token.text, from: at };
  const isDotted = token.text === '.' && !token.spaced;
  const short = SHORT.get((isDotted ? tokens[at - 1]?.lower : token.lower) ?? '');
  if (short !== undefined) return { currency: short, from: isDotted ? at - 1 : at };
  return null;
}

function dollarSign(tokens: readonly Token[], at: number, ofProject: string) {
  const before = tokens[at - 1];
  const named = isAttached(tokens[at]) && before ? DOLLARS_OF.get(before.lower) : undefined;
  if (named !== undefined) return { currency: named, from: at - 1 };
  return { currency: dollarOf(ofProject), from: at };
}

/** A dollar without a country is that of the project, if it has one. */
function dollarOf(ofProject: string): string {
  return OWN_DOLLAR.has(ofProject) ? ofProject : 'USD';
}

/** The currency that begins after a number: "300 euros", "20 US dollars", "5 €". */
export function currencyAfter(
  tokens: readonly Token[],
  at: number,
  ofProject: string,
): FoundCurrency | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.lower === 'de') return currencyAfter(tokens, at + 1, ofProject);
  const found = (currency: string, next = at + 1): FoundCurrency => ({
    currency,
    worth: '1',
    next,
  });
  if (token.text === '$' || DOLLARS.has(token.lower)) return found(dollarOf(ofProject));
  const plain = SIGNS.get(token.text) ?? WORDS.get(token.lower.replace(/^d'/, ''));
  if (plain !== undefined) return found(plain);
  if (CODES.has(token.text) || (CODES.has(token.text.toUpperCase()) && !isWord(token))) {
    return found(token.text.toUpperCase());
  }
  if (SHORT.has(token.lower) && token.lower !== 'fr') return found(SHORT.get(token.lower) ?? '');
  if (CENTS.has(token.lower)) return { currency: ofProject, worth: '0.01', next: at + 1 };
  return ofCountry(tokens, at);
}

/** Codes that are words in lower case. */
function isWord({ lower }: Token): boolean {
  return (
    lower === 'try' || lower === 'sar' || lower === 'ron' || lower === 'cop' || lower === 'sek'
  );
}

/** "Canadian dollars", "Swiss francs", "US$". */
function ofCountry(tokens: readonly Token[], at: number): FoundCurrency | null {
  const named = DOLLARS_OF.get(tokens[at]?.lower ?? '');
  const isHyphen = tokens[at + 1]?.text === '-';
  const noun = tokens[at + (isHyphen ? 2 : 1)];
  if (named === undefined || noun === undefined || (tokens[at]?.lower ?? '') === 'a') return null;
  const isCurrency =
    noun.text === '$' || DOLLARS.has(noun.lower) || WORDS.has(noun.lower) || noun.lower === 'krone';
  return isCurrency ? { currency: named, worth: '1', next: at + (isHyphen ? 3 : 2) } : null;
}

/** Whether a currency stands directly before or after a number. */
export function touchesCurrency(tokens: readonly Token[], at: number, next: number): boolean {
  const dashes = /^[.,]$/.test(tokens[next]?.text ?? '') ? 2 : 0;
  return (
    currencyBefore(tokens, at - 1, '') !== null || currencyAfter(tokens, next + dashes, '') !== null
  );
}
