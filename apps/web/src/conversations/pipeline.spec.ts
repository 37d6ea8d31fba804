import type { Task } from '../api/types.ts';
import { inWords } from './pipeline-words.ts';
import { pipelineOf } from './pipeline.ts';
import { SOME_TYPES } from '../tasks/task-types.fixture.ts';
import { aTask } from '../tasks/task.fixture.ts';

const standings = (tasks: readonly Task[]) => pipelineOf(tasks, SOME_TYPES);
const stateOf = (type: string, tasks: readonly Task[]) =>
  standings(tasks).find(({ info }) => info.type === type)?.state;

describe('task types of a conversation', () => {
  it('are in the order of the pipeline, and have no state without tasks', () => {
    expect(standings([]).map(({ info, state }) => [info.type, state])).toEqual([
      ['transcription', null],
      ['correction', null],
      ['summary', null],
      ['significance', null],
    ]);
  });

  it('leave out the types that are not of conversations', () => {
    const [type] = SOME_TYPES;
    const others = (['project', 'installation'] as const).map((subject) => ({ ...type!, subject }));
    expect(pipelineOf([], [...SOME_TYPES, ...others])).toHaveLength(SOME_TYPES.length);
  });

  it('leave out what nobody has asked for', () => {
    const [type] = SOME_TYPES;
    const types = [...SOME_TYPES, { ...type!, type: 'diarisation' as const }];
    const typesOf = (tasks: readonly Task[]) =>
      pipelineOf(tasks, types).map(({ info }) => info.type);
    expect(typesOf([])).not.toContain('diarisation');
    expect(typesOf([aTask({ id: 'a', type: 'diarisation' })])).toContain('diarisation');
  });

  it('show running tasks before pending and completed ones', () => {
    const tasks = [
      aTask({ id: 'c', state: 'pending' }),
      aTask({ id: 'b', state: 'running' }),
      aTask({ id: 'a', state: 'completed' }),
    ];
    expect(stateOf('summary', tasks)).toBe('running');
    expect(stateOf('summary', tasks.slice(2))).toBe('completed');
  });

  it('are failed while one clip is, even if later ones are completed', () => {
    const tasks = [
      aTask({ id: 'b', type: 'transcription', state: 'completed' }),
      aTask({ id: 'a', type: 'transcription', state: 'failed' }),
    ];
    expect(stateOf('transcription', tasks)).toBe('failed');
    expect(standings(tasks)[0]?.troubled.map(({ id }) => id)).toEqual(['a']);
  });

  it('ignore a failed summary once a newer one is completed', () => {
    const tasks = [aTask({ id: 'b', state: 'completed' }), aTask({ id: 'a', state: 'failed' })];
    expect(stateOf('summary', tasks)).toBe('completed');
    expect(standings(tasks)[2]?.troubled).toEqual([]);
  });

  it('report their progress once the total is known', () => {
    const progress = { stage: 'summarise', unit: 'parts', done: 1, total: 4, percent: 25 } as const;
    expect(standings([aTask({ progress })])[2]?.percent).toBe(25);
    expect(standings([aTask({ progress: { ...progress, total: null } })])[2]?.percent).toBeNull();
  });

  it('are not needed when nothing was said, or nothing follows any more', () => {
    const words = (tasks: readonly Task[], hasText: boolean) =>
      pipelineOf(tasks, SOME_TYPES, hasText).map(inWords);
    const heard = aTask({ id: 'a', type: 'transcription', state: 'completed' });
    const later = ['done', 'not needed', 'not needed', 'not needed'];
    expect(words([heard], false)).toEqual(later);
    expect(words([heard], true).slice(1)).toEqual(['nothing yet', 'nothing yet', 'nothing yet']);
    const summed = aTask({ id: 'b', type: 'summary', state: 'completed' });
    expect(words([summed, heard], true)).toEqual(['done', 'not needed', 'done', 'not needed']);
    const failed = aTask({ id: 'c', type: 'transcription', state: 'failed' });
    for (const open of [failed, { ...failed, state: 'running' } as const]) {
      expect(words([open, heard], false)[1]).toBe('nothing yet');
    }
    expect(words([], false)[1]).toBe('nothing yet');
  });

  it('wait while others are before them in the queue, also when they run', () => {
    const place = { name: 'speech', position: 12, expectedWaitMs: null, paused: false } as const;
    const progress = {
      stage: 'decode',
      unit: 'milliseconds',
      done: 0,
      total: 9,
      percent: 0,
    } as const;
    const words = (changes: Partial<Task>) =>
      standings([aTask({ type: 'transcription', ...changes })]).map(inWords)[0];
    expect(words({ state: 'pending', queue: place })).toBe('waiting, 11 ahead');
    expect(words({ state: 'running', progress, queue: place })).toBe('waiting, 11 ahead');
    expect(words({ state: 'running', progress, queue: { ...place, position: 1 } })).toBe(
      'waiting, next in line',
    );
    expect(words({ state: 'running', progress, queue: null })).toBe('working');
  });

  it('have labels, which come from the gateway for types without a task', () => {
    const progress = { stage: 'summarise', unit: 'parts', done: 1, total: 4, percent: 25 } as const;
    expect(standings([aTask({ progress })]).map(inWords)).toEqual([
      'no recordings',
      'nothing yet',
      'working · 25 %',
      'nothing yet',
    ]);
  });
});
