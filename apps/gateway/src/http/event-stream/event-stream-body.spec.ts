import { once } from 'node:events';
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

  it('is destroyed when the buffer exceeds its limit', async () => {
    const body = new EventStreamBody(10);
    body.send('x'.repeat(10));
    body.send('x');
    expect(body.destroyed).toBe(false);
    body.send('x');
    await once(body, 'close');
    expect(body.destroyed).toBe(true);
    body.send('x');
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
