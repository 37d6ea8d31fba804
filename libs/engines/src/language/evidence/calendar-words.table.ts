import { wordSet } from '../builtin/text/words.ts';

/** Months, days of the week and words for days, in the languages of summaries, in lower case. */
export const CALENDAR_WORDS = wordSet(
  'january february march april may june july august september october november december',
  'monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight',
  'januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute morgen gestern übermorgen',
  'janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche demain hier',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo hoy ayer',
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica oggi domani ieri',
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado hoje amanhã ontem',
  'januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren',
);

/** Those that are other words as well, which are a date only with a capital, or in a date. */
export const ALSO_OTHER_WORDS = wordSet('may march mars mai maio morgen mei hier second');
