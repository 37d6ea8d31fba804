import type { NumberPlace } from './no-money.rule.ts';

/** "1430", "930", "9", and not "2,500" */
const CLOCK = /^(?:[01]?\d|2[0-4])(?:[:.h]?[0-5]\d)?$/;
const CLOCK_RANGE =
  /^(?:from |between |von |zwischen |de |entre )?([01]?\d|2[0-4])(?: (?:to|until|till|and|bis|und|à|et|a|hasta|y) |\s?[-–—]\s?)((?:[01]?\d|2[0-4])[0-5]\d)$/iu;
/** A price stands after "at" with these verbs. */
const AT_PRICE =
  /(?<!\p{L})(?:quoted|priced|valued|estimated|capped|set|sold|offered|stands?|starts?|com(?:es|ing)|came|liegt|lag|fixed|put|costs?)(?: \p{L}+){0,2}? (?:in |out |back )?at\s*$/iu;
const AT_TIME =
  /(?<!\p{L})(?:at|until|till|by|since|before|after|around|um|bis|gegen|ab|à|vers|a las|hasta las)\s*$/iu;
const IS_TIME =
  /(?<!\p{L})(?:visit|call(?:ed)?|meet(?:ing|s)?|met|run|leave|left|start(?:s|ed)?|open(?:s|ed)?|close[sd]?|arrive[sd]?|show|stage|doors?|phone|office|appointment|train|rehearsal|attention|hours?|time|today|tomorrow|yesterday|besuch|termin|treffen|visite|rendez-vous|visita|cita)(?!\p{L})/iu;

const LAST_HOUR = 24;

/** Whether a number is a time of the day: "We paid them a visit at 1430". */
export function isClock({ before, stated }: NumberPlace, number: number): boolean {
  const text = stated.trim();
  if (isClockRange(text)) return true;
  const isHour = number <= LAST_HOUR && /^(?:\d|\p{L})+$/u.test(text);
  if (!isHour && !CLOCK.test(text)) return false;
  if (!AT_TIME.test(before) || AT_PRICE.test(before)) return false;
  return isHour || text.length === 4 || IS_TIME.test(before);
}

/** "from 9 to 1430" as money would be a range of a hundredfold. */
function isClockRange(stated: string): boolean {
  const [, from, to] = CLOCK_RANGE.exec(stated) ?? [];
  return from !== undefined && to !== undefined && Number(to) >= 100 * Number(from);
}
