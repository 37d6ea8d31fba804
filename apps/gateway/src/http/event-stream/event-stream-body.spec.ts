import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { EventStreamBody } from './event-stream-body.ts';

describe('the body of an event stream', () => {
  it('contains what was sent before its end, and nothing after it', async () => {
    const body = new EventStreamBody();
    body.send('one ');
    body.send('two');
    body.end();
    body.end();
    body.send('three');
    expect(await text(body)).toBe('one two');
  });

  it('ends when the buffer exceeds its limit, and says where to resume', async () => {
    const body = new EventStreamBody(10);
    body.send('x'.repeat(10), 7);
    body.send('y', '8');
    body.send('lost', 9);
    body.send('lost too', 10);
    expect(await text(body)).toBe(
      `${'x'.repeat(10)}yevent: dropped\nid: 8\ndata: {"lastEventId":"8"}\n\n`,
    );
  });

  it('names no event when it has sent none', async () => {
    const body = new EventStreamBody(1);
    body.send('xx');
    body.send('lost');
    expect(await text(body)).toBe('xxevent: dropped\ndata: {"lastEventId":null}\n\n');
  });

  it('reports when the buffer has drained', async () => {
    const body = new EventStreamBody();
    await body.drained();
    body.send('x'.repeat(body.readableHighWaterMark));
    let hasRoom = false;
    const waiting = body.drained().then(() => {
      hasRoom = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasRoom).toBe(false);
    body.resume();
    await waiting;
  });

  it('resolves pending waits when its reader has disconnected', async () => {
    const body = new EventStreamBody();
    body.send('x'.repeat(body.readableHighWaterMark));
    const waiting = body.drained();
    body.destroy();
    await waiting;
    await body.drained();
  });
});
