import { ID_PREFIXES } from '../model/ids.ts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as contracts from './index.ts';

const {
  changeConversationSchema,
  conversationDetailSchema,
  conversationQuerySchema,
  createConversationSchema,
  createTaskSchema,
  editedSegmentSchema,
  enginesSchema,
  exchangeSchema,
  idSchema,
  memoryPageSchema,
  memoryQuerySchema,
  ownerIdSchema,
  partialTextSchema,
  problemSchema,
  retryTaskSchema,
  speakerSchema,
  summarySchema,
  taskPageSchema,
  taskQuerySchema,
  textVersionPageSchema,
  textVersionQuerySchema,
  timestampSchema,
  transcriptQuerySchema,
  transcriptSchema,
} = contracts;

const ULID = '01jd3k4m5n6p7q8r9s0t1v2w3x';
const NOW = '2026-11-22T09:30:00.000Z';

const task = {
  id: `tsk_${ULID}`,
  type: 'transcription',
  state: 'failed',
  ownerId: 'ada',
  conversationId: `cnv_${ULID}`,
  clipId: `clp_${ULID}`,
  priority: 'interactive' as const,
  queue: { name: 'speech', position: 3, expectedWaitMs: null, paused: true },
  attempt: 2,
  settings: { engine: 'small', language: 'de' },
  progress: { stage: 'decode', unit: 'milliseconds', done: 5000, total: 10_000, percent: 50 },
  warnings: [{ code: 'repetition_cut', message: 'A phrase was cut.', atMs: 3000 }],
  error: {
    code: 'speech_engine_crashed',
    stage: 'decode',
    message: 'The speech process ended.',
    retryable: true,
    nextAction: 'Retry the task.',
  },
  createdAt: NOW,
  startedAt: NOW,
  endedAt: NOW,
  durationMs: 12,
  workflowId: 'transcription:clp_1',
  runId: null,
  temporalUiUrl: 'http://127.0.0.1:4703/namespaces/default/workflows/x',
  retry: null,
  live: false,
};

const clip = {
  id: `clp_${ULID}`,
  conversationId: `cnv_${ULID}`,
  turnId: `trn_${ULID}`,
  speaker: 'Ada',
  fileName: 'meeting.wav',
  sizeBytes: 3,
  sha256: 'abc',
  durationMs: null,
  container: null,
  codec: null,
  taskId: `tsk_${ULID}`,
  taskState: 'pending',
  audioRemovedAt: null,
  createdAt: NOW,
};

const conversation = {
  id: `cnv_${ULID}`,
  ownerId: 'ada',
  title: 'Launch planning',
  tags: ['launch'],
  glossary: ['Kaito'],
  summaryStyle: null,
  transcriptStyle: null,
  spokenLanguage: null,
  revision: 1,
  summaryRevision: null,
  projectId: null,
  exchangeCount: 1,
  archivedAt: null,
  transcriptRemovedAt: null,
  clipCount: 1,
  createdAt: NOW,
  updatedAt: NOW,
};

const segment = {
  id: `seg_${ULID}`,
  startMs: 0,
  endMs: 900,
  text: 'Hello.',
  layer: 'edited',
  layers: { raw: 'hallo', corrected: null, edited: 'Hello.' },
  refusedChanges: 0,
  language: 'en',
  confidence: 0.9,
  words: [{ startMs: 0, endMs: 900, text: 'Hello.', confidence: 0.9 }],
};

const turn = {
  turnId: `trn_${ULID}`,
  exchangeId: `exc_${ULID}`,
  clipId: `clp_${ULID}`,
  recordingId: `clp_${ULID}`,
  speaker: 'Ada',
  durationMs: 900,
  taskState: 'completed',
  earlierVersions: 1,
  segments: [segment],
};

const {
  id: _id,
  words: _words,
  refusedChanges: _refused,
  language: _language,
  ...earlierSegment
} = segment;

const version = {
  id: `ver_${ULID}`,
  conversationId: conversation.id,
  turnId: turn.turnId,
  clipId: null,
  revision: 1,
  replacedByTaskId: task.id,
  createdAt: NOW,
  segments: [earlierSegment],
};

const engines = {
  speech: {
    ...{ default: 'tiny.en', available: ['tiny.en', 'small'] },
    ...{ language: 'auto', languages: ['de', 'en'] },
  },
  language: {
    ...{ default: 'builtin', available: ['builtin', 'ollama:llama3.2'] },
    ofType: {
      ...{ correction: 'builtin', summary: 'ollama:llama3.2' },
      ...{ significance: 'builtin', agent_report: 'builtin' },
    },
    offered: [{ engine: 'ollama:qwen3', setting: 'AFTERWORD_LANGUAGE_ENGINE=ollama:qwen3' }],
  },
  engines: [
    {
      ...{ name: 'tiny.en', kind: 'speech', description: 'Local Whisper.', remote: false },
      ...{ available: true, why: null, lastFailure: null },
      ...{ usedFor: ['transcription'], languages: ['en'] },
      ...{ tellsSpeakers: false, wordTimes: 'heard', cost: 'none' },
    },
  ],
};

