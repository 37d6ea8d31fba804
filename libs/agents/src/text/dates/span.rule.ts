import { calendarDay, dayAt, factDate, type DayNumber } from './calendar.ts';
import type { FactDate } from '#contracts/model';
import { patternRule, words } from './date-rule.ts';
import type { Language } from '../language.ts';
import { anyOf, numberIn, NUMBERS } from './word-tables.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

const UNITS: readonly (readonly [pattern: RegExp, unit: Unit, times: number])[] = [
  [/^(?:days?|tag|jour|día)/iu, 'day', 1],
  [/^(?:fortnight|quinzaine)/iu, 'week', 2],
  [/^(?:weeks?|woche|semaine|semana)/iu, 'week', 1],
  [/^(?:months?|monat|mois|mes)/iu, 'month', 1],
  [/^(?:quarters?)/iu, 'month', 3],
  [/^(?:years?|jahr|an|ann|año)/iu, 'year', 1],
];

const count = (language: Language) => `(?<count>\\d{1,3}|${anyOf(NUMBERS[language])})`;

const ENGLISH_UNIT = '(?<unit>days?|fortnights?|weeks?|months?|quarters?|years?)';

/** "in two weeks", "within ten days", "three days from now"; not "for two weeks". */
const AHEAD = {
  en: words(
    `(?:in|within|in the next|within the next) (?:about )?${count('en')} ${ENGLISH_UNIT}(?:['’] time)?(?! ago)`,
  ),
  de: words(
    `(?:in|innerhalb von|binnen) ${count('de')} (?<unit>tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)`,
  ),
  fr: words(
    `(?:dans|d['’]ici|sous) ${count('fr')} (?<unit>jours?|quinzaine|semaines?|mois|ans?|années?)`,
  ),
  es: words(`(?:en|dentro de) ${count('es')} (?<unit>días?|semanas?|mes(?:es)?|años?)`),
};

const FROM_NOW = { en: words(`${count('en')} ${ENGLISH_UNIT} from (?:now|today)`) };

const AGO = {
  en: words(`${count('en')} ${ENGLISH_UNIT} ago`),
  de: words(`vor ${count('de')} (?<unit>tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)`),
  fr: words(`il y a ${count('fr')} (?<unit>jours?|semaines?|mois|ans?|années?)`),
  es: words(`hace ${count('es')} (?<unit>días?|semanas?|mes(?:es)?|años?)`),
};

const spanRule = (patterns: Readonly<Partial<Record<Language, RegExp>>>, sign: 1 | -1) =>
  patternRule(patterns, ({ groups }, { language, today }) => {
    const number = numberIn(language, groups?.['count'] ?? '');
    const unit = UNITS.find(([pattern]) => pattern.test(groups?.['unit'] ?? ''));
    return number === null || !unit ? null : moved(today, unit[1], sign * number * unit[2]);
  });

function moved(today: DayNumber, unit: Unit, by: number): FactDate {
  const { year, month } = calendarDay(today);
  if (unit === 'year') return factDate(dayAt(year + by, 1), 'year');
  if (unit === 'month') return factDate(dayAt(year, month + by), 'month');
  return factDate(today + by * (unit === 'week' ? 7 : 1));
}

/** Dates that are a span of time away from today; those of months and years are that exact only. */
export const spans = [spanRule(AHEAD, 1), spanRule(FROM_NOW, 1), spanRule(AGO, -1)];
