import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  replyOf,
  type BehaviourName,
  type BehaviourOptions,
  type Reply,
} from './language-stub/behaviours.ts';
import type { Replacements } from './language-stub/plausible-answer.ts';
import { protocolOf } from './language-stub/protocols.ts';
import { readRequest, type StubRequest } from './language-stub/stub-request.ts';
import { streamed } from './language-stub/streamed.ts';

interface Behaviour {
  readonly name: BehaviourName;
  readonly options: BehaviourOptions;
}

/**
 * A local server that behaves like a language model behind the API of OpenAI, Anthropic, Google or
 * Ollama, and misbehaves on demand. It answers correctly unless {@link next} or {@link always} sets another behaviour. Correct
 * answers depend only on the request: corrections apply {@link replacements}; in summaries every turn
 * is a key point, "decided" makes a decision and "I will" an action item; the words "pivotal",
 * "notable" and "minor" in a memory determine its significance; the facts of a passage are the
 * amounts in euros and dollars, and what follows "I will".
 */
export class LanguageStub {
  /** Replacements in correct corrections, also for later calls. */
  replacements: Replacements = {};
  /** The models that the stub lists as an Ollama does. */
  ollamaModels: readonly string[] = [];
  /** All valid calls, in order. */
  readonly requests: StubRequest[] = [];
  /** Number of calls, valid or not. */
  calls = 0;
  /** Calls whose connection the client closed before the complete answer. */
  closedByClient = 0;
  /** Calls without an answer yet. */
  open = 0;
  /** Calls with a complete, correct answer and its time, in order. */
  readonly answered: { readonly request: StubRequest; readonly at: number }[] = [];
  private readonly queue: Behaviour[] = [];
  private usual: (request: StubRequest) => Behaviour = () => ({ name: 'right', options: {} });

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** Starts a stub on a free loopback port. */
  static async start(): Promise<LanguageStub> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new LanguageStub(server);
  }

  /** Base URL for the engine's settings. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** Where Ollama would listen. */
  get address(): string {
    return new URL(this.url).origin;
  }

  /** Queues a behaviour for one call. */
  next(name: BehaviourName, options: BehaviourOptions = {}): this {
    this.queue.push({ name, options });
    return this;
  }

  /** Sets the behaviour of all calls without a queued one. */
  always(name: BehaviourName, options: BehaviourOptions = {}): this {
    return this.answering(() => ({ name, options }));
  }

  /** Sets the behaviour of all calls without a queued one, by request. */
  answering(rule: (request: StubRequest) => Behaviour): this {
    this.usual = rule;
    return this;
  }

  /** Resets behaviours and counters; calls in flight continue. */
  reset(): void {
    this.queue.length = 0;
    this.requests.length = 0;
    this.answered.length = 0;
    this.always('right');
    this.replacements = {};
    this.calls = 0;
    this.closedByClient = 0;
  }

  /** Ends all calls and stops the server. Idempotent. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (message.url === '/api/tags') {
      const models = this.ollamaModels.map((name) => ({ name, model: name }));
      return void response.end(JSON.stringify({ models }));
    }
    this.calls += 1;
    this.open += 1;
    response.once('close', () => this.ended(response));
    const queued = this.queue.shift();
    const protocol = message.method === 'POST' ? protocolOf(message.url ?? '') : undefined;
    if (protocol === undefined) return void response.writeHead(404).end();
    try {
      const request = readRequest(protocol, await bodyOf(message), message);
      this.requests.push(request);
      const { name, options } = queued ?? this.usual(request);
      const { replacements } = this;
      if (name === 'right') {
        response.once('finish', () => this.answered.push({ request, at: Date.now() }));
      }
      const reply = replyOf(name, request, { replacements, ...options });
      await send(request.isStreamed ? streamed(reply, protocol) : reply, response);
    } catch (error) {
      if (!response.destroyed) response.writeHead(400).end(String(error));
    }
  }

  private ended(response: ServerResponse): void {
    this.open -= 1;
    const closedByStub = response.errored !== null || !this.server.listening;
    if (!response.writableFinished && !closedByStub) this.closedByClient += 1;
  }
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of message.setEncoding('utf8')) body += String(chunk);
  return body;
}

async function send(reply: Reply, response: ServerResponse): Promise<void> {
  const { status, headers, body, delayMs, ending } = reply;
  if (delayMs > 0) await sleep(delayMs);
  if (ending === 'hang' || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (ending === 'whole') return void response.end(body);
  if (ending === 'endless') return repeatEnd(body, response);
  await new Promise((done) => response.write(body.slice(0, body.length / 2), done));
  if (ending === 'disconnect') response.destroy(new Error('closed by the stub'));
}

/** Sends the last event that has a text again and again, until the client has had enough. */
async function repeatEnd(body: string, response: ServerResponse): Promise<void> {
  const [role = '', ...events] = body.split('\n\n').map((event) => `${event}\n\n`);
  const text = events[0] ?? '';
  response.write(role);
  while (!response.destroyed) {
    response.write(text);
    await sleep(1);
  }
}
