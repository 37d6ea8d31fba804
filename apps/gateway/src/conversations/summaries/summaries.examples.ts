import type { ActionItemList, Summary, SummaryEditList } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

const SUMMARISED_TURN = {
  turnIds: [EXAMPLE.turnId],
  segments: [{ turnId: EXAMPLE.turnId, segmentId: EXAMPLE.segmentId, startMs: 4_200 }],
};

export const SUMMARY_EXAMPLE: Summary = {
  id: 'sum_01jd3k4m5n6p7q8r9s0t1v2w45',
  conversationId: EXAMPLE.conversationId,
  revision: 1,
  current: true,
  template: 'detailed',
  language: 'en',
  overview: 'Ada and Kaito planned the launch. It begins on Monday.',
  attendees: [],
  topics: ['launch', 'printer'],
  keyPoints: [{ ...SUMMARISED_TURN, text: 'The printer needs the files by Friday.' }],
  decisions: [{ ...SUMMARISED_TURN, text: 'The launch is on Monday.', certainty: 'certain' }],
  actionItems: [
    {
      ...SUMMARISED_TURN,
      text: 'Tell the printer.',
      who: 'Kaito',
      when: 'today',
      certainty: 'certain',
    },
  ],
  turnCount: 2,
  leftOut: { count: 1, reasons: { date: 1 } },
  coverage: { turnsCited: 1, turnCount: 2, textShare: 0.62, thirds: [3, 0, 0] },
  editedAt: null,
  newer: null,
  engine: 'builtin-7',
  taskId: EXAMPLE.summaryTaskId,
  createdAt: '2026-11-22T09:31:10.000Z',
};

export const EDITED_SUMMARY_EXAMPLE: Summary = {
  ...SUMMARY_EXAMPLE,
  overview: 'The launch is on Monday, if the printer has the files by Friday.',
  ...{ leftOut: null, coverage: null, editedAt: '2026-11-22T10:02:00.000Z' },
};

export const SUMMARY_EDITS_EXAMPLE: SummaryEditList = {
  items: [
    {
      id: 'sed_01jd3k4m5n6p7q8r9s0t1v2w46',
      editedAt: '2026-11-22T10:02:00.000Z',
      summaryId: SUMMARY_EXAMPLE.id,
      revision: 1,
      content: {
        overview: EDITED_SUMMARY_EXAMPLE.overview,
        attendees: [],
        topics: EDITED_SUMMARY_EXAMPLE.topics,
        keyPoints: EDITED_SUMMARY_EXAMPLE.keyPoints,
        decisions: EDITED_SUMMARY_EXAMPLE.decisions,
        actionItems: EDITED_SUMMARY_EXAMPLE.actionItems,
      },
    },
  ],
};

export const ACTION_ITEMS_EXAMPLE: ActionItemList = {
  items: SUMMARY_EXAMPLE.actionItems.map((item) => ({
    ...item,
    ...{ id: 'act_0f1e2d3c4b5a69788796a5b4', state: 'done' },
  })),
};
