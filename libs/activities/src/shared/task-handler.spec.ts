import { describe, expect, it } from '@jest/globals';
import { activitiesOf, type TaskHandler } from './task-handler.ts';

const handler = (type: TaskHandler<string>['type'], name: string = type): TaskHandler<string> => ({
  type,
  create: (dependency) => ({ [name]: () => Promise.resolve(dependency) }),
});
const correction = handler('correction');
const summary = handler('summary');
const significance = handler('significance');
/** The other types of the queue. */
const others = [handler('document_reading'), handler('agent_report')] as const;
const activitiesWith = (...handlers: readonly TaskHandler<string>[]) =>
  activitiesOf('language', [...handlers, ...others], 'hello');

describe('the handlers of a worker', () => {
  it('become its activities, created with their dependencies', async () => {
    const activities = activitiesWith(correction, summary, significance);
    expect(Object.keys(activities)).toEqual([
      ...['correction', 'summary', 'significance', 'document_reading', 'agent_report'],
    ]);
    expect(await activities['summary']?.()).toBe('hello');
  });

  it('prevent its start when one is missing, with an error that names it', () => {
    expect(() => activitiesWith(correction, significance)).toThrow(
      'no handler for the task type summary',
    );
  });

  it('prevent its start when there are two for a type, with an error that names it', () => {
    expect(() => activitiesWith(correction, summary, significance, summary)).toThrow(
      '2 handlers for the task type summary',
    );
  });

  it('prevent its start when one belongs to another queue, with an error that names it', () => {
    expect(() =>
      activitiesWith(correction, summary, significance, handler('transcription')),
    ).toThrow('transcription is not of the queue language');
  });

  it('prevent its start when two have the same activity, with an error that names it', () => {
    expect(() => activitiesWith(correction, summary, handler('significance', 'summary'))).toThrow(
      'Two handlers have the activity summary',
    );
  });
});
