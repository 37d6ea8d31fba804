import { stagesOf } from './stages.ts';
import { aTask } from './task.fixture.ts';

const stateOf = (type: string, tasks: Parameters<typeof stagesOf>[0]) =>
  stagesOf(tasks).find((stage) => stage.type === type)?.state;

describe('stages of a conversation', () => {
  it('come in the order of the pipeline, and have no state before there is work', () => {
    expect(stagesOf([]).map(({ type, state }) => [type, state])).toEqual([
      ['transcription', null],
      ['correction', null],
      ['summary', null],
      ['significance', null],
    ]);
  });

  it('show what is running before what waits and what is done', () => {
    const tasks = [
      aTask({ id: 'c', state: 'pending' }),
      aTask({ id: 'b', state: 'running' }),
      aTask({ id: 'a', state: 'completed' }),
    ];
    expect(stateOf('summary', tasks)).toBe('running');
    expect(stateOf('summary', tasks.slice(2))).toBe('completed');
  });

  it('are failed while one clip is, though later ones are done', () => {
    const tasks = [
      aTask({ id: 'b', type: 'transcription', state: 'completed' }),
      aTask({ id: 'a', type: 'transcription', state: 'failed' }),
    ];
    expect(stateOf('transcription', tasks)).toBe('failed');
    expect(stagesOf(tasks)[0]?.troubled.map(({ id }) => id)).toEqual(['a']);
  });

  it('forget a summary that failed once a newer one is done', () => {
    const tasks = [aTask({ id: 'b', state: 'completed' }), aTask({ id: 'a', state: 'failed' })];
    expect(stateOf('summary', tasks)).toBe('completed');
    expect(stagesOf(tasks)[2]?.troubled).toEqual([]);
  });

  it('say how far they are once the total is known', () => {
    const progress = { stage: 'summarise', unit: 'parts', done: 1, total: 4, percent: 25 } as const;
    expect(stagesOf([aTask({ progress })])[2]?.percent).toBe(25);
    expect(stagesOf([aTask({ progress: { ...progress, total: null } })])[2]?.percent).toBeNull();
  });
});
