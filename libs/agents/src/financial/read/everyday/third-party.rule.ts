import { wordTest } from '../../../text/standing/word-test.ts';

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

/** Who gives money to projects and sells them nothing. */
const GIVERS = [
  "sponsors?|donors?|patrons?|backers?|funders?|investors?|foundation|trust|charity|lottery|brewery|bank|savings bank|insur(?:er|ers|ance)(?: company| people)?|ministry|council|city|town|state|municipality|county|mayor(?:['’]s office)?|town hall|district|region|government|embassy|university|parish|church|tax (?:office|authority|people)|treasury|clients?|customers?|buyers?|tenants?|publisher|broadcaster|rotary(?: club)?|chamber|union",
  '(?:haupt)?sponsor(?:en)?|spender(?:in)?|stiftung|lotterie|brauerei|bank|sparkasse|versicherung|ministerium|stadt|gemeinde|land|landkreis|bezirk|botschaft|universität|kirche|finanzamt|kunde|kundin|kunden|käufer(?:in)?|mieter(?:in)?',
  'sponsors?|mécène|donateurs?|fondation|loterie|brasserie|banque|assurance|assureur|ministère|mairie|ville|commune|région|département|ambassade|université|paroisse|fisc|clients?|acheteurs?|locataires?',
  'patrocinador(?:a|es)?|donante|fundación|lotería|cervecera|banco|aseguradora|seguro|ministerio|ayuntamiento|ciudad|comunidad|diputación|gobierno|embajada|universidad|parroquia|hacienda|cliente[s]?|comprador(?:a)?|inquilin[oa]s?',
].join('|');
/** People of the project pay for it. */
const isInside = wordTest(
  'i|we|treasurer|accountant|bookkeeper|secretary|board|committee|team|crew|club|association|chair(?:man|woman|person)?|director|manager|producer|office|organi[sz]ers?|volunteers?|project|festival|somebody|someone|everybody|everyone|you|he|she|they',
  'ich|wir|er|sie|kassenwart(?:in)?|vorstand|verein|büro|leitung|man',
  'je|nous|on|il|elle|ils|elles|trésori(?:er|ère)|bureau|association|comité',
  'yo|nosotros|él|ella|ellos|tesorer[oa]|junta|asociación|oficina',
);

const ADVERBS = '(?:has |have |had |just |already |finally |also |now |then ){0,3}';
const HANDS_OVER =
  '(?:paid out|paid|wired|transferred|sent over|sent|handed over|reimbursed|refunded|remitted|credited|advanced|contributed|donated|chipped in|chips in|pays|is paying|are paying|will pay|will transfer)';
const SUBJECT =
  '(?:^|[:;,.–—-]\\s|(?<!\\p{L})(?:and|but|so|when|because)\\s)\\s*(?:yesterday |today )?(?:the|our|their|a|an)\\s';