const point = { text: 'We launch on Monday.', turnIds: [turn.turnId], segments: [] };

const summary = {
  id: `sum_${ULID}`,
  conversationId: conversation.id,
  revision: 1,
  current: true,
  ...{ template: 'detailed', language: 'en', attendees: [], topics: ['launch'] },
  leftOut: { count: 1, reasons: { name: 1 } },
  coverage: { turnsCited: 1, turnCount: 1, textShare: 1, thirds: [1, 0, 1] },
  ...{ editedAt: null, newer: null },
  overview: 'A launch.',
  keyPoints: [point],
  decisions: [],
  actionItems: [{ ...point, who: 'Ada', when: null, certainty: 'certain' }],
  turnCount: 1,
  engine: 'builtin-1',
  taskId: task.id,
  createdAt: NOW,
};

const memory = {
  id: `mem_${ULID}`,
  ownerId: 'ada',
  conversationId: null,
  conversationTitle: null,
  projectId: null,
  exchangeId: null,
  narrative: 'She moved to Lisbon.',
  significance: 3,
  significanceValue: 2.5,
  reason: 'A move.',
  engine: 'builtin-1',
  rubricVersion: 'builtin-1',
  scoredAt: NOW,
  pin: 'auto',
  taskId: task.id,
  createdAt: NOW,
  editedAt: null,
  keptAt: null,
  keptFrom: null,
};

const exchange = {
  id: turn.exchangeId,
  conversationId: conversation.id,
  revision: 1,
  turnIds: [turn.turnId],
  memoryIds: [memory.id],
  createdAt: NOW,
};

const problem = {
  type: 'urn:afterword:error:not_found',
  title: 'The resource was not found',
  status: 404,
  detail: 'There is no task.',
  instance: '/tasks/1',
  code: 'not_found',
  requestId: 'r1',
  retryable: false,
  nextAction: 'Check the id.',
};

const answers: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['a page of tasks', taskPageSchema, { items: [task], nextCursor: null, complete: true }],
  ['a conversation', conversationDetailSchema, { ...conversation, clips: [clip] }],
  [
    'a transcript',
    transcriptSchema,
    {
      ...{ conversationId: conversation.id, title: 'x', ownerId: 'ada', tags: [], revision: 1 },
      ...{ createdAt: NOW, complete: true, turns: [turn] },
    },
  ],
  ['an exchange', exchangeSchema, exchange],
  ['an edit', editedSegmentSchema, { revision: 2, segment }],
  ['a summary', summarySchema, summary],
  ['earlier versions', textVersionPageSchema, { items: [version], nextCursor: null }],
  ['engines', enginesSchema, engines],
  ['a page of memories', memoryPageSchema, { items: [memory], nextCursor: null }],
  ['a problem', problemSchema, problem],
  [
    'partial text',
    partialTextSchema,
    { chunkIndex: 0, finished: false, segments: [{ startMs: 0, endMs: 900, text: 'Hello.' }] },
  ],
];

describe('the responses of the API', () => {
  it.each(answers)('%s matches its schema', (_name, schema, answer) => {
    expect(schema.parse(answer)).toEqual(answer);
  });

  it('have only known codes and states', () => {
    expect(problemSchema.safeParse({ ...problem, code: 'oops' }).success).toBe(false);
    const items = [{ ...task, state: 'done' }];
    expect(taskPageSchema.safeParse({ items, nextCursor: null }).success).toBe(false);
  });
});

