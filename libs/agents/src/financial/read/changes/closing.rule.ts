import type { FactDraft } from '#contracts/model';
import type { FoundDate } from '../../../text/dates.ts';
import type { TextSpan } from '../../../text/sentences.ts';
import { standingOf } from '../claims/standing-of.ts';
import { isPaidInPart } from '../amounts/part-payment.rule.ts';
import { categoryOf } from '../../categories/category.rule.ts';
import { withoutPhrases } from '../labels/label-text.ts';
import { nounPhrase } from '../labels/noun-phrase.ts';
import type { SentenceSource } from '../statement.ts';
import { whoOf } from '../types/who.rule.ts';

/** What a sentence without an amount says of an order or a bill. */
interface Closing {
  readonly status: 'paid' | 'cancelled';
  readonly label: string;
}

type Form = readonly [Closing['status'], RegExp];

const ADVERBS = '(?:have |has |had |just |already |finally |also |now |then ){0,3}';
const SOMEBODY = "(?<!\\p{L})(?:i|we|they|he|she|i['’]ve|we['’]ve|\\p{Lu}\\p{Ll}+) ";
const IS = '(?:is|are|was|were|has been|have been|got) (?:now |already |finally |all ){0,2}';

/** The object after the verb. */
const OBJECT_AFTER: readonly Form[] = [
  ['cancelled', form(`${SOMEBODY}${ADVERBS}(?:cancell?ed|called off) `)],
  ['paid', form(`${SOMEBODY}${ADVERBS}(?:paid(?: off| for)?|settled) `)],
  ['cancelled', form("(?<!\\p{L})(?:on a|nous avons|j['’]ai|ils ont) annulé ")],
  ['paid', form("(?<!\\p{L})(?:on a|nous avons|j['’]ai) (?:déjà )?(?:payé|réglé) ")],
  ['cancelled', form('(?<!\\p{L})(?:cancelamos|hemos cancelado|anulamos) ')],
  ['paid', form('(?<!\\p{L})(?:(?:ya )?pagamos|hemos pagado|pagué|he pagado) (?:a )?')],
];

/** The object before the verb. */
const OBJECT_BEFORE: readonly Form[] = [
  ['cancelled', form(` ${IS}(?:cancell?ed|called off)(?!\\p{L})`)],
  [
    'cancelled',
    form(` (?:${IS}off|fell through|has fallen through)(?=\\s*(?:$|[,.;!]|then|now|for good))`),
  ],
  ['paid', form(` ${IS}(?:paid|settled)(?!\\p{L})`)],
  [
    'paid',
    form(
      ",? (?:that|it|they)(?:['’]s|['’]re) (?:already |now |all ){0,2}(?:paid|settled)(?!\\p{L})",
    ),
  ],
  ['cancelled', form(' (?:wurden?|ist|sind) (?:abgesagt|storniert|gekündigt)(?!\\p{L})')],
  [
    'paid',
    form(
      ' (?:wurden?|ist|sind) (?:schon |jetzt |bereits |endlich |nun ){0,2}(?:bezahlt|beglichen)(?!\\p{L})',
    ),
  ],
  ['cancelled', form(' (?:est|sont) (?:enfin |déjà |maintenant )?annulée?s?(?!\\p{L})')],
  ['paid', form(' (?:est|sont) (?:enfin |déjà |maintenant )?(?:payée?s?|réglée?s?)(?!\\p{L})')],
  ['paid', form(' (?:ya )?(?:está|están) (?:ya |por fin )?pagad[oa]s?(?!\\p{L})')],
];

/** "Ich habe den Grafiker gestern bezahlt": the object between the verb and its end. */
const GERMAN =
  /(?<!\p{L})(?:ich habe|wir haben|habe ich|haben wir) ([^,;]{1,60}?) (bezahlt|beglichen|überwiesen|abgesagt|storniert|gekündigt)(?!\p{L})/iu;
const GERMAN_FIRST =
  /^\s*((?:den|die|das|der) [^,;]{1,40}?) (?:habe ich|haben wir) (?:\p{L}{1,12} ){0,2}?(bezahlt|beglichen|überwiesen|abgesagt|storniert|gekündigt)(?!\p{L})/iu;

const PRONOUN = /^(?:it|that|them|this|those|him|her|es|das|ihn|sie|ça|lo)(?!\p{L})/iu;
const PAPER = /^(?:invoice|bill|deposit|rechnung|facture|factura|order|contract)s?$/iu;

/** How far back "it" may refer. */
const LINES_BACK = 2;

function form(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/**
 * Reads that something was paid or cancelled whose amount is not said again: "I paid the designer",
 * "The band was cancelled".
 */
export function readClosing(
  source: Omit<SentenceSource, 'amounts' | 'corrections'>,
): FactDraft | null {
  const { sentence, line, index, dates, reading } = source;
  const standing = standingOf(sentence.text);
  const isStated = !standing.hypothetical && !standing.question && !standing.joking;
  if (!isStated || standing.negated || isPaidInPart(sentence.text)) return null;
  const found = closingIn(sentence, source);
  if (found === null || found.label === '') return null;
  return {
    ...{ line: index, quote: sentence.text, type: 'closing', label: found.label, value: null },
    on: dateIn(dates, line.date),
    who: whoOf(sentence.text, line),
    status: found.status,
    category: categoryOf(found.label, '', reading.categories),
    certainty: standing.unsure ? 'possible' : 'certain',
    corrects: false,
  };
}

function dateIn(dates: readonly FoundDate[], saidOn: string): FactDraft['on'] {
  return dates.find(({ on }) => on.date <= saidOn)?.on ?? null;
}

function closingIn(
  { text }: TextSpan,
  { context, index }: Pick<SentenceSource, 'context' | 'index'>,
): Closing | null {
  const plain = withoutPhrases(text);
  const closing = objectAfter(plain) ?? objectBefore(plain) ?? german(plain);
  if (closing === null) return null;
  const isNamed = !PRONOUN.test(closing.label) && !PAPER.test(nounPhrase(closing.label));
  if (isNamed) return { ...closing, label: nounPhrase(closing.label) };
  const last = context.recent.findLast(({ line }) => index - line <= LINES_BACK);
  return last === undefined || !isOpen(last) ? null : { ...closing, label: last.label };
}

/** What was spent already is not closed once more. */
function isOpen({ type }: FactDraft): boolean {
  return type === 'commitment' || type === 'invoice' || type === 'quote';
}

function objectAfter(text: string): Closing | null {
  for (const [status, pattern] of OBJECT_AFTER) {
    const found = pattern.exec(text);
    if (found !== null) return { status, label: text.slice(found.index + found[0].length) };
  }
  return null;
}

function objectBefore(text: string): Closing | null {
  for (const [status, pattern] of OBJECT_BEFORE) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const label = text.slice(0, found.index).split(/[,;:]/).at(-1) ?? '';
    return { status, label: label.replace(/^\s*(?:and|but|so|also|und|et|y)\s/iu, '').trim() };
  }
  return null;
}

function german(text: string): Closing | null {
  const [, label, verb] = GERMAN_FIRST.exec(text) ?? GERMAN.exec(text) ?? [];
  if (label === undefined || verb === undefined) return null;
  const isPaid = /bezahlt|beglichen|überwiesen/i.test(verb);
  return { status: isPaid ? 'paid' : 'cancelled', label };
}
