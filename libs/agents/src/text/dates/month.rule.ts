import { dayAt, factDate } from './calendar.ts';
import { patternRule, words } from './date-rule.ts';
import { directionOf, monthInYear } from './direction.ts';
import type { Language } from '../language.ts';
import { anyOf, indexIn, MONTHS } from './word-tables.ts';

const monthOf = (language: Language, year: string) =>
  words(
    `(?:(?<which>next|last|this) )?(?<month>${anyOf(MONTHS[language])})(?:,? ?${year}(?<year>(?:19|20)\\d\\d))?`,
  );

/** Names of months that are also words or names of people, and short forms. */
const AMBIGUOUS = /^(?:may|march|april|june|august|.{3,4})$/iu;
const BEFORE =
  /\b(?:in|by|until|till|since|before|after|from|to|of|during|mid|early|late|end|for|through|and|or)[\s-]+(?:the\s+)?$/iu;
/** A day that the month does not have; days that it has are found as a whole. */
const AFTER_DAY = /\d(?:st|nd|rd|th|\.)?\s(?:of |de )?$/iu;
const VERB = /^(?:may|march|mar)$/u;

/** "in January", "May 2027", "next March"; "we may go", "April will call" and "march on" are none. */
export const monthAlone = patternRule(
  {
    en: monthOf('en', '(?:of )?'),
    de: monthOf('de', ''),
    fr: monthOf('fr', ''),
    es: monthOf('es', '(?:de |del )?'),
  },
  ({ 0: text, index, groups = {} }, piece) => {
    const { month: name = '', year, which } = groups;
    const before = piece.text.slice(Math.max(0, index - 24), index);
    if (AFTER_DAY.test(before)) return null;
    if (piece.language === 'en' && !year && !which && !isMonth(name, before)) return null;
    const month = indexIn(MONTHS[piece.language], name) + 1;
    if (year) return factDate(dayAt(Number(year), month), 'month');
    const direction = directionOf(
      piece,
      index + (which ? which.length + 1 : 0),
      index + text.length,
    );
    return factDate(monthInYear(month, piece.today, direction), 'month');
  },
);

function isMonth(name: string, before: string): boolean {
  if (!AMBIGUOUS.test(name)) return true;
  if (VERB.test(name) && /\b(?:to|and|or|for)\s+$/iu.test(before)) return false;
  return BEFORE.test(before);
}
