import type { FactDraft, QuantityValue } from '#contracts/model';
import type { FoundAmount } from '../../../text/amounts.ts';
import type { FoundDate } from '../../../text/dates.ts';
import type { SentenceSource } from '../statement.ts';

/** So many characters before a date or a span say what it is. */
const REACH = 30;

/** Directly before a date: until then something is paid again and again. */
const UNTIL =
  /(?<!\p{L})(?:until|till|through|up to|bis|jusqu['’](?:à|en|au)|hasta)(?:\s\p{L}{1,4}){0,2}\s*$/iu;
/** The same after another date: "from January to April". */
const TO =
  /(?:^|[\s,])(?:to|through|bis|–|-|à|au|en|a|al)(?:\s(?:the|early|late|mid|zum|la|el|le))?\s*$/iu;
const FROM = /(?<!\p{L})(?:from|starting(?: in)?|since|von|vom|ab|de|du|depuis|desde)\s*$/iu;
const HOW_LONG =
  /(?<!\p{L})(?:for|over|during|für|über|pendant|pour|durant|durante|por|para)(?:\s(?:the|a|next|first|another|about|full|die|nächsten|les|los|las|prochains|próximos))*\s*$/iu;
const LONG_AFTER = /^\s*(?:lang|long|durant)(?!\p{L})/iu;
const SPAN =
  /^(?:week|month|quarter|year|woche|monat|quartal|jahr|semaine|mois|mese?|trimestre|an|année|semana|año)n?s?e?n?$/iu;

/**
 * When the recurring amount of a sentence ends, as a statement of its own: a date, as in "until
 * March", or a span of time, as in "for six months". `null` where nothing is said of it.
 * @param recurring the fact of the amount
 */
export function termOf(recurring: FactDraft, source: SentenceSource): FactDraft | null {
  if (recurring.value?.kind !== 'money' || recurring.value.per === undefined) return null;
  const on = endIn(source)?.on ?? null;
  const value = on === null ? spanIn(source) : null;
  if (on === null && value === null) return null;
  return { ...recurring, ...{ type: 'term', value, on, status: null, corrects: false } };
}

/** The date at which something ends; it is not the one at which it begins. */
export function endIn({ dates, line }: SentenceSource): FoundDate | null {
  return (
    dates.find((date, at) => {
      const before = line.text.slice(Math.max(0, date.start - REACH), date.start);
      if (UNTIL.test(before)) return true;
      const earlier = dates[at - 1];
      const isRange = earlier !== undefined && isFrom(line.text, earlier);
      return TO.test(before) && (isRange || earlier === undefined);
    }) ?? null
  );
}

function isFrom(text: string, { start }: FoundDate): boolean {
  return FROM.test(text.slice(Math.max(0, start - REACH), start));
}

function spanIn({ amounts, line }: SentenceSource): QuantityValue | null {
  const span = amounts.find(({ value, start, end }) => {
    if (value.kind !== 'quantity' || !SPAN.test(value.unit)) return false;
    const isFor = HOW_LONG.test(line.text.slice(Math.max(0, start - REACH), start));
    return isFor || LONG_AFTER.test(line.text.slice(end));
  });
  return span === undefined ? null : quantityOf(span);
}

/** The spans of time in a sentence, which name nothing. */
export function spansIn({ amounts }: SentenceSource): readonly FoundAmount[] {
  return amounts.filter(({ value }) => value.kind === 'quantity' && SPAN.test(value.unit));
}

function quantityOf({ value }: FoundAmount): QuantityValue | null {
  return value.kind === 'quantity' ? value : null;
}
