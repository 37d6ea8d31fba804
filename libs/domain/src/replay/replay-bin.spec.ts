import { describe, expect, it } from '@jest/globals';
import { dropPurged } from './drop-purged.ts';
import type { LoggedEvent } from './logged-event.ts';
import { replay } from './replay.rule.ts';
import { emptyReplay, type Replayed } from './replayed.ts';

const AT = new Date('2026-11-27T09:00:00Z');

/** An event as it is logged, without what the store adds. */
type Happening = LoggedEvent extends infer Event
  ? Event extends LoggedEvent
    ? Pick<Event, 'type' | 'data'> & Partial<Pick<Event, 'conversationId' | 'taskId'>>
    : never
  : never;

function after(...happenings: readonly Happening[]): Replayed {
  const state = emptyReplay();
  happenings.forEach((happening, index) => {
    const subject = { ownerId: 'ada', conversationId: null, taskId: null, createdAt: AT };
    replay(state, { ...subject, ...happening, sequence: index + 1 });
  });
  return state;
}

const CONVERSATION: Happening = { type: 'conversation_created', conversationId: 'cnv_1', data: {} };
const memory = (type: 'memory_deleted' | 'memory_restored' | 'memory_purged'): Happening => ({
  ...{ type, conversationId: 'cnv_1', data: { memoryId: 'mem_1' } },
});
const MEMORIES = ['mem_1', 'mem_2'].map((memoryId): Happening => ({
  ...{ type: 'memory_written', conversationId: 'cnv_1', data: { memoryId, exchangeId: null } },
}));

const idsIn = ({ rows }: Replayed) =>
  Object.values(rows).flatMap((table) => [...table.keys()].map(String));

