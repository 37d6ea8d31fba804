import { describe, expect, it } from '@jest/globals';
import { activitiesOf, type TaskHandler } from './task-handler.ts';

const handler = (type: TaskHandler<string>['type'], name: string = type): TaskHandler<string> => ({
  type,
  create: (said) => ({ [name]: () => Promise.resolve(said) }),
});
const correction = handler('correction');
const summary = handler('summary');
const significance = handler('significance');
const startWith = (...handlers: readonly TaskHandler<string>[]) =>
  activitiesOf('language', handlers, 'hello');

describe('the handlers of a worker', () => {
  it('become its activities, made with what they need', async () => {
    const activities = startWith(correction, summary, significance);
    expect(Object.keys(activities)).toEqual(['correction', 'summary', 'significance']);
    expect(await activities['summary']?.()).toBe('hello');
  });

  it('keep it from starting when one is missing, which it names', () => {
    expect(() => startWith(correction, significance)).toThrow(
      'no handler for the task type summary',
    );
  });

  it('keep it from starting when there is a second one, which it names', () => {
    expect(() => startWith(correction, summary, significance, summary)).toThrow(
      '2 handlers for the task type summary',
    );
  });

  it('keep it from starting when one is of another queue, which it names', () => {
    expect(() => startWith(correction, summary, significance, handler('transcription'))).toThrow(
      'transcription is not of the queue language',
    );
  });

  it('keep it from starting when two have the same activity, which it names', () => {
    expect(() => startWith(correction, summary, handler('significance', 'summary'))).toThrow(
      'Two handlers have the activity summary',
    );
  });
});
