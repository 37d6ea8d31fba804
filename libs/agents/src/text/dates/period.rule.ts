import type { FactDate } from '#contracts/model';
import { calendarDay, dayAt, factDate, lastDay, weekdayOf, type DayNumber } from './calendar.ts';
import { patternRule, words } from './date-rule.ts';
import { directionOf } from './direction.ts';

const NEXT = /next|coming|following|nächst|kommend|proch|próxim|que viene/iu;
const LAST = /last|previous|past|letzt|vergangen|vorig|derni|pasad/iu;
const FRIDAY = 4;

/** "next month", "last quarter", "this week", "the end of the year" and their translations. */
export const period = patternRule(
  {
    en: words(
      '(?<which>this|next|last|the (?:coming|following|previous|past)|current) (?<unit>week|weekend|month|quarter|year)|' +
        "(?<=(?:over|at|on|by|before|after) the )(?<unit2>weekend)|(?<=(?:end|middle|mid|start|beginning|half|rest) of the )(?<unit3>week|month|quarter|year)|(?<edge>eow|eom|eoy|year[- ]end|month[- ]end|year['’]s end)|(?<skip>the (?:week|month|year) after next)",
    ),
    de: words(
      '(?<which>(?:diese|nächste|kommende|letzte|vergangene|vorige)[nrms]?) (?<unit>woche|wochenende|monats?|quartals?|jahr(?:es)?)|(?<=(?:am|übers) )(?<unit2>wochenende)|(?<=(?:ende|mitte|anfang) (?:der |des |dieser |dieses )?)(?<unit3>woche|monats|quartals|jahres)|(?<edge>jahresende|monatsende)',
    ),
    fr: words(
      "(?:la |le |l['’])?(?<unit>semaine|week-end|mois|trimestre|an|année) (?<which>prochaine?|dernière?)|(?<which2>cette|ce) (?<unit2>semaine|week-end|mois|trimestre|année)|(?<=(?:fin|milieu|début) (?:de la |du |de l['’]))(?<unit3>semaine|mois|trimestre|année)",
    ),
    es: words(
      '(?<which>est[ea]|próxim[oa]|pasad[oa]) (?<unit>semana|fin de semana|mes|trimestre|año)|(?<unit2>semana|mes|trimestre|año) (?<which2>que viene|próxim[oa]|pasad[oa])|(?<=(?:finales|final|fin|mediados|principios) (?:de|del|de la) )(?<unit3>semana|mes|trimestre|año)',
    ),
  },
  ({ 0: text, index, groups = {} }, piece) => {
    const { today } = piece;
    const which = groups['which'] ?? groups['which2'] ?? '';
    const unit = groups['unit'] ?? groups['unit2'] ?? groups['unit3'] ?? groups['edge'] ?? text;
    const over =
      /weekend|wochenende/iu.test(text) && !which && directionOf(piece, index, index) === 'past';
    const steps = groups['skip'] ? 2 : NEXT.test(which) ? 1 : over || LAST.test(which) ? -1 : 0;
    const found = periodAt(unit, steps, today);
    return groups['edge'] ? factDate(lastDay(found)) : found;
  },
);

/** A week stands for its Friday, when what is due in it is due; one that is over for its Monday. */
function periodAt(unit: string, steps: number, today: DayNumber): FactDate {
  const { year, month } = calendarDay(today);
  const monday = today - weekdayOf(today) + 7 * steps;
  if (/weekend|wochenende|week-end|fin de semana/iu.test(unit))
    return factDate(steps === 0 ? Math.max(monday + 5, today) : monday + 5);
  if (/week|woche|sem|eow/iu.test(unit)) return factDate(steps < 0 ? monday : monday + FRIDAY);
  if (/mon|mois|mes|eom/iu.test(unit)) return factDate(dayAt(year, month + steps), 'month');
  if (/qu|tri/iu.test(unit)) {
    return factDate(dayAt(year, month - ((month - 1) % 3) + 3 * steps), 'quarter');
  }
  return factDate(dayAt(year + steps, 1), 'year');
}