describe('the examples in the API description', () => {
  const schemas = Object.entries<unknown>(contracts).filter(
    (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
  );

  it.each(schemas)('are valid in %s', (_name, schema) => {
    for (const [part, example] of examplesOf(schema)) {
      expect(part.safeParse(example)).toMatchObject({ success: true });
    }
  });

  it('exist', () => {
    expect(schemas.flatMap(([, schema]) => examplesOf(schema)).length).toBeGreaterThan(10);
  });
});

describe('the requests of the API', () => {
  it('default the fields that a new conversation leaves out', () => {
    expect(createConversationSchema.parse({})).toEqual({
      title: 'Untitled conversation',
      tags: [],
      glossary: [],
      transcriptStyle: null,
      spokenLanguage: null,
      projectId: null,
      ownerId: 'local',
    });
    expect(createConversationSchema.parse({ title: '  Plan  ' }).title).toBe('Plan');
  });

  it.each([
    { titel: 'misspelt' },
    { title: '' },
    { title: '   ' },
    { title: 'x'.repeat(201) },
    { title: 'a\0b' },
    { title: 'half a character: \ud83d' },
    { tags: ['a\0b'] },
    { tags: Array.from({ length: 21 }, String) },
    { glossary: [''] },
    { glossary: Array.from({ length: 501 }, String) },
    { ownerId: 'ada lovelace' },
    { ownerId: '' },
  ])('reject a conversation like %j', (body) => {
    expect(createConversationSchema.safeParse(body).success).toBe(false);
  });

  it('accept names and titles in any script', () => {
    for (const name of ['Ада', '李明', 'Zoë 🎙️', "O'Brien"]) {
      expect(speakerSchema.parse(name)).toBe(name);
    }
    expect(speakerSchema.safeParse('\0').success).toBe(false);
  });

  it('parse queries from the strings of a URL', () => {
    expect(taskQuerySchema.parse({})).toEqual({ limit: 50 });
    expect(conversationQuerySchema.parse({ limit: '10', ownerId: 'ada' })).toMatchObject({
      limit: 10,
    });
    expect(transcriptQuerySchema.parse({})).toEqual({ format: 'json' });
    for (const query of [{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { state: 'done' }]) {
      expect(taskQuerySchema.safeParse(query).success).toBe(false);
    }
  });

  it('leave the fields of a conversation that are not given unset', () => {
    expect(changeConversationSchema.parse({})).toEqual({});
    expect(changeConversationSchema.parse({ tags: [] })).toEqual({ tags: [] });
  });

  it('parse filters of memories from the strings of a URL', () => {
    const query = { pinned: 'false', significance: '2', limit: '10' };
    expect(memoryQuerySchema.parse(query)).toEqual({ pinned: false, significance: 2, limit: 10 });
    for (const wrong of [{ pinned: '1' }, { significance: '-1' }, { significance: 'high' }]) {
      expect(memoryQuerySchema.safeParse(wrong).success).toBe(false);
    }
  });

  it('name the clip or the conversation that each task type is for', () => {
    const [clipId, conversationId] = [clip.id, conversation.id];
    expect(createTaskSchema.safeParse({ type: 'transcription', clipId }).success).toBe(true);
    for (const type of ['correction', 'summary', 'significance']) {
      expect(createTaskSchema.safeParse({ type, conversationId }).success).toBe(true);
      expect(createTaskSchema.safeParse({ type, clipId }).success).toBe(false);
    }
  });

  it('accept an engine for every task type, and a language for transcriptions only', () => {
    const transcriptionRequest = { type: 'transcription', clipId: clip.id };
    const settings = { engine: 'small', language: 'de' };
    expect(createTaskSchema.parse({ ...transcriptionRequest, settings })).toEqual({
      ...transcriptionRequest,
      settings,
    });
    const summaryRequest = { type: 'summary', conversationId: conversation.id };
    const engine = { engine: 'builtin' };
    expect(createTaskSchema.safeParse({ ...summaryRequest, settings: engine }).success).toBe(true);
    expect(createTaskSchema.safeParse({ ...summaryRequest, settings }).success).toBe(false);
    expect(retryTaskSchema.parse({})).toEqual({});
    expect(retryTaskSchema.parse({ settings: { language: 'auto' } })).toEqual({
      settings: { language: 'auto' },
    });
    const wrong = [{ language: 'german' }, { language: 'xx' }, { engine: '' }, { model: 'small' }];
    for (const given of wrong) {
      expect(retryTaskSchema.safeParse({ settings: given }).success).toBe(false);
    }
  });

  it('limit the versions on a page', () => {
    expect(textVersionQuerySchema.parse({})).toEqual({ limit: 10 });
    expect(textVersionQuerySchema.safeParse({ limit: '51' }).success).toBe(false);
  });

  it('distinguish the kinds of ids', () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(Object.keys(ID_PREFIXES).length);
    expect(idSchema('task').safeParse(task.id).success).toBe(true);
    const wrong = [
      `clp_${ULID}`,
      `tsk_${ULID}0`,
      'tsk_',
      `tsk_${ULID.toUpperCase()}`,
      `xtsk_${ULID}`,
    ];
    for (const id of wrong) expect(idSchema('task').safeParse(id).success).toBe(false);
  });

  it('accept timestamps in UTC only', () => {
    expect(timestampSchema.safeParse(NOW).success).toBe(true);
    expect(timestampSchema.safeParse('2026-11-22T09:30:00+02:00').success).toBe(false);
    expect(timestampSchema.safeParse('yesterday').success).toBe(false);
  });

  it('accept owner ids that fit into a URL', () => {
    for (const owner of ['ada', 'bot-1', 'a.b_c@example.org', 'x'.repeat(80)]) {
      expect(ownerIdSchema.safeParse(owner).success).toBe(true);
    }
    for (const owner of ['', 'a b', 'a/b', 'ä', 'x'.repeat(81)]) {
      expect(ownerIdSchema.safeParse(owner).success).toBe(false);
    }
  });
});

/** Each example within a schema, with the schema that it belongs to. */
function examplesOf(schema: z.ZodType): readonly (readonly [z.ZodType, unknown])[] {
  const own = schema.meta()?.['example'];
  const inner = partsOf(schema).flatMap(examplesOf);
  return own === undefined ? inner : [[schema, own], ...inner];
}

function partsOf(schema: unknown): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values<z.ZodType>(schema.shape);
  if (schema instanceof z.ZodArray) return [schema.element].filter(isSchema);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return [schema.unwrap()].filter(isSchema);
  }
  if (schema instanceof z.ZodDefault) return [schema.unwrap()].filter(isSchema);
  return [];
}

function isSchema(value: unknown): value is z.ZodType {
  return value instanceof z.ZodType;
}
