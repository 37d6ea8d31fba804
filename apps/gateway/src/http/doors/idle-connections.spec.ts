import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../../test/support/eventually.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

describe('a connection on which nothing moves', () => {
  const gateway = useGateway({ settings: { AFTERWORD_CONNECTION_IDLE_MILLISECONDS: '400' } });

  function opened(head: string): Socket {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').resume();
    socket.write(`${head}\r\nHost: localhost\r\n`);
    return socket;
  }

  const incoming = () => {
    const folder = path.join(gateway.blobFolder, 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it('is closed in the middle of an upload, whose bytes are removed', async () => {
    const socket = opened('POST /clips HTTP/1.1');
    socket.write('Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n');
    socket.write(
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\nhalf',
    );
    await eventually(() => expect(incoming()).not.toEqual([]));
    await once(socket, 'close');
    await eventually(() => expect(incoming()).toEqual([]));
  });

  it('is closed in the middle of a body and of a head', async () => {
    const body = opened('POST /conversations HTTP/1.1');
    body.write('Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{"title":');
    const head = opened('GET /conversations HTTP/1.1');
    await Promise.all([once(body, 'close'), once(head, 'close')]);
  });
});
