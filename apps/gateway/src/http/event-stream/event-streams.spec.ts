import http from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { problemSchema } from '#contracts/api';
import { EventLogRepository } from '#store';
import { clipForm, createConversation, upload } from '../../../../../test/support/api.ts';
import { EventStream } from '../../../../../test/support/event-stream.ts';
import { eventually } from '../../../../../test/support/eventually.ts';
import { useGateway, type GatewayOfTests } from '../../../../../test/support/gateway.ts';
import { EventReader } from '../../events/event-reader.ts';
import { EventStreams } from './event-streams.ts';

/** Appends events to the log of a gateway. */
async function append({ databaseUrl }: GatewayOfTests, count: number, words: string) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(
    `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
     SELECT 'memory_written', 'ada', jsonb_build_object('note', $2::text), 'many:' || n, now()
     FROM generate_series(1, $1::int) n`,
    [count, words],
  );
  await database.end();
}

const bufferedBytes = (streams: EventStreams) =>
  streams.open.reduce((sum, { readableLength }) => sum + readableLength, 0);

/** Counts pages that readers get. @returns a function that ends this and returns the most in one turn of the loop */
function handedInATurn() {
  const catchUp = jest.spyOn(EventReader.prototype, 'catchUp');
  let most = 0;
  let isOver = false;
  const look = () => {
    most = Math.max(most, catchUp.mock.calls.length);
    catchUp.mockClear();
    if (!isOver) setImmediate(look);
  };
  look();
  const stop = () => {
    isOver = true;
    catchUp.mockRestore();
    return most;
  };
  return { stop };
}

describe('hundreds of streams whose readers read nothing', () => {
  const STREAMS = 300;
  const EVENTS = 1_500;
  const WORDS = 'x'.repeat(2_000);
  const gateway = useGateway({ settings: { AFTERWORD_STREAMS_PER_CALLER: String(STREAMS) } });
  const sockets: Socket[] = [];
  let door: Server;
  let file: string;
  // Unix sockets hold some 200 KiB each; TCP on loopback holds several MiB before a writer has to wait.
  beforeAll(async () => {
    file = path.join(path.dirname(gateway.blobFolder), 'door');
    const server = gateway.app.getHttpServer();
    door = createServer((socket) => server.emit('connection', socket)).listen(file);
    await once(door, 'listening');
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
  afterAll(async () => {
    door.close();
    await once(door, 'close');
  });

  /** Asks for the whole log, and takes none of the answer. */
  const replayUnread = () => {
    const socket = connect(file);
    socket.pause();
    socket.write('GET /events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\n\r\n');
    sockets.push(socket);
  };

  it('hold little memory, stop reading the log, and leave room for other requests', async () => {
    await append(gateway, EVENTS, WORDS);
    const streams = gateway.app.get(EventStreams);
    const log = gateway.app.get(EventLogRepository);
    const pages: number[] = [];
    let readingAtOnce = 0;
    let mostAtOnce = 0;
    const handed = handedInATurn();
    const read = log.read.bind(log);
    log.read = async (...args) => {
      mostAtOnce = Math.max(mostAtOnce, (readingAtOnce += 1));
      const page = await read(...args).finally(() => (readingAtOnce -= 1));
      pages.push(page.length);
      return page;
    };
    await eventually(async () => {
      const page = await (await fetch(`${gateway.url}/event-log?limit=1000&after=1000`)).json();
      expect(page).toMatchObject({ items: { length: EVENTS - 1_000 } });
    });
    pages.length = 0;
    for (let count = 0; count < STREAMS; count += 1) replayUnread();
    await eventually(() => expect(streams.open.length).toBe(STREAMS));
    for (let request = 0; request < 20; request += 1) {
      expect((await fetch(`${gateway.url}/conversations`)).status).toBe(200);
    }
    // Every reader is stuck, so that nothing more is read for it.
    await eventually(() => {
      expect(streams.open.filter(({ hasRoom }) => !hasRoom).length).toBe(STREAMS);
      expect(readingAtOnce).toBe(0);
    });
    const sent = pages.reduce((sum, length) => sum + length, 0);
    expect(sent).toBeLessThan(STREAMS * EVENTS);
    // However many readers there are, other requests find connections of the database, and a loop that is free.
    expect(mostAtOnce).toBeLessThanOrEqual(2);
    expect(mostAtOnce).toBeLessThan(gateway.config.database.connections);
    expect(handed.stop()).toBe(2);
    // One page of each, with what describes its events.
    expect(bufferedBytes(streams)).toBeLessThan(STREAMS * 200 * (WORDS.length + 500));
    sockets.splice(0).forEach((socket) => socket.destroy());
    await eventually(() => expect(streams.open.length).toBe(0));
  }, 120_000);
});

describe('more streams than a gateway serves', () => {
  const gateway = useGateway({
    settings: { AFTERWORD_STREAMS_MAX: '3', AFTERWORD_STREAMS_PER_CALLER: '2' },
  });
  const streams: EventStream[] = [];
  afterEach(async () => {
    streams.splice(0).forEach((stream) => stream.close());
    await eventually(() => expect(gateway.app.get(EventStreams).open.length).toBe(0));
  });

  const open = async () => streams.push(await EventStream.open(`${gateway.url}/events`));
  /** Asks from another address of this machine, as another caller. */
  const askFrom = (localAddress: string, path = '/events') =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get(gateway.url + path, { localAddress }, resolve).on('error', reject);
    });

  it('are refused, with a time after which to try again', async () => {
    await open();
    await open();
    const refused = await fetch(`${gateway.url}/events`);
    expect(problemSchema.parse(await refused.json())).toMatchObject({
      status: 429,
      code: 'too_many_streams',
      retryable: true,
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    streams.splice(0, 1).forEach((stream) => stream.close());
    await eventually(async () => open());
  });

  it('of all kinds count, and nothing of a refused upload is kept', async () => {
    const conversationId = await createConversation(gateway.url);
    const { headers } = await upload(gateway.url, conversationId, clipForm(Buffer.from('sound')));
    await open();
    await open();
    const task = await fetch(`${gateway.url}${headers.get('location')}/events`);
    expect(task.status).toBe(429);
    await task.body?.cancel();
    const form = clipForm(Buffer.from('another sound'));
    const accept = { accept: 'text/event-stream' };
    const refused = await upload(gateway.url, conversationId, form, accept);
    expect(problemSchema.parse(await refused.json()).code).toBe('too_many_streams');
    const { items } = (await (await fetch(`${gateway.url}/tasks`)).json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  it('are counted for each address, and in all', async () => {
    await open();
    await open();
    const other = await askFrom('127.0.0.2');
    expect(other.statusCode).toBe(200);
    const third = await askFrom('127.0.0.3');
    expect(third.statusCode).toBe(429);
    third.resume();
    other.destroy();
  });

  it('do not count when they were refused for another reason', async () => {
    for (let count = 0; count < 5; count += 1) {
      const gone = await fetch(`${gateway.url}/tasks/tsk_01jd3k4m5n6p7q8r9s0t1v2w40/events`);
      expect(gone.status).toBe(404);
      await gone.body?.cancel();
    }
  });
});
