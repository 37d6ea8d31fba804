import type { Place } from '../clauses/clauses.ts';
import { cuesIn } from '../types/cues.ts';
import type { CueKind } from '../types/cues.table.ts';
import { priceSubject } from './price-subject.rule.ts';
import { withoutDates, withoutFillers, withoutPhrases } from './label-text.ts';
import { nounPhrase } from './noun-phrase.ts';

/** Where an amount stands in its clause; `null` when a clause without it is asked for its subject. */
export interface LabelPlace {
  readonly clause: string;
  readonly amount: Place | null;
  /** Dates in the clause: "on Monday" is no label. */
  readonly dates: readonly Place[];
  readonly who: string | null;
}

const PURPOSE = /(?<!\p{L})(?:for|on|towards?|into|für|pour|para|por|en)\s+/giu;
const PARTNER =
  /(?<!\p{L})(?:from|with|by|to|at|of|beim|vom|zum|au|aux|al|von|vom|mit|bei|an|de|du|del|des|avec|con|à)\s+/giu;

/** Papers and payments: what they are for says more. */
const GENERIC =
  /^(?:(?:first|second|third|last|final|next|other)\s)?(?:half|invoice|bill|quote|contract|deal|order|payment|deposit|advance|budget|cost|costs|price|fee|estimate|offer|grant|refund|total|rechnung|angebot|vertrag|anzahlung|kosten|preis|facture|devis|contrat|acompte|prix|factura|contrato|oferta|depósito|precio|part|share|amount)$/i;

/** The noun phrase that an amount is about, in words of the clause; `''` when it names none. */
export function labelOf(stated: LabelPlace): string {
  const place = { ...stated, clause: withoutDates(withoutPhrases(stated.clause), stated.dates) };
  const { clause, amount, who } = place;
  const owner = ownerIn(clause);
  if (owner !== '') return owner;
  const before = withoutFillers(clause.slice(0, amount?.start));
  const after = amount === null ? '' : (/^[^,;:]*/.exec(clause.slice(amount.end))?.[0] ?? '');
  const subject = amount === null ? '' : priceSubject(before);
  if (subject !== '' && !GENERIC.test(subject)) return subject;
  const from = amount?.end ?? 0;
  const head = headOf(before, who);
  const purpose =
    phraseAfter(PURPOSE, after, from, place) ||
    objectOfDeal(before) ||
    phraseAfter(PURPOSE, before, 0, place);
  if (purpose !== '') return PAYMENT.test(head) ? `${purpose} ${head}` : purpose;
  const object = objectAfter(after, from, place);
  if (object !== '' && !GENERIC.test(object)) return object;
  if (head !== '' && !GENERIC.test(head)) return withNoun(head, before);
  const partner =
    phraseAfter(PARTNER, before, 0, place) || phraseAfter(PARTNER, after, from, place);
  return paperOf(partner, head || object, before);
}

/** The paper or payment with its sender, or any noun before the amount. */
function paperOf(partner: string, paper: string, before: string): string {
  const parts = [partner, paper || paperIn(before)].filter((part) => part !== '');
  const rest = [phraseBefore, cancelledIn, nearestPhrase, anyPaper];
  return rest.reduce((found, read) => found || read(before), parts.join(' '));
}

