import type {
  Clip,
  Conversation,
  EditedSegment,
  Exchange,
  LoggedEvent,
  Memory,
  Summary,
  Task,
  Transcript,
} from '#contracts/api';

/** Examples that the API's description shows; the same things appear throughout. */
const CONVERSATION_ID = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x';
const EXCHANGE_ID = 'exc_01jd3k4m5n6p7q8r9s0t1v2w3w';
const TURN_ID = 'trn_01jd3k4m5n6p7q8r9s0t1v2w3y';
const CLIP_ID = 'clp_01jd3k4m5n6p7q8r9s0t1v2w3z';
const TASK_ID = 'tsk_01jd3k4m5n6p7q8r9s0t1v2w40';
const MEMORY_ID = 'mem_01jd3k4m5n6p7q8r9s0t1v2w44';
const SCORING_TASK_ID = 'tsk_01jd3k4m5n6p7q8r9s0t1v2w47';
const RUN_ID = '019aab2f-6f1e-7d3c-9a55-0b8d7c6e5f41';
const CREATED_AT = '2026-11-22T09:30:00.000Z';

export const CONVERSATION_EXAMPLE: Conversation = {
  id: CONVERSATION_ID,
  ownerId: 'ada',
  title: 'Launch planning',
  tags: ['launch'],
  glossary: ['Kaito'],
  revision: 1,
  summaryRevision: 1,
  exchangeCount: 1,
  clipCount: 1,
  createdAt: CREATED_AT,
  updatedAt: '2026-11-22T09:31:10.000Z',
};

