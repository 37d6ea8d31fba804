import type { Fact, FactDate, MoneyValue, QuantityValue, SpokenCitation } from '#contracts/model';
import type { AgentDefinition } from '../agent.ts';

/** An agent with one type of each sort: adding up, single-valued, and without a value. */
export const AGENT: AgentDefinition = {
  ...{ name: 'test', label: 'Test', description: 'For specs.', version: '1', instructions: '' },
  factTypes: [
    { name: 'expense', label: 'Expense', description: '', value: 'money', statuses: [] },
    { name: 'budget', label: 'Budget', description: '', value: 'money', statuses: [] },
    { name: 'milestone', label: 'Milestone', description: '', value: 'none', statuses: [] },
    {
      name: 'promise',
      label: 'Promise',
      description: '',
      value: 'none',
      statuses: ['kept', 'open'],
    },
  ],
  ...{ categories: ['Other'], singleValued: ['budget', 'milestone'] },
  read: () => [],
  compute: () => ({ figures: [], blocks: [] }),
};

export const euros = (amount: string): MoneyValue => ({ kind: 'money', amount, currency: 'EUR' });
export const users = (quantity: string): QuantityValue => ({
  ...{ kind: 'quantity', quantity, unit: 'user' },
});
export const day = (date: string): FactDate => ({ date, precision: 'day' });

/** Makes facts that were said one after the other, each in a turn of its own. */
export class FactMaker {
  private count = 0;

  /** An expense in the first conversation, unless its fields say otherwise. */
  next(label: string, amount: string | null, fields: Partial<Fact> = {}): Fact {
    this.count += 1;
    const number = String(this.count).padStart(6, '0');
    return {
      ...{ id: `fct_${number}`, type: 'expense', label, on: null, who: null, status: null },
      ...{ value: amount === null ? null : euros(amount), category: null, corrects: false },
      ...{ certainty: 'certain', clear: true, quote: `${amount ?? ''} ${label}`, decision: null },
      ...{ speaker: 'Ada', saidOn: '2026-11-03', saidAt: `2026-11-03T10:00:00.${number}Z` },
      citation: spoken('cnv_1', `trn_${number}`),
      ...fields,
    };
  }
}

/** Where a fact was said. */
export function spoken(conversationId: string, turnId: string, start = 0): SpokenCitation {
  return {
    ...{ kind: 'spoken', conversationId, turnId, clipId: null, startMs: null, endMs: null },
    quote: [{ segmentId: 'seg_1', start, end: start + 5 }],
    value: [],
  };
}
