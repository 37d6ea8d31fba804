import type { NumberSpan } from './amount-span.ts';
import type { NumberSource } from './number-source.ts';
import type { Token } from './tokens.ts';

const THOUSANDS = /^(?:k|grand|mille)$/;
const ENDS = /^(?:for|für|pour|para|in|at|and|or|but|so)$/;
/** What is bought or planned, and counts nobody. */
const FOR = /^(?:for|für|pour|para)$/;
const DEFINITE =
  /^(?:the|our|a|an|den|die|das|unser\p{L}{0,2}|le|la|les|un|une|el|los|las|una|nuestr[oa]s?)$/u;
const BETWEEN = /^(?:between|zwischen|entre)$/;
/** Things that are for many people: a range before them counts guests. */
const FOR_PEOPLE =
  /^(?:concert|show|event|night|evening|party|opening|festival|course|class|workshop|match|game|tour|konzert|abend|fest|feier|kurs|soirée|fête|concierto|noche|fiesta)s?$/;
/** What is counted in thousands as well. */
const OTHERS =
  /^(?:run|ran|race|km|miles?|users?|visitors?|followers?|views?|steps|people|guests|readers|subscribers|downloads|sign-?ups?|traffic|visits|clicks|words|besucher|nutzer|leser|visiteurs|visitantes)$/;

/**
 * "Repairs, twelve to fifteen k", "between 800 and 900 for the van": a range that is money by its
 * form, although no word of its sentence says so.
 */
export function isRangeOfPrice(
  { tokens }: NumberSource,
  at: number,
  { from, high, next }: NumberSpan,
): boolean {
  if (high === null || tokens.some(({ lower }) => OTHERS.test(lower))) return false;
  const after = tokens[next];
  const isEnd = after === undefined || after.kind === 'mark' || ENDS.test(after.lower);
  if (THOUSANDS.test(tokens[next - 1]?.lower ?? '') && isEnd) return true;
  if (isSomewhereFrom(tokens, at) && isEnd) return true;
  const isFirst = at === 1 && tokens[0]?.lower === 'from';
  if (!(isFirst || BETWEEN.test(tokens[at - 1]?.lower ?? '')) || from.value.lt(LEAST_PRICE))
    return false;
  const isFor = FOR.test(after?.lower ?? '') && DEFINITE.test(tokens[next + 1]?.lower ?? '');
  return isFor && !tokens.slice(next + 2, next + 4).some(({ lower }) => FOR_PEOPLE.test(lower));
}

const LEAST_PRICE = 5;

/** "somewhere from four to five hundred" */
function isSomewhereFrom(tokens: readonly Token[], at: number): boolean {
  const isFrom = /^(?:from|between)$/.test(tokens[at - 1]?.lower ?? '');
  return isFrom && /^(?:anything|anywhere|somewhere)$/.test(tokens[at - 2]?.lower ?? '');
}
