import { type WordTest, wordTest } from '../standing/word-test.ts';

/** A running balance: it states no amount of its own. */
const isBalance = wordTest('balance|saldo|kontostand|solde');

const statesAmount = wordTest(
  '(?:net |gross |total )?(?:amount|total|price|cost|costs|sum|value|debit|credit|actual|spent|paid|expense|expenses|invoiced|budget|budgeted|planned|income|revenue|quote|quoted|estimate|estimated|committed)',
  'betrag|summe|preis|kosten|ausgaben|einnahmen|brutto|netto|ist|soll|haben|lastschrift|gutschrift',
  'montant|prix|coût|dépenses|recettes|dépensé|débit|crédit',
  'importe|precio|costo|coste|gastos?|ingresos?|presupuesto|cargo|abono|debe|haber',
);

/** Whether the cells of a column are amounts of money. */
export const isAmountHeading: WordTest = (heading) => statesAmount(heading) && !isBalance(heading);

/** Whether the cells of a column are dates. */
export const isDayHeading: WordTest = wordTest(
  'date|due|day|on|when|datum|fällig|fälligkeit|échéance|fecha|vencimiento|month|monat|mois|mes',
);

/** Whether the cells of a column are days by which something is to be paid. */
export const isDueHeading: WordTest = wordTest(
  'due|due date|deadline|fällig|fällig am|fälligkeit|échéance|vencimiento',
);

/** Whether the cells of a column are currencies. */
export const isCurrencyHeading: WordTest = wordTest('currency|ccy|währung|devise|moneda|divisa');
