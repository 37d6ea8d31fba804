import type { ActionItemList, Summary } from '#contracts/api';
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
  overview: 'Ada and Kaito planned the launch. It begins on Monday.',
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
  engine: 'builtin-2',
  taskId: EXAMPLE.summaryTaskId,
  createdAt: '2026-11-22T09:31:10.000Z',
};

export const ACTION_ITEMS_EXAMPLE: ActionItemList = {
  items: SUMMARY_EXAMPLE.actionItems.map((item) => ({
    ...item,
    ...{ id: 'act_0f1e2d3c4b5a69788796a5b4', state: 'done' },
  })),
};
