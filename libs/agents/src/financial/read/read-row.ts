import type { FactDate, FactDraft, MoneyValue, ReadingContext, SourceLine } from '#contracts/model';
import { findAmounts } from '../../text/amounts.ts';
import { findDates } from '../../text/dates.ts';
import { wordTest } from '../../text/standing/word-test.ts';
import { categoryOf } from '../categories/category.rule.ts';
import { typeOf } from './type.rule.ts';

/** Between the cells of a row of a table. */
const SEPARATOR = ' · ';

interface Cell {
  readonly heading: string;
  readonly text: string;
}

const isAmount = wordTest(
  '(?:net |gross |total )?(?:amount|total|price|cost|costs|sum|value|debit|credit|actual|spent|paid|expense|expenses|invoiced|budget|budgeted|planned|income|revenue|quote|quoted|estimate|estimated|committed)',
  'betrag|summe|preis|kosten|ausgaben|einnahmen|brutto|netto|ist|soll',
  'montant|prix|coût|dépenses|recettes|dépensé',
  'importe|precio|costo|coste|gastos?|ingresos?|presupuesto',
);
const isName = wordTest(
  'item|description|what|purpose|name|subject|position|details?|expense type|category|posten|beschreibung|zweck|bezeichnung|kategorie|libellé|objet|désignation|concepto|descripción|partida',
);
const isPerson = wordTest(
  'vendor|supplier|payee|paid by|who|owner|person|from|lieferant|anbieter|fournisseur|proveedor',
);
const isStatus = wordTest('status|state|paid|zahlung|statut|estado');
const isDay = wordTest('date|due|day|on|when|datum|fällig|échéance|fecha|month|monat|mois|mes');
const isOfType = wordTest('type|kind|art|typ|tipo');

/** Whether a line is a row of a table: cells with headings. */
export function isRow(text: string): boolean {
  return text.includes(SEPARATOR) && cellsOf(text).some(({ heading }) => heading !== '');
}

/** Reads the amounts of a row by the headings of its cells. */
export function readRow(
  line: SourceLine,
  index: number,
  reading: ReadingContext,
): readonly FactDraft[] {
  const cells = cellsOf(line.text);
  return cells
    .filter(({ heading }) => isAmount(heading))
    .flatMap((cell) => {
      const value = moneyIn(cell, cells, reading.currency);
      if (value === null) return [];
      const label = cells.find(({ heading }) => isName(heading))?.text ?? otherText(cells);
      const type = typeOfCell(cell, cells);
      return [
        {
          ...{ line: index, quote: line.text, type, label, value, on: dateIn(cells, line.date) },
          who: cells.find(({ heading }) => isPerson(heading))?.text ?? null,
          status: statusOf(type, cells),
          category: categoryOf(label, line.text, reading.categories),
          ...{ certainty: 'certain', corrects: false },
        } as const,
      ];
    });
}

function cellsOf(text: string): readonly Cell[] {
  return text.split(SEPARATOR).map((cell) => {
    const at = cell.indexOf(': ');
    return at < 0
      ? { heading: '', text: cell.trim() }
      : { heading: cell.slice(0, at).trim(), text: cell.slice(at + 2).trim() };
  });
}

/** The amount of a cell; a currency may have a column of its own, or be in the heading. */
function moneyIn(
  { heading, text }: Cell,
  cells: readonly Cell[],
  ofProject: string,
): MoneyValue | null {
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/;
  const named = cells.find((cell) => /currency|währung|devise|moneda/i.test(cell.heading))?.text;
  const currency = code.exec(named ?? heading)?.[0] ?? ofProject;
  const value = findAmounts(text, currency)[0]?.value;
  if (value?.kind === 'money') return value;
  return value?.kind === 'quantity' ? { kind: 'money', amount: value.quantity, currency } : null;
}

function typeOfCell({ heading }: Cell, cells: readonly Cell[]): string {
  const stated = cells.find((cell) => isOfType(cell.heading))?.text ?? '';
  const about = { amount: null, hasRate: false, isAhead: false, bound: 'exact' } as const;
  if (/^(?:credit|haben|crédit|abono)/i.test(heading)) return 'income';
  const words = [stated, heading];
  return (
    words.map((clause) => typeOf({ clause, ...about })).find((type) => type !== null) ?? 'expense'
  );
}

function dateIn(cells: readonly Cell[], saidOn: string): FactDate | null {
  const text = cells.find(({ heading }) => isDay(heading) && !isAmount(heading))?.text;
  return findDates(text ?? '', saidOn)[0]?.on ?? null;
}

function statusOf(type: string, cells: readonly Cell[]): string | null {
  const text = cells.find(({ heading }) => isStatus(heading) && !isAmount(heading))?.text ?? '';
  if (type === 'invoice')
    return /overdue/i.test(text)
      ? 'overdue'
      : /^paid|bezahlt|payé|pagad/i.test(text)
        ? 'paid'
        : 'due';
  if (type === 'income') return /expect|open|due/i.test(text) ? 'expected' : 'received';
  return null;
}

function otherText(cells: readonly Cell[]): string {
  return (
    cells.find(({ heading, text }) => heading === '' && text !== '')?.text ?? cells[0]?.text ?? ''
  );
}