/** "The brewery transferred their", "Our local bank has wired the" */
const ENGLISH = new RegExp(
  `${SUBJECT}(\\p{L}[\\p{L}-]*(?:\\s\\p{L}[\\p{L}-]*){0,2}?)\\s${ADVERBS}${HANDS_OVER}(?: us)?(?: back)?\\s(?:(?:the|their|its|our|a)\\s(?:\\p{L}+\\s){0,2}(?:half|part|share|money|grant|donation|rest|contribution|instal?lment|sum|amount|payment|deposit|refund|advance|tranche)(?:[,:]| of)\\s)?(?:(?:the|their|its|his|her|another|about|around|only)\\s){0,2}$`,
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

const isGiver = wordTest(GIVERS);
/** Nobody but a creditor does this. */
const GIVES_BACK =
  /(?:donated|contributed|chip(?:s|ped) in|paid out|reimbursed|refunded|back|erstattet|zurück|remboursé|devuelto|devolvió|reembols)/iu;
const THEIR_MONEY = /(?<!\p{L})(?:their|its|ihre|seine|ses|leurs?|sus)\s$/iu;
/** "to the caterer", "to customers": it goes on to somebody else. */
const TO_OTHERS =
  /^\s*(?:back )?(?:to|an|à|al?)\s(?!us(?!\p{L})|our(?!\p{L})|the (?:club|project|account))/iu;

/** "The 400 for the deposit came back", "the deposit of 350 came back" */
const CAME_BACK =
  /^[^,;.?!]{0,60}?\s(?:has |have |just |already |finally ){0,2}(?:came back|come back|been returned|been refunded|was returned|were returned|was refunded|were refunded|is back|are back|kam(?:en)? zurück|est revenu|sont revenus|volvió|volvieron)(?! (?:at|with|to|from|as)(?!\p{L}))(?!\p{L})/iu;
/** "gave us 80 back" */
const GAVE_BACK =
  /(?<!\p{L})(?:gave|sent|paid|wired|transferred) us\s(?:(?:about|the|our|another)\s)?$/iu;
/** "Our deposit for the tent came back, 350" */
const RETURNED_BEFORE =
  /(?<!\p{L})(?:deposit|bond|refund|money|advance|overpayment|kaution|anzahlung|caution|fianza|depósito)(?!\p{L})[^,;.]{0,40}?\s(?:came back|has come back|is back|was returned|was refunded|got refunded|kam(?: \p{L}+)? zurück|ist zurück|est revenue?|volvió)(?!\p{L})(?! (?:at|with|to|from|as)(?!\p{L}))[^,;.]{0,30}[,:–—-]\s*$/iu;
/** "We got our 150 back" */
const GOT_BACK =
  /(?<!\p{L})(?:got|have|had|received|get) (?:our|my|the|those|that)\s(?:other )?$/iu;
/** "Lindner & Sons paid their 900" */
const COMPANY_PAID =
  /(?:^|[:;,.]\s)\s*\p{Lu}[\p{L}.-]+(?: (?:&|and|und|et|y) \p{Lu}\p{L}+| \p{Lu}\p{L}+)? (?:has |have |just |already |finally ){0,2}(?:paid|transferred|wired) their\s$/u;
/** "Ten thousand from the lottery" */
const FROM_GIVER =
  /^\s*(?:euros? |dollars |pounds )?(?:from|von|vom|de la|du|del) (?:the |our |der |dem |den )?(?:city|council|county|lottery|foundation|ministry|sponsors?|donors?|rotary|arts council|insur(?:er|ance)|stadt|stiftung|lotterie|ministerium|kulturamt|mairie|fondation|ministère|ayuntamiento|fundación|ministerio)(?!\p{L})/iu;
const LOAN =
  /(?<!\p{L})(?:borrow\p{L}*|loan|lent|owe|geliehen|kredit|emprunt\p{L}*|préstamo|bill|invoice|fine|tax|rechnung|facture|factura)(?!\p{L})[^.;]{0,40}$/iu;
const TO_US = /(?<!\p{L})(?:us|uns|nous|nos)\s/iu;
const MONEY_BEFORE =
  /(?:^|(?<!\p{L})(?:the|our|those|that|deposit of|refund of|die|les|los)\s|[,:]\s)\s*$/iu;

const INCOME_NAMED =
  /(?<!\p{L})(?:sponsor|donation|grant|subsid|funding|income|pledge|spende|förder|zuschuss|einnahme|subvention|mécénat|patrocini|subvenci|donaci)/iu;
const PAID = /(?<!\p{L})(?:paid|bezahlt|gezahlt|payé|réglé|pagó|pagaron|pagado)(?!\p{L})(?! out)/iu;
const FOR_WHAT = /^[^,;]{0,20}?(?<!\p{L})(?:for|für|pour|por|para)\s/iu;

/** What the payer of an amount makes of it: somebody outside pays the project, or their own bills. */
export function paidByOthers(place: PaymentPlace): PaidByOthers {
  const { before, after } = place;
  if (MONEY_BEFORE.test(before) && CAME_BACK.test(after)) return 'income';
  if (GAVE_BACK.test(before) && /^\s*back(?!\p{L})/iu.test(after)) return 'income';
  if (RETURNED_BEFORE.test(before) || COMPANY_PAID.test(before)) return 'income';
  if (GOT_BACK.test(before) && /^\s*(?:euros? |dollars |pounds )?back(?!\p{L})/iu.test(after))
    return 'income';
  if (isFromGiver(before, after)) return 'income';
  const payer = payerOf(before, after);
  if (payer === null || isInside(payer)) return 'no';
  if (TO_OTHERS.test(after)) return 'maybeTheirs';
  if (TO_US.test(before)) return 'income';
  const verb = `${before.slice(-40)}${after.slice(0, 60)}`;
  if (isGiver(payer) || THEIR_MONEY.test(before) || GIVES_BACK.test(verb)) return 'income';
  if (place.isAboutIncome || INCOME_NAMED.test(place.earlier)) return 'income';
  return PAID.test(verb) && FOR_WHAT.test(after) ? 'maybeTheirs' : 'maybeIncome';
}

function payerOf(before: string, after: string): string | null {
  const near = before.slice(-90);
  const german = GERMAN_VERB.test(after) ? GERMAN.exec(near) : null;
  return (ENGLISH.exec(near) ?? german ?? FRENCH.exec(near) ?? SPANISH.exec(near))?.[1] ?? null;
}

/** Whether an amount comes from somebody who gives: "ten thousand from the lottery". */
export function isFromGiver(before: string, after: string): boolean {
  return FROM_GIVER.test(after) && !LOAN.test(before);
}

/** "The city has promised", "die Stadt hat zugesagt": not what the project has to pay. */
const PLEDGED = new RegExp(
  `(?<!\\p{L})(?:${GIVERS})\\s(?:has |have |had |hat |haben |a |ha |now |uns |nous |nos ){0,2}(?:promised|pledged|committed|confirmed|zugesagt|versprochen|promis|prometió|prometido)(?!\\p{L})`,
  'iu',
);

/** Whether somebody outside promises money. */
export function isPledge(sentence: string): boolean {
  return PLEDGED.test(sentence);
}

/** "Any news from the foundation? They've approved it": given by somebody outside. */
const GRANTED =
  /(?<!\p{L})(?:foundation|lottery|ministry|council|arts council|city hall|mayor|sponsor|donor|stiftung|kulturamt|ministerium|fondation|mairie|ministère|fundación|ayuntamiento|ministerio)(?!\p{L})[^]{0,120}(?<!\p{L})(?:approved|granted|confirmed|bewilligt|genehmigt|accordé|approuvé|aprobad[oa]|concedid[oa])(?!\p{L})/iu;

/** Whether what was approved is a grant, and no budget of the project. */
export function isGrant(text: string): boolean {
  return GRANTED.test(text);
}
