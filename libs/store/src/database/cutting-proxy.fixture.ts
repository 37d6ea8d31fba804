import { once } from 'node:events';
import net from 'node:net';

/** A proxy that forwards connections and breaks each one when the client sends a certain word. */
export class CuttingProxy {
  private readonly sockets = new Set<net.Socket>();

  private constructor(
    private readonly server: net.Server,
    private readonly target: URL,
    /** The word that breaks a connection; `null` forwards everything. */
    public cutsAt: string | null,
  ) {}

  /** @param url `postgresql://…` of the real server */
  static async open(url: string, cutsAt: string): Promise<CuttingProxy> {
    const server = net.createServer();
    const proxy = new CuttingProxy(server, new URL(url), cutsAt);
    server.on('connection', (client) => proxy.forward(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The server's URL through this proxy. */
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

  private forward(client: net.Socket): void {
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