/** "the caterer's invoice": who sends a paper says more than the paper. */
const OWNER =
  /(?<!\p{L})(?:the |our |die |der )?((?:\p{L}[\p{L}-]* )?\p{L}[\p{L}-]*)['’]s (?:\p{L}{1,12} ){0,2}?(?:invoice|bill|quote|offer|estimate|contract|price|payment)(?!\p{L})/iu;

function ownerIn(clause: string): string {
  const owner = OWNER.exec(clause)?.[1] ?? '';
  const words = nounPhrase(owner.replace(/^(?:the|our|die|der) /i, ''));
  return /^(?:it|that|there|here|what|who|he|she|let|today|yesterday|tomorrow|year)$/i.test(words)
    ? ''
    : words;
}

/** "is what the sound will cost" */
const IS_WHAT =
  /^\s*(?:(?:hat|haben|hatte|kostete|kosteten)(?= (?:der|die|das|den|unser\p{L}{0,2}|mein\p{L}{0,2}) )|(?:is|was|are|were) (?:what|how much)(?: (?:i|we) (?:paid|spent) (?:for|on))?)/iu;

/** Kinds of payment that belong to the name of what is paid: "hall deposit". */
const PAYMENT =
  /^(?:\p{L}+ )?(?:deposit|advance|instal?lment|rent|fees?|refund|anzahlung|miete|acompte|loyer|anticipo|alquiler)$/iu;

/** Sources of money, and payments that name themselves. */
const PAYS =
  /^(?:donations?|sponsor(?:s|ship)?|subsid(?:y|ies)|loan|tickets?|taxes|tax|instal?lment|rent|salar(?:y|ies)|balance|fees?|spenden?|zuschuss|förderung|miete|gebühr(?:en)?|steuern?|dons?|subvention|loyer|donación|subvención|alquiler|sponsoring)$/i;

/** The paper or payment that the text names, when it names nothing else. */
function paperIn(before: string): string {
  const words = before.match(/\p{L}+(?:['’]t(?!\p{L}))?/gu) ?? [];
  return (
    words.findLast((word) => PAYS.test(word) || (GENERIC.test(word) && !PLAIN.test(word))) ?? ''
  );
}

function anyPaper(before: string): string {
  const found = before.match(/\p{L}+/gu)?.findLast((word) => GENERIC.test(word)) ?? '';
  return COSTS_NOW.test(before) ? '' : found;
}

/** "it costs": the verb, not the noun. */
const COSTS_NOW = /(?<!\p{L})(?:costs?|kosten)\s*$/u;

/** Words for any amount: other nouns of the sentence say more. */
const PLAIN = /^(?:budget|costs?|price|total|amount|part|share|kosten|preis|prix|precio)$/i;

/** "the 95 euro water bill", "2,000 euros is what the sound will cost" */
function objectAfter(after: string, from: number, { dates }: LabelPlace): string {
  if (dates.some(({ start }) => start >= from && start <= from + 2)) return '';
  const object = nounPhrase(after.replace(IS_WHAT, ''));
  const isVerb =
    NO_OBJECT.test(object) ||
    cuesIn(object).some(({ kind, start }) => start === 0 && VERBS.includes(kind));
  return isVerb ? '' : object;
}

const VERBS: readonly CueKind[] = ['spent', 'pay', 'commitment'];
const NO_OBJECT = /^(?:falls?|due|overdue|outstanding|fällig|überfällig)(?!\p{L})/iu;

/** "zwei Mikrofone für", with the verb at the end: the words before the preposition. */
function phraseBefore(before: string): string {
  const words = /^(.*\S)\s+(?:für|for|pour|por|at)\s*$/iu.exec(before)?.[1]?.split(/\s+/) ?? [];
  const phrases = words.slice(-3).map((_, index, last) => nounPhrase(last.slice(index).join(' ')));
  return phrases.find((phrase) => phrase !== '') ?? '';
}

/** "We cancelled the castle, so the 250 euros are" */
function cancelledIn(before: string): string {
  const found = /(?<!\p{L})(?:cancell?ed|called off|annulé|cancelamos)\s+/iu.exec(before);
  return found === null ? '' : nounPhrase(before.slice(found.index + found[0].length));
}

/** The last phrase with an article before the verb: "it looks like the roof will cost". */
function nearestPhrase(before: string): string {
  const verb = cuesIn(before)[0]?.start;
  const articles = before
    .slice(0, verb)
    .matchAll(
      /(?<!\p{L})(?:the|our|a|an|der|die|das|dem|den|einen?|einem|einer|la|le|les|un|une|au|el|los|al|una)\s+/giu,
    );
  const last = [...articles].at(-1);
  return last === undefined ? '' : nounPhrase(before.slice(last.index, verb));
}

const NOUN_OF =
  /(?<!\p{L})(\p{L}[\p{L}-]{2,30})\s+(?:of|over|von|über|de|d['’])\s*(?:about |around |roughly |rund |etwa |environ )?$/iu;

/** "the city gives us a grant of": the noun of the amount belongs to the label. */
function withNoun(head: string, before: string): string {
  const noun = NOUN_OF.exec(before)?.[1] ?? '';
  const isPlain =
    nounPhrase(noun) === '' ||
    /^(?:total|sum|price|costs?|amount|budget|out|kind|most)$/i.test(noun);
  return isPlain || head.toLowerCase().includes(noun.toLowerCase()) ? head : `${head} ${noun}`;
}

/** The object of the verb, otherwise the subject. */
function headOf(before: string, who: string | null): string {
  const cues = cuesIn(before);
  for (const [index, { kind, end }] of cues.entries()) {
    const object = kind === 'be' ? '' : nounPhrase(before.slice(end, cues[index + 1]?.start));
    if (object !== '') return withoutName(object, who);
  }
  const verb = cues.find(({ kind }) => kind === 'spent' || kind === 'pay');
  return withoutName(nounPhrase(before.slice(0, verb?.start).trimStart()), who);
}

/** "picked up paint for the stage, 42.80": what was bought, when the amount is not the object. */
function objectOfDeal(before: string): string {
  const cues = cuesIn(before);
  const at = cues.findIndex(({ kind }) => kind === 'spent' || kind === 'commitment');
  // "Paid the lab for the blood panels": who is paid is not what was bought.
  if (PAID_WHOM.test(before.slice(cues[at]?.start))) return '';
  const object = at < 0 ? '' : nounPhrase(before.slice(cues[at]?.end, cues[at + 1]?.start));
  return GENERIC.test(object) || PAYMENT.test(object) ? '' : object;
}

const PAID_WHOM =
  /^(?:paid|bezahlt|payé|pagué|pagamos) (?:the |our |le |la |al |a la )?\p{L}[^,;:]{1,30} (?:for|für|pour|por) /iu;

function withoutName(phrase: string, who: string | null): string {
  const isOnlyVerb = cuesIn(phrase).some(
    ({ kind, word }) => VERBS.includes(kind) && word.length === phrase.length,
  );
  return phrase === who || isOnlyVerb ? '' : phrase;
}

function phraseAfter(pattern: RegExp, text: string, offset: number, { dates }: LabelPlace): string {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const at = index + found.length;
    const isDate = dates.some(({ start, end }) => start <= offset + at && offset + at < end);
    const phrase = isDate ? '' : withoutName(nounPhrase(text.slice(at)), null);
    if (
      phrase !== '' &&
      !GENERIC.test(phrase) &&
      !/^(?:now|sure|me|us|once|good|example|free|time|least|most|delivery|completion|arrival|receipt|demand|site|lieferung|livraison|entrega)$/i.test(
        phrase,
      )
    )
      return phrase;
  }
  return '';
}
