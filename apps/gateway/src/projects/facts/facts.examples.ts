import type { FactEvidence, FactView } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

const SAID = 'We paid 1,200 euros for the venue on Friday.';
const { segmentId, clipId, turnId, conversationId } = EXAMPLE;

export const FACT_EXAMPLE: FactView = {
  id: EXAMPLE.factId,
  type: 'expense',
  label: 'venue',
  value: { kind: 'money', amount: '1200.00', currency: 'EUR' },
  on: { date: '2026-11-20', precision: 'day' },
  who: 'Ada',
  status: null,
  category: 'Venue',
  certainty: 'certain',
  corrects: false,
  clear: true,
  quote: SAID,
  citation: {
    kind: 'spoken',
    ...{ conversationId, turnId },
    quote: [{ segmentId, start: 0, end: SAID.length }],
    value: [{ segmentId, start: 8, end: 19 }],
    ...{ clipId, startMs: 12_300, endMs: 15_100 },
  },
  speaker: 'Ada',
  saidOn: '2026-11-22',
  saidAt: EXAMPLE.createdAt,
  decision: null,
};

export const EVIDENCE_EXAMPLE: FactEvidence = {
  fact: FACT_EXAMPLE,
  agent: 'financial',
  lines: [
    {
      ...{ turnId, part: null, place: null, speaker: 'Ada', text: SAID },
      quote: { start: 0, end: SAID.length },
      value: { start: 8, end: 19 },
    },
  ],
  source: { conversationId, documentId: null, title: 'Launch planning' },
  audio: { clipId, startMs: 12_300, endMs: 15_100 },
};
