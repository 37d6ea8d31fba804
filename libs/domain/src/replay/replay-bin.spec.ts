import { describe, expect, it } from '@jest/globals';
import { dropPurged } from './drop-purged.ts';
import type { LoggedEvent } from './logged-event.ts';
import { replay } from './replay.rule.ts';
import { emptyReplay, type Replayed } from './replayed.ts';

const AT = new Date('2026-11-27T09:00:00Z');

/** An event as it is logged, without what the store adds. */
type Happening = LoggedEvent extends infer Event
  ? Event extends LoggedEvent
    ? Pick<Event, 'type' | 'data'> & { readonly conversationId?: string | null }
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
});
