import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a gateway that a test breaks and mends, as if the gateway stopped and started. */
export class BreakableLine {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  /** @param url of the gateway, without a path */
  static async to(url: string): Promise<BreakableLine> {
    const target = new URL(url);
    const server = createServer();
    const line = new BreakableLine(server, await listening(server, 0));
    server.on('connection', (socket) => {
      const onward = connect(Number(target.port), target.hostname);
      socket.pipe(onward).pipe(socket);
      line.watch(socket, onward);
      line.watch(onward, socket);
    });
    return line;
  }

  /** URL of this end, without a trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends all connections, and refuses new ones. */
  async break(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Accepts connections again, at the same URL. */
  async mend(): Promise<void> {
    await listening(this.server, this.port);
  }

  /** When one side ends, the other one does. */
  private watch(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}

async function listening(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}
