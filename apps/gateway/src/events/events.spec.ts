import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import {
  eventLogPageSchema,
  loggedEventSchema,
  problemSchema,
  streamDroppedSchema,
  streamReadySchema,
  taskAdvanceSchema,
} from '#contracts/api';
import { EventLogRepository, TasksRepository, TranscriptionRepository } from '#store';
import { acceptClip, createConversation } from '../../../../test/support/api.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { EventStream, type StreamEvent } from '../../../../test/support/event-stream.ts';
import { startGateway, useGateway } from '../../../../test/support/gateway.ts';

const isLogged = ({ type }: StreamEvent) => type !== 'ready' && type !== 'progress';
const droppedIn = (block: string) => {
  const [, data = '{}'] = /^event: dropped\nid: \d+\ndata: (.*)$/.exec(block) ?? [];
  return streamDroppedSchema.parse(JSON.parse(data));
};
const idsOf = (stream: EventStream) => stream.events.filter(isLogged).map(({ id }) => Number(id));

describe('events', () => {
  const gateway = useGateway();
  let database: pg.Client;
  const streams: EventStream[] = [];
  beforeEach(async () => {
    database = new pg.Client({ connectionString: gateway.databaseUrl });
    await database.connect();
  });
  afterEach(async () => {
    streams.splice(0).forEach((stream) => stream.close());
    await database.end();
  });

  const open = async (query = '', lastEventId?: string): Promise<EventStream> => {
    const stream = await EventStream.open(`${gateway.url}/events${query}`, lastEventId);
    streams.push(stream);
    return stream;
  };
  /** Opens a stream and waits until it has caught up. @returns it, and the sequence of `ready` */
  const follow = async (query = '', lastEventId?: string) => {
    const stream = await open(query, lastEventId);
    const { data } = await stream.next(({ type }) => type === 'ready');
    return { stream, from: streamReadySchema.parse(JSON.parse(data)).sequence };
  };
  const list = async (query: string) =>
    eventLogPageSchema.parse(await (await fetch(`${gateway.url}/event-log${query}`)).json());
  const untilSettled = (sequence: number) =>
    eventually(async () => {
      expect((await list(`?after=${sequence - 1}`)).items[0]?.sequence).toBe(sequence);
    });
  /** A conversation all of whose events are settled. */
  const settledConversation = async (): Promise<string> => {
    const id = await createConversation(gateway.url);
    await eventually(async () => {
      expect((await list(`?conversationId=${id}`)).items).toHaveLength(1);
    });
    return id;
  };
  const until = async (stream: EventStream, id: number) =>
    stream.next((event) => isLogged(event) && Number(event.id) >= id);

  let batches = 0;
  /** Inserts events directly into the table and sends a notification. @returns their sequences */
  const append = async (count: number, words = '', ownerId = 'ada'): Promise<number[]> => {
    const { rows } = await database.query<{ sequence: string }>(
      `WITH notified AS (SELECT pg_notify('afterword_events', ''))
       INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
       SELECT 'memory_written', $3, jsonb_build_object('note', $4::text), $1 || ':' || n, now()
       FROM generate_series(1, $2::int) n, notified RETURNING sequence`,
      [`batch-${(batches += 1)}`, count, ownerId, words],
    );
    return rows.map(({ sequence }) => Number(sequence)).sort((one, other) => one - other);
  };

  describe('as a stream', () => {
    it('start with the next event and are sent live', async () => {
      await createConversation(gateway.url);
      const { stream, from } = await follow();
      const conversationId = await createConversation(gateway.url);
      const created = await stream.next(({ data }) => data.includes(conversationId));
      const event = loggedEventSchema.parse(JSON.parse(created.data));
      expect(event).toMatchObject({ type: 'conversation_created', conversationId, taskId: null });
      expect(created.id).toBe(String(event.sequence));
      expect(stream.events[0]).toMatchObject({ type: 'ready', id: String(from) });
      expect(from).toBeLessThan(event.sequence);
    });

    it('are not buffered by proxies', async () => {
      const abort = new AbortController();
      const { headers } = await fetch(`${gateway.url}/events`, {
        headers: { 'accept-encoding': 'gzip' },
        signal: abort.signal,
      });
      abort.abort();
      expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
      expect(headers.get('cache-control')).toContain('no-transform');
      expect(headers.get('content-encoding')).toBeNull();
    });

    it('are sent to the readers whose filter they match', async () => {
      const mine = await settledConversation();
      const ofConversation = await follow(`?conversationId=${mine}`);
      const ofOwner = await follow('?ownerId=grace');
      const ofNeither = await follow(`?conversationId=${mine}&ownerId=grace`);
      await acceptClip(gateway.url, mine);
      await createConversation(gateway.url);
      const [last = 0] = await append(1, '', 'grace');
      await until(ofOwner.stream, last);
      await acceptClip(gateway.url, mine);
      await eventually(() => expect(idsOf(ofConversation.stream).length).toBe(4));
      const types = ofConversation.stream.events.filter(isLogged).map(({ type }) => type);
      expect(new Set(types)).toEqual(new Set(['clip_received', 'task_created']));
      expect(idsOf(ofOwner.stream)).toEqual([last]);
      expect(idsOf(ofNeither.stream)).toEqual([]);
    });

    it('resume after the last received event, page by page, and then live', async () => {
      const { stream, from } = await follow();
      const some = await append(3);
      await until(stream, some[2]!);
      stream.close();
      const missed = await append(1203);
      await untilSettled(missed.at(-1)!);
      const resumed = await follow('', String(some[0]));
      const live = await append(2);
      await until(resumed.stream, live[1]!);
      expect(idsOf(resumed.stream)).toEqual([...some.slice(1), ...missed, ...live]);
      expect(resumed.from).toBe(missed.at(-1));
      expect(from).toBeLessThan(some[0]!);
    });

    it('are read once for all readers that catch up at the same time', async () => {
      const read = jest.spyOn(EventLogRepository.prototype, 'read');
      const sequences = await append(1_000);
      await untilSettled(sequences.at(-1) ?? 0);
      read.mockClear();
      const readers = await Promise.all(Array.from({ length: 20 }, () => open('', '0')));
      await Promise.all(readers.map((stream) => until(stream, sequences.at(-1) ?? 0)));
      for (const stream of readers) expect(idsOf(stream).slice(-1_000)).toEqual(sequences);
      // Each page once, and at most one at the end of the log for each reader.
      expect(read.mock.calls.length).toBeLessThan(60);
      read.mockRestore();
    });

    it('send each event once to readers that reconnect during concurrent writes', async () => {
      const { stream: steady, from } = await follow();
      let writing = true;
      const written: number[] = [];
      const write = async () => {
        while (written.length < 3000) written.push(...(await append(20)));
        writing = false;
      };
      const comeAndGo = async (ids: number[]) => {
        while (writing) {
          const stream = await open('', String(ids.at(-1) ?? from));
          await stream.next(() => true);
          stream.close();
          await stream.ended;
          ids.push(...idsOf(stream));
        }
        const stream = await open('', String(ids.at(-1) ?? from));
        if (ids.at(-1) !== written.at(-1)) await until(stream, written.at(-1)!);
        return [...ids, ...idsOf(stream)];
      };
      const [, ...seen] = await Promise.all([write(), comeAndGo([]), comeAndGo([])]);
      await until(steady, written.at(-1)!);
      expect(idsOf(steady)).toEqual(written);
      for (const ids of seen) expect(ids).toEqual(written);
    });

    it('start with the next event for an id of another database, or an invalid id', async () => {
      const [last] = await append(1);
      await eventually(async () => expect((await follow()).from).toBe(last));
      expect((await follow('', '999999999999')).from).toBe(last);
      expect((await follow('', 'yesterday')).from).toBe(last);
    });

    it('drop a reader that does not read, and say where it resumes', async () => {
      const response = await fetch(`${gateway.url}/events?ownerId=talkative`);
      const words = 'x'.repeat(10_000);
      const sent: number[] = [];
      for (let part = 0; part < 4; part += 1) sent.push(...(await append(400, words, 'talkative')));
      await untilSettled(sent.at(-1)!);
      const blocks = (await response.text()).split('\n\n');
      const ids = blocks.flatMap(
        (block) => /^event: memory_written\nid: (\d+)/.exec(block)?.[1] ?? [],
      );
      const { lastEventId } = droppedIn(blocks.at(-2) ?? '');
      expect(lastEventId).toBe(ids.at(-1));
      expect(ids.length).toBeLessThan(sent.length);
      const { stream } = await follow('?ownerId=talkative', lastEventId ?? '');
      expect([...ids.map(Number), ...idsOf(stream)]).toEqual(sent);
    });

    it('end cleanly when the gateway stops', async () => {
      const other = await startGateway({ databaseUrl: gateway.databaseUrl });
      const stream = await EventStream.open(`${other.url}/events`);
      await stream.next(({ type }) => type === 'ready');
      await other.stop();
      await stream.ended;
      expect(stream.events.map(({ type }) => type)).toEqual(['ready']);
    });
  });

  describe('of tasks', () => {
    const runningTask = async (conversationId: string) => {
      const { task } = await acceptClip(gateway.url, conversationId);
      const run = { taskId: task.id, attempt: 1 };
      await gateway.app.get(TranscriptionRepository).start(run, 'run-1');
      return run;
    };

    it('report their progress at a limited rate to readers whose filter they match', async () => {
      const conversationId = await createConversation(gateway.url);
      const run = await runningTask(conversationId);
      const { stream, from } = await follow(`?conversationId=${conversationId}`);
      const others = await follow('?ownerId=grace');
      const tasks = gateway.app.get(TasksRepository);
      const startedAt = performance.now();
      for (let done = 1; done <= 300; done += 1) await tasks.advance(run, done, 300);
      await stream.next(({ data }) => data.includes('"done":300'));
      const advances = stream.events.filter(({ type }) => type === 'progress');
      expect(advances.length).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 200);
      expect(taskAdvanceSchema.parse(JSON.parse(advances.at(-1)!.data))).toMatchObject({
        taskId: run.taskId,
        progress: { stage: 'probe', done: 300, total: 300, percent: 99 },
      });
      expect(advances.map(({ id }) => id)).toEqual(advances.map(() => ''));
      expect(stream.events[0]?.id).toBe(String(from));
      expect(others.stream.events).toHaveLength(1);
    });

    it('are read once for all running tasks and all readers', async () => {
      const conversationId = await createConversation(gateway.url);
      const runs = [await runningTask(conversationId), await runningTask(conversationId)];
      const readers = await Promise.all(Array.from({ length: 20 }, () => follow()));
      const tasks = gateway.app.get(TasksRepository);
      let reads = 0;
      const findRunning = tasks.findRunning.bind(tasks);
      tasks.findRunning = (ids) => {
        reads += 1;
        return findRunning(ids);
      };
      const startedAt = performance.now();
      for (let done = 1; done <= 50; done += 1) {
        for (const run of runs) await tasks.advance(run, done, 50);
      }
      for (const { stream } of readers) {
        for (const { taskId } of runs) {
          await stream.next(({ data }) => data.includes(taskId) && data.includes('"done":50'));
        }
      }
      tasks.findRunning = findRunning;
      expect(reads).toBeGreaterThan(0);
      expect(reads).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 200);
    });
  });

  describe('as a list', () => {
    it('are listed page by page, oldest first, and continue with new events', async () => {
      const conversationId = await createConversation(gateway.url);
      await acceptClip(gateway.url, conversationId);
      const query = `?conversationId=${conversationId}`;
      await eventually(async () => expect((await list(query)).items).toHaveLength(3));
      const first = await list(`${query}&limit=2`);
      const second = await list(`${query}&limit=2&after=${first.nextAfter}`);
      const none = await list(`${query}&limit=2&after=${second.nextAfter}`);
      expect(first.items.map(({ type }) => type)).toEqual([
        'conversation_created',
        'clip_received',
      ]);
      expect(second.items.map(({ type }) => type)).toEqual(['task_created']);
      expect(none.items).toEqual([]);
      await acceptClip(gateway.url, conversationId);
      await eventually(async () => {
        const { items } = await list(`${query}&after=${none.nextAfter}`);
        expect(items.map(({ type }) => type)).toEqual(['clip_received', 'task_created']);
      });
      expect((await list(`${query}&ownerId=grace`)).items).toEqual([]);
    });

    it('are listed once no event can be added before them', async () => {
      const writer = new pg.Client({ connectionString: gateway.databaseUrl });
      await writer.connect();
      await writer.query('BEGIN');
      const { rows } = await writer.query<{ sequence: string }>(
        `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
         VALUES ('memory_written', 'held', '{}', 'held', now()) RETURNING sequence`,
      );
      const held = Number(rows[0]?.sequence);
      const [later] = await append(1, '', 'held');
      const before = await list(`?after=${held - 1}`);
      await writer.query('COMMIT');
      await writer.end();
      expect(before).toEqual({ items: [], nextAfter: String(held - 1) });
      await eventually(async () => {
        const { items } = await list('?ownerId=held');
        expect(items.map(({ sequence }) => sequence)).toEqual([held, later]);
      });
    });

    it('reject an invalid position', async () => {
      for (const query of ['?after=-1', '?after=1-2', '?limit=0', '?after=12345678901234567']) {
        const response = await fetch(`${gateway.url}/event-log${query}`);
        expect(problemSchema.parse(await response.json()).code).toBe('invalid_request');
      }
    });

    it('report an unavailable database', async () => {
      const lonely = await startGateway();
      for (const path of ['/event-log', '/events']) {
        const response = await fetch(`${lonely.url}${path}`);
        expect(problemSchema.parse(await response.json())).toMatchObject({
          status: 503,
          code: 'database_unavailable',
        });
      }
      await lonely.stop();
    });
  });
});
