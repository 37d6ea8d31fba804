import { factDate } from './calendar.ts';
import { patternRule, words } from './date-rule.ts';

/** Words for a day, and how many days after today it is. The longer ones come first. */
const DAYS: readonly (readonly [pattern: RegExp, days: number])[] = [
  [/^(?:the day after tomorrow|übermorgen|après-demain|pasado mañana)$/iu, 2],
  [/^(?:the day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer)$/iu, -2],
  [/^(?:tomorrow|morgen|demain|mañana)$/iu, 1],
  [/^(?:yesterday|last night|gestern|hier|ayer|anoche)$/iu, -1],
  [
    /^(?:today|tonight|this (?:morning|afternoon|evening)|eod|end of (?:the )?day|heute|ce (?:matin|soir)|cet après-midi|esta (?:mañana|tarde)|aujourd['’]hui|hoy|esta noche)$/iu,
    0,
  ],
];

/** "tomorrow", "yesterday", "today" and the like. */
export const dayWords = patternRule(
  {
    en: words(
      'the day after tomorrow|the day before yesterday|tomorrow|yesterday|last night|today|tonight|this (?:morning|afternoon|evening)|(?:eod|end of (?:the )?day)(?!,? (?:on |of )?(?:\\p{L}+day|tomorrow))',
    ),
    // "am Morgen" and "jeden Morgen" are the morning.
    de: words('(?<!(?:am|jeden|guten|diesen|heute) )morgen|übermorgen|vorgestern|gestern|heute'),
    fr: words(
      "après-demain|avant-hier|demain|ce (?:matin|soir)|cet après-midi|(?<!d['’])hier|aujourd['’]hui",
    ),
    es: words(
      'pasado mañana|esta (?:mañana|tarde)|antes de ayer|anteayer|(?<!(?:la|esta|cada) )mañana|ayer|anoche|hoy|esta noche',
    ),
  },
  ([word], { today }) => {
    const days = DAYS.find(([pattern]) => pattern.test(word))?.[1];
    return days === undefined ? null : factDate(today + days);
  },
);
