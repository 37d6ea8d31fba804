import { describe, expect, it } from '@jest/globals';
import { commentBlock, eventBlock } from './event-block.ts';
import { wantsEventStream } from './wants-event-stream.ts';

describe('the text of an event stream', () => {
  it('has one block for each event, with an id only when it has one', () => {
    expect(eventBlock({ type: 'task', id: 3, data: '{}' })).toBe(
      'event: task\nid: 3\ndata: {}\n\n',
    );
    expect(eventBlock({ type: 'progress', data: '{}' })).toBe('event: progress\ndata: {}\n\n');
    expect(commentBlock('hello')).toBe(': hello\n\n');
  });

  it.each([
    ['text/event-stream', true],
    ['application/json;q=0.5, Text/Event-Stream;q=1', true],
    ['*/*', false],
    ['text/event-stream-of-mine', false],
    [undefined, false],
  ])('is requested by %s: %s', (accept, asked) => {
    expect(wantsEventStream(accept)).toBe(asked);
  });
});
