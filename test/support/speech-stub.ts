import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  speechReplyOf,
  type SpeechBehaviourName,
  type SpeechBehaviourOptions,
  type SpeechReply,
} from './speech-stub/speech-behaviours.ts';
import { readSpeechRequest, type StubSpeechRequest } from './speech-stub/stub-speech-request.ts';

interface Behaviour {
  readonly name: SpeechBehaviourName;
  readonly options: SpeechBehaviourOptions;
}

/**
 * A local server that behaves like a service that transcribes, and misbehaves on demand. What it hears depends only
 * on the length of the audio: a word each half second; see `transcript.ts`.
 */
export class SpeechStub {
  /** All valid requests, in order. */
  readonly requests: StubSpeechRequest[] = [];
  /** Requests whose connection the client closed before the complete answer. */
  closedByClient = 0;
  /** Answers that nobody has got yet. */
  private readonly unanswered = new Set<ServerResponse>();
  /** The most requests that were open at the same time. */
  mostOpen = 0;
  /** What was not a request for a transcript, in words. */
  readonly faults: string[] = [];
  private readonly queue: Behaviour[] = [];
  private usual: Behaviour = { name: 'right', options: {} };

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** Starts a stub on a free loopback port. */
  static async start(): Promise<SpeechStub> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new SpeechStub(server);
  }

  /** Requests without an answer yet. */
  get open(): number {
    return this.unanswered.size;
  }

  /** Base URL for the settings of an engine. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** Queues a behaviour for one request. */
  next(name: SpeechBehaviourName, options: SpeechBehaviourOptions = {}): this {
    this.queue.push({ name, options });
    return this;
  }

  /** Sets the behaviour of all requests without a queued one. */
  always(name: SpeechBehaviourName, options: SpeechBehaviourOptions = {}): this {
    this.usual = { name, options };
    return this;
  }

  /** Resets behaviours and counters; requests in flight continue. */
  reset(): void {
    this.queue.length = 0;
    this.requests.length = 0;
    this.faults.length = 0;
    this.always('right');
    this.closedByClient = 0;
    this.mostOpen = 0;
  }

  /** Ends all requests and stops the server. Idempotent. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    this.unanswered.add(response);
    this.mostOpen = Math.max(this.mostOpen, this.open);
    response.once('close', () => this.ended(response));
    try {
      const request = await readSpeechRequest(message, await bodyOf(message));
      this.requests.push(request);
      const { name, options } = this.queue.shift() ?? this.usual;
      await options.after;
      const reply = speechReplyOf(name, request, options);
      // The client may ask again before the server is told that the response is closed.
      if (reply.ending === 'whole') this.unanswered.delete(response);
      await send(reply, response);
    } catch (error) {
      this.faults.push(String(error));
      if (!response.destroyed) response.writeHead(400).end('{}');
    }
  }

  private ended(response: ServerResponse): void {
    this.unanswered.delete(response);
    const closedByStub = response.errored !== null || !this.server.listening;
    if (!response.writableFinished && !closedByStub) this.closedByClient += 1;
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  message.on('data', (part: Buffer) => parts.push(part));
  await once(message, 'end');
  return Buffer.concat(parts);
}

async function send(
  { status, headers, body, ending }: SpeechReply,
  response: ServerResponse,
): Promise<void> {
  if (ending === 'hang' || response.destroyed) return;
  response.writeHead(status, headers);
  if (ending === 'whole') return void response.end(body);
  if (ending === 'endless') return sendForEver(body, response);
  if (ending === 'trickle') return trickle(body, response);
  await new Promise((done) => response.write(body.slice(0, body.length / 2), done));
  if (ending === 'disconnect') response.destroy(new Error('closed by the stub'));
}

/** A word at a time, until the client has had enough. */
async function trickle(body: string, response: ServerResponse): Promise<void> {
  response.write(body);
  while (!response.destroyed) {
    response.write('and ');
    await sleep(10);
  }
}

/** As fast as the client reads, until it has had enough. */
async function sendForEver(body: string, response: ServerResponse): Promise<void> {
  response.write(body);
  const block = 'and then '.repeat(10_000);
  while (!response.destroyed) {
    if (response.write(block)) await sleep(0);
    else await new Promise((done) => response.once('drain', done).once('close', done));
  }
}
