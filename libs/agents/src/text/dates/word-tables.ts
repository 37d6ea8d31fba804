import type { Language } from '../language.ts';

type Table = Readonly<Record<Language, readonly string[]>>;

/** Days of the week as patterns, Monday first. */
export const WEEKDAYS: Table = {
  en: [
    'mon(?:day)?',
    'tue(?:s|sday)?',
    'wed(?:nesday)?',
    'thu(?:rs|rsday|r)?',
    'fri(?:day)?',
    'sat(?:urday)?',
    'sun(?:day)?',
  ],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend', 'sonntag'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

/** Names of the months as patterns, January first. */
export const MONTHS: Table = {
  en: [
    'jan(?:uary)?',
    'feb(?:ruary)?',
    'mar(?:ch)?',
    'apr(?:il)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'oct(?:ober)?',
    'nov(?:ember)?',
    'dec(?:ember)?',
  ],
  de: [
    'jan(?:uar)?|jänner',
    'feb(?:ruar)?',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'okt(?:ober)?',
    'nov(?:ember)?',
    'dez(?:ember)?',
  ],
  fr: [
    'janv(?:ier)?',
    'févr?(?:ier)?',
    'mars',
    'avr(?:il)?',
    'mai',
    'juin',
    'juillet',
    'août',
    'sept(?:embre)?',
    'oct(?:obre)?',
    'nov(?:embre)?',
    'déc(?:embre)?',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

/** Numbers of days, weeks or months as patterns, from one to twelve. */
export const NUMBERS: Table = {
  en: [
    'an?|one',
    'two|a couple of|couple of',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  de: [
    'eine[nmrs]?',
    'zwei',
    'drei',
    'vier',
    'fünf',
    'sechs',
    'sieben',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ],
  fr: [
    'une?',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
  ],
  es: [
    'una?|un',
    'dos',
    'tres',
    'cuatro',
    'cinco',
    'seis',
    'siete',
    'ocho',
    'nueve',
    'diez',
    'once',
    'doce',
  ],
};

/** Index of the pattern that matches the whole word; -1 for none. */
export function indexIn(table: readonly string[], word: string): number {
  return table.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(word));
}

/** A pattern for any entry of a table. */
export function anyOf(table: readonly string[]): string {
  return `(?:${table.join('|')})`;
}

/** A number in digits or words; `null` when it is none. */
export function numberIn(language: Language, word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const index = indexIn(NUMBERS[language], word);
  return index < 0 ? null : index + 1;
}
