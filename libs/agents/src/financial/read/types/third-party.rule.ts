import { isFromGiver, isGiver, isInside } from './giver.rule.ts';
import { isReturned } from './returned.rule.ts';

/**
 * What the payer of an amount makes of it: income for sure or perhaps, an expense that may be of
 * somebody else, or nothing.
 */
export type PaidByOthers = 'income' | 'maybeIncome' | 'maybeTheirs' | 'no';

/** An amount in its clause. */
interface PaymentPlace {
  /** The sentence as far as its clause, and whether a question about income came before it. */
  readonly earlier: string;
  readonly isAboutIncome: boolean;
  /** What stands before and after the amount in its clause. */
  readonly before: string;
  readonly after: string;
}

const ADVERBS = '(?:has |have |had |just |already |finally |also |now |then ){0,3}';
const HANDS_OVER =
  '(?:paid out|paid|wired|transferred|sent over|sent|handed over|reimbursed|refunded|remitted|credited|advanced|gave|gives|is giving|contributed|donated|chipped in|chips in|pays|is paying|are paying|will pay|will transfer)';
const SUBJECT =
  '(?:^|[:;,.–—-]\\s|(?<!\\p{L})(?:and|but|so|when|because)\\s)\\s*(?:yesterday |today )?(?:the|our|their|a|an)\\s';

/** "The brewery transferred their", "Our local bank has wired the" */
const ENGLISH = new RegExp(
  `${SUBJECT}(\\p{L}[\\p{L}-]*(?:\\s\\p{L}[\\p{L}-]*){0,2}?)\\s${ADVERBS}${HANDS_OVER}(?: us)?(?: back)?\\s(?:(?:the|their|its|our|a)\\s(?:\\p{L}+\\s){0,2}(?:half|part|share|money|grant|donation|rest|contribution|instal?lment|sum|amount|payment|deposit|refund|advance|tranche|fine|bill|fee|tax|price|salary|rent)(?: (?:he|she|they|it) owed(?: us)?)?(?:[,:]| of| for \\p{L}+,)\\s)?(?:(?:the|their|its|his|her|another|about|around|only)\\s){0,2}$`,
  'iu',
);
const GERMAN =
  /(?:^|[:;,.–—-]\s|(?<!\p{L})(?:und|aber)\s)\s*(?:die|der|das|unsere?)\s(\p{L}+(?:\s\p{L}+)??)\s(?:hat|haben)\s(?:(?:uns|gestern|heute|schon|endlich|jetzt|die|ihre|seine)\s){0,3}$/iu;
const GERMAN_VERB =
  /^[^,;.]{0,60}?(?:überwiesen|gezahlt|bezahlt|ausgezahlt|erstattet|zurückgezahlt|zurücküberwiesen)(?!\p{L})/iu;
