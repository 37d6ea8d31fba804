import { type WordTest, wordTest } from '../../../text/standing/word-test.ts';

/** Who gives money to projects and sells them nothing. */
const GIVERS = [
  "sponsors?|donors?|patrons?|backers?|funders?|investors?|foundation|trust|charity|lottery|brewery|bank|savings bank|insur(?:er|ers|ance)(?: company| people)?|funds?|ministry|council|city|town|state|municipality|county|mayor(?:['’]s office)?|town hall|district|region|government|embassy|university|parish|church|tax (?:office|authority|people)|treasury|clients?|customers?|buyers?|tenants?|publisher|broadcaster|rotary(?: club)?|chamber|union",
  '(?:haupt)?sponsor(?:en)?|spender(?:in)?|stiftung|lotterie|brauerei|bank|sparkasse|versicherung|ministerium|stadt|gemeinde|land|landkreis|bezirk|botschaft|universität|kirche|finanzamt|kunde|kundin|kunden|käufer(?:in)?|mieter(?:in)?',
  'sponsors?|mécène|donateurs?|fondation|loterie|brasserie|banque|assurance|assureur|ministère|mairie|ville|commune|région|département|ambassade|université|paroisse|fisc|clients?|acheteurs?|locataires?',
  'patrocinador(?:a|es)?|donante|fundación|lotería|cervecera|banco|aseguradora|seguro|ministerio|ayuntamiento|ciudad|comunidad|diputación|gobierno|embajada|universidad|parroquia|hacienda|cliente[s]?|comprador(?:a)?|inquilin[oa]s?',
].join('|');
/** Whether somebody is of this kind. */
export const isGiver: WordTest = wordTest(GIVERS);

/** People of the project pay for it. */
export const isInside: WordTest = wordTest(
  'i|we|treasurer|accountant|bookkeeper|secretary|board|committee|team|crew|club|association|chair(?:man|woman|person)?|director|manager|producer|office|organi[sz]ers?|volunteers?|project|festival|somebody|someone|everybody|everyone|you|he|she|they',
  'ich|wir|er|sie|kassenwart(?:in)?|vorstand|verein|büro|leitung|man',
  'je|nous|on|il|elle|ils|elles|trésori(?:er|ère)|bureau|association|comité',
  'yo|nosotros|él|ella|ellos|tesorer[oa]|junta|asociación|oficina',
);

/** "Ten thousand from the lottery" */
const FROM_GIVER =
  /^\s*(?:euros? |dollars |pounds )?(?:from|von|vom|de la|du|del) (?:the |our |der |dem |den )?(?:city|council|county|lottery|foundation|ministry|sponsors?|donors?|rotary|arts council|insur(?:er|ance)|stadt|stiftung|lotterie|ministerium|kulturamt|mairie|fondation|ministère|ayuntamiento|fundación|ministerio)(?!\p{L})/iu;
const LOAN =
  /(?<!\p{L})(?:borrow\p{L}*|loan|lent|owe|geliehen|kredit|emprunt\p{L}*|préstamo|bill|invoice|fine|tax|rechnung|facture|factura)(?!\p{L})[^.;]{0,40}$/iu;

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

/** "They'll transfer 45,000": by somebody else than the project. */
const THEY_PAY =
  /(?:^|[,;:–—-]\s|(?<!\p{L})(?:and|so|but)\s)\s*(?:they|he|she)(?:['’]ll| will| are going to| is going to|['’]re going to|['’]s going to) (?:now |then |also )?(?:transfer|wire|send|give|contribute|donate|add|match|put in|chip in|cover)(?!\p{L})/iu;

/** Whether a clause says that somebody outside will pay, without saying to whom. */
export function isTheirPayment(clause: string): boolean {
  return THEY_PAY.test(clause);
}

/** "Any news from the foundation? They've approved it": given by somebody outside. */
const GRANTED =
  /(?<!\p{L})(?:foundation|lottery|ministry|council|arts council|city hall|mayor|sponsor|donor|stiftung|kulturamt|ministerium|fondation|mairie|ministère|fundación|ayuntamiento|ministerio)(?!\p{L})[^]{0,120}(?<!\p{L})(?:approved|granted|confirmed|bewilligt|genehmigt|accordé|approuvé|aprobad[oa]|concedid[oa])(?!\p{L})/iu;

/** Whether what was approved is a grant, and no budget of the project. */
export function isGrant(text: string): boolean {
  return GRANTED.test(text);
}
