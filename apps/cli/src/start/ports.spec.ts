import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkPorts, type WantedPort } from './ports.ts';

describe('ports', () => {
  const server = net.createServer();
  let port = 0;
  const wanted = (setting: string): WantedPort => ({
    port,
    host: '127.0.0.1',
    setting,
    purpose: 'the page and the API',
  });
  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => {
    server.close();
  });

  it('reports an occupied port and the setting that changes it', async () => {
    await expect(checkPorts([wanted('AFTERWORD_PORT')])).rejects.toThrow(
      `Port ${port} for the page and the API is in use by another program: stop what uses it, or set AFTERWORD_PORT to a free port.`,
    );
  });

  it('rejects two settings with the same port', async () => {
    server.close();
    await once(server, 'close');
    await expect(checkPorts([wanted('AFTERWORD_A'), wanted('AFTERWORD_B')])).rejects.toThrow(
      `AFTERWORD_A and AFTERWORD_B both name port ${port}`,
    );
  });

  it('leaves a free port free', async () => {
    server.close();
    await once(server, 'close');
    await checkPorts([wanted('AFTERWORD_A')]);
    await checkPorts([wanted('AFTERWORD_A')]);
  });
});
