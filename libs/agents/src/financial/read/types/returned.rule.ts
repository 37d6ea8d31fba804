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
const MONEY_BEFORE =
  /(?:^|(?<!\p{L})(?:the|our|those|that|deposit of|refund of|die|les|los)\s|[,:]\s)\s*$/iu;

/** "Deposit 900 EUR returned", "Kaution: 300 € zurück" */
const DEPOSIT_BEFORE =
  /(?<!\p{L})(?:deposit|bond|advance|overpayment|kaution|anzahlung|caution|acompte|fianza|depósito)(?!\p{L})[^,;.]{0,30}$/iu;
const RETURNED_AFTER =
  /^\s*[,:–—-]?\s*(?:returned|refunded|repaid|back|zurück(?:gezahlt|erhalten|bekommen)?|erstattet|remboursée?s?|rendue?s?|devuelt[oa]s?|reembolsad[oa]s?)(?!\p{L})(?! (?:to|an|à|a) )/iu;

const BACK = /^\s*(?:\p{L}+ ){0,3}back(?!\p{L})/iu;

/** Whether money comes back: what stands before and after its amount in the clause. */
export function isReturned(before: string, after: string): boolean {
  if (MONEY_BEFORE.test(before) && CAME_BACK.test(after)) return true;
  if (DEPOSIT_BEFORE.test(before) && RETURNED_AFTER.test(after)) return true;
  const isBack = GAVE_BACK.test(before) || GOT_BACK.test(before);
  return (isBack && BACK.test(after)) || RETURNED_BEFORE.test(before);
}
