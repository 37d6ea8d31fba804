import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a {@link FaultyProxy} does instead of passing a request on. */
export type Fault =
  | { readonly kind: 'answers'; readonly status: number; readonly code: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'hangs' }
  /** Closes the connection before it answers. */
  | { readonly kind: 'hangsUp' }
  /** Passes on so many bytes of the answer, then nothing more. */
  | { readonly kind: 'stallsAfter'; readonly bytes: number }
  /** Passes on so many bytes of the answer, then closes the connection. */
  | { readonly kind: 'breaksOffAfter'; readonly bytes: number };

/** A request that a {@link FaultyProxy} has received. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer that a {@link FaultyProxy} passes on. */
interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An HTTP proxy on loopback that misbehaves when told to. */
export class FaultyProxy {
  /** Decides what goes wrong with a request; by default nothing. */
  fault: (request: SeenRequest) => Fault | null = () => null;
  readonly seen: SeenRequest[] = [];
  private readonly server = http.createServer((request, response) => {
    // Clients that give up break their connection off; that is no failure of the test.
    this.serve(request, response).catch(() => response.destroy());
  });

  /** @param forward answers the requests that are passed on */
  constructor(private readonly forward: (request: SeenRequest) => Promise<Answer>) {}

  /** @returns base URL */
  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('it has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(received: IncomingMessage, response: ServerResponse): Promise<void> {
    const request: SeenRequest = {
      method: received.method ?? 'GET',
      url: new URL(received.url ?? '/', 'http://127.0.0.1'),
      headers: received.headers,
      body: await buffer(received),
    };
    this.seen.push(request);
    const fault = this.fault(request);
    switch (fault?.kind) {
      case 'hangs':
        return;
      case 'hangsUp':
        response.destroy();
        return;
      case 'answers':
        response.writeHead(fault.status, { 'content-type': 'application/xml' });
        response.end(`<Error><Code>${fault.code}</Code><Message>No.</Message></Error>`);
        return;
      case 'stallsAfter':
      case 'breaksOffAfter':
      case undefined:
        return send(response, await this.forward(request), fault ?? null);
    }
  }
}

async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  fault: Extract<Fault, { bytes: number }> | null,
): Promise<void> {
  response.writeHead(status, headers);
  if (fault === null) {
    response.end(body);
    return;
  }
  await new Promise((written) => response.write(body.subarray(0, fault.bytes), written));
  if (fault.kind === 'breaksOffAfter') response.destroy();
}

/** Passes requests on to a server. */
export function forwardTo(baseUrl: string): (request: SeenRequest) => Promise<Answer> {
  return async ({ method, url, headers, body }) => {
    const target = new URL(url.pathname + url.search, baseUrl);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = http.request(target, { method, headers, agent: false }, resolve);
      sent.on('error', reject).end(body);
    });
    const status = response.statusCode ?? 500;
    const { connection: _connection, ...kept } = response.headers;
    return { status, headers: kept, body: await buffer(response) };
  };
}
