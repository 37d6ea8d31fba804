import type { Token } from './tokens.ts';

/** Words of sentences whose plain numbers are amounts of money. */
const MONEY_WORD =
  /^(?:budget(?:s|ed)?|owed?|owes|allocated|bought|purchased|reimbursed|transferred|bills?|refunded|donat(?:ed|ions?)|raised|sponsor(?:ed|ship)?|loan|ordered|costs?|costing|spen[dt]|spending|pa(?:y|ys|id|ying)|pric(?:e|es|ed)|invoic(?:e|es|ed)|bill|billed|quot(?:e|es|ed)|expenses?|fees?|deposit|charg(?:e|es|ed)|worth|money|cash|salary|rent|refund|revenue|income|earn(?:ed)?|funding|grant|kosten|kostet|kostete|gekostet|bezahlt|zahlen|ausgegeben|preis|rechnung|angebot|gebühr|payer|payé|payée|coûte|coûté|coûtent|prix|facture|devis|dépensé|cuesta|costó|pagar|pagado|pagamos|precio|factura|gastado|gastamos|presupuesto)$/;

/** Whether a sentence speaks of money. */
export function speaksOfMoney(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => MONEY_WORD.test(lower));
}

/** Words of sentences whose plain numbers are amounts of money, unless a noun follows. */
const PRICE_WORD =
  /^(?:estimat(?:e|es|ed)|wants|asks|asked|asking|offer(?:s|ed)?|geschätzt|veranschlagt|verlangt|estimé|demande|estimado|pide)$/;

/** Whether a sentence speaks of a price or of a number of something. */
export function speaksOfPrice(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => PRICE_WORD.test(lower));
}
