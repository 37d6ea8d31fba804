import type { SourceLine } from '#contracts/model';
import type { DayOrder } from '../dates/date-rule.ts';
import { languageOf } from '../language.ts';
import { type Cell, rowCells } from './cells.ts';
import { isDayHeading } from './headings.ts';

const SLASHED = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/;

/** Words of headings that are not English. */
const NOT_ENGLISH =
  /(?<!\p{L})(?:datum|posten|betrag|fällig|beleg|kosten|libellé|montant|échéance|objet|fecha|concepto|importe|descripción)(?!\p{L})/iu;

/** "1234,56", "1.234,56" */
const DECIMAL_COMMA = /\d,\d{1,2}(?!\d)/;

/**
 * The order of day and month for all rows of a passage. A number above 12 decides; otherwise the
 * heading, the language, the decimal mark; otherwise the currency of the project.
 * @param currency ISO 4217, of the project
 */
export function dayOrderOf(lines: readonly SourceLine[], currency: string): DayOrder {
  const tables = lines.map((line) => ({ text: line.text, cells: rowCells(line) }));
  const rows = tables.filter(({ cells }) => cells !== null).map(({ text }) => text);
  const dates = tables.flatMap(({ cells }) => slashedIn(cells ?? []));
  const dayFirst = dates.some(([first]) => first > 12);
  const monthFirst = dates.some(([, second]) => second > 12);
  const usual = usualOrder(currency);
  if (dayFirst !== monthFirst) return dayFirst ? 'dayFirst' : 'monthFirst';
  return dayFirst ? usual : byWords(rows, usual);
}

/** Where nothing shows the order, the day is first but in projects in American dollars. */
function usualOrder(currency: string): DayOrder {
  return currency === 'USD' ? 'monthFirst' : 'dayFirst';
}

/**
 * The order of "12/11/2026" in a sentence: the day is first but in projects in American dollars, where
 * the language of the sentence decides; `null` leaves it to it.
 * @param currency ISO 4217, of the project
 */
export function sentenceOrder(currency: string): DayOrder | null {
  return usualOrder(currency) === 'dayFirst' ? 'dayFirst' : null;
}

function slashedIn(cells: readonly Cell[]): readonly (readonly [number, number])[] {
  return cells
    .filter(({ heading }) => isDayHeading(heading))
    .flatMap((cell) => {
      const found = SLASHED.exec(cell.text);
      return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
    });
}

function byWords(rows: readonly string[], usual: DayOrder): DayOrder {
  const first = rows[0]?.slice(0, 400) ?? '';
  if (/mm[/-]dd/i.test(first)) return 'monthFirst';
  const isForeign = NOT_ENGLISH.test(first) || languageOf(first) !== 'en';
  const isDayFirst =
    isForeign || /dd[/-]mm/i.test(first) || rows.some((text) => DECIMAL_COMMA.test(text));
  return isDayFirst ? 'dayFirst' : usual;
}
