import type { Fact } from '#contracts/model';

/** Words of labels of a budget for everything, in English, German, French and Spanish. */
const FOR_EVERYTHING = new Set(
  (
    'the our total overall whole entire project projects full complete budget budgets thing year everything money all of for ' +
    'das der die unser unsere gesamt gesamte gesamtes gesamtbudget gesamtetat projektbudget etat budgets projekt projekts insgesamt alles ' +
    'le la du de notre global globale total totale enveloppe projet tout ' +
    'el del nuestro presupuesto total proyecto todo'
  ).split(' '),
);

/** Whether a budget is that of the whole project: its label has no other words. */
export function isWholeBudget({ label }: Pick<Fact, 'label'>): boolean {
  const words = label.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.every((word) => FOR_EVERYTHING.has(word));
}

/** Whether a label says that it is the total, and not only a budget. */
const TOTAL =
  /(?<!\p{L})(?:total|overall|whole|entire|full|gesamt\p{L}*|globale?|totale)(?!\p{L})/iu;

/**
 * Two budgets of the whole project contradict each other, whatever they are called and in whatever
 * language. One that only says "budget" may be that of its category.
 */
export function aboutOf({
  type,
  label,
  category,
}: Pick<Fact, 'type' | 'label' | 'category'>): string | null {
  if (type !== 'budget' || !isWholeBudget({ label })) return null;
  return category === null || TOTAL.test(label) ? 'the whole project' : null;
}
