import { calendarDay, dayAt, dayNumber, factDate, lastDay } from './calendar.ts';
import type { DateMatch } from './date-rule.ts';

/** Words before a month, quarter or year that name a part of it. */
const END =
  /(?:\b(?:end|close) of(?: the)? (?:day )?|\bend-|\bende (?:der |des |von )?|\bfin (?:de la |du |de l['’]|de |d['’])?|\b(?:a )?(?:finales|final|fin) (?:de |del )(?:la )?)$/iu;
const MIDDLE =
  /(?:\bmid[ -]|\bmiddle of(?: the)? |\bmitte (?:der |des |von )?|\bmi-|\bmilieu (?:de |du )|\bmediados de )$/iu;
const START =
  /(?:\b(?:start|beginning) of(?: the)? |\banfang (?:der |des |von )?|\bdébut (?:de |du )?|\b(?:principios|inicios) de )$/iu;

/** Applies "the end of", "mid-" and "the beginning of" to a date: "end of Q1" is 31 March. */
export function withEdge(match: DateMatch, text: string): DateMatch {
  if (match.on.precision === 'day') return match;
  const before = text.slice(Math.max(0, match.start - 24), match.start);
  const [edge, day] = edgeOf(before, match);
  return edge === null ? match : { ...match, start: match.start - edge.length, on: factDate(day) };
}

function edgeOf(before: string, { on }: DateMatch): readonly [string | null, number] {
  const first = dayNumber(on.date);
  const end = END.exec(before);
  if (end) return [end[0], lastDay(on)];
  const start = START.exec(before);
  if (start) return [start[0], first];
  const middle = MIDDLE.exec(before);
  return middle ? [middle[0], middleOf(first, on.precision)] : [null, first];
}

/** The middle of a month is its 15th; of a quarter that of its second month; of a year 1 July. */
function middleOf(first: number, precision: DateMatch['on']['precision']): number {
  const { year, month } = calendarDay(first);
  if (precision === 'month') return dayAt(year, month, 15);
  return precision === 'quarter' ? dayAt(year, month + 1, 15) : dayAt(year, 7);
}
