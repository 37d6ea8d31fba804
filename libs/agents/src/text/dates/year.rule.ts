import { dayAt, factDate } from './calendar.ts';
import { STANDS_ALONE } from './closed-class.ts';
import { patternRule, words } from './date-rule.ts';

const year = (before: string) =>
  words(`(?<=(?<![\\p{L}\\p{N}])(?:${before})[ -])(?:19[5-9]\\d|20\\d\\d)${STANDS_ALONE}`);

/** "in 2027", "by 2030": a year after a preposition and before no noun. */
export const bareYear = patternRule(
  {
    en: year(
      'in|for|by|until|till|since|during|before|early|late|mid|end of|start of|beginning of|half of|year',
    ),
    de: year('in|für|bis|seit|jahr|jahre|ende|anfang|mitte|vor'),
    fr: year("en|pour|d['’]ici|depuis|fin|début|avant|année"),
    es: year('en|para|desde|finales de|principios de|mediados de|año'),
  },
  ([digits]) => factDate(dayAt(Number(digits), 1), 'year'),
);