const FRENCH =
  /(?:^|[:;,.–—-]\s|(?<!\p{L})et\s)\s*(?:l['’]|la |le |les |notre |nos )(\p{L}+(?:\s\p{L}+)??)\s(?:nous )?(?:a|ont)\s(?:déjà |enfin )?(?:versé|payé|viré|remboursé|réglé)\s(?:(?:les|ses|leurs|ces)\s)?$/iu;
const SPANISH =
  /(?:^|[:;,.–—-]\s|(?<!\p{L})y\s)\s*(?:el|la|los|las|nuestr[oa]s?)\s(\p{L}+(?:\s\p{L}+)??)\s(?:nos )?(?:ya )?(?:ha |han )?(?:transfirió|transfirieron|pagó|pagaron|ingresó|ingresaron|abonó|devolvió|reembolsó|transferido|pagado|ingresado|abonado|devuelto|reembolsado)\s(?:(?:los|sus|esos)\s)?$/iu;

/** Nobody but a creditor does this. */
const GIVES_BACK =
  /(?:donated|contributed|chip(?:s|ped) in|paid out|reimbursed|refunded|back|erstattet|zurück|remboursé|devuelto|devolvió|reembols)/iu;
const THEIR_MONEY = /(?<!\p{L})(?:their|its|ihre|seine|ses|leurs?|sus)\s$/iu;
/** "to the caterer", "to customers": it goes on to somebody else. */
const TO_OTHERS =
  /^\s*(?:back )?(?:to|an|à|al?)\s(?!us(?!\p{L})|our(?!\p{L})|the (?:club|project|account))/iu;

/** "Lindner & Sons paid their 900" */
const COMPANY_PAID =
  /(?:^|[:;,.]\s)\s*\p{Lu}[\p{L}.-]+(?: (?:&|and|und|et|y) \p{Lu}\p{L}+| \p{Lu}\p{L}+)? (?:has |have |just |already |finally ){0,2}(?:paid|transferred|wired) their\s$/u;
/** "The printer bought our old stage for 650" */
const BOUGHT = new RegExp(
  `${SUBJECT}(\\p{L}[\\p{L}-]*(?:\\s\\p{L}[\\p{L}-]*){0,2}?)\\s${ADVERBS}(?:bought|purchased|rented)\\s[^,;.]{1,40}(?:\\sfor|,)\\s$`,
  'iu',
);
/** "Die Stadt zahlt 150 Euro" */
const GERMAN_PRESENT =
  /(?:^|[:;,.–—-]\s|(?<!\p{L})(?:und|aber)\s)\s*(?:die|der|das|unsere?)\s(\p{L}+)\s(?:zahlt|überweist|gibt|spendet|übernimmt)\s(?:(?:uns|die|noch|jetzt)\s){0,2}$/iu;
/** "The band was paid 600" */
const IS_PAID = /(?<!\p{L})(?:was|were|is|are|been|be|being|got|gets|get)$/iu;
/** "Kaya wired me 60": for the project, as far as anybody can tell. */
const GAVE_ME =
  /(?<!\p{L})(?:wired|sent|transferred|gave|paid|handed) me\s(?:(?:about|the|another|back)\s)?$/iu;
const TO_US = /(?<!\p{L})(?:us|uns|nous|nos)\s/iu;
const INCOME_NAMED =
  /(?<!\p{L})(?:sponsor|donation|grant|subsid|funding|income|pledge|spende|förder|zuschuss|einnahme|subvention|mécénat|patrocini|subvenci|donaci)/iu;
const PAID =
  /(?<!\p{L})(?:paid|zahlt|übernimmt|bezahlt|gezahlt|payé|réglé|pagó|pagaron|pagado)(?!\p{L})(?! out)/iu;
const FOR_WHAT = /^[^,;]{0,20}?(?<!\p{L})(?:for|für|pour|por|para)\s/iu;

/** What the payer of an amount makes of it: somebody outside pays the project, or their own bills. */
export function paidByOthers(place: PaymentPlace): PaidByOthers {
  const { before, after } = place;
  const comes = isReturned(before, after) || isFromGiver(before, after);
  if (comes || COMPANY_PAID.test(before)) return 'income';
  if (GAVE_ME.test(before)) return 'maybeIncome';
  const buyer = BOUGHT.exec(before.slice(-120))?.[1] ?? null;
  if (buyer !== null) return isInside(buyer) ? 'no' : 'maybeTheirs';
  const payer = payerOf(before, after);
  if (payer === null || isInside(payer) || IS_PAID.test(payer)) return 'no';
  if (TO_OTHERS.test(after)) return 'maybeTheirs';
  if (TO_US.test(before)) return 'income';
  const verb = `${before.slice(-40)}${after.slice(0, 60)}`;
  if (isGiver(payer) || THEIR_MONEY.test(before) || GIVES_BACK.test(verb)) return 'income';
  if (place.isAboutIncome || INCOME_NAMED.test(place.earlier)) return 'income';
  return PAID.test(verb) && FOR_WHAT.test(after) ? 'maybeTheirs' : 'maybeIncome';
}

function payerOf(before: string, after: string): string | null {
  const near = before.slice(-90);
  const german = GERMAN_VERB.test(after) ? GERMAN.exec(near) : GERMAN_PRESENT.exec(near);
  return (ENGLISH.exec(near) ?? german ?? FRENCH.exec(near) ?? SPANISH.exec(near))?.[1] ?? null;
}
