import type { ReportContent } from '#contracts/model';
import type { ReportInput } from '../../agent.ts';
import { accountsOf } from './account.ts';
import { categoryBars } from './category-bars.ts';
import { closeEntries } from './closings.ts';
import { headerFigures } from './header.ts';
import { ledger, openStatements } from './ledger.table.ts';
import { monthAmounts } from './month-amounts.ts';
import { budgetStatements } from './relations.table.ts';

/**
 * Computes the financial dashboard. Only counted entries are in its figures; of disputed ones the
 * latest. Amounts of different currencies are never added or converted.
 */
export function computeFinancial(input: ReportInput): Omit<ReportContent, 'entries'> {
  const { entries, closedBy } = closeEntries(input.entries);
  const accounts = accountsOf({ ...input, entries }, closedBy);
  const [own] = accounts;
  const counted = accounts.flatMap((account) => account.counted);
  const terms = new Map(counted.flatMap(({ id, term }) => (term ? [[id, term] as const] : [])));
  return {
    figures: headerFigures(accounts),
    blocks: [
      categoryBars(own),
      monthAmounts(own),
      ledger(entries, closedBy, terms),
      openStatements(entries),
      budgetStatements(entries, own),
    ],
  };
}
