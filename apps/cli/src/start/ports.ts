import net from 'node:net';
import { StartError } from '../supervisor/start-error.ts';

/** A port that a part will listen on. */
export interface WantedPort {
  readonly port: number;
  readonly host: string;
  /** Name of the setting that holds the port. */
  readonly setting: string;
  readonly purpose: string;
}

/**
 * Checks that every port is free.
 * @throws StartError that names the first port that is not, and the setting that changes it
 */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const [index, each] of wanted.entries()) {
    const twin = wanted.slice(0, index).find(({ port }) => port === each.port);
    if (twin !== undefined) {
      throw new StartError(
        `${twin.setting} and ${each.setting} both name port ${each.port}: give each its own.`,
      );
    }
    await checkPort(each);
  }
}

async function checkPort({ port, host, setting, purpose }: WantedPort): Promise<void> {
  const fault = await faultOf(port, host);
  if (fault === null) return;
  const why =
    fault === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${fault})`;
  throw new StartError(
    `Port ${port} for ${purpose} ${why}: stop what uses it, or set ${setting} to a free port.`,
  );
}

/** Opens the port briefly. @returns `null` when that works, else the system error code */
function faultOf(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(null);
      });
    });
  });
}