describe('the log of what was deleted', () => {
  it('keeps the rows of what is in the bin, which names to what it belongs', () => {
    const { rows } = after(CONVERSATION, ...MEMORIES, memory('memory_deleted'));
    expect([...rows.memories.keys()]).toEqual(['mem_1', 'mem_2']);
    expect([...rows.binItems]).toEqual([
      ['mem_1', { kind: 'memory', ownerId: 'ada', belongsTo: 'cnv_1', deletedAt: AT.getTime() }],
    ]);
  });

  it('has no item of what was restored', () => {
    const happened = [memory('memory_deleted'), memory('memory_restored')];
    const state = after(CONVERSATION, ...MEMORIES, ...happened);
    dropPurged(state);
    expect(state.rows.binItems.size).toBe(0);
    expect(state.rows.memories.size).toBe(2);
  });

  it('drops what was purged, and what belongs to it, in one pass', () => {
    const purged = after(
      CONVERSATION,
      ...MEMORIES,
      memory('memory_deleted'),
      memory('memory_purged'),
    );
    dropPurged(purged);
    expect([...purged.rows.memories.keys()]).toEqual(['mem_2']);
    const all = after(
      ...[CONVERSATION, ...MEMORIES],
      { type: 'conversation_deleted', conversationId: 'cnv_1', data: {} },
      { type: 'conversation_purged', conversationId: 'cnv_1', data: {} },
    );
    dropPurged(all);
    expect(Object.values(all.rows).map(({ size }) => size)).toEqual(
      Object.values(all.rows).map(() => 0),
    );
  });

  const ofOne = { conversationId: 'cnv_1' } as const;
  const SAID: readonly Happening[] = [
    CONVERSATION,
    {
      ...{ type: 'exchange_added', ...ofOne },
      data: { exchangeId: 'exc_1', turns: [{ turnId: 'trn_1' }, { turnId: 'trn_2' }] },
    },
    {
      ...{ type: 'clip_received', ...ofOne },
      data: {
        ...{ exchangeId: 'exc_2', turnId: 'trn_3', clipId: 'clp_1', taskId: 'tsk_1' },
        ...{ sizeBytes: 1, sha256: 'a' },
      },
    },
    {
      ...{ type: 'task_created', taskId: 'tsk_1', ...ofOne },
      data: { type: 'transcription', clipId: 'clp_1', workflowId: 'w', urgent: false },
    },
    ...['exc_1', 'exc_2'].map((exchangeId, index): Happening => ({
      ...{ type: 'memory_written', ...ofOne },
      data: { memoryId: `mem_${index + 1}`, exchangeId },
    })),
    {
      ...{ type: 'summary_written', taskId: 'tsk_2', ...ofOne },
      data: { summaryId: 'sum_1', revision: 1, engine: 'e' },
    },
  ];
  const exchange = { exchangeId: 'exc_1' };
  const clip = { clipId: 'clp_1', turnId: 'trn_3', exchangeId: 'exc_2' };

  it('counts what is left of a conversation, and has none of its summaries', () => {
    const removed: Happening = {
      ...{ type: 'summary_removed', ...ofOne, data: { summaryId: 'sum_1' } },
    };
    const deleted: readonly Happening[] = [
      { type: 'exchange_deleted', ...ofOne, data: { ...exchange, revision: 2, clips: 0 } },
      removed,
      { type: 'clip_deleted', ...ofOne, data: { ...clip, revision: 3 } },
    ];
    const { rows } = after(...SAID, ...deleted);
    expect(rows.conversations.get('cnv_1')).toMatchObject({
      ...{ revision: 3, deletionRevision: 3, summaryRevision: null },
      ...{ exchangeCount: 0, clipCount: 0 },
    });
    expect([...rows.binItems].map(([id, { kind, belongsTo }]) => [id, kind, belongsTo])).toEqual([
      ['exc_1', 'exchange', 'cnv_1'],
      ['clp_1', 'clip', 'cnv_1'],
    ]);
    expect([rows.exchanges.size, rows.turns.size, rows.summaries.size]).toEqual([2, 3, 0]);
    const back = after(...SAID, ...deleted, {
      ...{ type: 'clip_restored', ...ofOne, data: { ...clip, revision: 4 } },
    });
    expect(back.rows.conversations.get('cnv_1')).toMatchObject({
      ...{ revision: 4, deletionRevision: 3, exchangeCount: 1, clipCount: 1 },
    });
  });

  it('drops a purged exchange or clip with its turns, task and memories', () => {
    const first = after(...SAID, { type: 'exchange_purged', ...ofOne, data: exchange });
    dropPurged(first);
    expect(idsIn(first)).toEqual(['cnv_1', 'exc_2', 'trn_3', 'clp_1', 'tsk_1', 'mem_2', 'sum_1']);
    const second = after(...SAID, { type: 'clip_purged', ...ofOne, data: clip });
    dropPurged(second);
    expect(idsIn(second)).toEqual(['cnv_1', 'exc_1', 'trn_1', 'trn_2', 'mem_1', 'sum_1']);
    const without = { ...clip, exchangeId: null };
    const third = after(...SAID, { type: 'clip_purged', ...ofOne, data: without });
    dropPurged(third);
    expect(idsIn(third)).toContain('exc_2');
  });

  const file = { sizeBytes: 1, sha256: 'a', writtenOn: '2026-11-27' };
  const settings = { currency: 'EUR', timeZone: 'UTC', refresh: 'manual' };
  const of = { projectId: 'prj_1' };
  const reading = (taskId: string, documentId: string): Happening => ({
    type: 'task_created',
    taskId,
    data: {
      ...{ type: 'document_reading', clipId: null, workflowId: taskId, urgent: false },
      ...{ entity: { kind: 'project', id: 'prj_1' }, settings: { documentId } },
    },
  });
  const PROJECT: readonly Happening[] = [
    { type: 'project_created', data: { ...of, ...settings } },
    { type: 'conversation_created', conversationId: 'cnv_1', data: of },
    ...['1', '2'].flatMap((number): readonly Happening[] => [
      {
        type: 'document_added',
        data: { ...of, ...file, documentId: `doc_${number}`, taskId: `tsk_${number}` },
      },
      reading(`tsk_${number}`, `doc_${number}`),
    ]),
    {
      ...{ type: 'report_written', taskId: 'tsk_3' },
      data: { ...of, agent: 'financial', reportId: 'rpt_1', engine: 'e' },
    },
  ];

  it('drops a purged document with its reading', () => {
    const ofDocument = { ...of, documentId: 'doc_1' };
    const state = after(
      ...PROJECT,
      { type: 'document_deleted', data: ofDocument },
      { type: 'document_purged', data: ofDocument },
    );
    dropPurged(state);
    expect(idsIn(state)).toEqual(['cnv_1', 'tsk_2', 'prj_1', 'doc_2', 'rpt_1']);
  });

  it('drops a purged project with all but its conversations', () => {
    const deleted: Happening = { type: 'project_deleted', data: { ...of, restorable: true } };
    const state = after(...PROJECT, deleted);
    dropPurged(state);
    expect(state.rows.binItems.get('prj_1')).toMatchObject({ kind: 'project', belongsTo: null });
    expect(state.rows.documents.size).toBe(2);
    const purged = after(...PROJECT, deleted, { type: 'project_purged', data: of });
    dropPurged(purged);
    expect(idsIn(purged)).toEqual(['cnv_1']);
  });

  it('knows the events of versions without a bin for projects and documents', () => {
    const removed: Happening = {
      ...{ type: 'document_removed', data: { ...of, documentId: 'doc_1' } },
    };
    expect(idsIn(after(...PROJECT, removed))).not.toContain('doc_1');
    const all = after(...PROJECT, { type: 'project_deleted', data: of });
    expect(idsIn(all)).toEqual(['cnv_1', 'tsk_1', 'tsk_2']);
  });
});
