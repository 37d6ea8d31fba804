import type { Measure } from './measures.ts';

/** How a number differs from a total: by so many more, or by so many fewer. */
export type Change = 'gained' | 'lost';

const LOST =
  /(?<![\p{L}])(?:lost|lose|losing|perdu|perdus|perdido|perdimos)(?![\p{L}])[^.,;]{0,40}$/iu;
const GAINED =
  /(?<![\p{L}])(?:gained|gain|gaining|added|gagné|gagnés|ganado|ganamos)(?![\p{L}])[^.,;]{0,40}$/iu;
/** In German the verb comes last. */
const LOST_AFTER = /(?<![\p{L}])(?:verloren|eingebüßt)(?![\p{L}])/iu;
const GAINED_AFTER =
  /(?<![\p{L}])(?:dazugewonnen|hinzugewonnen|dazubekommen|gewonnen)(?![\p{L}])/iu;

/** "Another 50", "50 more": beyond those that were counted before. */
const MORE_BEFORE =
  /(?<![\p{L}])(?:another|(?:an )?(?:additional|extra|further)|weitere|zusätzliche|nochmals|noch einmal|encore|otr[oa]s) (?:about |around |some )?$/iu;
const MORE_AFTER =
  /^ ?(?:\p{L}+ )?(?:more|additional|additionally|extra|further|weitere[nr]?|zusätzlich|de plus|supplémentaires|más|adicionales)(?! than| as)(?![\p{L}])/iu;

/** What was reached, and not only what is there: "we have another 50 tickets to sell". */
const HAPPENED =
  /(?<![\p{L}])(?:sold|signed|won|received|registered|added|got|delivered|shipped|served|joined|bought|downloaded|subscribed|closed|processed|verkauft|bekommen|erhalten|vendu|reçu|vendido|recibido)(?![\p{L}])/iu;

/** How a number is stated as a change; `null` for a total, `unsure` when it may be either. */
export function changeIn({ before, unit, after: rest }: Measure): Change | 'unsure' | null {
  const after = unit === '' ? rest : ` ${unit}${rest}`;
  if (LOST.test(before) || LOST_AFTER.test(after)) return 'lost';
  if (GAINED.test(before) || GAINED_AFTER.test(after)) return 'gained';
  if (!MORE_BEFORE.test(before) && !MORE_AFTER.test(after)) return null;
  return HAPPENED.test(before) || HAPPENED.test(after) ? 'gained' : 'unsure';
}

/** A label without the verb of the change, which comes last in German. */
export function withoutChange(label: string): string {
  return label.replace(
    / (?:verloren|eingebüßt|dazugewonnen|hinzugewonnen|dazubekommen|gewonnen)$/iu,
    '',
  );
}
