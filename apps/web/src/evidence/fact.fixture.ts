import type { Fact } from '../api/types.ts';

/** A spoken expense; a test can override any field. */
export function aFact(facts: Partial<Fact> = {}): Fact {
  return {
    id: 'fct_1',
    type: 'expense',
    label: 'Venue deposit',
    value: { kind: 'money', amount: '4000.00', currency: 'EUR' },
    on: { date: '2026-09-14', precision: 'day' },
    who: 'Ada',
    status: 'paid',
    category: 'Venue',
    certainty: 'certain',
    corrects: false,
    clear: true,
    quote: 'I paid the deposit of 4,000 euros',
    citation: {
      kind: 'spoken',
      conversationId: 'cnv_1',
      turnId: 'trn_1',
      quote: [{ segmentId: 'seg_1', start: 0, end: 33 }],
      value: [{ segmentId: 'seg_1', start: 22, end: 33 }],
      clipId: 'clp_1',
      startMs: 12_000,
      endMs: 15_000,
    },
    speaker: 'Ada',
    saidOn: '2026-09-14',
    saidAt: '2026-09-14T10:00:00.000Z',
    decision: null,
    ...facts,
  };
}
