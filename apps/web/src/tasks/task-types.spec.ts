import { aTask } from './task.fixture.ts';
import { infoOf, nameOfType, stepInWords } from './task-types.ts';
import { SOME_TYPES } from './task-types.fixture.ts';

describe('the labels of a task type', () => {
  const task = aTask();
  const beforeItsFirstStep = aTask({ progress: { ...task.progress, stage: null } });

  it('come from the gateway', () => {
    expect(infoOf('summary', SOME_TYPES)).toMatchObject({ verb: 'Summarise', unitName: 'part' });
    expect(nameOfType('summary', SOME_TYPES)).toBe('Summary');
    expect(stepInWords(task, SOME_TYPES)).toBe('Summing it up');
    expect(stepInWords(beforeItsFirstStep, SOME_TYPES)).toBeNull();
  });

  it('are its name in the API until the gateway has answered', () => {
    expect(infoOf('summary', [])).toBeUndefined();
    expect(nameOfType('summary', [])).toBe('summary');
    expect(stepInWords(task, [])).toBe('summarise');
  });
});
