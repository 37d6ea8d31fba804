import type { Rate } from '#contracts/model';
import { EACH_OF, RATE_WORDS, rateAt } from './rates.ts';
import type { Token } from './tokens.ts';

/**
 * The rate of an amount that does not stand directly beside it: "200 euros for hosting every month",
 * "the monthly rent is 900 euros", "every week we pay 50 euros", "jede Woche 50 Euro".
 * @param from, next indexes of its first token, and of the one after the last
 */
export function rateApart(tokens: readonly Token[], from: number, next: number): Rate | null {
  return (
    rateAfterPurpose(tokens, next) ??
    rateJustBefore(tokens, from) ??
    rateOfPayment(tokens, from) ??
    rateOfStart(tokens, from)
  );
}

/** Words that begin what is paid for, after an amount. */
const PURPOSE = new Set(['for', 'on', 'für', 'pour', 'para', 'por']);
/** "for the stage lights every month" */
const MOST_WORDS = 4;
const AGAIN = new Set(['every', 'each', 'per', 'pro', 'jede', 'jeden', 'jedes', 'chaque', 'cada']);

/** A rate after what is paid for: "200 euros for hosting every month". */
function rateAfterPurpose(tokens: readonly Token[], at: number): Rate | null {
  if (!PURPOSE.has(tokens[at]?.lower ?? '')) return null;
  for (let index = at + 2; index <= at + 1 + MOST_WORDS; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word' || tokens[index - 1]?.kind !== 'word') return null;
    const isEach =
      AGAIN.has(token.lower) || EACH_OF.has(`${token.lower} ${tokens[index + 1]?.lower ?? ''}`);
    if (isEach || (RATE_WORDS.has(token.lower) && tokens[index + 1]?.kind !== 'word')) {
      return rateAt(tokens, index)?.per ?? null;
    }
  }
  return null;
}

/** "jede Woche 50 Euro" */
function rateJustBefore(tokens: readonly Token[], from: number): Rate | null {
  const isEach = AGAIN.has(tokens[from - 2]?.lower ?? '');
  return isEach ? (rateAt(tokens, from - 2)?.per ?? null) : null;
}

/** How far from the start of its sentence an amount takes the rate from there. */
const START_REACH = 8;

/** A rate that begins a sentence: "Every month we pay 200 euros". */
function rateOfStart(tokens: readonly Token[], at: number): Rate | null {
  const first = tokens[0]?.lower ?? '';
  const begins = AGAIN.has(first) || EACH_OF.has(`${first} ${tokens[1]?.lower ?? ''}`);
  return begins && at > 1 && at <= START_REACH ? (rateAt(tokens, 0)?.per ?? null) : null;
}

/** Payments that an adjective makes recurring: "the monthly rent is 900", "loyer mensuel de 900". */
const PAYMENT =
  /^(?:rents?|fees?|payments?|premiums?|insurance|subscriptions?|salar(?:y|ies)|licen[cs]es?|charges?|lease|instal?lments?|miete|\p{L}{0,20}gebühr|beitrag|rate|gehalt|\p{L}{0,20}kosten|loyer|abonnement|cotisation|frais|assurance|salaire|alquiler|cuota|suscripción|seguro|sueldo)$/u;
const ADJECTIVES = new Map<string, Rate>([
  ...(['weekly', 'wöchentliche', 'wöchentlichen', 'hebdomadaire', 'semanal'] as const).map(
    (word) => [word, 'week'] as const,
  ),
  ...(['monthly', 'monatliche', 'monatlichen', 'mensuel', 'mensuelle', 'mensual'] as const).map(
    (word) => [word, 'month'] as const,
  ),
  ...(['quarterly', 'vierteljährliche', 'trimestriel', 'trimestrielle', 'trimestral'] as const).map(
    (word) => [word, 'quarter'] as const,
  ),
  ...(['yearly', 'annual', 'jährliche', 'jährlichen', 'annuel', 'annuelle', 'anual'] as const).map(
    (word) => [word, 'year'] as const,
  ),
]);
/** Words between a payment and its amount. */
const LINKS = new Set(
  'is are was of over at the costs cost now for office hall ist beträgt von liegt bei kostet est de la du à es son cuesta'.split(
    ' ',
  ),
);
const MOST_LINKS = 4;

/** A rate that an adjective states: "the monthly rent is 900 euros". */
function rateOfPayment(tokens: readonly Token[], at: number): Rate | null {
  let index = at - 1;
  for (let links = 0; links < MOST_LINKS && LINKS.has(tokens[index]?.lower ?? ''); links++) index--;
  const [before, last] = [tokens[index - 1]?.lower ?? '', tokens[index]?.lower ?? ''];
  const adjective = PAYMENT.test(last) ? before : PAYMENT.test(before) ? last : '';
  return ADJECTIVES.get(adjective) ?? null;
}
