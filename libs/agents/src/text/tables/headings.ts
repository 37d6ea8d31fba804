import { type WordTest, wordTest } from '../standing/word-test.ts';

/** A running balance: it states no amount of its own. */
const isBalance = wordTest('balance|saldo|kontostand|solde');

const statesAmount = wordTest(
  '(?:net |gross |total )?(?:amount|total|price|cost|costs|sum|value|debit|credit|actual|spent|paid|expense|expenses|invoiced|budget|budgeted|planned|income|revenue|quote|quoted|estimate|estimated|committed)|(?:money|paid|payments?) (?:in|out)|withdrawals?|deposits|inflow|outflow',
  '^(?:net|gross|ttc|ht|bruto|neto)(?: ?[([]?(?:\\p{Sc}|[a-z]{3})[)\\]]?)?$',
  'betrag|summe|preis|kosten|ausgaben|einnahmen|brutto|netto|ist|soll|haben|lastschrift|gutschrift|umsatz|belastung|eingang|ausgang',
  'montant|prix|coût|dépenses|recettes|dépensé|débit|crédit|entrées?|sorties?',
  'importe|precio|costo|coste|gastos?|ingresos?|presupuesto|cargo|abonos?|cargos?|debe|haber|entradas?|salidas?|retiros?',
);

/** What one piece costs: it states no amount of its own beside the total. */
export const isUnitPriceHeading: WordTest = wordTest(
  '(?:unit|single|piece|item) (?:price|cost|rate)|(?:price|cost|rate) (?:per|each|a|for one) ?(?:unit|piece|item|person|head|hour|day|night)?|each',
  'einzelpreis|stückpreis|einheitspreis|preis (?:pro|je|/) ?(?:stück|einheit|person|stunde|tag)?|stundensatz|tagessatz',
  "prix (?:unitaire|à l[’']unité)|p\\.? ?u\\.?|tarif (?:horaire|journalier)",
  'precio (?:unitario|por unidad)|p\\.? ?unit\\.?',
);

/** An amount before tax. */
export const isNetHeading: WordTest = wordTest(
  'net|(?:excl?|excluding|without|before|ex)\\.? ?(?:vat|tax|gst)|sub-?total',
  'netto|(?:ohne|zzgl|exkl)\\.? ?(?:mwst|ust|steuer)|zwischensumme|ht|hors taxes?|neto|sin iva',
);

/** An amount with its tax. */
export const isGrossHeading: WordTest = wordTest(
  'gross|(?:incl?|including|with|after)\\.? ?(?:vat|tax|gst)',
  'brutto|(?:inkl?|mit)\\.? ?(?:mwst|ust|steuer)|ttc|bruto|con iva',
);

/** The tax on an amount. */
export const isTaxHeading: WordTest = wordTest(
  '^(?:vat|tax|gst|sales tax|mwst|ust|umsatzsteuer|mehrwertsteuer|steuer|tva|iva)(?: ?(?:amount|betrag|in|rate|satz|%|[([]).*)?$',
);

/** Whether the cells of a column are categories. */
export const isCategoryHeading: WordTest = wordTest(
  'category|cost (?:type|centre|center)|expense type|kategorie|kostenart|kostenstelle|catégorie|rubrique|categoría|rubro',
);

/** What was offered or promised, where the cell states an amount and not a name. */
export const isOfferHeading: WordTest = wordTest(
  '(?:written )?offers?|bids?|pledge[sd]?|promised?|promised amount|contribution|donation|sponsorship',
  'angebot|angebotspreis|gesamtpreis|gesamtbetrag|endpreis|zusage|zugesagt|spende|beitrag',
  'devis|offre|promesse|promis|engagement|contribution',
  'oferta|cotización|promesa|prometido|aportación|donación',
);

/** Whether a column names who gives money. */
export const isGiverHeading: WordTest = wordTest(
  'sponsors?|donors?|funders?|patrons?|spender|sponsor(?:en)?|förderer|geldgeber|mécène|donateur|bailleur|patrocinador|donante',
);

/** Income that somebody has promised. */
export const isPledgeHeading: WordTest = wordTest(
  'pledge[sd]?|promised?|promised amount|zusage|zugesagt|promesse|promis|promesa|prometido',
);

/** Whether the cells of a column are amounts of money. */
export const isAmountHeading: WordTest = (heading) => statesAmount(heading) && !isBalance(heading);

/** Whether the cells of a column are dates. */
export const isDayHeading: WordTest = wordTest(
  'date|due|day|on|when|datum|fällig|fälligkeit|échéance|fecha|vencimiento|buchungstag|buchungsdatum|wertstellung|valuta|valutadatum|month|monat|mois|mes',
);

/** Whether the cells of a column are days by which something is to be paid. */
export const isDueHeading: WordTest = wordTest(
  'due|due date|deadline|fällig|fällig am|fälligkeit|échéance|vencimiento',
);

/** Whether the cells of a column are currencies. */
export const isCurrencyHeading: WordTest = wordTest('currency|ccy|währung|devise|moneda|divisa');

/** Whether a column is one of those of a bank's export: a balance, or words that only banks use. */
export const isBankHeading: WordTest = wordTest(
  '(?:running |account |closing )?balance|iban|bic|value date|booking date|posting date|transactions?|counterparty|narrative',
  'saldo|kontostand|buchungstag|buchungstext|wertstellung|valuta|verwendungszweck|umsatz',
  'solde|date de valeur|date valeur|fecha valor',
);

/** Whether the cells of a column are what was on the account after each row. */
export const isBalanceHeading: WordTest = (heading) => isBalance(heading);

/** Whether a column is of money that went out, by the word that banks use. */
export const isOutHeading: WordTest = wordTest(
  '^debits?|^dr|(?:money|paid|payments?) out|withdrawals?|outflow|^lastschrift|belastung|ausgang|^débit|sorties?|^cargos?|^debe|salidas?|retiros?',
);

/** Whether a column is of money that came in. */
export const isInHeading: WordTest = wordTest(
  '^credits?|^cr|(?:money|paid|payments?) in|inflow|^deposits$|^haben|^gutschrift|eingang|^crédit|entrées?|^abonos?|^haber|entradas?',
);
