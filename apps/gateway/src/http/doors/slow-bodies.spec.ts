import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { problemSchema } from '#contracts/api';
import { eventually } from '../../../../../test/support/eventually.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const LONGEST_MS = 400;
const WINDOW_MS = 500;
const BYTE_EACH_MS = 20;

const JSON_HEAD =
  'POST /conversations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json';
const FORM_HEAD =
  'POST /clips HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b';
const FILE = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n';

describe('a body that arrives byte by byte', () => {
  const gateway = useGateway({
    settings: {
      AFTERWORD_BODY_LONGEST_MILLISECONDS: String(LONGEST_MS),
      AFTERWORD_CONNECTION_IDLE_MILLISECONDS: String(WINDOW_MS),
      AFTERWORD_UPLOAD_LEAST_BYTES_PER_SECOND: '2000',
    },
  });
  const timers: NodeJS.Timeout[] = [];
  afterEach(() => timers.splice(0).forEach((timer) => clearInterval(timer)));

  function opened(start: string): Socket {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    // Writing goes on after the end of the connection.
    socket.on('error', () => undefined).write(start);
    return socket;
  }

  /** Sends the same piece again and again, as long as somebody takes it. */
  function trickle(socket: Socket, piece: string): void {
    const timer = setInterval(() => socket.write(piece), BYTE_EACH_MS);
    timers.push(timer);
    socket.once('close', () => clearInterval(timer));
  }

  /** What comes before the connection closes, also when writing fails because it is closing. */
  async function received(socket: Socket): Promise<string> {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    await new Promise((done) => socket.once('close', done));
    return Buffer.concat(parts).toString();
  }

  async function problemIn(socket: Socket) {
    const [head = '', body = ''] = (await received(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^connection: close$/m);
    return problemSchema.parse(JSON.parse(body));
  }

  const conversations = async () =>
    ((await (await fetch(`${gateway.url}/conversations`)).json()) as { items: unknown[] }).items;
  const incoming = () => {
    const folder = path.join(gateway.blobFolder, 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it.each([
    ['of a stated length', 'Content-Length: 90000\r\n\r\n{"title":"', 'a'],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\na\r\n{"title":"\r\n', '1\r\na\r\n'],
  ])('is refused as late, and its connection is closed: JSON %s', async (_, start, piece) => {
    const socket = opened(`${JSON_HEAD}\r\n${start}`);
    trickle(socket, piece);
    expect(await problemIn(socket)).toMatchObject({
      status: 408,
      code: 'request_timeout',
      retryable: true,
    });
    expect(await conversations()).toEqual([]);
  });

  it('of an upload is refused when less arrives than the least rate, and nothing of it is kept', async () => {
    const socket = opened(`${FORM_HEAD}\r\nContent-Length: 900000\r\n\r\n${FILE}`);
    trickle(socket, 'a');
    await eventually(() => expect(incoming()).not.toEqual([]));
    expect(await problemIn(socket)).toMatchObject({ status: 408, code: 'request_timeout' });
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it('of an upload may take longer than any other body when enough arrives', async () => {
    const begun = performance.now();
    const socket = opened(`${FORM_HEAD}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const send = (bytes: string) =>
      socket.write(`${Buffer.byteLength(bytes).toString(16)}\r\n${bytes}\r\n`);
    send(FILE);
    const piece = 'a'.repeat(500);
    trickle(socket, `${piece.length.toString(16)}\r\n${piece}\r\n`);
    await eventually(() => expect(performance.now() - begun).toBeGreaterThan(3 * WINDOW_MS));
    timers.splice(0).forEach((timer) => clearInterval(timer));
    send('\r\n--b--\r\n');
    socket.write('0\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 202 /);
    socket.destroy();
  });

  it('does not hold the connection of a request that was answered without it', async () => {
    const socket = opened(
      `POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 900\r\n\r\n`,
    );
    trickle(socket, 'a');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4/);
    await once(socket, 'close');
  });

  it('does not end requests whose bodies are there', async () => {
    const body = JSON.stringify({ title: 'In time' });
    const socket = opened(`${JSON_HEAD}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /);
    socket.destroy();
  });
});
