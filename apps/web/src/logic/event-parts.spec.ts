import type { LoggedEvent } from '../api/types.ts';
import { changes } from './event-parts.ts';

function event(type: string, data: LoggedEvent['data'] = {}): LoggedEvent {
  return {
    sequence: 1,
    type,
    ownerId: 'local',
    conversationId: 'cnv_1',
    taskId: null,
    data,
    createdAt: '2026-11-22T09:30:00.000Z',
  };
}

describe('what an event changes', () => {
  it.each([
    ['exchange_added', 'transcript', true],
    ['segments_corrected', 'transcript', true],
    ['summary_written', 'conversation', true],
    ['memory_pin_changed', 'memories', true],
    ['task_created', 'tasks', true],
    ['memory_pin_changed', 'transcript', false],
    ['task_created', 'memories', false],
    ['something_of_a_later_version', 'tasks', false],
  ] as const)('%s and the %s: %p', (type, part, expected) => {
    expect(changes(event(type), part)).toBe(expected);
  });

  it('is the transcript when a transcription ends, whatever its end, and no other task', () => {
    expect(changes(event('task_completed', { stage: 'stitch' }), 'transcript')).toBe(true);
    expect(changes(event('task_failed', { error: { stage: 'probe' } }), 'transcript')).toBe(true);
    expect(changes(event('task_completed', { stage: 'summarise' }), 'transcript')).toBe(false);
    expect(changes(event('task_failed', { error: { stage: 'score' } }), 'transcript')).toBe(false);
  });
});
