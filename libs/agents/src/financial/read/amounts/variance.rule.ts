import type { FactValue } from '#contracts/model';

const OVER =
  /^\s*(?:\p{L}+\s){0,2}?(?:over|above|more than|beyond|in excess of|über|au-dessus|de plus|por encima)\s+(?:(?:the|our|dem|das|du|del?)\s)?(?:\p{L}+\s)?(?:budget|plan|presupuesto)/iu;
const UNDER =
  /^\s*(?:\p{L}+\s){0,2}?(?:under|below|less than|short of|unter|en dessous|por debajo)\s+(?:(?:the|our|dem|du|del?)\s)?(?:\p{L}+\s)?(?:budget|plan|presupuesto)/iu;
const ALONE = /^\s*(?:too\s)?(over|under)\s*(?:[.,;!]|$|(?:on|for|with|in)(?!\p{L}))/iu;
const PLANNED =
  '(?:what |as )?(?:(?:we|i|it|was|had|were|been)\\s){0,3}(?:planned|budgeted|approved|agreed)|geplant|vorgesehen|prévu|planeado|previsto|presupuestado';
const ABOVE_PLAN = new RegExp(
  `^\\s*(?:over|above|more than|mehr als|de plus que|más (?:de|que)(?: lo)?)\\s(?:${PLANNED})|^\\s*(?:drüber|darüber|zu viel|de trop)(?!\\p{L})`,
  'iu',
);
const BELOW_PLAN = new RegExp(
  `^\\s*(?:under|below|less than|weniger als|de moins que|menos (?:de|que)(?: lo)?)\\s(?:${PLANNED})|^\\s*(?:drunter|darunter|zu wenig)(?!\\p{L})`,
  'iu',
);
/** "overspent by 120", "exceeded the budget by 120" */
const OVERSPENT =
  /(?<!\p{L})(?:overspent|overrun|overran|over-?budget|exceed(?:s|ed|ing)?|overshot|went over|gone over|überzogen|überschritten|dépassé|excedido|superado)(?!\p{L})(?:[^.;]{0,60}?\s)?(?:by|um|de|en|por)\s(?:about |around |nearly |almost |rund |etwa )?$/iu;
const UNDERSPENT =
  /(?<!\p{L})(?:underspent|under-?budget|came in under|unterschritten)(?!\p{L})(?:[^.;]{0,60}?\s)?(?:by|um|de|en|por)\s(?:about |around |nearly |almost |rund |etwa )?$/iu;
const EXCEEDED_AFTER = /^\s*(?:überzogen|überschritten|overspent)(?!\p{L})/iu;
const OF_BUDGET =
  /^\s*(?:of|des|vom|du|de|del)\s+(?:(?:the|our|total|whole|entire|unseres|gesamten|notre|nuestro|el)\s){0,3}(?:\p{L}+\s)?(?:budget|budgets|gesamtbudgets|presupuesto)(?!\p{L})/iu;

const BY =
  /(?<!\p{L})(over|above|under|below)\s+(?:(?:the|our)\s)?(?:\p{L}+\s)?(?:budget|plan)\s+by\s*$/iu;

/** What a share or a difference says about the budget. */
export interface BudgetRelation {
  readonly type: 'variance' | 'share';
  readonly status: 'over' | 'under' | null;
}

/**
 * "Fourteen hundred over budget", "20 % of the budget": statements about the budget, which are shown
 * but never added up.
 * @param before, after the text of the sentence around the amount
 */
export function relationOf(
  { kind }: FactValue,
  before: string,
  after: string,
): BudgetRelation | null {
  const by = BY.exec(before)?.[1]?.toLowerCase();
  if (by !== undefined)
    return { type: 'variance', status: /over|above/.test(by) ? 'over' : 'under' };
  const isOver = OVERSPENT.test(before) || ABOVE_PLAN.test(after) || EXCEEDED_AFTER.test(after);
  if (isOver) return { type: 'variance', status: 'over' };
  if (UNDERSPENT.test(before) || BELOW_PLAN.test(after))
    return { type: 'variance', status: 'under' };
  const alone = ALONE.exec(after)?.[1]?.toLowerCase();
  if (OVER.test(after) || alone === 'over') return { type: 'variance', status: 'over' };
  if (UNDER.test(after) || alone === 'under') return { type: 'variance', status: 'under' };
  return kind === 'percent' && OF_BUDGET.test(after) ? { type: 'share', status: null } : null;
}
