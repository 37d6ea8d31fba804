/** "Catering comes to 3,400, that's ordered": what the next clause says of a price. */
const IS_ORDERED =
  /(?:[,;:–—-]|(?<!\p{L})(?:and|so|but))\s+(?:that|it|they|this|all of it)(?:['’]s|['’]re| is| are| has been| have been) (?:now |already |all |definitely ){0,2}(?:ordered|booked|signed|confirmed|agreed|reserved|fixed|settled on)(?!\p{L})|[,;–—-]\s+(?:and )?(?:i|we)(?:['’]ve| have)? (?:just |already |now )?(?:booked|ordered|reserved|signed|confirmed) (?:it|that|them|both)(?!\p{L})/iu;
const IS_ORDERED_ELSEWHERE =
  /[,;:–—-]\s+(?:(?:das|die|es) ist (?:schon |jetzt )?(?:bestellt|gebucht|unterschrieben|fest)|ist (?:bestellt|gebucht)|c['’]est (?:commandé|réservé|signé)|(?:eso )?(?:ya )?está (?:pedido|reservado|firmado|contratado))(?!\p{L})/iu;

/** Whether the clause after an amount says that it is ordered. */
export function isOrderedAfter(after: string): boolean {
  return IS_ORDERED.test(after) || IS_ORDERED_ELSEWHERE.test(after);
}

/** "600 dollars, and 80 for travel are due in May": all that was listed. */
const ALL_DUE =
  /(?<!\p{L})(?:and|und|et|y)\s[^.;]{1,60}?(?<!\p{L})(?:are|sind|sont|son) (?:due|payable|outstanding|owed|fällig|offen|dus|à payer|pendientes)(?!\p{L})/iu;
/** "The rent, 600, falls due on the 5th" */
const FALLS_DUE =
  /^\s*,?\s*(?:(?:is|are|falls?|becomes?|comes) due|vence|vencen|(?:ist|sind|wird|werden) (?:\p{L}+ ){0,3}?fällig|à (?:payer|régler))(?!\p{L})/iu;

/** Whether what stands after an amount says that it is due. */
export function isDueAfter(after: string): boolean {
  return ALL_DUE.test(after) || FALLS_DUE.test(after);
}

/** "The ice cream van pays us 120": in the present, so it has not come yet. */
const GIVES_US =
  /(?<!\p{L})(?:pays?|gives?|sends?|transfers?|is paying|are paying) us(?!\p{L})|(?<!\p{L})(?:zahlt|zahlen|gibt|geben|überweist) uns(?!\p{L})|(?<!\p{L})nous (?:paie|paient|donne|verse)(?!\p{L})|(?<!\p{L})nos (?:paga|pagan|da|dan)(?!\p{L})/iu;
const OUR_DAY =
  /(?<!\p{L})(?:on the (?:day|night|evening)|when|once|after(?:wards)?|in advance|upfront|up front|at the end|am tag|am abend|im voraus|danach|le jour|d['’]avance|après|el día|por adelantado|después)(?!\p{L})/iu;

/** Whether a clause says that somebody is to pay the project. */
export function isToCome(clause: string): boolean {
  return GIVES_US.test(clause) && OUR_DAY.test(clause);
}

/** What a clause says of its own payment, where another clause speaks of a payment too. */
const IS_OPEN =
  /(?<!\p{L})(?:(?:wants?|needs?|has to be|must be|to be) (?:it |them |that )?(?:paid|settled)|(?<!(?:was|were|been|got|we|i|already) )paid (?:(?:before|until|no later than)|by (?:the|end|next|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*)|still (?:to pay|to be paid|open|owed|outstanding|due)|left to pay|remains to be paid|queda(?:n)? por pagar|falta(?:n)? (?:por )?pagar|por pagar|(?:il )?reste(?:nt)? à (?:payer|régler)|il reste (?:la|le|les) \p{L}+(?=,)|offen (?:ist|sind|bleibt)|(?:ist|sind) noch offen|noch (?:offen|zu zahlen|zu bezahlen))(?!\p{L})/iu;

/** Whether a clause says that something is still to be paid. */
export function isStillOpen(clause: string): boolean {
  return IS_OPEN.test(clause);
}
