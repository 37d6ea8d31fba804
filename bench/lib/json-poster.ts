import http from 'node:http';
import { text } from 'node:stream/consumers';

/** Posts JSON over keep-alive connections with little overhead. */
export class JsonPoster {
  private readonly agent: http.Agent;

  /** @param concurrency maximum number of connections */
  constructor(
    private readonly baseUrl: string,
    concurrency: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  }

  /** @throws when the answer is not a 2xx, with its body */
  async post(route: string, body: unknown): Promise<string> {
    const bytes = Buffer.from(JSON.stringify(body));
    const headers = { 'content-type': 'application/json', 'content-length': bytes.length };
    const { agent, baseUrl } = this;
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request(
        `${baseUrl}${route}`,
        { method: 'POST', agent, headers },
        resolve,
      );
      request.on('error', reject).end(bytes);
    });
    const answer = await text(response);
    if ((response.statusCode ?? 500) >= 300) throw new Error(answer);
    return answer;
  }
}