export const TASK_EXAMPLE: Task = {
  id: TASK_ID,
  type: 'transcription',
  state: 'running',
  ownerId: 'ada',
  conversationId: CONVERSATION_ID,
  clipId: CLIP_ID,
  priority: 'interactive',
  queue: null,
  attempt: 1,
  settings: {},
  progress: { stage: 'decode', unit: 'milliseconds', done: 42_000, total: 180_000, percent: 23 },
  warnings: [],
  error: null,
  retry: null,
  createdAt: '2026-11-22T09:30:05.000Z',
  startedAt: '2026-11-22T09:30:05.200Z',
  endedAt: null,
  durationMs: 4100,
  workflowId: `transcription:${CLIP_ID}`,
  runId: RUN_ID,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/transcription%3A${CLIP_ID}/${RUN_ID}/history`,
  live: true,
};

export const CLIP_EXAMPLE: Clip = {
  id: CLIP_ID,
  conversationId: CONVERSATION_ID,
  turnId: TURN_ID,
  speaker: 'Ada',
  fileName: 'monday-call.m4a',
  sizeBytes: 1_843_200,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  durationMs: null,
  container: null,
  codec: null,
  taskId: TASK_ID,
  taskState: 'pending',
  createdAt: '2026-11-22T09:30:05.000Z',
};

export const TRANSCRIPT_EXAMPLE: Transcript = {
  conversationId: CONVERSATION_ID,
  title: 'Launch planning',
  ownerId: 'ada',
  tags: ['launch'],
  revision: 1,
  createdAt: CREATED_AT,
  complete: true,
  turns: [
    {
      turnId: TURN_ID,
      exchangeId: EXCHANGE_ID,
      clipId: CLIP_ID,
      speaker: 'Ada',
      durationMs: 2100,
      taskState: 'completed',
      earlierVersions: 0,
      segments: [
        {
          id: 'seg_01jd3k4m5n6p7q8r9s0t1v2w41',
          startMs: 300,
          endMs: 1900,
          text: 'Good morning, everyone.',
          layer: 'raw',
          layers: { raw: 'Good morning, everyone.', corrected: null, edited: null },
          confidence: 0.94,
          words: [
            { startMs: 300, endMs: 620, text: 'Good', confidence: 0.97 },
            { startMs: 620, endMs: 1080, text: 'morning,', confidence: 0.95 },
            { startMs: 1150, endMs: 1900, text: 'everyone.', confidence: 0.9 },
          ],
        },
      ],
    },
  ],
};

export const EXCHANGE_EXAMPLE: Exchange = {
  id: EXCHANGE_ID,
  conversationId: CONVERSATION_ID,
  revision: 1,
  turnIds: [TURN_ID, 'trn_01jd3k4m5n6p7q8r9s0t1v2w42'],
  memoryIds: [MEMORY_ID],
  createdAt: CREATED_AT,
};

export const EDITED_SEGMENT_EXAMPLE: EditedSegment = {
  revision: 3,
  segment: {
    id: 'seg_01jd3k4m5n6p7q8r9s0t1v2w43',
    startMs: 0,
    endMs: 0,
    text: 'Kaito starts the launch on Monday.',
    layer: 'edited',
    layers: {
      raw: 'kayto starts the the lunch on monday',
      corrected: 'Kaito starts the lunch on Monday.',
      edited: 'Kaito starts the launch on Monday.',
    },
    confidence: 1,
    words: [],
  },
};

const SUMMARISED_TURN = { turnIds: [TURN_ID] };

export const SUMMARY_EXAMPLE: Summary = {
  id: 'sum_01jd3k4m5n6p7q8r9s0t1v2w45',
  conversationId: CONVERSATION_ID,
  revision: 1,
  current: true,
  overview: 'Ada and Kaito planned the launch. It begins on Monday.',
  keyPoints: [{ ...SUMMARISED_TURN, text: 'The printer needs the files by Friday.' }],
  decisions: [{ ...SUMMARISED_TURN, text: 'The launch is on Monday.' }],
  actionItems: [{ ...SUMMARISED_TURN, text: 'Tell the printer.', who: 'Kaito', when: 'today' }],
  turnCount: 2,
  engine: 'builtin-1',
  taskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w46',
  createdAt: '2026-11-22T09:31:10.000Z',
};

export const MEMORY_EXAMPLE: Memory = {
  id: MEMORY_ID,
  ownerId: 'ada',
  conversationId: CONVERSATION_ID,
  exchangeId: EXCHANGE_ID,
  narrative: 'Ada said that her daughter was born last night.',
  significance: 3,
  reason: 'A child was born.',
  engine: 'builtin-1',
  rubricVersion: 'builtin-1',
  scoredAt: '2026-11-22T09:30:06.000Z',
  pin: 'auto',
  taskId: SCORING_TASK_ID,
  createdAt: CREATED_AT,
};

/** A task of a conversation that nobody has taken up yet. */
const WAITING: Task = {
  ...TASK_EXAMPLE,
  state: 'pending',
  clipId: null,
  startedAt: null,
  durationMs: null,
  runId: null,
  live: false,
};

export const REQUESTED_SUMMARY_EXAMPLE: Task = {
  ...WAITING,
  id: SUMMARY_EXAMPLE.taskId,
  type: 'summary',
  progress: { stage: null, unit: 'parts', done: 0, total: null, percent: 0 },
  workflowId: `summary:${CONVERSATION_ID}`,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/summary%3A${CONVERSATION_ID}`,
};

export const SCORING_EXAMPLE: Task = {
  ...WAITING,
  id: SCORING_TASK_ID,
  type: 'significance',
  progress: { stage: null, unit: 'memories', done: 0, total: 1, percent: 0 },
  workflowId: `significance:${SCORING_TASK_ID}`,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/significance%3A${SCORING_TASK_ID}`,
};

export const EVENT_EXAMPLE: LoggedEvent = {
  sequence: 1042,
  type: 'task_started',
  ownerId: 'ada',
  conversationId: CONVERSATION_ID,
  taskId: TASK_ID,
  data: { attempt: 1, runId: RUN_ID, stage: 'probe' },
  createdAt: '2026-11-22T09:30:05.200Z',
};
