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

  it('have labels, which come from the gateway for types without a task', () => {
    const progress = { stage: 'summarise', unit: 'parts', done: 1, total: 4, percent: 25 } as const;
    expect(standings([aTask({ progress })]).map(inWords)).toEqual([
      'no clips',
      'nothing yet',
      'working · 25 %',
      'nothing yet',
    ]);
  });
});
