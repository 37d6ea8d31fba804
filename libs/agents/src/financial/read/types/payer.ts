import { relativeTo, type Statement } from '../statement.ts';
import { type PaidByOthers, paidByOthers } from './third-party.rule.ts';

/** What the payer of a statement makes of its amount. */
export function payerIn({
  source,
  amount,
  clause,
}: Pick<Statement, 'source' | 'amount' | 'clause'>): PaidByOthers {
  const { start, end } = relativeTo(clause, amount);
  return paidByOthers({
    earlier: source.sentence.text.slice(0, clause.start + start - source.sentence.start),
    isAboutIncome: source.context.asked?.type === 'income',
    before: clause.text.slice(0, start),
    after: clause.text.slice(end),
  });
}
