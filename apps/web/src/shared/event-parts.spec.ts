import type { LoggedEvent } from '../api/types.ts';
import { changes, changesTurnState } from './event-parts.ts';
import { SOME_TYPES } from '../tasks/task-types.fixture.ts';

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

  it('includes the state of a turn when a transcription ends in any state, but not for other tasks', () => {
    const changing = (type: string, data: LoggedEvent['data'], types = SOME_TYPES) =>
      changesTurnState(event(type, data), types);
    expect(changing('task_completed', { stage: 'stitch' })).toBe(true);
    expect(changing('task_failed', { error: { stage: 'probe' } })).toBe(true);
    expect(changing('task_completed', { stage: 'summarise' })).toBe(false);
    expect(changing('task_failed', { error: { stage: 'score' } })).toBe(false);
    expect(changing('task_created', {})).toBe(false);
    expect(changing('task_completed', { stage: 'summarise' }, [])).toBe(true);
  });
});
