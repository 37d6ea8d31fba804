import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import { isCrossSite, isOwnHost, type Config } from '#platform';
import type { StartStep } from '../supervisor/supervisor.ts';
import type { LocalAddress } from './hidden-address.ts';

/** Where people reach the Temporal Web UI. */
export interface WebUiDoorOptions {
  /** Address that the door listens on; loopback if it is left out. */
  readonly address?: string;
  readonly port: number;
  /** Host names of the installation besides loopback, in lower case. */
  readonly hosts: readonly string[];
  /** Where the Web UI itself listens; it is another place after each start. */
  readonly target: () => LocalAddress | null;
}

/** The names under which people may reach the Web UI, besides loopback. */
export function webUiHosts({ doors, temporal }: Config): readonly string[] {
  return [...doors.hosts, new URL(temporal.uiUrl).hostname];
}

const SAFE: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = '127.0.0.1';

/**
 * Stands before the Temporal Web UI, which answers under every host name and to pages of every site, and
 * keeps to the rules of the gateway. What is allowed passes through as it is.
 */
export class WebUiDoor implements StartStep {
  readonly title = 'Temporal Web UI';
  private readonly server = http.createServer((request, response) => this.take(request, response));

  constructor(private readonly options: WebUiDoorOptions) {}

  async start(): Promise<void> {
    const { port, address = LOOPBACK } = this.options;
    this.server.listen(port, address);
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const refused = this.refusalOf(request);
    const target = this.options.target();
    if (refused !== null) refuse(response, refused);
    else if (target === null) answerAway(response);
    else forward(request, response, target);
  }

  private refusalOf({ method, headers }: IncomingMessage): ErrorCode | null {
    const { host = '', origin } = headers;
    const { hosts } = this.options;
    if (!isOwnHost(host, hosts)) return 'host_not_allowed';
    if (SAFE.has(method)) return null;
    const fetchSite = headers['sec-fetch-site']?.toString();
    const known = { hosts, corsOrigins: [] };
    return isCrossSite({ host, origin, fetchSite }, known) ? 'cross_site_refused' : null;
  }
}

function forward(request: IncomingMessage, response: ServerResponse, target: LocalAddress): void {
  const { method = 'GET', url: path = '/', rawHeaders: headers } = request;
  const upstream = http.request({ ...target, path, method, headers });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    // Breaks the connection of a client that has half of an answer.
    pipeline(answer, response, () => undefined);
  });
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else answerAway(response);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

function refuse(response: ServerResponse, code: ErrorCode): void {
  const { status, title, nextAction } = ERROR_DEFINITIONS[code];
  const problem = { type: `urn:afterword:error:${code}`, title, status, code, nextAction };
  response.writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' });
  response.end(JSON.stringify(problem));
}

function answerAway(response: ServerResponse): void {
  response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('The Temporal Web UI does not answer at the moment.\n');
}
