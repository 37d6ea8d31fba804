import type { Rate } from '#contracts/model';
import type { Token } from './tokens.ts';

const SPANS = new Map<string, Rate>([
  ...['hour', 'hr', 'h', 'hourly', 'stunde', 'heure', 'hora'].map(
    (word) => [word, 'hour'] as const,
  ),
  ...['day', 'daily', 'tag', 'täglich', 'jour', 'día'].map((word) => [word, 'day'] as const),
  ...['week', 'weekly', 'woche', 'wöchentlich', 'semaine', 'semaines', 'semana', 'semanas'].map(
    (word) => [word, 'week'] as const,
  ),
  ...[
    'month',
    'mo',
    'monthly',
    'monat',
    'monatlich',
    'mois',
    'mes',
    'meses',
    'mensuel',
    'mensuelle',
    'mensual',
    'mensuels',
    'mensuales',
  ].map((word) => [word, 'month'] as const),
  ...['quarter', 'quarterly', 'quartal', 'trimestre', 'trimestres'].map(
    (word) => [word, 'quarter'] as const,
  ),
  ...[
    'year',
    'yr',
    'annum',
    'yearly',
    'annually',
    'jahr',
    'jährlich',
    'an',
    'année',
    'año',
    'anuales',
    'annual',
    'annuel',
    'annuelle',
    'anual',
    'ans',
    'años',
  ].map((word) => [word, 'year'] as const),
]);

/** Words that stand before a span. */
const EACH = new Set([
  'a',
  'an',
  'per',
  'each',
  'every',
  'pro',
  'im',
  'am',
  'je',
  'par',
  'al',
  'por',
  'a',
  'la',
  'cada',
  'jede',
  'jeden',
  'jedes',
  'die',
  'das',
  'chaque',
]);

/** Two words before a span: "toutes les semaines". */
export const EACH_OF: ReadonlySet<string> = new Set([
  'tous les',
  'toutes les',
  'todos los',
  'todas las',
  'a la',
  'à la',
]);

/** Spans that need no word before them. */
export const RATE_WORDS: ReadonlySet<string> = new Set(
  (
    'hourly daily weekly monthly quarterly yearly annually täglich wöchentlich monatlich jährlich ' +
    'mensuel mensuels mensuales anuales'
  ).split(' '),
);

/** A rate directly before an amount: "monatlich 200 Euro". */
export function rateBefore(token: Token | undefined): Rate | null {
  return token !== undefined && RATE_WORDS.has(token.lower)
    ? (SPANS.get(token.lower) ?? null)
    : null;
}

/** A rate after an amount: "a month", "/month", "monthly", "p.a.". */
export function rateAt(
  tokens: readonly Token[],
  at: number,
): { readonly per: Rate; readonly next: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  if (RATE_WORDS.has(first.lower)) return found(first, at + 1);
  const span = spanAfter(tokens, at, first);
  // "5 000 euros la semaine dernière", "300 Euro im Jahr 2025": one of them, and no rate.
  const after = span === null ? undefined : tokens[span.next];
  return after !== undefined && IS_ONE.test(after.lower) ? null : span;
}

const IS_ONE =
  /^(?:dernière?|passée?|prochaine?|pasad[oa]|próxim[oa]|que|ago|later|before|earlier|after|der|des|vor|nach|danach|darauf|(?:19|20)\d\d)$/;

function spanAfter(
  tokens: readonly Token[],
  at: number,
  first: Token,
): { readonly per: Rate; readonly next: number } | null {
  if (first.lower === 'p' && tokens[at + 2]?.lower === 'a') return { per: 'year', next: at + 4 };
  const two = `${first.lower} ${tokens[at + 1]?.lower ?? ''}`;
  if (EACH_OF.has(two)) return found(tokens[at + 2], at + 3);
  const isEach = first.text === '/' || EACH.has(first.lower);
  return isEach ? found(tokens[at + 1], at + 2) : null;
}

function found(token: Token | undefined, next: number) {
  const per = SPANS.get(token?.lower ?? '');
  return per === undefined ? null : { per, next };
}
