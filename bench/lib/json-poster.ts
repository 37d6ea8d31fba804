import http from 'node:http';
import { text } from 'node:stream/consumers';

/** Posts JSON over connections that are kept, at little cost of its own. */
export class JsonPoster {
  private readonly agent: http.Agent;

  /** @param atOnce connections */
  constructor(
    private readonly baseUrl: string,
    atOnce: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
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
