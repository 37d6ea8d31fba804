import { once } from 'node:events';
import net from 'node:net';

/** Passes connections on to a server and breaks each as soon as the client says a certain word. */
export class CuttingProxy {
  private readonly sockets = new Set<net.Socket>();

  private constructor(
    private readonly server: net.Server,
    private readonly target: URL,
    /** The word at which connections break; `null` lets everything through. */
    public cutsAt: string | null,
  ) {}

  /** @param url `postgresql://…` of the real server */
  static async open(url: string, cutsAt: string): Promise<CuttingProxy> {
    const server = net.createServer();
    const proxy = new CuttingProxy(server, new URL(url), cutsAt);
    server.on('connection', (client) => proxy.passOn(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The server's address with this proxy before it. */
  get url(): string {
    const address = this.server.address();
    const url = new URL(this.target);
    if (address !== null && typeof address === 'object') url.port = String(address.port);
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private passOn(client: net.Socket): void {
    const server = net.connect(Number(this.target.port), this.target.hostname);
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
    }
    server.pipe(client);
    client.on('data', (data) => {
      if (this.cutsAt !== null && data.includes(this.cutsAt)) client.destroy();
      else server.write(data);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }
}
