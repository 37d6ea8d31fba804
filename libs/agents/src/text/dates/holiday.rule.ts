import { factDate } from './calendar.ts';
import { patternRule, words } from './date-rule.ts';
import { dayInYear, directionOf } from './direction.ts';

/** Feasts with a fixed date, by the words that name them in any of the languages. */
const FEASTS: readonly (readonly [pattern: RegExp, month: number, day: number])[] = [
  [/eve$|^heiligabend|^nochebuena/iu, 12, 24],
  [/^(?:christmas|weihnachten|noël|navidad)/iu, 12, 25],
  [/^(?:silvester|nochevieja)/iu, 12, 31],
  [/^(?:new year['’]s day|neujahr)/iu, 1, 1],
];

/** "before Christmas", "by New Year's Day"; "the Christmas party" is no date. */
export const holiday = patternRule(
  {
    en: words(
      "(?<=(?:by|before|until|till|at|on|after|over|since|from|for) )(?:christmas eve|christmas(?: day)?(?! \\p{L}*(?:part|dinner|break|budget|bonus|sale|tree|card|present))|new year['’]s day)",
    ),
    de: words('weihnachten|heiligabend|silvester|neujahr'),
    fr: words('noël'),
    es: words('navidad|nochebuena|nochevieja'),
  },
  ({ 0: text, index }, piece) => {
    const feast = FEASTS.find(([pattern]) => pattern.test(text));
    if (!feast) return null;
    const direction = directionOf(piece, index, index + text.length);
    return factDate(dayInYear(feast[1], feast[2], piece.today, direction));
  },
);
