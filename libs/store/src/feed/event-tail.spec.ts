import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../../../../test/support/eventually.ts';
import { EventLogRepository } from './event-log.repository.ts';
import { TestStore } from '../store.fixture.ts';
import { EventTail } from './event-tail.ts';
import { NotificationFeed } from './notification-feed.ts';

const INSERT = `
  INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
  VALUES ('conversation_changed', 'ada', '{}', $1, now())
  ON CONFLICT DO NOTHING RETURNING sequence`;

/** Counts how often a tail asks which transactions still run, which each of its polls does once. */
class CountingLog extends EventLogRepository {
  polls = 0;

  override oldestRunning(): Promise<bigint> {
    this.polls += 1;
    return super.oldestRunning();
  }
}

describe('the tail of the event log', () => {
  let store: TestStore;
  let log: CountingLog;
  let feed: NotificationFeed;
  let tail: EventTail;
  let received: number[];
  const errors: unknown[] = [];
  const writers: pg.Client[] = [];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    received = [];
    errors.length = 0;
    feed = new NotificationFeed(store.url, () => undefined);
    log = new CountingLog(store.database.db);
    tail = new EventTail(log, feed, (e) => errors.push(e));
    feed.open();
    tail.open();
    await tail.ready();
    tail.subscribe((events) => received.push(...events.map(({ sequence }) => sequence)));
  });
  afterEach(async () => {
    await Promise.all(writers.splice(0).map((writer) => writer.end()));
    await tail.close();
    await feed.close();
  });
  afterAll(() => store.close());

  async function newWriter(): Promise<pg.Client> {
    const writer = new pg.Client({ connectionString: store.url });
    await writer.connect();
    writers.push(writer);
    return writer;
  }

  let keys = 0;
  /** Appends an event and notifies at commit. @returns its sequence; NaN if it is not new */
  async function append(client: pg.Client, key = `key:${(keys += 1)}`): Promise<number> {
    const { rows } = await client.query<{ sequence: string }>(INSERT, [key]);
    await client.query("SELECT pg_notify('afterword_events', '')");
    return Number(rows[0]?.sequence);
  }

  /** Takes a sequence in a transaction that stays open. */
  async function begin(): Promise<{ client: pg.Client; sequence: number }> {
    const client = await newWriter();
    await client.query('BEGIN');
    return { client, sequence: await append(client) };
  }

  const untilReceived = (expected: readonly number[]) =>
    eventually(() => expect(received).toEqual(expected));
  /** Notifies the tail, from a transaction without an id, and waits for several of its polls. */
  const severalPolls = async () => {
    const enough = log.polls + 3;
    await store.rows("SELECT pg_notify('afterword_events', '')");
    await eventually(() => expect(log.polls).toBeGreaterThanOrEqual(enough));
  };

  it('starts with new events', async () => {
    const last = tail.settled;
    await store.newConversation();
    await eventually(() => expect(received).toHaveLength(1));
    expect(received[0]).toBeGreaterThan(last ?? Infinity);
    await eventually(() => expect(tail.settled).toBe(received[0]));
  });

  it('waits for a lower sequence that is committed after a higher one', async () => {
    const first = await begin();
    const second = await begin();
    await second.client.query('COMMIT');
    await severalPolls();
    expect(received).toEqual([]);
    await first.client.query('COMMIT');
    await untilReceived([first.sequence, second.sequence]);
  });

  it('waits for a lower sequence also when no later transaction has ended', async () => {
    const first = await begin();
    await severalPolls();
    expect(tail.settled).toBeLessThan(first.sequence);
    await first.client.query('COMMIT');
    await untilReceived([first.sequence]);
  });

  it('skips sequences whose transaction was rolled back', async () => {
    const first = await begin();
    const second = await begin();
    await second.client.query('COMMIT');
    await first.client.query('ROLLBACK');
    await untilReceived([second.sequence]);
    expect(second.sequence).toBe(first.sequence + 1);
    await eventually(() => expect(tail.settled).toBe(second.sequence));
  });

  it('skips sequences that a repeated key used up', async () => {
    const writer = await newWriter();
    const first = await append(writer, 'twice');
    expect(await append(writer, 'twice')).toBeNaN();
    const second = await append(writer);
    expect(second).toBe(first + 2);
    await untilReceived([first, second]);
  });

  it('delivers events that were committed while an earlier sequence blocked it', async () => {
    const first = await begin();
    await severalPolls();
    const later = await newWriter();
    const sequence = await append(later);
    await first.client.query('COMMIT');
    await untilReceived([first.sequence, sequence]);
  });

  it('delivers each event once and in order, with many concurrent writers', async () => {
    const clients = await Promise.all(Array.from({ length: 12 }, newWriter));
    const written: number[] = [];
    const write = async (client: pg.Client, writer: number): Promise<void> => {
      for (let round = 0; round < 40; round += 1) {
        await client.query('BEGIN');
        const some = [await append(client), await append(client)];
        if ((round + writer) % 3 === 0) await sleep((round * writer) % 7);
        const kept = (round + writer) % 5 !== 0;
        await client.query(kept ? 'COMMIT' : 'ROLLBACK');
        if (kept) written.push(...some);
      }
    };
    await Promise.all(clients.map(write));
    await untilReceived(written.sort((one, other) => one - other));
    expect(received.length).toBeGreaterThan(700);
  });

  it('reads more than a page, and delivers it to all listeners', async () => {
    const others: number[] = [];
    tail.subscribe((events) => others.push(...events.map(({ sequence }) => sequence)));
    await store.rows(
      `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
       SELECT 'conversation_changed', 'ada', '{}', 'many:' || n, now() FROM generate_series(1, 1201) n`,
    );
    await store.rows("SELECT pg_notify('afterword_events', '')");
    await eventually(() => expect(received).toHaveLength(1201));
    expect(others).toEqual(received);
    expect(new Set(received).size).toBe(1201);
  });

  it('continues after its connections were killed, without missing events', async () => {
    await store.killConnections();
    const writer = await newWriter();
    const sequence = await append(writer);
    await untilReceived([sequence]);
  });

  it('reads no events without listeners', async () => {
    const alone = new EventTail(new EventLogRepository(store.database.db), feed, () => undefined);
    alone.open();
    await alone.ready();
    const read = EventLogRepository.prototype.read;
    let reads = 0;
    EventLogRepository.prototype.read = function (...args) {
      reads += 1;
      return read.apply(this, args);
    };
    await tail.close();
    const sequence = await append(await newWriter());
    await eventually(() => expect(alone.settled).toBe(sequence));
    EventLogRepository.prototype.read = read;
    await alone.close();
    expect(reads).toBe(0);
  });
});
