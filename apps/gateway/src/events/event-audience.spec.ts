import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventLogRepository, EventTail, NotificationFeed, openDatabase } from '#store';
import { EventStreamBody } from '../http/event-stream/event-stream-body.ts';
import { EventAudience } from './event-audience.ts';
import { EventReader } from './event-reader.ts';

const NOWHERE = 'postgresql://nobody@127.0.0.1:1/none';

describe('the readers of events', () => {
  let audience: EventAudience;
  beforeEach(() => {
    jest.useFakeTimers();
    const log = new EventLogRepository(openDatabase(NOWHERE, 1, () => undefined).db);
    const feed = new NotificationFeed(NOWHERE, () => undefined);
    audience = new EventAudience(new EventTail(log, feed, () => undefined));
  });
  afterEach(() => {
    audience.onModuleDestroy();
    jest.useRealTimers();
  });

  const newReader = (position = 7) => new EventReader(new EventStreamBody(), {}, position);
  const sentTo = ({ body }: EventReader) => String(body.read() ?? '');

  it('receive a keep-alive with the position of the log every 15 seconds', () => {
    const reader = newReader();
    audience.join(reader);
    jest.advanceTimersByTime(14_999);
    expect(sentTo(reader)).toBe('');
    jest.advanceTimersByTime(1);
    expect(sentTo(reader)).toBe('id: 7\n: still here\n\n');
    jest.advanceTimersByTime(15_000);
    expect(sentTo(reader)).not.toBe('');
  });

  it('release all resources once they have disconnected', async () => {
    const reader = newReader();
    audience.join(reader);
    expect(jest.getTimerCount()).toBe(1);
    const closed = new Promise((resolve) => reader.body.once('close', resolve));
    reader.body.destroy();
    await closed;
    expect(audience.isEmpty).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are not added after they have disconnected, or while the gateway stops', () => {
    const gone = newReader();
    gone.body.destroy();
    audience.join(gone);
    audience.onModuleDestroy();
    audience.join(newReader());
    expect(audience.isEmpty).toBe(true);
  });
});
